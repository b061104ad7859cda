using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>From the hours of one station to its valid daily values, by the edition of each day, over buffers that are used again for the next station.</summary>
internal sealed class StationKernel<T>(HourColumns<T> hours, ColumnPlan plan)
    where T : struct
{
    private readonly int[] sums = new int[plan.Days];
    private readonly byte[] counts = new byte[plan.Days];

    /// <summary>Fills seven columns of days (<see cref="DailySeries.Kept"/>), each value times the column's denominator; <see cref="HourlySeries.Missing"/> where the day is not valid.</summary>
    internal void Fill(int station, Span<long> days)
    {
        days.Fill(HourlySeries.Missing);
        for (var item = 0; item < ColumnLayout.Items; item++)
        {
            if (hours.Has(item))
            {
                var largest = item == ColumnLayout.Ozone
                    ? Ozone(station, days.Slice(ColumnLayout.OzoneHour * plan.Days, plan.Days), days.Slice(ColumnLayout.OzoneEightHours * plan.Days, plan.Days))
                    : Means(station, item, days.Slice(item * plan.Days, plan.Days));
                CheckLargest(largest, station, item);
            }
        }
    }

    private uint Means(int station, int item, Span<long> means)
    {
        var largest = HourKernels.Sums(hours.Values(item, station), hours.Flags(item, station), sums, counts);
        Span<long> factors = stackalloc long[25];
        foreach (var run in plan.Runs)
        {
            if (run.Edition is not null)
            {
                var least = run.Edition.Assessment.DayHours;
                ArgumentOutOfRangeException.ThrowIfLessThan(least, 20);
                for (var count = least; count <= 24; count++)
                {
                    factors[count] = DayKernels.MeanDenominator / count;
                }

                for (var day = run.First; day < run.First + run.Length; day++)
                {
                    if (counts[day] >= least)
                    {
                        means[day] = sums[day] * factors[counts[day]];
                    }
                }
            }
        }

        return largest;
    }

    private uint Ozone(int station, Span<long> hourly, Span<long> maxima)
    {
        var largest = 0u;
        var values = hours.Values(ColumnLayout.Ozone, station);
        var flags = hours.Flags(ColumnLayout.Ozone, station);
        foreach (var run in plan.Runs)
        {
            if (run.Edition is null)
            {
                continue;
            }

            var hour = hourly.Slice(run.First, run.Length);
            var eight = maxima.Slice(run.First, run.Length);
            var windows = counts.AsSpan(run.First, run.Length);
            largest = Math.Max(largest, HourKernels.Ozone(
                values.Slice(run.First * 24, run.Length * 24), flags.IsEmpty ? flags : flags.Slice(run.First * 24, run.Length * 24), run.Edition.Assessment, eight, windows, hour));
            for (var day = 0; day < run.Length; day++)
            {
                if (windows[day] < run.Edition.Assessment.DayWindows && !Exceeds(eight[day], run.Edition))
                {
                    (eight[day], hour[day]) = (HourlySeries.Missing, HourlySeries.Missing);
                }
            }
        }

        return largest;
    }

    /// <summary>Few windows may have missed the maximum, but what they saw is already above the limit: such a day counts (HJ 663 6.1.2).</summary>
    private bool Exceeds(long maximum, AirEdition edition)
    {
        if (maximum == HourlySeries.Missing)
        {
            return false;
        }

        var decimals = edition.Assessment.JudgedDecimals(MeasuredItems.O3);
        var judged = ExactRounding.HalfEven(maximum, (Int128)DayKernels.WindowDenominator * ExactRounding.Power(hours.Decimals(ColumnLayout.Ozone)), decimals);
        return ExactRounding.ToDecimal(judged, decimals) > edition.Limits.For(MeasuredItems.O3, Averaging.EightHours)!.In(plan.Options.Zone);
    }

    private void CheckLargest(uint largest, int station, int item)
    {
        if (largest > HourlySeries.Largest * ExactRounding.Power(hours.Decimals(item)))
        {
            throw new ArgumentException(
                $"{MeasuredItems.AirBasic[item].Code} of station {station}: a value that is negative or above {HourlySeries.Largest} {MeasuredItems.AirBasic[item].Unit}, which an import should have refused.");
        }
    }
}
