using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>A value a day, kept exactly: a whole number over the series' denominator, and over the number of stations it is the mean of.</summary>
internal sealed class DailySeries
{
    /// <summary>What is kept of a day: the means of five items, then of ozone the largest hour and the largest 8 h mean, in the order in which primary pollutants are named.</summary>
    internal static readonly IndexItem[] Kept =
    [
        .. MeasuredItems.AirBasic.Where(item => item != MeasuredItems.O3).Select(item => new IndexItem(item, Averaging.Day)),
        new(MeasuredItems.O3, Averaging.Hour),
        new(MeasuredItems.O3, Averaging.EightHours),
    ];

    private readonly long denominator;

    internal DailySeries(DateOnly first, int days, long denominator)
    {
        (First, this.denominator) = (first, denominator);
        Numerators = new Int128[days];
        Numerators.AsSpan().Fill(HourlySeries.Missing);
        Stations = new ushort[days];
        Stations.AsSpan().Fill(1);
    }

    /// <summary>The days of one station, as a kernel made them.</summary>
    internal DailySeries(DateOnly first, ReadOnlySpan<long> numerators, long denominator)
        : this(first, numerators.Length, denominator)
    {
        for (var day = 0; day < numerators.Length; day++)
        {
            Numerators[day] = numerators[day];
        }
    }

    internal DateOnly First { get; }

    internal int Days => Numerators.Length;

    internal Int128[] Numerators { get; }

    internal ushort[] Stations { get; }

    internal bool Has(int day) => Numerators[day] != HourlySeries.Missing;

    internal Fraction this[int day] => Fraction.Of((BigInteger)Numerators[day], (BigInteger)denominator * HourlySeries.Scale * Stations[day]);

    /// <summary>True when the day's value, rounded half to even to <paramref name="decimals"/> places, is no more than the limit. In whole numbers, for every day of many cities.</summary>
    internal bool IsWithin(int day, decimal limit, int decimals)
    {
        Int128 tens = 1;
        for (var place = 0; place < decimals; place++)
        {
            tens *= 10;
        }

        var whole = (Int128)(limit * (decimal)tens);

        // The half above an even number is rounded down to it and still meets; above an odd one it is rounded up.
        var value = Numerators[day] * 2 * tens;
        var half = ((2 * whole) + 1) * denominator * HourlySeries.Scale * Stations[day];
        return whole % 2 == 0 ? value <= half : value < half;
    }

    /// <summary>These days without some of them.</summary>
    internal DailySeries Without(IEnumerable<DateOnly> days)
    {
        var kept = new DailySeries(First, Days, denominator);
        Numerators.CopyTo(kept.Numerators, 0);
        Stations.CopyTo(kept.Stations, 0);
        foreach (var day in days)
        {
            kept.Numerators[day.DayNumber - First.DayNumber] = HourlySeries.Missing;
        }

        return kept;
    }

    /// <summary>Days with a value among those of a month.</summary>
    internal int Count(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = Math.Max(0, from.DayNumber - First.DayNumber); day <= Math.Min(Days - 1, to.DayNumber - First.DayNumber); day++)
        {
            count += Has(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The mean of all days with a value, exactly.</summary>
    internal Fraction Mean()
    {
        // Days with the same number of stations share a denominator, so their numerators can be added as integers.
        var sums = new Dictionary<ushort, Int128>();
        var count = 0;
        for (var day = 0; day < Days; day++)
        {
            if (Has(day))
            {
                sums[Stations[day]] = sums.GetValueOrDefault(Stations[day]) + Numerators[day];
                count++;
            }
        }

        var sum = Fraction.Zero;
        foreach (var (stations, numerator) in sums)
        {
            sum += Fraction.Of((BigInteger)numerator, (BigInteger)denominator * HourlySeries.Scale * stations);
        }

        return sum / Fraction.Of(count);
    }

    /// <summary>Days with a value in rising order of the value.</summary>
    internal int[] Sorted()
    {
        var days = Enumerable.Range(0, Days).Where(Has).ToArray();
        Array.Sort(days, (left, right) =>
            (Numerators[left] * Stations[right]).CompareTo(Numerators[right] * Stations[left]));
        return days;
    }

    /// <summary>The percentile by interpolation: k = 1 + (n − 1)·p, X(s) + (X(s+1) − X(s))·(k − s) with s the whole part of k.</summary>
    internal Fraction Percentile(int percent)
    {
        var days = Sorted();
        var position = (days.Length - 1) * percent;
        var (whole, part) = (position / 100, position % 100);
        var low = this[days[whole]];
        return part == 0 ? low : low + ((this[days[whole + 1]] - low) * Fraction.Of(part, 100));
    }
}
