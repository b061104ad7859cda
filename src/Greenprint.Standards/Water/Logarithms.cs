using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>
/// Logarithms and powers to as many digits as are asked for, in whole numbers. The trophic index and the mean of pH are no fractions; a <c>double</c> would leave
/// their last published digit to binary rounding.
/// </summary>
internal static class Logarithms
{
    private const int Places = 21;   // Figures are rounded to 20 places at most: every edge of such a rounding is a decimal with 21 places

    private static readonly BigInteger Scale = BigInteger.Pow(10, Places);

    /// <summary>
    /// The value, refined until no decimal with 21 places lies within its error: whatever it is rounded to, and whatever limit it is compared with, the outcome
    /// is that of the true value.
    /// </summary>
    /// <remarks>
    /// A value that stays within 10^−320 of such a decimal is that decimal: a sum of logarithms of rational numbers with rational weights is transcendental unless
    /// it vanishes (ln 1), and a mean of pH is a decimal only where its powers of ten add up to one.
    /// </remarks>
    /// <param name="approximate">The value with an error of less than 10^−digits.</param>
    internal static Fraction Settled(Func<int, Fraction> approximate)
    {
        for (var digits = 40; ; digits *= 2)
        {
            var value = approximate(digits);
            var error = Fraction.Of(1, BigInteger.Pow(10, digits));
            if (Floor(value - error) == Floor(value + error))
            {
                return value;
            }

            if (digits >= 320)
            {
                return Fraction.Of(Floor(value + Fraction.Of(1, Scale * 2)), Scale);
            }
        }
    }

    /// <summary>ln x with an error of less than 10^−digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive.</exception>
    internal static Fraction Natural(Fraction x, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(x.Numerator.Sign, 0, nameof(x));
        var bits = Bits(digits);
        return Fraction.Of(Natural(x, BigInteger.One << bits, bits), BigInteger.One << bits);
    }

    /// <summary>lg x with an error of less than 10^−digits.</summary>
    internal static Fraction Common(Fraction x, int digits) => Natural(x, digits + 4) / Natural(Fraction.Of(10, 1), digits + 8);

    /// <summary>10^x for x from −40 to 0, with an error of less than 10^−digits.</summary>
    internal static Fraction PowerOfTen(Fraction x, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, Fraction.Zero);
        var bits = Bits(digits) + 16;
        var one = BigInteger.One << bits;

        // e^(y/2^8), then squared eight times: few terms, and the error grows by less than 2^9.
        var exponent = x * Natural(Fraction.Of(10, 1), digits + 16) / Fraction.Of(256, 1);
        var y = exponent.Numerator * one / exponent.Denominator;
        var (sum, term) = (one, one);
        for (var n = 1; !term.IsZero; n++)
        {
            term = (term * y >> bits) / n;
            sum += term;
        }

        for (var squared = 0; squared < 8; squared++)
        {
            sum = sum * sum >> bits;
        }

        return Fraction.Of(sum, one);
    }

    private static BigInteger Natural(Fraction x, BigInteger one, int bits)
    {
        // x = m·2^k with m between 1/2 and 2; ln m = 2·artanh((m − 1)/(m + 1)).
        var power = (int)(x.Numerator.GetBitLength() - x.Denominator.GetBitLength());
        var (up, down) = power >= 0 ? (x.Numerator, x.Denominator << power) : (x.Numerator << -power, x.Denominator);
        return Artanh(up - down, up + down, one, bits) + (power == 0 ? BigInteger.Zero : power * Artanh(BigInteger.One, 3, one, bits));
    }

    /// <summary>2·artanh(up/down) for at most 1/3 either way.</summary>
    private static BigInteger Artanh(BigInteger up, BigInteger down, BigInteger one, int bits)
    {
        var t = BigInteger.Abs(up) * one / down;
        var square = t * t >> bits;
        var sum = BigInteger.Zero;
        for (var n = 1; !t.IsZero; n += 2)
        {
            sum += t / n;
            t = t * square >> bits;
        }

        return sum * 2 * up.Sign;
    }

    private static int Bits(int digits) => (digits * 10 / 3) + 64;

    private static BigInteger Floor(Fraction value)
    {
        var scaled = value.Numerator * Scale;
        var quotient = BigInteger.DivRem(scaled, value.Denominator, out var rest);
        return rest.Sign < 0 ? quotient - BigInteger.One : quotient;
    }
}
