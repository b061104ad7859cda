using System.Globalization;
using System.Numerics;

namespace Greenprint.Quantities;

/// <summary>A number with its unit. Two quantities compare by what they are, not by how they are written; a quantity of another dimension is refused.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">The unit it is given in.</param>
public readonly record struct Quantity(decimal Value, Unit Unit) : IComparable<Quantity>
{
    /// <summary>The number in another unit of the dimension, exactly.</summary>
    /// <exception cref="ArgumentException">The unit measures something else.</exception>
    public decimal In(Unit unit) => Unit.Convert(Value, unit);

    /// <summary>The number as it is reported: rounded half to even (数值修约, GB/T 8170), never before a sum or a mean.</summary>
    public decimal ReportedIn(Unit unit, int decimals) => Rounding.HalfEven(In(unit), decimals);

    private Fraction Exact => Fraction.Of(Value) * (Unit.Power < 0 ? Fraction.Of(1, BigInteger.Pow(10, -Unit.Power)) : Fraction.Of(BigInteger.Pow(10, Unit.Power), 1));

    /// <inheritdoc/>
    public bool Equals(Quantity other) => Unit is null || other.Unit is null ? Unit == other.Unit : Unit.Dimension == other.Unit.Dimension && Exact == other.Exact;

    /// <inheritdoc/>
    public override int GetHashCode() => Unit is null ? 0 : HashCode.Combine(Unit.Dimension, Exact);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The other measures something else.</exception>
    public int CompareTo(Quantity other)
    {
        _ = Unit.PowerTo(other.Unit);   // refuses another dimension
        return Exact.CompareTo(other.Exact);
    }

    /// <summary>Less.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>More.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>No more.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>No less.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>For example <c>0.035 mg/L</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} {Unit}").TrimEnd();
}
