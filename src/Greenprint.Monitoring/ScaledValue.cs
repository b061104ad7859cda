using System.Diagnostics.CodeAnalysis;

namespace Greenprint.Monitoring;

/// <summary>A value of a reading as a whole number of 10⁻⁹ of its unit: exact in both engines, and fast to sum.</summary>
/// <remarks>Holds up to 9.2 × 10⁹ units with nine decimals; what does not fit is refused, never rounded.</remarks>
public static class ScaledValue
{
    /// <summary>Decimal places held.</summary>
    public const int Decimals = 9;

    private const decimal One = 1_000_000_000m;

    /// <summary>The value in its unit.</summary>
    public static decimal ToDecimal(long scaled)
    {
        // 35 and not 35.000000000: the scale of a decimal shows when it is printed.
        var decimals = Decimals;
        while (decimals > 0 && scaled % 10 == 0)
        {
            scaled /= 10;
            decimals--;
        }

        var size = Math.Abs(scaled);
        return new decimal(unchecked((int)size), unchecked((int)(size >> 32)), 0, scaled < 0, (byte)decimals);
    }

    /// <summary>The value as a whole number of 10⁻⁹; false when it is too large or has more than nine decimals.</summary>
    public static bool TryFrom(decimal value, out long scaled)
    {
        scaled = 0;
        if (Math.Abs(value) > 9_200_000_000m)
        {
            return false;
        }

        var whole = value * One;
        if (whole != decimal.Truncate(whole))
        {
            return false;
        }

        scaled = (long)whole;
        return true;
    }

    /// <summary>Reads a number as it stands in a file, times 10 to the power of <paramref name="shift"/>, without any rounding.</summary>
    /// <param name="text">Digits with an optional sign and decimal point, an exponent allowed; no blanks, no thousands separators.</param>
    /// <param name="shift">From the unit of the file to that of the series: -3 from µg to mg.</param>
    /// <param name="scaled">The value in 10⁻⁹ of the series' unit.</param>
    /// <returns>What came of it.</returns>
    public static ScaledReading Read(ReadOnlySpan<char> text, int shift, out long scaled)
    {
        scaled = 0;
        if (!TrySplit(text, out var negative, out var digits, out var exponent))
        {
            return ScaledReading.NotANumber;
        }

        return digits switch
        {
            { Overflow: true } => ScaledReading.TooLarge,
            { Mantissa: 0 } => ScaledReading.Read,
            _ => Shift(digits.Mantissa, exponent + shift + Decimals, negative, out scaled),
        };
    }

    private static ScaledReading Shift(long mantissa, int places, bool negative, out long scaled)
    {
        scaled = mantissa;
        for (; places < 0; places++)
        {
            if (scaled % 10 != 0)
            {
                return ScaledReading.TooPrecise;
            }

            scaled /= 10;
        }

        for (; places > 0; places--)
        {
            if (scaled > long.MaxValue / 10)
            {
                return ScaledReading.TooLarge;
            }

            scaled *= 10;
        }

        scaled = negative ? -scaled : scaled;
        return ScaledReading.Read;
    }

    private static bool TrySplit(ReadOnlySpan<char> text, out bool negative, out (long Mantissa, bool Overflow) digits, out int exponent)
    {
        (negative, digits, exponent) = (false, default, 0);
        var at = 0;
        if (at < text.Length && text[at] is '-' or '+')
        {
            negative = text[at++] == '-';
        }

        var (any, afterPoint, mantissa, overflow) = (false, false, 0L, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && !afterPoint)
            {
                afterPoint = true;
            }
            else if (char.IsAsciiDigit(c))
            {
                any = true;
                exponent -= afterPoint ? 1 : 0;
                overflow |= mantissa > (long.MaxValue - 9) / 10;
                mantissa = overflow ? mantissa : (mantissa * 10) + (c - '0');
            }
            else
            {
                break;
            }
        }

        digits = (mantissa, overflow);
        return any && (at == text.Length || TryExponent(text[at..], ref exponent));
    }

    private static bool TryExponent(ReadOnlySpan<char> text, ref int exponent)
    {
        if (text[0] is not ('e' or 'E') || text.Length is < 2 or > 4
            || !int.TryParse(text[1..], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var power))
        {
            return false;
        }

        exponent += power;
        return true;
    }
}

/// <summary>What came of reading a number.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "No type is named.")]
public enum ScaledReading
{
    /// <summary>Read.</summary>
    Read,

    /// <summary>The text is no number.</summary>
    NotANumber,

    /// <summary>Too large to be held.</summary>
    TooLarge,

    /// <summary>More decimals than are held.</summary>
    TooPrecise,
}
