using System.Numerics;

namespace Greenprint.Standards.Noise;

/// <summary>Powers of ten with a fraction as exponent, as whole numbers of 10⁻ᵈ, with as many digits as are asked for.</summary>
internal sealed class FixedPowers
{
    /// <summary>No result is further from the truth than this many units of its last digit.</summary>
    internal static readonly BigInteger Doubt = BigInteger.Pow(10, 6);

    private readonly BigInteger one;
    private readonly BigInteger logarithmOfTen;

    internal FixedPowers(int digits)
    {
        one = BigInteger.Pow(10, digits);
        logarithmOfTen = (6 * Areatangent(3)) + (2 * Areatangent(9));   // ln 10 = 3 ln 2 + ln 1.25; ln 2 = 2 artanh 1/3, ln 1.25 = 2 artanh 1/9
    }

    /// <summary>10 to the power numerator/denominator, 0 to 1.</summary>
    internal BigInteger OfTen(BigInteger numerator, BigInteger denominator)
    {
        var exponent = logarithmOfTen * numerator / denominator;
        var (sum, term) = (one, one);
        for (var n = 1; !term.IsZero; n++)
        {
            term = term * exponent / one / n;
            sum += term;
        }

        return sum;
    }

    /// <summary>artanh(1/x) by its series.</summary>
    private BigInteger Areatangent(int x)
    {
        var sum = BigInteger.Zero;
        var power = one / x;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power /= x * x;
        }

        return sum;
    }
}
