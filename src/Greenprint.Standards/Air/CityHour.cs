using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>One item of one hour of a city.</summary>
/// <param name="Item">Item.</param>
/// <param name="Figure">Mean of the stations' 1 h means.</param>
/// <param name="Meets">Whether it meets the 1 h limit; null for particles, which have none and are not judged by the hour, and where it is not given.</param>
public sealed record HourFigure(MeasuredItem Item, Figure Figure, bool? Meets);

/// <summary>The hour of a city: for each item the mean of its urban points' 1 h means (HJ 663-2026 table A.2).</summary>
public static class CityHour
{
    /// <summary>All six items of an hour, in the order in which primary pollutants are named.</summary>
    /// <param name="stations">All points of the city; only urban ones count. The share that must have a value is that of a city's day, by convention.</param>
    /// <param name="day">The day in China.</param>
    /// <param name="hour">0 to 23: the hour that begins then.</param>
    /// <param name="rules">The edition of the day judges.</param>
    /// <param name="options">Zone.</param>
    public static IReadOnlyList<HourFigure> Of(IReadOnlyList<StationHours> stations, DateOnly day, int hour, AirRules rules, AirOptions? options = null)
    {
        var urban = AirAssessment.Urban(stations);
        var zone = (options ?? new()).Zone;
        return [.. MeasuredItems.AirBasic.Select(item => Of(urban, item, day, hour, rules.OnDay(day), zone))];
    }

    private static HourFigure Of(IReadOnlyList<StationHours> urban, MeasuredItem item, DateOnly day, int hour, AirEdition? edition, AirZone zone)
    {
        if (edition is null)
        {
            return new(item, Figure.Without(AirAssessment.NoEdition(Period.OfDay(day)), item.Decimals, item.Unit), null);
        }

        var values = urban.Select(station => station.For(item)).Where(series => series is not null && series.First <= day && day < series.First.AddDays(series.Days))
            .Select(series => series!.At(day, hour)).OfType<decimal>().ToList();
        var needed = edition.Assessment.StationsNeeded(urban.Count);
        if (values.Count < needed)
        {
            return new(item, Figure.Without(
                new(values.Count == 0 ? NotGivenReason.NoData : NotGivenReason.TooFewStations, edition.Assessment.CityRule,
                    ($"{item.Name.Zh}有效点位 {values.Count} 个，少于 {needed} 个（共 {urban.Count} 个）。",
                     $"{values.Count} of {urban.Count} points have {item.Symbol}; {needed} are needed."), []), item.Decimals, item.Unit), null);
        }

        var figure = Figure.Of(Fraction.Mean(values), edition.Assessment.PublishedDecimals(item), item.Unit);
        return new(item, figure, edition.Limits.For(item, Averaging.Hour)?.IsMetBy(figure.Rounded(edition.Assessment.JudgedDecimals(item))!.Value, zone));
    }
}
