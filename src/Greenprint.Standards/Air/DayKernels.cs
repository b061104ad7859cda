namespace Greenprint.Standards.Air;

/// <summary>Hours to days, over spans, without allocation. Sums are whole numbers; a day's value is a sum brought to one common denominator, so that days compare as integers.</summary>
public static class DayKernels
{
    /// <summary>Daily means are stored times this, a multiple of every count of hours that a valid day can have.</summary>
    /// <remarks>lcm(20, 21, 22, 23, 24) = 212 520. A rule that asked for fewer hours would need more factors.</remarks>
    public const long MeanDenominator = 212_520;

    /// <summary>8 h means are stored times this: lcm(6, 7, 8).</summary>
    public const long WindowDenominator = 168;

    /// <summary>Daily means (日平均).</summary>
    /// <param name="hours">24 scaled values a day, <see cref="HourlySeries.Missing"/> where there is none.</param>
    /// <param name="leastHours">Fewest hours of a valid day, 20 to 24.</param>
    /// <param name="means">A value a day, times <see cref="MeanDenominator"/>; missing where the day is not valid.</param>
    /// <param name="counts">Hours with a value, a day.</param>
    public static void Means(ReadOnlySpan<long> hours, int leastHours, Span<long> means, Span<byte> counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastHours, 20);
        for (var day = 0; day < means.Length; day++)
        {
            var (sum, count) = (0L, 0);
            foreach (var hour in hours.Slice(day * 24, 24))
            {
                if (hour != HourlySeries.Missing)
                {
                    sum += hour;
                    count++;
                }
            }

            counts[day] = (byte)count;
            means[day] = count >= leastHours ? sum * (MeanDenominator / count) : HourlySeries.Missing;
        }
    }

    /// <summary>The largest 8 h moving mean of each day (日最大 8 小时滑动平均), of windows that lie inside the natural day.</summary>
    /// <param name="hours">24 scaled values a day.</param>
    /// <param name="rules">Fewest hours of a window (6 to 8), first and last end of a window.</param>
    /// <param name="maxima">A value a day, times <see cref="WindowDenominator"/>; missing where no window is valid. Whether the day counts is not decided here.</param>
    /// <param name="windows">Valid windows, a day.</param>
    public static void EightHourMaxima(ReadOnlySpan<long> hours, AssessmentRules rules, Span<long> maxima, Span<byte> windows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.WindowHours, 6);
        var (first, last, least) = (rules.FirstWindowEnd, rules.LastWindowEnd, rules.WindowHours);
        for (var day = 0; day < maxima.Length; day++)
        {
            var of = hours.Slice(day * 24, 24);
            var (sum, count, valid, largest) = (0L, 0, 0, HourlySeries.Missing);
            for (var end = 1; end <= last; end++)
            {
                Add(of[end - 1], 1, ref sum, ref count);
                if (end > 8)
                {
                    Add(of[end - 9], -1, ref sum, ref count);
                }

                if (end >= first && count >= least)
                {
                    valid++;
                    largest = Math.Max(largest, sum * (WindowDenominator / count));
                }
            }

            windows[day] = (byte)valid;
            maxima[day] = largest;
        }
    }

    /// <summary>The largest hourly mean of each day (日最大 1 小时平均), or missing.</summary>
    public static void HourMaxima(ReadOnlySpan<long> hours, Span<long> maxima)
    {
        for (var day = 0; day < maxima.Length; day++)
        {
            var largest = HourlySeries.Missing;
            foreach (var hour in hours.Slice(day * 24, 24))
            {
                largest = Math.Max(largest, hour);   // the code of a missing hour is the smallest number there is
            }

            maxima[day] = largest;
        }
    }

    private static void Add(long hour, int sign, ref long sum, ref int count)
    {
        if (hour != HourlySeries.Missing)
        {
            sum += sign * hour;
            count += sign;
        }
    }
}
