using System.Diagnostics;

namespace Greenprint.Quantities;

/// <summary>Units in which a mass of a substance per volume of air or water is given.</summary>
public enum ConcentrationUnit
{
    /// <summary>µg/m³: SO2, NO2, O3, PM10, PM2.5 in air.</summary>
    MicrogramPerCubicMetre,

    /// <summary>mg/m³: CO in air.</summary>
    MilligramPerCubicMetre,

    /// <summary>µg/L: traces in water.</summary>
    MicrogramPerLitre,

    /// <summary>mg/L: most items in water.</summary>
    MilligramPerLitre,
}

/// <summary>How the units of concentration relate, and how they are written.</summary>
public static class ConcentrationUnits
{
    /// <summary>How many mg/m³ one of the unit is; always a power of ten, so that a conversion is exact.</summary>
    public static decimal Factor(this ConcentrationUnit unit) => unit switch
    {
        ConcentrationUnit.MicrogramPerCubicMetre => 0.001m,
        ConcentrationUnit.MilligramPerCubicMetre => 1m,
        ConcentrationUnit.MicrogramPerLitre => 1m,
        ConcentrationUnit.MilligramPerLitre => 1000m,
        _ => throw new UnreachableException($"No factor for {unit}."),
    };

    /// <summary>As it is printed: µg/m³, mg/m³, µg/L, mg/L.</summary>
    public static string Symbol(this ConcentrationUnit unit) => unit switch
    {
        ConcentrationUnit.MicrogramPerCubicMetre => "µg/m³",
        ConcentrationUnit.MilligramPerCubicMetre => "mg/m³",
        ConcentrationUnit.MicrogramPerLitre => "µg/L",
        ConcentrationUnit.MilligramPerLitre => "mg/L",
        _ => throw new UnreachableException($"No symbol for {unit}."),
    };

    /// <summary>Reads a printed unit; the Greek μ and the micro sign µ, ug, m3 and m^3 are all met in files.</summary>
    public static bool TryParse(string? text, out ConcentrationUnit unit)
    {
        var plain = (text ?? "").Trim().Replace('μ', 'u').Replace('µ', 'u').Replace("m^3", "m3", StringComparison.OrdinalIgnoreCase)
            .Replace('³', '3').ToLowerInvariant();
        (var known, unit) = plain switch
        {
            "ug/m3" => (true, ConcentrationUnit.MicrogramPerCubicMetre),
            "mg/m3" => (true, ConcentrationUnit.MilligramPerCubicMetre),
            "ug/l" => (true, ConcentrationUnit.MicrogramPerLitre),
            "mg/l" => (true, ConcentrationUnit.MilligramPerLitre),
            _ => (false, default),
        };
        return known;
    }
}

/// <summary>Mass of a substance per volume of air or water (质量浓度).</summary>
/// <remarks>Held exactly, in mg/m³. Comparing two concentrations needs no unit; reading one in or out always names it.</remarks>
public readonly record struct Concentration : IComparable<Concentration>
{
    private readonly decimal milligramsPerCubicMetre;

    private Concentration(decimal milligramsPerCubicMetre)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milligramsPerCubicMetre);
        this.milligramsPerCubicMetre = milligramsPerCubicMetre;
    }

    /// <summary>So much of the unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative: an instrument below zero is a matter of quality control, not a concentration.</exception>
    public static Concentration From(decimal value, ConcentrationUnit unit) => new(value * unit.Factor());

    /// <summary>The value in a unit, exactly.</summary>
    public decimal In(ConcentrationUnit unit) => milligramsPerCubicMetre / unit.Factor();

    /// <summary>The value as it is reported: rounded half to even (数值修约, GB/T 8170), never before a sum or a mean.</summary>
    public decimal ReportedIn(ConcentrationUnit unit, int decimals) => Rounding.HalfEven(In(unit), decimals);

    /// <inheritdoc/>
    public int CompareTo(Concentration other) => milligramsPerCubicMetre.CompareTo(other.milligramsPerCubicMetre);

    /// <summary>Less.</summary>
    public static bool operator <(Concentration left, Concentration right) => left.CompareTo(right) < 0;

    /// <summary>More.</summary>
    public static bool operator >(Concentration left, Concentration right) => left.CompareTo(right) > 0;

    /// <summary>No more.</summary>
    public static bool operator <=(Concentration left, Concentration right) => left.CompareTo(right) <= 0;

    /// <summary>No less.</summary>
    public static bool operator >=(Concentration left, Concentration right) => left.CompareTo(right) >= 0;

    /// <summary>For example <c>0.035 mg/m³</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{milligramsPerCubicMetre} mg/m³");
}
