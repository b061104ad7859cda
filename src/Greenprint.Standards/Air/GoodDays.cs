using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Good days (优良天数): days with an AQI of at most 100, as a share of days with an AQI.</summary>
/// <remarks>
/// No text fixes a smallest number of days for the ratio. By convention that of a period is given where every item of the index has the valid days which its
/// own figure would need (<c>docs/methods/good-day-ratio.md</c>); the assessment checks that, this only counts.
/// </remarks>
internal static class GoodDays
{
    internal static bool IsGood(int? aqi) => aqi <= 100;

    internal static Figure Ratio(IReadOnlyList<int?> days, Period period, AirEdition edition)
    {
        var decimals = edition.Assessment.RatioDecimals;
        var all = days.Count(aqi => aqi is not null);
        return all > 0
            ? Figure.Of(Fraction.Of(days.Count(IsGood) * 100, all), decimals, "%")
            : Figure.Without(
                new(NotGivenReason.NoData, edition.Index.Daily.MissingItemRule, ($"{period} 没有可以给出空气质量指数的日。", $"No day of {period} has an AQI."), []), decimals, "%");
    }
}
