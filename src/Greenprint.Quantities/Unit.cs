namespace Greenprint.Quantities;

/// <summary>What kind of quantity a unit measures (量纲). Values of two dimensions are never converted into each other or compared.</summary>
public enum Dimension
{
    /// <summary>A number without unit: pH, an index, a share.</summary>
    Number,

    /// <summary>Mass per volume of air (环境空气质量浓度).</summary>
    MassPerAir,

    /// <summary>Mass per volume of water (水中质量浓度). A litre of water is not a litre of air: µg/L here is not µg/m³ there.</summary>
    MassPerWater,

    /// <summary>Mass per mass of soil, sediment or tissue (质量分数).</summary>
    MassPerMass,

    /// <summary>Organisms or colonies per volume of water.</summary>
    CountPerVolume,

    /// <summary>Organisms per mass of sediment or tissue.</summary>
    CountPerMass,

    /// <summary>Radioactivity per volume of water.</summary>
    ActivityPerVolume,

    /// <summary>A-weighted sound level. A level is a logarithm: levels are never added or averaged as numbers.</summary>
    SoundLevel,

    /// <summary>Electric conductivity of water.</summary>
    Conductivity,

    /// <summary>Temperature.</summary>
    Temperature,

    /// <summary>Turbidity by scattered light.</summary>
    Turbidity,

    /// <summary>Colour on the platinum-cobalt scale.</summary>
    Colour,

    /// <summary>Length: the depth at which a Secchi disc is seen.</summary>
    Length,

    /// <summary>Electric potential of a redox electrode.</summary>
    Potential,
}

/// <summary>A unit: how it is printed, what it measures, and which power of ten it is of the dimension's first unit.</summary>
/// <param name="Symbol">As it is printed: µg/m³, mg/kg, dB(A).</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Power">One of it is 10 to this power of the dimension's first unit; only such units are known, so that every conversion is exact.</param>
public sealed record Unit(string Symbol, Dimension Dimension, int Power)
{
    /// <summary>The power of ten that brings a value in this unit to <paramref name="other"/>.</summary>
    /// <exception cref="ArgumentException">The units measure different things.</exception>
    public int PowerTo(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Dimension == other.Dimension ? Power - other.Power
            : throw new ArgumentException($"{Symbol} measures {Dimension}, {other.Symbol} measures {other.Dimension}: there is no conversion.", nameof(other));
    }

    /// <summary>A value in this unit, given in <paramref name="other"/>, exactly.</summary>
    /// <exception cref="ArgumentException">The units measure different things.</exception>
    /// <exception cref="OverflowException">The result has more digits than a decimal holds.</exception>
    public decimal Convert(decimal value, Unit other) => Shifted(value, PowerTo(other));

    /// <summary>The value times ten to the power, exactly.</summary>
    /// <exception cref="OverflowException">The result has more digits than a decimal holds.</exception>
    public static decimal Shifted(decimal value, int power)
    {
        var shifted = value;
        for (var step = 0; step < power; step++)
        {
            shifted *= 10m;
        }

        for (var step = 0; step > power; step--)
        {
            var tenth = shifted * 0.1m;
            shifted = tenth * 10m == shifted ? tenth : throw new OverflowException($"{value} times ten to {power} has more digits than can be held.");
        }

        return shifted;
    }

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;
}
