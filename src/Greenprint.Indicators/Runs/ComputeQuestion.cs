using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>Computes one period of a plan and puts the answer together: of a plan in the store, else of a binding that comes with the program.</summary>
internal sealed class ComputeQuestion(GreenprintDb db, IComputations computations, IPlans plans, ShippedPlans shipped, IChinaClock clock)
{
    /// <summary>The answer, or null when there is no such plan.</summary>
    public async Task<ComputeAnswer?> Ask(string plan, Period asked, string edition, CancellationToken cancellation)
    {
        var inStore = await plans.Find(plan, cancellation);
        if ((inStore ?? shipped.Find(plan)) is not { } view)
        {
            return null;
        }

        var figures = await computations.Compute(
            new(Actor.System("greenprint indicator compute"), view, [asked], edition, KeepValues: inStore is not null), cancellation);
        var period = ReachedPeriod.On(asked, clock.Today);
        var rows = inStore is null ? [] : await db.Set<ValueRow>().AsNoTracking().Where(row => row.Plan == plan).ToListAsync(cancellation);
        var values = rows.ToLookup(row => row.Indicator);
        var byCode = figures.ToDictionary(figure => figure.Indicator);
        return new(
            plan, view.Summary.Title, asked, period, edition, view.Summary.IsDemo, inStore is null,
            [.. view.Indicators.Select(indicator => Answer(view, indicator, period, byCode.GetValueOrDefault(indicator.Code), [.. values[indicator.Code]]))],
            Refusal(asked, figures));
    }

    private AnsweredIndicator Answer(PlanView view, IndicatorView indicator, Period? period, ComputedFigure? figure, IReadOnlyList<ValueRow> rows)
    {
        var run = figure?.Provenance;
        var others = rows.GroupBy(row => (row.Period, row.Origin)).Select(group => group.MaxBy(row => row.Revision)!.ToValue())
            .Where(value => period is { } until && value.Period.Last <= until.Last && !(value.Origin == ValueOrigin.Computed && value.Period == until))
            .ToList();
        var standing = Standing(view, indicator, period, run, others);
        var shown = others.Where(value => value.Period == period)
            .Select(value => new AnsweredValue(value.Origin, value.Value, value.Published, value.NotGiven, value.Provisional, value.Document, value.Run));
        if (run is not null)
        {
            shown = shown.Append(new(ValueOrigin.Computed, run.Value, run.Published, run.NotGiven, run.Period.Kind == PeriodKind.YearToDate, null, run.Run));
        }

        return new(
            indicator.Code, indicator.Name, indicator.Unit, indicator.Decimals, indicator.Deciding, indicator.Target,
            standing?.State ?? IndicatorState.Unknown, standing?.Why ?? ("月度、季度的数值不与年度目标比较。", "A month or a quarter is not held against a yearly target."),
            standing?.Progress, standing?.Gap, [.. shown.OrderBy(value => value.Origin)], run, figure?.IsNew ?? false, figure?.Finding);
    }

    // As it stood when the period was over: judged on the day after it, with the values up to it.
    private Standing? Standing(PlanView view, IndicatorView indicator, Period? period, Provenance? run, List<IndicatorValue> others)
    {
        if (period is not { Kind: PeriodKind.Year or PeriodKind.YearToDate } until)
        {
            return null;
        }

        var actual = others
            .Where(value => value.Origin == indicator.Deciding && value.Value is not null && value.Period.Kind is PeriodKind.Year or PeriodKind.YearToDate)
            .Select(value => new ActualValue(value.Period, value.Value!.Value)).ToList();
        if (indicator.Deciding == ValueOrigin.Computed && run?.Value is { } computed)
        {
            actual.Add(new(until, computed));
        }

        var day = until.Last.AddDays(1);
        return IndicatorStates.Judge(indicator, actual, view.Thresholds, day < clock.Today ? day : clock.Today, run?.NotGiven);
    }

    private static Finding? Refusal(Period asked, IReadOnlyList<ComputedFigure> figures)
    {
        if (figures.Count == 0 || figures.Any(figure => figure.Provenance is { NotGiven: null }))
        {
            return null;
        }

        // Months without data for every figure; a single station's lost month is told at that station.
        var empty = figures.Select(figure => figure.Provenance?.Lack).OfType<Lack>().Where(lack => lack.Kind == nameof(NotGivenReason.IncompletePeriod))
            .Select(lack => lack.Months.Where(month => month.Days == 0).Select(month => month.Month).ToHashSet(StringComparer.Ordinal))
            .Aggregate((HashSet<string>?)null, (shared, months) => shared is null ? months : [.. shared.Intersect(months)])?
            .Order(StringComparer.Ordinal).ToList() ?? [];
        return empty.Count > 0
            ? IndicatorsFindings.IncompletePeriod(asked, string.Join(", ", empty))
            : figures.All(figure => figure.Finding is not null) ? figures[0].Finding : null;
    }
}
