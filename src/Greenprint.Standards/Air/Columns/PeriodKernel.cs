using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>The statistics of one column of days over all periods: each month is sorted once, and longer periods merge its order from the top.</summary>
internal sealed class PeriodKernel<TSum>(ColumnPlan plan)
    where TSum : struct, IBinaryInteger<TSum>, IMinMaxValue<TSum>
{
    private readonly TSum[] taken = new TSum[plan.Days];
    private readonly TSum[] sorted = new TSum[plan.Days];
    private readonly int[] counts = new int[plan.Months.Count];
    private readonly int[] heads = new int[plan.Months.Count];
    private readonly Int128[] sums = new Int128[plan.Months.Count];

    /// <summary>Takes a column: sums, counts and order of each month.</summary>
    internal void Take(ReadOnlySpan<TSum> days)
    {
        days.CopyTo(taken);
        for (var month = 0; month < counts.Length; month++)
        {
            var (first, length) = plan.Months[month];
            var (sum, count) = (Int128.Zero, 0);
            foreach (var value in days.Slice(first, length))
            {
                if (value != PlaceDays<TSum>.Missing)
                {
                    sorted[first + count++] = value;
                    sum += Int128.CreateTruncating(value);
                }
            }

            sorted.AsSpan(first, count).Sort();
            (sums[month], counts[month]) = (sum, count);
        }
    }

    /// <summary>The value of a day.</summary>
    internal TSum Day(int day) => taken[day];

    /// <summary>Days with a value.</summary>
    internal int Count(PlannedPeriod period)
    {
        var count = 0;
        for (var month = period.FirstMonth; month < period.EndMonth; month++)
        {
            count += counts[month];
        }

        return count;
    }

    /// <summary>Why the period can have no figure, or null. A day needs a value; months and years need the days that the edition asks for.</summary>
    internal NotGivenReason? Lack(PlannedPeriod period, AssessmentRules rules, int all)
    {
        if (all == 0)
        {
            return NotGivenReason.NoData;
        }

        var (lacking, empty) = (false, false);
        for (var month = period.FirstMonth; month < period.EndMonth; month++)
        {
            lacking |= counts[month] < rules.DaysNeeded(plan.MonthAt(month));
            empty |= counts[month] == 0;
        }

        return lacking ? (empty ? NotGivenReason.IncompletePeriod : NotGivenReason.TooFewDays)
            : period.Period.Kind == PeriodKind.Year && all < rules.YearDays ? NotGivenReason.TooFewDays : null;
    }

    /// <summary>The sum of all days.</summary>
    internal Int128 Sum(PlannedPeriod period)
    {
        var sum = Int128.Zero;
        for (var month = period.FirstMonth; month < period.EndMonth; month++)
        {
            sum += sums[month];
        }

        return sum;
    }

    /// <summary>A hundred times the percentile: k = 1 + (n − 1)·p, X(s) + (X(s+1) − X(s))·(k − s) with s the whole part of k.</summary>
    internal Int128 HundredPercentiles(PlannedPeriod period, int all, int percent)
    {
        var (whole, part) = Math.DivRem((all - 1) * percent, 100);
        for (var month = period.FirstMonth; month < period.EndMonth; month++)
        {
            heads[month] = counts[month];
        }

        var (low, high) = (TSum.Zero, TSum.Zero);
        for (var left = all - whole; left > 0; left--)
        {
            (low, high) = (Next(period), low);
        }

        return part == 0 ? Int128.CreateTruncating(low) * 100 : (Int128.CreateTruncating(low) * (100 - part)) + (Int128.CreateTruncating(high) * part);
    }

    /// <summary>The largest value that was not taken yet.</summary>
    private TSum Next(PlannedPeriod period)
    {
        var (from, largest) = (-1, PlaceDays<TSum>.Missing);
        for (var month = period.FirstMonth; month < period.EndMonth; month++)
        {
            if (heads[month] > 0 && sorted[plan.Months[month].First + heads[month] - 1] is var value && value > largest)
            {
                (from, largest) = (month, value);
            }
        }

        heads[from]--;
        return largest;
    }
}
