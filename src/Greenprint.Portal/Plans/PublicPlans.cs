using System.Globalization;
using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Portal.Indicators;
using Greenprint.Quantities;

namespace Greenprint.Portal.Plans;

/// <summary>The plans that the public may see. Every page, picture and open-data answer asks here, so a draft cannot slip out by one of them.</summary>
internal sealed class PublicPlans(IPlans plans, IStandings standings, IRegions regions, IChinaClock clock)
{
    internal async Task<IReadOnlyList<PlanSummary>> All(CancellationToken cancellation) =>
        [.. (await plans.All(cancellation)).Where(plan => plan.Status != PlanStatus.Draft)];

    /// <summary>A plan with the standing of each indicator today; null when there is none that the public may see.</summary>
    internal async Task<PlanSheet?> Plan(string id, CancellationToken cancellation)
    {
        if (!(await All(cancellation)).Any(plan => plan.Id == id) || await standings.OfPlan(id, asOf: null, cancellation) is not { } standing)
        {
            return null;
        }

        var summary = standing.Plan.Summary;
        return new(
            standing.Plan,
            standing.AsOf,
            [.. standing.Indicators.Select(indicator => new IndicatorSheet(indicator, standing.AsOf))],
            await regions.Find(summary.Region, cancellation),
            await Units(cancellation));
    }

    /// <summary>A plan as it is written, without values; null when there is none that the public may see.</summary>
    internal async Task<PlanView?> Text(string id, CancellationToken cancellation) =>
        await plans.Find(id, cancellation) is { Summary.Status: not PlanStatus.Draft } plan ? plan : null;

    /// <summary>One indicator; null when there is none that the public may see.</summary>
    internal async Task<(PlanView Plan, IndicatorSheet Sheet)?> Indicator(string id, string code, CancellationToken cancellation)
    {
        if (await plans.Find(id, cancellation) is not { Summary.Status: not PlanStatus.Draft } plan
            || await standings.OfIndicator(id, code, asOf: null, cancellation) is not { } standing)
        {
            return null;
        }

        return (plan, new IndicatorSheet(standing, clock.Today));
    }

    /// <summary>Regions that have a plan to show, the one with most plans first: it is the one a reader comes for.</summary>
    internal async Task<IReadOnlyList<Region>> Regions(CancellationToken cancellation)
    {
        var counts = (await All(cancellation)).CountBy(plan => plan.Region).ToDictionary(StringComparer.Ordinal);
        return [.. (await regions.All(cancellation)).Where(region => counts.ContainsKey(region.Code)).OrderByDescending(region => counts[region.Code])];
    }

    internal async Task<IReadOnlyDictionary<string, Bilingual>> Units(CancellationToken cancellation) =>
        (await regions.Organizations(region: null, cancellation)).ToDictionary(unit => unit.Id, unit => unit.Name, StringComparer.Ordinal);
}

/// <summary>A plan with what a page of it needs.</summary>
public sealed record PlanSheet(PlanView Plan, DateOnly AsOf, IReadOnlyList<IndicatorSheet> Indicators, Region? Region, IReadOnlyDictionary<string, Bilingual> Units)
{
    internal PlanSummary Summary => Plan.Summary;

    internal Bilingual Years => new(string.Create(CultureInfo.InvariantCulture, $"{Summary.Start}—{Summary.End}年"), string.Create(CultureInfo.InvariantCulture, $"{Summary.Start}–{Summary.End}"));

    internal Bilingual Status => Summary.Status == PlanStatus.Closed ? ("已收官", "Closed") : ("实施中", "In force");
}
