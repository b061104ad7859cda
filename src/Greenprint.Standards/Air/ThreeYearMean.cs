using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>How a three-year mean is formed of its years; the text of HJ 663-2026 was not seen.</summary>
public enum ThreeYearForm
{
    /// <summary>Mean of the three unrounded yearly figures, rounded once at the end: the default, UNVERIFIED (75 %).</summary>
    UnroundedYears,

    /// <summary>Mean of the three published yearly figures: UNVERIFIED.</summary>
    PublishedYears,
}

/// <summary>The three-year moving mean (三年滑动平均) of a yearly figure.</summary>
public static class ThreeYearMean
{
    /// <summary>The mean of the yearly figure over three consecutive years, held against the limit of the last year's edition.</summary>
    /// <param name="years">Three results of whole consecutive years, in order.</param>
    /// <param name="item">Item.</param>
    /// <param name="statistic">Mean or percentile.</param>
    /// <param name="form">From unrounded or published yearly figures.</param>
    /// <param name="options">Zone and rounding of the verdict.</param>
    /// <exception cref="ArgumentException">These are not three whole consecutive years.</exception>
    public static AirFigure Of(
        IReadOnlyList<AirResult> years, MeasuredItem item, AirStatistic statistic, ThreeYearForm form = ThreeYearForm.UnroundedYears, AirOptions? options = null)
    {
        if (years.Count != 3 || years.Any(year => year.Period.Kind != PeriodKind.Year) || years[1].Period.Year != years[0].Period.Year + 1 || years[2].Period.Year != years[1].Period.Year + 1)
        {
            throw new ArgumentException("Three whole consecutive years are needed, in order.", nameof(years));
        }

        var figures = years.Select(year => year.Of(item, statistic).Figure).ToList();
        var last = years[2].Of(item, statistic);
        if (figures.Find(figure => !figure.IsGiven)?.NotGiven is { } reason)
        {
            return last with { Figure = Figure.Without(reason, last.Figure.Decimals, last.Figure.Unit), Verdict = null };
        }

        var sum = figures.Aggregate(Fraction.Zero, (total, figure) => total + (form == ThreeYearForm.UnroundedYears ? figure.Exact : Fraction.Of(figure.Published!.Value)));
        var mean = Figure.Of(sum / Fraction.Of(3), last.Figure.Decimals, last.Figure.Unit);
        return last with { Figure = mean, Verdict = AirVerdict.Of(mean, item, statistic, years[2].Edition!, options ?? new()) };
    }
}
