using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>Puts plan, values and judgement together. One plan costs Planning's queries and one of its own, however many indicators it has.</summary>
internal sealed class StandingsReader(GreenprintDb db, IPlans plans, IChinaClock clock) : IStandings
{
    public async Task<PlanStandings?> OfPlan(string plan, DateOnly? asOf, CancellationToken cancellation)
    {
        var day = asOf ?? clock.Today;
        if (await View(plan, asOf, cancellation) is not { } view)
        {
            return null;
        }

        var values = (await Rows(plan, null, asOf, cancellation)).ToLookup(row => row.Indicator);
        return new(view, day, [.. view.Indicators.Select(indicator => Of(view, indicator, values[indicator.Code], day))]);
    }

    public async Task<IndicatorStanding?> OfIndicator(string plan, string code, DateOnly? asOf, CancellationToken cancellation)
    {
        var view = await View(plan, asOf, cancellation);
        return view?.Indicators.FirstOrDefault(indicator => indicator.Code == code) is { } found
            ? Of(view, found, await Rows(plan, code, asOf, cancellation), asOf ?? clock.Today)
            : null;
    }

    private Task<PlanView?> View(string plan, DateOnly? asOf, CancellationToken cancellation) =>
        asOf is { } day && day < clock.Today ? plans.FindAsOf(plan, day, cancellation) : plans.Find(plan, cancellation);

    // On an earlier day only what was on record by its end was known.
    private async Task<List<ValueRow>> Rows(string plan, string? code, DateOnly? asOf, CancellationToken cancellation)
    {
        var rows = db.Set<ValueRow>().AsNoTracking().Where(row => row.Plan == plan && (code == null || row.Indicator == code));
        if (asOf is { } day && day < clock.Today)
        {
            var end = ChinaTime.StartOf(day.AddDays(1));
            rows = rows.Where(row => row.RecordedAt < end);
        }

        return await rows.ToListAsync(cancellation);
    }

    private static IndicatorStanding Of(PlanView view, IndicatorView indicator, IEnumerable<ValueRow> rows, DateOnly day)
    {
        var values = CurrentValues.Of(rows);
        var deciding = values.Where(value => value.Origin == indicator.Deciding).ToList();
        var newest = deciding.Count == 0 ? null : deciding[^1];
        var standing = IndicatorStates.Judge(
            indicator, [.. deciding.Where(value => value.Value is not null).Select(value => new ActualValue(value.Period, value.Value!.Value))],
            view.Thresholds, day, newest is { Value: null } ? newest.NotGiven : null);
        return new(indicator, standing, values, [.. Differences(indicator, values)]);
    }

    // Compared as published: two figures that print alike are alike.
    private static IEnumerable<OriginDifference> Differences(IndicatorView indicator, IReadOnlyList<IndicatorValue> values) =>
        from decides in values
        where decides.Origin == indicator.Deciding && decides.Published is not null
        from other in values
        where other.Origin != indicator.Deciding && other.Period == decides.Period && other.Published is not null && other.Published != decides.Published
        select new OriginDifference(decides, other, other.Published!.Value - decides.Published!.Value);
}

/// <summary>Which of all revisions are shown.</summary>
internal static class CurrentValues
{
    /// <summary>
    /// The current revision of every year and origin, and of a year that is not whole yet the latest January-to-a-month. An earlier one is kept where another
    /// origin has no later figure to be held against. Months and quarters are answers of their own and no part of a plan's row of years.
    /// </summary>
    public static IReadOnlyList<IndicatorValue> Of(IEnumerable<ValueRow> rows)
    {
        var current = rows.GroupBy(row => (row.Period, row.Origin)).Select(group => group.MaxBy(row => row.Revision)!.ToValue())
            .Where(value => value.Period.Kind is PeriodKind.Year or PeriodKind.YearToDate)
            .ToList();
        var newest = current.GroupBy(value => (value.Origin, value.Period.Year)).Select(group => group.MaxBy(value => value.Period)!).ToList();
        var shown = newest.Select(value => value.Period).ToHashSet();
        return
        [
            .. current
                .Where(value => value.Period.Kind == PeriodKind.Year || shown.Contains(value.Period))
                .OrderBy(value => value.Period).ThenBy(value => value.Origin),
        ];
    }
}
