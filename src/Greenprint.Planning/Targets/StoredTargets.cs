using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Targets;

internal sealed class StoredTargets(GreenprintDb db) : ITargets
{
    public async Task<IReadOnlyList<TargetVersion>> Versions(string plan, string indicator, CancellationToken cancellation)
    {
        var rows = await db.Set<TargetRow>().AsNoTracking().Where(row => row.Plan == plan && row.Indicator == indicator).OrderBy(row => row.Revision).ToListAsync(cancellation);
        var steps = (await db.Set<StepRow>().AsNoTracking().Where(row => row.Plan == plan && row.Indicator == indicator).OrderBy(row => row.Year).ToListAsync(cancellation))
            .ToLookup(row => row.Revision, row => row.ToStep());
        return [.. rows.Select(row => new TargetVersion(row.Revision, row.ToTarget(), [.. steps[row.Revision]], row.AdoptedBy, row.AdoptedOn, row.Reason, row.RecordedAt, row.RecordedBy))];
    }

    /// <summary>Every version of every target of a plan, by indicator. Two queries.</summary>
    internal async Task<ILookup<string, TargetVersion>> OfPlan(string plan, CancellationToken cancellation)
    {
        var rows = await db.Set<TargetRow>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Indicator).ThenBy(row => row.Revision).ToListAsync(cancellation);
        var steps = (await db.Set<StepRow>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Year).ToListAsync(cancellation))
            .ToLookup(row => (row.Indicator, row.Revision), row => row.ToStep());
        return rows.ToLookup(
            row => row.Indicator,
            row => new TargetVersion(row.Revision, row.ToTarget(), [.. steps[(row.Indicator, row.Revision)]], row.AdoptedBy, row.AdoptedOn, row.Reason, row.RecordedAt, row.RecordedBy),
            StringComparer.Ordinal);
    }

    public async Task<Finding?> Revise(Change change, string plan, string indicator, TargetRevision revision, CancellationToken cancellation)
    {
        if (await change.Db.Set<PlanRow>().SingleOrDefaultAsync(row => row.Id == plan, cancellation) is not { } owner)
        {
            return PlanningFindings.NoSuchPlan(plan);
        }

        if (await change.Db.Set<IndicatorRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Plan == plan && row.Code == indicator, cancellation) is not { } asked)
        {
            return PlanningFindings.NoSuchIndicator(plan, indicator);
        }

        var versions = await Versions(plan, indicator, cancellation);
        if (revision.Seen is { } seen && seen != versions.Count)
        {
            return PlanningFindings.ChangedMeanwhile($"{plan}/{indicator}");
        }

        var baseline = await change.Db.Set<BaselineRow>().AsNoTracking()
            .Where(row => row.Plan == plan && row.Indicator == indicator).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancellation);
        var stands = baseline?.ToBaseline();
        if ((revision.Baseline is { } given ? TargetRules.OfBaseline(given, stands, owner.Start) : null) is { } unfit)
        {
            return PlanningFindings.BadRevision(indicator, unfit);
        }

        if (Fault(owner, asked, revision.Baseline ?? stands, versions[^1], revision, ChinaTime.DayOf(change.At)) is { } why)
        {
            return PlanningFindings.BadRevision(indicator, why);
        }

        var number = versions.Count + 1;
        change.Db.Add(TargetRow.Of(
            plan, indicator, number, revision.Target, change.At, change.Actor.Name, revision.Document.Trim(), revision.On, revision.Reason.Trim()));
        change.Db.AddRange(PackRows.Steps(plan, indicator, number, revision.Steps ?? versions[^1].Steps));
        if (revision.Baseline is { } added)
        {
            change.Db.Add(BaselineRow.Of(plan, indicator, (baseline?.Revision ?? 0) + 1, added, revision.On));
        }

        change.Record(
            owner.Region,
            $"indicator/{plan}/{indicator}",
            "target.revised",
            new { Number = number, revision.Target, Before = versions[^1].Target, revision.Document, revision.On, revision.Steps, revision.Baseline },
            revision.Reason.Trim());
        return null;
    }

    private static Bilingual? Fault(PlanRow plan, IndicatorRow indicator, Baseline? baseline, TargetVersion before, TargetRevision revision, DateOnly today) => revision switch
    {
        _ when plan.Status == PlanStatus.Draft => ("规划还是草稿，确认后才能调整目标。", "The plan is a draft; its targets are revised once it is confirmed."),
        _ when plan.Status == PlanStatus.Closed => ("规划已经关闭，目标不再调整。", "The plan is closed; its targets are not revised any more."),
        _ when string.IsNullOrWhiteSpace(revision.Document) => ("请填写调整文件的文号。", "Give the number of the document that adopts the revision."),
        _ when string.IsNullOrWhiteSpace(revision.Reason) => ("请填写调整理由。", "Give the reason of the revision."),
        _ when revision.Baseline is null && revision.Target == before.Target && (revision.Steps is null || revision.Steps.SequenceEqual(before.Steps)) =>
            ("与现行目标相同，没有可记录的调整。", "This is the target in force already; there is nothing to record."),
        // It would be judged by from now on, and not from its day.
        _ when revision.On > today => ("文件日期晚于今天。", "The document is of a day to come."),
        _ when before.On > revision.On => ("文件日期早于上一次调整。", "The document is older than the revision before."),
        _ => TargetRules.Fault(revision.Target, revision.Steps ?? [], indicator.Direction, baseline),
    };
}
