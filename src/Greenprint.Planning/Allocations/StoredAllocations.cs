using System.Globalization;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Allocations;

internal sealed class StoredAllocations(GreenprintDb db, IPlans plans, IRegions regions) : IAllocations
{
    public Task<IReadOnlyList<TargetAllocation>> Of(string plan, string? indicator, CancellationToken cancellation) => Standing(plan, indicator, null, cancellation);

    public Task<IReadOnlyList<TargetAllocation>> OfAsOf(string plan, string? indicator, DateOnly day, CancellationToken cancellation) => Standing(plan, indicator, day, cancellation);

    private async Task<IReadOnlyList<TargetAllocation>> Standing(string plan, string? indicator, DateOnly? day, CancellationToken cancellation)
    {
        var rows = db.Set<AllocationRow>().AsNoTracking().Where(row => row.Plan == plan);
        if (indicator is not null)
        {
            rows = rows.Where(row => row.Indicator == indicator);
        }

        return
        [
            .. (await rows.ToListAsync(cancellation)).Where(row => day is null || ChinaTime.DayOf(row.RecordedAt) <= day).GroupBy(row => (row.Indicator, row.Year, row.To)).Select(revisions => revisions.MaxBy(row => row.Revision)!.ToAllocation())
                .OrderBy(allocation => allocation.Indicator, StringComparer.Ordinal).ThenBy(allocation => allocation.Year).ThenBy(allocation => allocation.To),
        ];
    }

    public async Task<IReadOnlyList<TargetAllocation>> Revisions(string plan, string indicator, int year, AllocationTo to, CancellationToken cancellation) =>
    [
        .. (await db.Set<AllocationRow>().AsNoTracking().Where(row => row.Plan == plan && row.Indicator == indicator && row.Year == year && row.To == to)
            .OrderBy(row => row.Revision).ToListAsync(cancellation)).Select(row => row.ToAllocation()),
    ];

    public async Task<IReadOnlyList<FieldFinding>> Allocate(
        Change change, string plan, string indicator, int year, AllocationTo to, AllocationContent content, int? seen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await plans.Find(plan, cancellation) is not { } view)
        {
            return [new("", PlanningFindings.NoSuchPlan(plan))];
        }

        if (view.Indicators.FirstOrDefault(one => one.Code == indicator) is not { } asked)
        {
            return [new("", PlanningFindings.NoSuchIndicator(plan, indicator))];
        }

        var standing = await Of(plan, indicator, cancellation);
        var now = standing.FirstOrDefault(one => one.Year == year && one.To == to);
        if (seen is { } number && number != (now?.Revision ?? 0))
        {
            return [new("", PlanningFindings.ChangedMeanwhile($"{plan}/{indicator}"))];
        }

        content = Tidied(content);
        var place = string.Create(CultureInfo.InvariantCulture, $"{plan}/{indicator}/{year}");
        var subjects = await Subjects(view.Summary.Region, to, cancellation);
        List<FieldFinding> findings = [.. AllocationRules.Check(view.Summary, asked, year, to, content, now, subjects).Select(fault => new FieldFinding(fault.Field, PlanningFindings.BadAllocation(place, fault.Why)))];
        if (findings.Count > 0)
        {
            return findings;
        }

        Append(change, view.Summary.Region, new(plan, indicator, year, to, (now?.Revision ?? 0) + 1, content, change.At, change.Actor.Name), now);
        // One rule per indicator: the other years follow in the same change, on record, with the shares they have.
        foreach (var other in standing.Where(other => (other.Year != year || other.To != to) && other.Content.Rule != content.Rule))
        {
            var same = other.Content with { Rule = content.Rule, Parts = [.. other.Content.Parts.Select(part => content.Rule == CombinationRule.WeightedMean ? part : part with { Weight = null })], Why = content.Why };
            Append(change, view.Summary.Region, other with { Revision = other.Revision + 1, Content = same, RecordedAt = change.At, RecordedBy = change.Actor.Name }, other);
        }

        await change.Db.SaveChangesAsync(cancellation);
        return [];
    }

    private static void Append(Change change, string region, TargetAllocation allocation, TargetAllocation? before)
    {
        change.Db.Add(AllocationRow.Of(allocation));
        change.Record(
            region,
            $"indicator/{allocation.Plan}/{allocation.Indicator}",
            "target.allocated",
            new { allocation.Year, To = allocation.To.ToString(), allocation.Revision, Rule = allocation.Content.Rule.ToString(), allocation.Content.Parts, Before = before?.Content.Parts, allocation.Content.Document },
            allocation.Content.Why);
    }

    private async Task<IReadOnlySet<string>> Subjects(string region, AllocationTo to, CancellationToken cancellation)
    {
        var below = await regions.WithBelow(region, cancellation);
        return to == AllocationTo.Areas
            ? below.Where(code => code != region).ToHashSet(StringComparer.Ordinal)
            : (await regions.Organizations(null, cancellation)).Where(unit => below.Contains(unit.Region)).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static AllocationContent Tidied(AllocationContent content) => content with
    {
        Parts = [.. content.Parts.Select(part => part with { Value = Figure.Trimmed(part.Value), Weight = content.Rule == CombinationRule.WeightedMean ? Figure.Trimmed(part.Weight) : null })],
        Document = string.IsNullOrWhiteSpace(content.Document) ? null : content.Document.Trim(),
        Why = content.Why.Trim(),
    };
}
