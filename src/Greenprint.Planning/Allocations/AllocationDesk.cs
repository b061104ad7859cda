using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Allocations;

/// <summary>An indicator with what its targets may be divided among.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Areas">Regions one below the plan's.</param>
/// <param name="Units">Units of the plan's region itself, closed ones too.</param>
/// <param name="Names">Names of all areas and units that may have a share.</param>
/// <param name="RuleFor">The rule in force for it, or the usual one for its kind.</param>
public sealed record AllocationSheet(
    PlanSummary Plan, IndicatorView Indicator, IReadOnlyList<(string Key, Bilingual Name)> Areas, IReadOnlyList<Organization> Units, IReadOnlyDictionary<string, Bilingual> Names, CombinationRule RuleFor)
{
    /// <summary>Years of the plan up to the target's.</summary>
    public IReadOnlyList<int> Years { get; } = [.. Enumerable.Range(Plan.Start, Math.Max(1, Indicator.Target.Year - Plan.Start + 1))];

    /// <summary>True for a reader who may see the shares and change nothing.</summary>
    public bool ForReading { get; init; }

    /// <summary>True while targets may be allocated.</summary>
    public bool CanEdit => !ForReading && Plan.Status == PlanStatus.InForce;

    /// <summary>Name of an area or unit.</summary>
    public Bilingual NameOf(string subject) => Names.GetValueOrDefault(subject) ?? new(subject);

    /// <summary>Whom a year's figure may be given to: what there is at its end, and after that whoever has a share already, so that no share falls out of sight.</summary>
    public IReadOnlyList<(string Key, Bilingual Name)> SubjectsOf(int year, AllocationTo to, TargetAllocation? standing)
    {
        List<(string Key, Bilingual Name)> usual = to == AllocationTo.Areas ? [.. Areas] : [.. Units.Where(unit => unit.ExistsOn(new(year, 12, 31))).Select(unit => (unit.Id, unit.Name))];
        var known = usual.Select(subject => subject.Key).ToHashSet(StringComparer.Ordinal);
        return [.. usual, .. (standing?.Content.Parts ?? []).Where(part => known.Add(part.Subject)).Select(part => (part.Subject, NameOf(part.Subject)))];
    }
}

/// <summary>Reads what the page of an allocation shows.</summary>
internal sealed class AllocationDesk(IPlans plans, IAllocations allocations, IRegions regions)
{
    public async Task<AllocationSheet?> Find(string plan, string indicator, CancellationToken cancellation)
    {
        var view = await plans.Find(plan, cancellation);
        if (view?.Indicators.FirstOrDefault(one => one.Code == indicator) is not { } asked)
        {
            return null;
        }

        var standing = await allocations.Of(plan, indicator, cancellation);
        var region = view.Summary.Region;
        var below = await regions.WithBelow(region, cancellation);
        var areas = (await regions.All(cancellation)).Where(one => one.Code != region && below.Contains(one.Code)).ToList();
        var units = (await regions.Organizations(null, cancellation)).Where(unit => below.Contains(unit.Region)).ToList();
        return new(
            view.Summary,
            asked,
            [.. areas.Where(one => one.Parent == region).Select(one => (one.Code, one.Name))],
            [.. units.Where(unit => unit.Region == region)],
            areas.Select(one => (Key: one.Code, one.Name)).Concat(units.Select(unit => (Key: unit.Id, unit.Name))).ToDictionary(one => one.Key, one => one.Name, StringComparer.Ordinal),
            standing.Count > 0 ? standing[^1].Content.Rule : Usual(asked));
    }

    /// <summary>Shares, concentrations and indices are averaged; what is counted is added up.</summary>
    private static CombinationRule Usual(IndicatorView indicator) => indicator switch
    {
        { Target.Kind: TargetKind.Cumulative } => CombinationRule.Sum,
        { Unit: "%" or "‰" } => CombinationRule.WeightedMean,
        { Unit: var unit } when unit.Contains('/', StringComparison.Ordinal) => CombinationRule.Mean,
        { Target.Kind: TargetKind.Milestone } => CombinationRule.Worst,
        _ => CombinationRule.Sum,
    };
}
