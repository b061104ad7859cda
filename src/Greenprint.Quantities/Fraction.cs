using System.Numerics;

namespace Greenprint.Quantities;

/// <summary>An exact rational number: means and percentiles are kept as fractions until they are published, so that no result depends on how a division was cut.</summary>
/// <remarks>
/// A mean of 21 hours has no finite decimal. Were it cut before the mean of a year is taken, a year's mean of exactly 30.5 could become 30.4999… and
/// round to 30 where GB/T 8170 says otherwise. Denominators are always positive; a fraction is kept in lowest terms.
/// </remarks>
public readonly struct Fraction : IComparable<Fraction>, IEquatable<Fraction>
{
    private readonly BigInteger denominatorLessOne;   // so that default(Fraction) is 0/1, a number

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        denominatorLessOne = denominator - BigInteger.One;
    }

    /// <summary>Above the line; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Below the line; positive.</summary>
    public BigInteger Denominator => denominatorLessOne + BigInteger.One;

    /// <summary>Zero.</summary>
    public static Fraction Zero => default;

    /// <summary>The fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction has no value over zero.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return denominator.Sign < 0
            ? new(-numerator / divisor, -denominator / divisor)
            : new(numerator / divisor, denominator / divisor);
    }

    /// <summary>The decimal as a fraction, without loss.</summary>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var (low, middle, high) = unchecked(((uint)bits[0], (uint)bits[1], (uint)bits[2]));   // unsigned words kept in signed integers
        var magnitude = ((BigInteger)high << 64) | ((BigInteger)middle << 32) | low;
        var scale = (bits[3] >> 16) & 0xFF;
        return Of(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, scale));
    }

    /// <summary>The mean of the values, exactly.</summary>
    /// <exception cref="DivideByZeroException">There is no value: a mean of nothing is not zero.</exception>
    public static Fraction Mean(IEnumerable<decimal> values)
    {
        var sum = Zero;
        var count = 0;
        foreach (var value in values)
        {
            sum += Of(value);
            count++;
        }

        return sum / Of(count, BigInteger.One);
    }

    /// <summary>The number with <paramref name="decimals"/> places, rounded once, half to even (数值修约, GB/T 8170).</summary>
    /// <param name="decimals">0 to 28.</param>
    public decimal HalfEven(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 28);
        var scaled = decimals == 0 ? Numerator : Numerator * BigInteger.Pow(10, decimals);
        var quotient = BigInteger.DivRem(BigInteger.Abs(scaled), Denominator, out var rest);
        var twice = (rest * 2).CompareTo(Denominator);
        if (twice > 0 || (twice == 0 && !quotient.IsEven))
        {
            quotient += BigInteger.One;
        }

        return WithScale(scaled.Sign < 0 ? -quotient : quotient, decimals);
    }

    /// <summary>The number as a decimal, as finely as a decimal can tell it (up to 20 places), without trailing zeros. For showing and storing, never for rounding again.</summary>
    public decimal ToDecimal()
    {
        var whole = BigInteger.Abs(Numerator / Denominator);
        var places = 20;
        while (places > 0 && whole * BigInteger.Pow(10, places) > DecimalReach)
        {
            places--;
        }

        return HalfEven(places) / 1.0000000000000000000000000000m;   // division drops trailing zeros
    }

    private static readonly BigInteger DecimalReach = new(79_000_000_000_000_000_000_000_000_000m);

    private static decimal WithScale(BigInteger digits, int decimals)
    {
        var magnitude = BigInteger.Abs(digits);
        var low = (uint)(magnitude & uint.MaxValue);
        var middle = (uint)((magnitude >> 32) & uint.MaxValue);
        var high = checked((uint)(magnitude >> 64));
        return new decimal(unchecked((int)low), unchecked((int)middle), unchecked((int)high), digits.Sign < 0, (byte)decimals);
    }

    /// <summary>Sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) =>
        Of((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>Equal.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Less.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>For example <c>61/2</c>.</summary>
    public override string ToString() => Denominator.IsOne ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
