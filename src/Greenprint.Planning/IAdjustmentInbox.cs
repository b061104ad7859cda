using System.Security.Claims;
using Greenprint.Planning.Adjusting;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>What of the adjustments of all plans waits for a person: the one place that lists, tabs and counts ask.</summary>
public interface IAdjustmentInbox
{
    /// <summary>The requests that cannot go on before this person, or one with the same right, acts; the oldest first.</summary>
    Task<IReadOnlyList<WaitingAdjustment>> Of(ClaimsPrincipal user, CancellationToken cancellation);

    /// <summary>How many these are: for the number on a tab, which reads no plan.</summary>
    Task<int> Count(ClaimsPrincipal user, CancellationToken cancellation);
}

/// <summary>A request that waits for somebody.</summary>
/// <param name="Adjustment">The request.</param>
/// <param name="Plan">The plan that it is about.</param>
/// <param name="Act">What is to be done.</param>
/// <param name="Name">Its code with the name of what is adjusted.</param>
public sealed record WaitingAdjustment(Adjustment Adjustment, PlanSummary Plan, AdjustmentAct Act, Bilingual Name)
{
    /// <summary>The page where it is done.</summary>
    public string Address => $"office/plans/{Plan.Id}/adjustments/{Adjustment.Code}";
}
