using Greenprint.Monitoring;
using Greenprint.Quantities;

namespace Greenprint.Server.SampleCounty;

/// <summary>
/// The invented measurements: for a series and an hour always the same value, so that a county made today and one extended to today are equal.
/// </summary>
internal static class SampleReadings
{
    private static readonly DateTime Beginning = new(2020, 1, 1);
    private static readonly double[] WarmMonths = [-1, -0.9, -0.5, 0, 0.5, 0.9, 1, 1, 0.7, 0.2, -0.4, -0.8];

    /// <summary>All readings of a series that start in [from, to), in order of time.</summary>
    internal static IEnumerable<GivenReading> Of(Level level, DateOnly from, DateOnly to) => level.Sampling switch
    {
        Sampling.Hourly => Air(level, Hours(from), Hours(to)),
        Sampling.FourHourly => Automatic(level, Hours(from), Hours(to)),
        _ => ByHand(level, from, to),
    };

    private static long Hours(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(Beginning).DayNumber) * 24L;

    private static IEnumerable<GivenReading> Air(Level level, long from, long to)
    {
        var place = Noise.Seed(level.Station);
        var decimals = MeasuredItems.Get(level.Item).Decimals;
        for (var hour = from; hour < to; hour++)
        {
            if (Instruments.IsOut(place, hour))
            {
                continue;
            }

            var clock = Beginning.AddHours(hour);
            var measured = Instruments.Frozen(place, hour);
            var value = Value(level, place, measured) * Instruments.Leap(place, level.Item, hour);
            yield return new(level.Station, level.Item, ChinaTime.At(clock), TimeSpan.FromHours(1), Rounded(value, decimals), Instruments.Marks(level.Item, place, hour, clock));
        }
    }

    private static double Value(Level level, ulong place, long hour)
    {
        var clock = Beginning.AddHours(hour);
        var value = level.At(hour) * AirWeather.Factor(level.Item, place, hour, clock);
        return level.Item == "pm10" ? Math.Max(value, 3) : Math.Max(value, level.Item == "co" ? 0.1 : 1);
    }

    private static IEnumerable<GivenReading> Automatic(Level level, long from, long to)
    {
        var place = Noise.Seed(level.Station);
        for (var hour = from; hour < to; hour += 4)
        {
            if (!Instruments.IsOut(place, hour))
            {
                var clock = Beginning.AddHours(hour);
                yield return new(level.Station, level.Item, ChinaTime.At(clock), TimeSpan.FromHours(4), Water(level, place, hour, clock));
            }
        }
    }

    private static IEnumerable<GivenReading> ByHand(Level level, DateOnly from, DateOnly to)
    {
        var place = Noise.Seed(level.Station);
        for (var month = new DateOnly(from.Year, from.Month, 1); month < to; month = month.AddMonths(1))
        {
            var day = month.AddDays(2 + (int)(Noise.Uniform(place ^ 106, (month.Year * 12L) + month.Month) * 6));
            if (day >= from && day < to)
            {
                var clock = day.ToDateTime(new TimeOnly(9, 30));
                yield return new(level.Station, level.Item, ChinaTime.At(clock), TimeSpan.Zero, Water(level, place, Hours(day) + 9, clock));
            }
        }
    }

    // Rain of the flood season washes nutrients in; warm water holds less oxygen.
    private static decimal Water(Level level, ulong place, long hour, DateTime clock)
    {
        var series = place ^ Noise.Seed(level.Item);
        var swing = Noise.Smooth(series, hour, 240) + Noise.Smooth(series ^ 1, hour, 60) + (0.5 * Noise.Uniform(series ^ 2, hour)) - 1.25;
        var warm = AirWeather.Season(WarmMonths, clock);
        var season = level.Item switch
        {
            "do" => -0.14 * warm,
            "nh3n" or "tp" or "codmn" or "tn" => 0.12 * warm,
            _ => 0,
        };
        return Rounded(level.At(hour) * Math.Max(0.2, 1 + season + (level.Spread * swing)), MeasuredItems.Get(level.Item).Decimals);
    }

    private static decimal Rounded(double value, int decimals)
    {
        var scale = 1.0;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        return new decimal((long)((value * scale) + 0.5)) / (decimal)scale;
    }
}
