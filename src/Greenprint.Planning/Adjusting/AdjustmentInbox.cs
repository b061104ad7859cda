using System.Security.Claims;
using Greenprint.Platform;

namespace Greenprint.Planning.Adjusting;

internal sealed class AdjustmentInbox(IAdjustments adjustments, AdjustmentDesk desk, IPlans plans, IChinaClock clock) : IAdjustmentInbox
{
    // A page asks twice: for its tabs and for its list.
    private (ClaimsPrincipal User, IReadOnlyList<(Adjustment Adjustment, PlanSummary Plan, AdjustmentAct Act)> Waiting)? known;

    public async Task<int> Count(ClaimsPrincipal user, CancellationToken cancellation) => (await Waiting(user, cancellation)).Count;

    public async Task<IReadOnlyList<WaitingAdjustment>> Of(ClaimsPrincipal user, CancellationToken cancellation)
    {
        List<WaitingAdjustment> named = [];
        foreach (var group in (await Waiting(user, cancellation)).GroupBy(one => one.Plan.Id, StringComparer.Ordinal))
        {
            var view = (await plans.Find(group.Key, cancellation))!;
            named.AddRange(group.Select(one => new WaitingAdjustment(one.Adjustment, one.Plan, one.Act, AdjustmentWords.NameOf(one.Adjustment, view))));
        }

        return [.. named.OrderBy(one => one.Adjustment.Nodes[AdjustmentStage.Drafted].At).ThenBy(one => one.Adjustment.Id, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<(Adjustment Adjustment, PlanSummary Plan, AdjustmentAct Act)>> Waiting(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (known is { } before && ReferenceEquals(before.User, user))
        {
            return before.Waiting;
        }

        List<(Adjustment Adjustment, PlanSummary Plan, AdjustmentAct Act)> waiting = [];
        var open = await adjustments.Unfinished(cancellation);
        var summaries = open.Count == 0 ? [] : (await plans.All(cancellation)).ToDictionary(plan => plan.Id, StringComparer.Ordinal);
        foreach (var group in open.GroupBy(one => one.Plan, StringComparer.Ordinal))
        {
            var plan = summaries[group.Key];
            var viewer = await desk.Viewer(user, plan, cancellation);
            waiting.AddRange(group.Select(one => (Adjustment: one, Act: WaitsFor(new(one, viewer, clock.Today), plan.Status))).Where(one => one.Act is not null).Select(one => (one.Adjustment, plan, one.Act!.Value)));
        }

        known = (user, waiting);
        return waiting;
    }

    /// <summary>What a request asks of a person; null where it goes on without them.</summary>
    internal static AdjustmentAct? WaitsFor(AdjustmentChoices choices, PlanStatus plan) => choices.Adjustment switch
    {
        { Stage: AdjustmentStage.Decided } when choices.May(AdjustmentAct.Publish) => AdjustmentAct.Publish,
        // Nothing of a plan that is not in force goes on to its decision.
        _ when plan != PlanStatus.InForce => null,
        { Stage: AdjustmentStage.Drafted } when choices.May(AdjustmentAct.Submit) => AdjustmentAct.Submit,
        { Stage: AdjustmentStage.Submitted } when choices.May(AdjustmentAct.AskOpinions) => AdjustmentAct.AskOpinions,
        { Stage: AdjustmentStage.Consulted, Silent: var silent } when choices.May(AdjustmentAct.GiveOpinion) && choices.SpeaksFor.Any(silent.Contains) => AdjustmentAct.GiveOpinion,
        { Stage: AdjustmentStage.Consulted } when choices.May(AdjustmentAct.Approve) => AdjustmentAct.Approve,
        _ => null,
    };
}
