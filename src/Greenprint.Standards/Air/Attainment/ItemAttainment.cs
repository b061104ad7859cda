using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Whether an item attained its limits in a year (达标): its yearly mean and the percentile of its days both met; carbon monoxide and ozone by the percentile alone.</summary>
/// <param name="Item">Item.</param>
/// <param name="Meets">True when every figure was given and met; false when one exceeds; null when none exceeds but one cannot be given, or the period is no year.</param>
/// <param name="Figures">The figures it is judged by.</param>
public sealed record ItemAttainment(MeasuredItem Item, bool? Meets, IReadOnlyList<AirFigure> Figures)
{
    /// <summary>The largest exceedance multiple among the figures, or null where none exceeds.</summary>
    public decimal? Multiple => Figures.Max(figure => figure.Verdict?.Multiple);

    internal static ItemAttainment Of(MeasuredItem item, IEnumerable<AirFigure> figures)
    {
        var judged = figures.Where(figure => figure.Item == item).ToList();
        return new(item, All(judged), judged);
    }

    /// <summary>One exceeding figure decides; otherwise a figure that cannot be given leaves it open.</summary>
    internal static bool? All(IReadOnlyList<AirFigure> figures) =>
        figures.Any(figure => figure.Verdict is { Meets: false }) ? false
        : figures.All(figure => figure.Verdict is { Meets: true }) ? true : null;
}

/// <summary>How many of an item's days met the limit of a day (日达标率), each judged by the edition of the day.</summary>
/// <param name="Item">Item; ozone by its daily maximum 8 h mean.</param>
/// <param name="Valid">Days with a valid value.</param>
/// <param name="Within">Those of them at or below the limit.</param>
/// <param name="Rate">Within of valid, in percent; exceptional days are kept (实况).</param>
public sealed record ItemDays(MeasuredItem Item, int Valid, int Within, Figure Rate)
{
    internal static ItemDays Of(MeasuredItem item, DailySeries series, EditionDays editions, AirOptions options)
    {
        var (valid, within) = (0, 0);
        for (var day = 0; day < series.Days; day++)
        {
            if (series.Has(day) && editions[day] is { } edition)
            {
                valid++;
                within += series.IsWithin(day, edition.Limits.For(item, AirVerdict.OfDay(item))!.In(options.Zone), edition.Assessment.JudgedDecimals(item)) ? 1 : 0;
            }
        }

        var decimals = editions.Last?.Assessment.RatioDecimals ?? 1;
        return new(item, valid, within, valid > 0
            ? Figure.Of(Fraction.Of(within * 100, valid), decimals, "%")
            : Figure.Without(
                new(NotGivenReason.NoData, editions.Last?.Assessment.DayRule ?? new("GB 3095", "", Mark.Verified),
                    ($"{editions.Period} 没有有效的{item.Name.Zh}日值。", $"{editions.Period} has no valid day of {item.Symbol}."), []), decimals, "%"));
    }
}
