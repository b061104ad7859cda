using System.Security.Claims;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>One request with all that its page shows.</summary>
/// <param name="Tasks">The plan with its year tasks and the names of its units.</param>
/// <param name="Adjustment">The request.</param>
/// <param name="Events">All that happened to it.</param>
/// <param name="Check">The alignment check: as it was found when it was decided, else as it comes out today.</param>
/// <param name="Choices">What the person may do.</param>
/// <param name="Moved">What was done to the target or task since it was written; null when nothing was, or it is decided.</param>
/// <param name="Others">Other open requests about the same.</param>
public sealed record AdjustmentSheet(
    YearTaskSheet Tasks, Adjustment Adjustment, IReadOnlyList<AdjustmentEvent> Events, AdjustmentCheck Check, AdjustmentChoices Choices, Finding? Moved, IReadOnlyList<Adjustment> Others)
{
    /// <summary>The plan.</summary>
    public PlanSummary Plan => Tasks.Plan.Summary;

    /// <summary>True where the check shown is the one on which it was decided.</summary>
    public bool IsCheckOfDecision => Adjustment.Decision?.Check is not null;

    /// <summary>What it is about, by its name.</summary>
    public Bilingual Subject => AdjustmentWords.NameOf(Adjustment.Subject, Tasks.Plan, Tasks.Tasks);

    /// <summary>The indicator whose target it is about; null for a task.</summary>
    public IndicatorView? Indicator => Adjustment.Subject.Kind == AdjustmentSubjectKind.Target ? Tasks.Plan.Indicators.FirstOrDefault(one => one.Code == Adjustment.Subject.Code) : null;
}

/// <summary>Requests for adjustments as people see them and act on them, each act asked against the one table and the rights of who acts.</summary>
internal sealed class AdjustmentDesk(
    StoredAdjustments adjustments, AdjustmentChecks checks, YearTaskDesk desk, IPlans plans, IRegions regions, IRights rights, IChanges changes, IChinaClock clock)
{
    /// <summary>Null when there is no such plan. A fixed number of queries, however many requests there are.</summary>
    public async Task<AdjustmentList?> List(ClaimsPrincipal user, string plan, AdjustmentFilter filter, CancellationToken cancellation)
    {
        if (await desk.Find(plan, null, null, cancellation) is not { } tasks)
        {
            return null;
        }

        var viewer = await Viewer(user, tasks.Plan.Summary, cancellation);
        var now = await adjustments.Of(plan, cancellation);
        var shown = filter.AsOf is { } day ? await adjustments.OfAsOf(plan, day, cancellation) : now;
        // Of a day too: what a person may not open now is not in their list.
        var open = now.Where(viewer.Sees).Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        return AdjustmentList.Of(tasks, filter, [.. shown.Where(one => open.Contains(one.Code) && filter.Shows(one))], now, viewer, clock.Today);
    }

    /// <summary>Null when there is no such request, or it is not theirs to see.</summary>
    public async Task<AdjustmentSheet?> Find(ClaimsPrincipal user, string plan, string code, CancellationToken cancellation)
    {
        if (await desk.Find(plan, null, null, cancellation) is not { } tasks || await adjustments.Events(plan, code, cancellation) is not { Count: > 0 } events)
        {
            return null;
        }

        var adjustment = AdjustmentFold.Of(plan, code, events);
        var viewer = await Viewer(user, tasks.Plan.Summary, cancellation);
        if (!viewer.Sees(adjustment))
        {
            return null;
        }

        return new(
            tasks,
            adjustment,
            events,
            adjustment.Decision?.Check ?? await checks.Of(tasks.Plan, adjustment.Subject, adjustment.Proposal, cancellation),
            new(adjustment, viewer, clock.Today),
            adjustment.IsOpen ? await adjustments.Moved(tasks.Plan, adjustment, cancellation) : null,
            [.. (await adjustments.Of(plan, cancellation)).Where(other => other.Code != code && other.Subject == adjustment.Subject && other.IsOpen && viewer.Sees(other))]);
    }

    /// <summary>Drafts a request.</summary>
    public Task<AdjustmentSaving> Propose(ClaimsPrincipal user, string plan, AdjustmentSubject subject, AdjustmentRequest request, CancellationToken cancellation) => changes.Apply(
        ActorOf(user),
        async change => await plans.Find(plan, cancellation) is { } view && !(await Viewer(user, view.Summary, cancellation)).MayEdit
            ? new AdjustmentSaving(null, [new("", PlanningFindings.BadAdjustment(plan, ("由有权编辑本规划的人员提出。", "This is for those who may edit the plan.")))])
            : await adjustments.Propose(change, plan, subject, request, cancellation),
        cancellation);

    /// <summary>Does one act; empty when it was done.</summary>
    public Task<IReadOnlyList<FieldFinding>> Do(ClaimsPrincipal user, string plan, string code, AdjustmentOrder order, CancellationToken cancellation) => changes.Apply(
        ActorOf(user),
        async change =>
        {
            if (await plans.Find(plan, cancellation) is not { } view || await adjustments.Find(plan, code, cancellation) is not { } adjustment)
            {
                return [new("", PlanningFindings.NoSuchAdjustment(plan, code))];
            }

            var viewer = await Viewer(user, view.Summary, cancellation);
            var choices = new AdjustmentChoices(adjustment, viewer, ChinaTime.DayOf(change.At));
            if (choices.NotTheirs(order.Act) is { } why)
            {
                return [new("", PlanningFindings.BadAdjustment(code, why))];
            }

            return order.Act == AdjustmentAct.GiveOpinion && (order.Unit is null || !viewer.Units.Contains(order.Unit))
                ? [new("unit", PlanningFindings.BadAdjustment(code, ("您不能代表这个单位反馈意见。", "You do not speak for this unit.")))]
                : await adjustments.Act(change, plan, code, order with { IsAssigner = viewer.MayApproveAbove }, cancellation);
        },
        cancellation);

    /// <summary>What the rights of a person give them in a plan.</summary>
    internal async Task<AdjustmentViewer> Viewer(ClaimsPrincipal user, PlanSummary plan, CancellationToken cancellation)
    {
        var above = (await regions.Find(plan.Region, cancellation))?.Parent;
        var edits = await rights.May(user, Rights.EditPlans, plan.Region, cancellation);
        return new(
            rights.ActorOf(user)?.Id ?? "",
            edits,
            await rights.May(user, Rights.Approve, plan.Region, cancellation),
            above is not null && await rights.May(user, Rights.Approve, above, cancellation),
            await rights.May(user, Rights.Publish, plan.Region, cancellation),
            edits || await rights.May(user, Rights.SeeWork, plan.Region, cancellation),
            await rights.UnitsOf(user, Rights.ReportProgress, plan.Region, clock.Today, cancellation));
    }

    private Actor ActorOf(ClaimsPrincipal user) => rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who work.");
}
