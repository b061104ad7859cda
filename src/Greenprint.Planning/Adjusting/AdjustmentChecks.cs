using Greenprint.Planning.Aligning;
using Greenprint.Planning.Allocations;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Planning.YearTasks;
using Greenprint.PlanText.Alignment;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Adjusting;

/// <summary>Checks a request against the plan above, what was assigned from there, and the rest of its own plan.</summary>
internal sealed class AdjustmentChecks(GreenprintDb db, IPlans plans, AlignmentDesk alignment, IAllocations allocations, IYearTasks tasks, StoredTargets targets)
{
    private static readonly CheckLine NothingAbove = new(CheckAgainst.UpperPlan, CheckVerdict.Unclear, ("没有登记上级规划，未能校核。", "No plan above is registered; nothing was compared."));

    public async Task<AdjustmentCheck> Of(PlanView plan, AdjustmentSubject subject, AdjustmentProposal proposal, CancellationToken cancellation)
    {
        if (proposal is { NewTarget: { } target, OldTarget: { } old } && plan.Indicators.FirstOrDefault(one => one.Code == subject.Code) is { } indicator)
        {
            var changed = indicator with { Target = target.Target, Steps = target.Steps };
            var (lines, above) = await Beside(plan, changed, cancellation);
            if (old.Target.Kind == TargetKind.AssignedBySuperior && Compared(AskedFigure.Of(indicator with { Target = old.Target, Steps = old.Steps }, old.Target.Year), AskedFigure.Of(changed, target.Target.Year)) is var verdict)
            {
                lines = [.. lines, new(CheckAgainst.Assigned, verdict, ($"上级下达：{old.Target.Text.Zh}（{old.Target.Document}）；调整后：{target.Target.Text.Zh}。", $"Assigned: {old.Target.Text.En ?? old.Target.Text.Zh} ({old.Target.Document}); adjusted: {target.Target.Text.En ?? target.Target.Text.Zh}."))];
            }

            return new(lines, indicator.Nature == IndicatorNature.Binding || old.Target.Kind == TargetKind.AssignedBySuperior) { Above = above };
        }

        if (proposal is { NewKeyTask: { } asked, OldKeyTask: { } was } && plan.KeyTasks.FirstOrDefault(one => one.Code == subject.Code) is { } keyTask)
        {
            return await Beside(plan, was.In(keyTask), asked.In(keyTask), cancellation);
        }

        return new(proposal.NewTask is { } task ? await Whole(plan, subject.Code, task, cancellation) : [], NeedsAssigner: false);
    }

    // The plan above, with which version of it: null where none is registered, or nobody has confirmed it.
    private async Task<(PlanView? Plan, CheckedPlan? Version)> Above(PlanView plan, CancellationToken cancellation)
    {
        if (plan.Summary.UpperPlan is not { } above || await plans.Find(above, cancellation) is not { Summary.Status: not PlanStatus.Draft } upper)
        {
            return (null, null);
        }

        var document = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == above && !row.ForComparison).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
        return (upper, new(above, upper.Summary.Title) { Document = document?.Number, RecordedAt = document?.RecordedAt, Sha256 = document?.Sha256 });
    }

    private async Task<(IReadOnlyList<CheckLine> Lines, CheckedPlan? Above)> Beside(PlanView plan, IndicatorView changed, CancellationToken cancellation)
    {
        var (upper, version) = await Above(plan, cancellation);
        if (upper is null)
        {
            return ([NothingAbove], null);
        }

        var after = plan with { Indicators = [.. plan.Indicators.Select(one => one.Code == changed.Code ? changed : one)] };
        var (local, beside) = (await alignment.Source(after, cancellation), await alignment.Source(upper, cancellation));
        var pair = PlanAligner.Obstacle(beside.Plan) is null
            ? PlanAligner.Align(local.Plan, beside.Plan).Pairs.FirstOrDefault(one => one.Local is { } item && local.KeyOf(item) == changed.Code)
            : null;
        if (pair?.Upper is not { } found)
        {
            return ([new(CheckAgainst.UpperPlan, CheckVerdict.Unclear, ($"《{upper.Summary.Title.Zh}》没有对应的指标。", $"{upper.Summary.Title.En ?? upper.Summary.Title.Zh} has no such indicator."))], version);
        }

        var verdict = pair.Status switch
        {
            AlignmentStatus.Carried => CheckVerdict.Same,
            AlignmentStatus.Tightened => CheckVerdict.Stronger,
            AlignmentStatus.Weakened => CheckVerdict.Weaker,
            _ => CheckVerdict.Unclear,
        };
        var code = beside.KeyOf(found);
        return (
            [new(CheckAgainst.UpperPlan, verdict, (pair.Reason, pair.ReasonEn)), .. await Given(plan.Summary.Region, changed, upper, code, cancellation)],
            version! with { TargetVersion = (await targets.Versions(upper.Summary.Id, code, cancellation))[^1].Number });
    }

    // A wording is no number: what the plan above says about the same is laid beside it, and a person judges.
    private async Task<AdjustmentCheck> Beside(PlanView plan, KeyTaskView was, KeyTaskView asked, CancellationToken cancellation)
    {
        var (upper, version) = await Above(plan, cancellation);
        IReadOnlyList<CheckLine> lines = upper is null
            ? [NothingAbove]
            : KeyTaskCheck.Beside((await alignment.Source(plan, cancellation)).Plan.Clauses, (await alignment.Source(upper, cancellation)).Plan.Clauses, upper.Summary.Title, was, asked);
        return new([.. lines, .. KeyTaskCheck.Own(plan, await tasks.Of(plan.Summary.Id, null, cancellation), asked)], NeedsAssigner: false) { Above = version };
    }

    // What the plan above gives this place of its own target, year by year.
    private async Task<IReadOnlyList<CheckLine>> Given(string region, IndicatorView changed, PlanView upper, string code, CancellationToken cancellation)
    {
        var theirs = upper.Indicators.First(one => one.Code == code);
        List<CheckLine> lines = [];
        foreach (var allocation in (await allocations.Of(upper.Summary.Id, code, cancellation)).Where(one => one.To == AllocationTo.Areas))
        {
            if (allocation.Content.Parts.FirstOrDefault(part => part.Subject == region)?.Value is not { } share)
            {
                continue;
            }

            var asked = AskedFigure.Of(changed, allocation.Year);
            var given = theirs.Direction == DesiredDirection.Down ? new AskedFigure(AskedSource.Target, null, share) : new AskedFigure(AskedSource.Target, share, null);
            var verdict = theirs.Unit == changed.Unit && theirs.Direction != DesiredDirection.None ? Compared(given, asked) : CheckVerdict.Unclear;
            lines.Add(new(CheckAgainst.Assigned, verdict, (
                Words.Text($"{allocation.Year} 年上级分解到本地区 {Words.Printed(theirs, share)}；调整后要求 {AllocationWords.Asked(changed, asked).Zh}。"),
                Words.Text($"For {allocation.Year} the plan above gives this place {Words.Printed(theirs, share)}; adjusted it asks {AllocationWords.Asked(changed, asked).En}."))));
        }

        return lines;
    }

    private async Task<IReadOnlyList<CheckLine>> Whole(PlanView plan, string code, YearTaskContent task, CancellationToken cancellation)
    {
        var all = await tasks.Of(plan.Summary.Id, task.Year, cancellation);
        var head = task.Parent ?? code;
        YearTask With(YearTask one) => one.Code == code ? one with { Content = task } : one;
        var rows = all.Where(one => one.Content.Parent == head && !one.IsCancelled).Select(With).ToList();
        if (rows.Count == 0 || all.FirstOrDefault(one => one.Code == head) is not { } found)
        {
            return [];
        }

        var balance = SplitBalance.Of(With(found), rows);
        var text = SplitWords.Sentence(balance, found.Content.Unit);
        return [new(CheckAgainst.Whole, balance.Difference switch { null => CheckVerdict.Unclear, < 0 => CheckVerdict.Weaker, > 0 => CheckVerdict.Stronger, _ => CheckVerdict.Same }, text)];
    }

    private static CheckVerdict Compared(AskedFigure given, AskedFigure now) => (given, now) switch
    {
        ({ Lower: { } then, Upper: null }, { Lower: { } after, Upper: null }) => Side(after - then),
        ({ Upper: { } then, Lower: null }, { Upper: { } after, Lower: null }) => Side(then - after),
        _ => CheckVerdict.Unclear,
    };

    private static CheckVerdict Side(decimal better) => better > 0 ? CheckVerdict.Stronger : better < 0 ? CheckVerdict.Weaker : CheckVerdict.Same;
}
