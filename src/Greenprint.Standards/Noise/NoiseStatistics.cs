using Greenprint.Quantities;

namespace Greenprint.Standards.Noise;

/// <summary>The equivalent levels of one day and night at one point.</summary>
/// <param name="Ld">昼间等效声级 over the hours of the day; null where one of them is missing.</param>
/// <param name="Ln">夜间等效声级.</param>
/// <param name="Ldn">昼夜等效声级: nights weigh 10 dB more; null where an hour is missing.</param>
/// <param name="MissingDayHours">Hours of the day without a level.</param>
/// <param name="MissingNightHours">Hours of the night without a level.</param>
public sealed record NoiseDay(EnergyMean? Ld, EnergyMean? Ln, EnergyMean? Ldn, int MissingDayHours, int MissingNightHours);

/// <summary>One measurement of a point in a functional area.</summary>
/// <param name="Point">Name.</param>
/// <param name="Limit">The limits of its class.</param>
/// <param name="Period">Part of the day.</param>
/// <param name="Leq">Equivalent level, or null where it is missing.</param>
public sealed record NoiseReading(string Point, NoiseLimit Limit, NoisePeriod Period, decimal? Leq);

/// <summary>Share of measurements that meet their limit (功能区达标率, by point-times).</summary>
/// <param name="Zone">Class of area, or null for all.</param>
/// <param name="Period">Part of the day, or null for both.</param>
/// <param name="Passing">Point-times that meet.</param>
/// <param name="Counted">Point-times with a level.</param>
/// <param name="Missing">Point-times without one: not counted.</param>
/// <param name="Rate">Passing over counted, in percent.</param>
public sealed record NoiseCompliance(string? Zone, NoisePeriod? Period, int Passing, int Counted, int Missing, Figure Rate);

/// <summary>Means and rates of environmental noise.</summary>
public static class NoiseStatistics
{
    private const decimal NightPenalty = 10m;

    /// <summary>Day, night and day-night levels of 24 hourly levels.</summary>
    /// <param name="table">From <see cref="StandardLibrary.Noise"/>.</param>
    /// <param name="hours">Equivalent level of the hour that begins at 0, 1, … 23 o'clock; null where it is missing.</param>
    /// <param name="overPresentHours">True: means over the hours that are there. The formulas divide by all hours of the day and of the night, so by default a missing hour forbids them.</param>
    public static NoiseDay Day(NoiseTable table, IReadOnlyList<decimal?> hours, bool overPresentHours = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNotEqual(hours.Count, 24, nameof(hours));
        var (day, night, both) = (new EnergyMean(), new EnergyMean(), new EnergyMean());
        var (missingDay, missingNight) = (0, 0);
        var presentDay = hours.Index().Count(hour => hour.Item is not null && table.PeriodOf(hour.Index) == NoisePeriod.Day);
        var presentNight = hours.Count(level => level is not null) - presentDay;
        foreach (var (hour, level) in hours.Index())
        {
            var isDay = table.PeriodOf(hour) == NoisePeriod.Day;
            if (level is not { } heard)
            {
                (missingDay, missingNight) = isDay ? (missingDay + 1, missingNight) : (missingDay, missingNight + 1);
                continue;
            }

            (isDay ? day : night).Add(heard);

            // Day and night keep their 16 : 8 whatever hours are missing; with none missing every hour has the same weight.
            both.Add(isDay ? heard : heard + NightPenalty, isDay ? (long)table.DayHours * presentNight : (long)(24 - table.DayHours) * presentDay);
        }

        EnergyMean? Given(EnergyMean mean, int missing) => mean.IsEmpty || (missing > 0 && !overPresentHours) ? null : mean;
        return new(Given(day, missingDay), Given(night, missingNight), day.IsEmpty || night.IsEmpty ? null : Given(both, missingDay + missingNight), missingDay, missingNight);
    }

    /// <summary>The day-night level of a day and a night level that were published: 10 lg([16·10^(0.1 Ld) + 8·10^(0.1 (Ln + 10))]/24).</summary>
    public static EnergyMean DayNight(NoiseTable table, decimal ld, decimal ln)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new EnergyMean().Add(ld, table.DayHours).Add(ln + NightPenalty, 24 - table.DayHours);
    }

    /// <summary>Rates of each class of area by day and by night, of all classes by day and by night, and of everything.</summary>
    public static IReadOnlyList<NoiseCompliance> Compliance(NoiseTable table, IReadOnlyList<NoiseReading> readings, Comparison? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rates = new List<NoiseCompliance>();
        foreach (var zone in readings.Select(reading => reading.Limit.Zone).Distinct().Order(StringComparer.Ordinal).Append(null))
        {
            foreach (NoisePeriod? period in (NoisePeriod?[])[NoisePeriod.Day, NoisePeriod.Night])
            {
                rates.Add(Rate(zone, period));
            }
        }

        return [.. rates, Rate(null, null)];

        NoiseCompliance Rate(string? zone, NoisePeriod? period)
        {
            var all = readings.Where(reading => (zone is null || reading.Limit.Zone == zone) && (period is null || reading.Period == period)).ToList();
            var counted = all.Where(reading => reading.Leq is not null).ToList();
            var passing = counted.Count(reading => table.Judge(reading.Limit, reading.Period, reading.Leq!.Value, null, comparison).Meets);
            return new(zone, period, passing, counted.Count, all.Count - counted.Count, counted.Count > 0
                ? Figure.Of(Fraction.Of(passing * 100, counted.Count), table.RatioDecimals, "%")
                : Figure.Without(new(NotGivenReason.NoData, table.RatioRule, ("没有有效监测点次。", "No point was measured validly."), []), table.RatioDecimals, "%"));
        }
    }

    /// <summary>The mean of the grid of a city: the arithmetic mean of its levels (区域声环境), not a mean by energy.</summary>
    /// <returns>Null where there is no level.</returns>
    public static Fraction? AreaMean(IReadOnlyList<decimal> levels) => levels.Count == 0 ? null : Fraction.Mean(levels);

    /// <summary>The mean of the roads of a city, each weighing by its length (道路交通声环境).</summary>
    /// <returns>Null where there is no road.</returns>
    public static Fraction? RoadMean(IReadOnlyList<(decimal Level, decimal Length)> roads)
    {
        var (sum, length) = (Fraction.Zero, Fraction.Zero);
        foreach (var road in roads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(road.Length, nameof(roads));
            sum += Fraction.Of(road.Level) * Fraction.Of(road.Length);
            length += Fraction.Of(road.Length);
        }

        return roads.Count == 0 ? null : sum / length;
    }
}
