using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>The percentile of daily values (百分位数) by HJ 663 annex A: one readable way in, for a handful of values.</summary>
public static class Percentile
{
    /// <summary>k = 1 + (n − 1)·p; s = whole part of k; X(s) + (X(s+1) − X(s))·(k − s), over the values in rising order.</summary>
    /// <param name="values">At least one value, in any order.</param>
    /// <param name="percent">0 to 100.</param>
    /// <exception cref="ArgumentException">There is no value: a percentile of nothing is not zero.</exception>
    public static Fraction Of(IEnumerable<decimal> values, int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
        {
            throw new ArgumentException("There is no value.", nameof(values));
        }

        var position = (sorted.Count - 1) * percent;
        var (whole, part) = (position / 100, position % 100);
        var low = Fraction.Of(sorted[whole]);
        return part == 0 ? low : low + ((Fraction.Of(sorted[whole + 1]) - low) * Fraction.Of(part, 100));
    }
}
