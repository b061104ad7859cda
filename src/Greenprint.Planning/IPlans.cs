namespace Greenprint.Planning;

/// <summary>Plans of this installation, for reading by other modules.</summary>
public interface IPlans
{
    /// <summary>All plans, in force first, then closed, then drafts; newest period first within each.</summary>
    Task<IReadOnlyList<PlanSummary>> All(CancellationToken cancellation);

    /// <summary>One plan whole, or null.</summary>
    Task<PlanView?> Find(string id, CancellationToken cancellation);
}
