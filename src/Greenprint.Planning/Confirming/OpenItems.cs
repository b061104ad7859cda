using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Confirming;

/// <summary>Items of a draft that nobody has decided about.</summary>
internal static class OpenItems
{
    public const string LeftOut = "确认规划时尚未核对，不纳入规划。";

    public static async Task<int> Count(DbContext db, PlanRow plan, CancellationToken cancellation) =>
        (await Load(db, plan, cancellation))?.Items.Count(item => item.State == FoundState.Open) ?? 0;

    /// <summary>Rejects every open item on the record, as the plan is confirmed; returns how many.</summary>
    public static async Task<int> LeaveOut(Change change, PlanRow plan, CancellationToken cancellation)
    {
        if (await Load(change.Db, plan, cancellation) is not { } found)
        {
            return 0;
        }

        var act = new ConfirmingAct(plan, found, change.Actor, change.At);
        act.Rows.AddRange(found.Items.Where(item => item.State == FoundState.Open).Select(item => act.Row(item, DecisionAct.Reject, null, LeftOut)));
        change.Db.AddRange(act.Rows);

        // Yearly steps that waited for their indicator: it does not come any more.
        var indicators = change.Db.Set<IndicatorRow>().Where(row => row.Plan == plan.Id).Select(row => row.Code);
        await change.Db.Set<StepRow>().Where(step => step.Plan == plan.Id && !indicators.Contains(step.Indicator)).ExecuteDeleteAsync(cancellation);
        return act.Rows.Count;
    }

    private static async Task<FoundDocument?> Load(DbContext db, PlanRow plan, CancellationToken cancellation) =>
        plan.Status != PlanStatus.Draft ? null : await FoundDocument.Load(db, plan.Id, null, cancellation) is { Document.ForComparison: false } found ? found : null;
}
