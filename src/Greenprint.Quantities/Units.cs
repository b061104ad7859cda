using System.Text;

namespace Greenprint.Quantities;

/// <summary>The units that limits and measurements are given in, and how files write them. A unit that is not known is a finding, never a guess.</summary>
public static class Units
{
    /// <summary>No unit.</summary>
    public static readonly Unit One = new("", Dimension.Number, 0);

    /// <summary>Percent of a whole.</summary>
    public static readonly Unit Percent = new("%", Dimension.Number, -2);

    /// <summary>µg/m³ of air.</summary>
    public static readonly Unit MicrogramPerCubicMetre = new("µg/m³", Dimension.MassPerAir, 0);

    /// <summary>mg/m³ of air.</summary>
    public static readonly Unit MilligramPerCubicMetre = new("mg/m³", Dimension.MassPerAir, 3);

    /// <summary>mg/L of water.</summary>
    public static readonly Unit MilligramPerLitre = new("mg/L", Dimension.MassPerWater, 0);

    /// <summary>µg/L of water.</summary>
    public static readonly Unit MicrogramPerLitre = new("µg/L", Dimension.MassPerWater, -3);

    /// <summary>mg/kg of dry soil or sediment, or of tissue.</summary>
    public static readonly Unit MilligramPerKilogram = new("mg/kg", Dimension.MassPerMass, 0);

    /// <summary>A-weighted decibel.</summary>
    public static readonly Unit Decibel = new("dB(A)", Dimension.SoundLevel, 0);

    private static readonly (Unit Unit, string[] Written)[] Known =
    [
        (One, ["1", "无量纲", "-"]),
        (Percent, ["％"]),
        (MicrogramPerCubicMetre, ["微克/立方米", "微克/米3"]),
        (MilligramPerCubicMetre, ["毫克/立方米", "毫克/米3"]),
        (new("ng/m³", Dimension.MassPerAir, -3), ["纳克/立方米"]),
        (MilligramPerLitre, ["毫克/升"]),
        (MicrogramPerLitre, ["微克/升"]),
        (new("µg/mL", Dimension.MassPerWater, 0), []),
        (new("ng/mL", Dimension.MassPerWater, -3), []),
        (new("ng/L", Dimension.MassPerWater, -6), ["纳克/升"]),
        (new("g/L", Dimension.MassPerWater, 3), ["克/升"]),
        (new("mg/m³", Dimension.MassPerWater, -3), ["毫克/立方米"]),
        (MilligramPerKilogram, ["毫克/千克", "毫克/公斤"]),
        (new("µg/g", Dimension.MassPerMass, 0), ["微克/克"]),
        (new("µg/kg", Dimension.MassPerMass, -3), ["微克/千克"]),
        (new("ng/g", Dimension.MassPerMass, -3), ["纳克/克"]),
        (new("ng/kg", Dimension.MassPerMass, -6), ["纳克/千克"]),
        (new("mg/g", Dimension.MassPerMass, 3), ["毫克/克"]),
        (new("g/kg", Dimension.MassPerMass, 3), ["克/千克"]),
        (new("%", Dimension.MassPerMass, 4), ["％"]),
        (new("1/L", Dimension.CountPerVolume, 0), ["个/L", "个/升", "MPN/L", "CFU/L"]),
        (new("cells/L", Dimension.CountPerVolume, 0), ["cell/L", "细胞/L", "细胞/升"]),
        (new("10⁴/L", Dimension.CountPerVolume, 4), ["万个/L", "万个/升"]),
        (new("1/100mL", Dimension.CountPerVolume, 1), ["个/100mL", "MPN/100mL", "CFU/100mL"]),
        (new("1/mL", Dimension.CountPerVolume, 3), ["个/mL", "CFU/mL", "MPN/mL"]),
        (new("1/kg", Dimension.CountPerMass, 0), ["个/kg", "个/千克"]),
        (new("1/g", Dimension.CountPerMass, 3), ["个/g", "个/g湿重", "个/克"]),
        (new("Bq/L", Dimension.ActivityPerVolume, 0), ["贝可/升"]),
        (new("mBq/L", Dimension.ActivityPerVolume, -3), []),
        (Decibel, ["dB", "分贝", "dBA"]),
        (new("µS/cm", Dimension.Conductivity, 0), ["微西门子/厘米"]),
        (new("mS/m", Dimension.Conductivity, 1), ["毫西门子/米"]),
        (new("mS/cm", Dimension.Conductivity, 3), []),
        (new("℃", Dimension.Temperature, 0), ["°C", "C", "摄氏度"]),
        (new("NTU", Dimension.Turbidity, 0), []),
        (new("PCU", Dimension.Colour, 0), ["度", "铂钴色度单位"]),
        (new("m", Dimension.Length, 0), ["米"]),
        (new("cm", Dimension.Length, -2), ["厘米"]),
        (new("mV", Dimension.Potential, 0), ["毫伏"]),
    ];

    private static readonly ILookup<string, Unit> BySpelling = Known
        .SelectMany(entry => entry.Written.Prepend(entry.Unit.Symbol).Select(written => (Spelling: Plain(written), entry.Unit)))
        .ToLookup(entry => entry.Spelling, entry => entry.Unit, StringComparer.Ordinal);

    /// <summary>Every unit.</summary>
    public static IEnumerable<Unit> All => Known.Select(entry => entry.Unit);

    /// <summary>The unit that is written so.</summary>
    /// <param name="text">µ, μ and u, m³, m3 and m^3, small and capital letters and the Chinese names are all met in files.</param>
    /// <param name="dimension">What is measured, where it is known: <c>%</c> of soil is a mass fraction, <c>mg/m³</c> of chlorophyll is a mass in water. Null: the commonest.</param>
    /// <returns>Null when no unit is written so.</returns>
    public static Unit? Find(string? text, Dimension? dimension = null)
    {
        var written = BySpelling[Plain(text ?? "")];
        return written.FirstOrDefault(unit => unit.Dimension == dimension) ?? (dimension is null ? written.FirstOrDefault() : null);
    }

    /// <summary>The unit that is written so.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Unit Get(string text, Dimension? dimension = null) => Find(text, dimension) ?? throw new KeyNotFoundException($"'{text}' is no unit that is known.");

    /// <summary>Reads the unit of a column that should be given in <paramref name="expected"/> or in another unit of its dimension.</summary>
    /// <param name="text">As the file writes it.</param>
    /// <param name="expected">The unit of the limit or of the store.</param>
    /// <param name="what">Name of the column, for the message.</param>
    /// <returns>The unit, or the finding that names what is wrong: an unknown unit (QTY-001), or one that measures something else (QTY-002).</returns>
    public static (Unit? Unit, Finding? Finding) Read(string text, Unit expected, string what)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Find(text, expected.Dimension) is { } unit ? (unit, null)
            : Find(text) is { } other ? (null, QuantityFindings.OtherDimension(what, other, expected))
            : (null, QuantityFindings.UnknownUnit(what, text, expected));
    }

    /// <summary>The power of ten that brings values in the unit written <paramref name="from"/> to the one written <paramref name="to"/>; null when a unit is not known or they measure different things.</summary>
    public static int? Shift(string from, string to) =>
        Find(to) is { } target && Find(from, target.Dimension) is { } source ? source.PowerTo(target) : null;

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Trim().ToLowerInvariant())
        {
            _ = letter switch
            {
                'μ' or 'µ' => plain.Append('u'),
                '³' => plain.Append('3'),
                '⁴' => plain.Append('4'),
                '（' => plain.Append('('),
                '）' => plain.Append(')'),
                '／' => plain.Append('/'),
                '^' or ' ' => plain,
                _ => plain.Append(letter),
            };
        }

        return plain.ToString();
    }
}

/// <summary>Every finding of quantities; each is explained in <c>docs/findings.md</c>.</summary>
public static class QuantityFindings
{
    /// <summary>QTY-001: a unit that is not known.</summary>
    public static Finding UnknownUnit(string what, string unit, Unit expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return new("QTY-001", ($"“{what}”的单位“{unit}”无法识别；应为 {Shown(expected)} 或可换算的单位。", $"The unit '{unit}' of '{what}' is not known; {Shown(expected)} or a unit that converts into it is expected."));
    }

    /// <summary>QTY-002: a unit that measures something else.</summary>
    public static Finding OtherDimension(string what, Unit unit, Unit expected)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(expected);
        return new("QTY-002", ($"“{what}”的单位“{Shown(unit)}”与 {Shown(expected)} 量纲不同，不能换算。", $"'{what}' is given in {Shown(unit)}, which does not convert into {Shown(expected)}: they measure different things."));
    }

    private static string Shown(Unit unit) => unit.Symbol.Length == 0 ? "1" : unit.Symbol;
}
