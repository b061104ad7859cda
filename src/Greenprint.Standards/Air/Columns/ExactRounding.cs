namespace Greenprint.Standards.Air.Columns;

/// <summary>Rounding of a quotient of whole numbers, once, half to even (数值修约, GB/T 8170), without leaving whole numbers.</summary>
internal static class ExactRounding
{
    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    internal static long Power(int decimals) => Powers[decimals];

    /// <summary>The quotient in units of 10^−<paramref name="decimals"/>.</summary>
    /// <param name="numerator">Not negative.</param>
    /// <param name="denominator">Positive.</param>
    /// <param name="decimals">0 to 9.</param>
    internal static long HalfEven(Int128 numerator, Int128 denominator, int decimals)
    {
        var scaled = numerator * Power(decimals);
        if (scaled <= long.MaxValue && denominator <= long.MaxValue)
        {
            return HalfEven((long)scaled, (long)denominator);
        }

        var (quotient, rest) = Int128.DivRem(scaled, denominator);
        var left = denominator - rest;
        return (long)quotient + (rest > left || (rest == left && !Int128.IsEvenInteger(quotient)) ? 1 : 0);
    }

    /// <summary>The quotient as a whole number.</summary>
    internal static long HalfEven(long numerator, long denominator)
    {
        var (quotient, rest) = Math.DivRem(numerator, denominator);
        var left = denominator - rest;
        return rest > left || (rest == left && (quotient & 1) != 0) ? quotient + 1 : quotient;
    }

    /// <summary>Units of 10^−<paramref name="decimals"/> as a decimal.</summary>
    internal static decimal ToDecimal(long units, int decimals) =>
        units >= 0 ? new decimal(unchecked((int)units), (int)(units >> 32), 0, false, (byte)decimals) : -ToDecimal(-units, decimals);
}
