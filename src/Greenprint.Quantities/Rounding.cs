namespace Greenprint.Quantities;

/// <summary>Rounding of published figures: 数值修约 by GB/T 8170, half to even, in exact decimal arithmetic.</summary>
/// <remarks>GB/T 8170 forbids rounding a figure that was rounded before: always start from the full value.</remarks>
public static class Rounding
{
    /// <summary><paramref name="value"/> with <paramref name="decimals"/> places; a dropped part of exactly one half goes to the even digit.</summary>
    public static decimal HalfEven(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.ToEven);

    /// <summary><paramref name="value"/> with so many significant digits (有效数字); a dropped part of exactly one half goes to the even digit. Zero stays zero.</summary>
    /// <param name="value">The full value.</param>
    /// <param name="digits">1 to 28.</param>
    public static decimal Significant(decimal value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 28);
        if (value == 0)
        {
            return 0m;
        }

        var places = digits - 1 - Exponent(value);
        var rounded = At(value, places);
        return Exponent(rounded) > Exponent(value) ? At(value, places - 1) : rounded;   // 9.96 with two digits is 10, not 10.0: still one rounding, of the full value
    }

    /// <summary>
    /// As <see cref="HalfEven"/>, but where that gives zero for a value that is not zero, the value with one significant digit (修约后为零时保留一位有效数字).
    /// </summary>
    /// <remarks>The practice of automatic water stations, which never publish a trace as zero; it is not a rule of GB/T 8170. UNVERIFIED: from public code.</remarks>
    public static decimal HalfEvenKeepingOne(decimal value, int decimals)
    {
        var rounded = HalfEven(value, decimals);
        return rounded == 0 && value != 0 ? Significant(value, 1) : rounded;
    }

    /// <summary>The value rounded at a place after (or, negative, before) the point.</summary>
    private static decimal At(decimal value, int places) => places switch
    {
        > 28 => value,   // a decimal has no more than 28 places: nothing is dropped
        >= 0 => HalfEven(value, places),
        _ => Unit.Shifted((Fraction.Of(value) / Fraction.Of(Unit.Shifted(1m, -places))).HalfEven(0), -places),
    };

    /// <summary>Of the first digit that is not zero: 0 for 1 to 9.99, -1 for 0.1 to 0.99.</summary>
    private static int Exponent(decimal value)
    {
        var (magnitude, exponent) = (Math.Abs(value), 0);
        for (var power = 1m; exponent < 28 && magnitude >= power * 10m; power *= 10m)
        {
            exponent++;
        }

        for (var power = 1m; magnitude < power; power *= 0.1m)
        {
            exponent--;
        }

        return exponent;
    }
}
