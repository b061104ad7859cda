using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.Charts;

namespace Greenprint.Portal.Indicators;

/// <summary>The yearly values and targets of an indicator as a chart.</summary>
internal static class IndicatorYears
{
    // A chart of more years cannot be read on a phone.
    private const int MostYears = 16;

    /// <summary>Null where the indicator has no yearly numbers to draw.</summary>
    internal static YearChartModel? Chart(IndicatorSheet sheet)
    {
        var indicator = sheet.Indicator;
        if (sheet.IsMilestone)
        {
            return null;
        }

        var sums = indicator.Target.Kind == TargetKind.Cumulative;
        var deciding = ByYear(sheet.Deciding);
        var other = sheet.Source.Values.Where(value => value.Origin != indicator.Deciding).GroupBy(value => value.Origin).MaxBy(group => group.Count());
        var others = other is null ? [] : ByYear(other);
        var known = deciding.Keys.Concat(others.Keys).Concat(indicator.Baseline is { } baseline ? [baseline.Year] : []).ToList();
        if (known is [] || (deciding.Count == 0 && indicator.Baseline?.Value is null))
        {
            return null;
        }

        var last = Math.Max(indicator.Target.Year, known.Max());
        var line = ScheduleLine.Of(indicator);
        var years = new List<YearPoint>();
        var sum = 0m;
        for (var year = Math.Max(known.Min(), last - MostYears + 1); year <= last; year++)
        {
            var value = deciding.GetValueOrDefault(year);
            var number = value?.Value ?? (value is null && !sums && indicator.Baseline?.Year == year ? indicator.Baseline.Value : null);
            if (sums && number is { } amount)
            {
                number = sum += amount;
            }

            // Sums are drawn from the deciding origin only: a sum of parts from two origins would be neither.
            years.Add(new(year, number, TargetOf(indicator, year), line?.AtEndOf(year), sums ? null : others.GetValueOrDefault(year)?.Value, Note(value)));
        }

        Bilingual title = sums
            ? new($"{indicator.Name.Zh}：逐年累计与目标", $"{indicator.Name.In(Cultures.English)}: running sum and targets")
            : new($"{indicator.Name.Zh}：逐年数值与目标", $"{indicator.Name.In(Cultures.English)}: yearly values and targets");
        return new(title, sheet.Unit, sheet.Decimals, years)
        {
            ValueName = Words.Origin(indicator.Deciding),
            OtherName = other is null ? Words.Origin(ValueOrigin.Issued) : Words.Origin(other.Key),
        };
    }

    // The year's own figure, else what the running year has so far.
    private static Dictionary<int, IndicatorValue> ByYear(IEnumerable<IndicatorValue> values) => values
        .Where(value => value.Period.Kind is PeriodKind.Year or PeriodKind.YearToDate)
        .GroupBy(value => value.Period.Year)
        .ToDictionary(year => year.Key, year => year.MaxBy(value => value.Period.Last)!);

    private static decimal? TargetOf(IndicatorView indicator, int year)
    {
        if (indicator.Target.Kind is TargetKind.Direction or TargetKind.Range)
        {
            return null;
        }

        return year == indicator.Target.Year
            ? indicator.Target.Value ?? (indicator.Target.Kind == TargetKind.Keep ? indicator.Baseline?.Value : null)
            : indicator.Steps.FirstOrDefault(step => step.Year == year)?.Value;
    }

    private static Bilingual? Note(IndicatorValue? value) => value switch
    {
        null => null,
        { Value: null } => value.NotGiven,
        { Period.Kind: PeriodKind.YearToDate } => new($"{Figures.When(value.Period).Zh}，暂定", $"{Figures.When(value.Period).En}, provisional"),
        { Provisional: true } => ("暂定", "provisional"),
        _ => null,
    };
}
