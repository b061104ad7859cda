using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>Class of surface water (水质类别).</summary>
public enum WaterClass
{
    /// <summary>Ⅰ类.</summary>
    I = 1,

    /// <summary>Ⅱ类.</summary>
    II = 2,

    /// <summary>Ⅲ类.</summary>
    III = 3,

    /// <summary>Ⅳ类.</summary>
    IV = 4,

    /// <summary>Ⅴ类.</summary>
    V = 5,

    /// <summary>劣Ⅴ类.</summary>
    WorseThanV = 6,
}

/// <summary>What a body of water is: phosphorus has stricter limits in standing water, nitrogen has limits only there.</summary>
public enum WaterBody
{
    /// <summary>River (河流), and reservoirs of the river type.</summary>
    River,

    /// <summary>Lake or reservoir (湖、库).</summary>
    Lake,
}

/// <summary>A water class for a reader: name, state and national colour.</summary>
/// <param name="Class">Class.</param>
/// <param name="Name">Ⅲ类, Class III.</param>
/// <param name="State">水质状况: 优, 良好, 轻度污染, 中度污染, 重度污染.</param>
/// <param name="Colour">Name of the colour.</param>
/// <param name="Rgb">The colour on national maps, <c>#RRGGBB</c>; used for water classes only. The exact shades are not verified.</param>
/// <param name="Uses">What water of this class is for (水域功能, GB 3838-2002 clause 3); null for 劣Ⅴ, which has none.</param>
public sealed record WaterClassInfo(WaterClass Class, Bilingual Name, Bilingual State, Bilingual Colour, string Rgb, Bilingual? Uses);

/// <summary>Classes and states of water.</summary>
public static class WaterClasses
{
    /// <summary>The state that a class means: Ⅰ and Ⅱ 优, Ⅲ 良好, Ⅳ 轻度污染, Ⅴ 中度污染, 劣Ⅴ 重度污染.</summary>
    public static WaterState State(this WaterClass of) => (WaterState)Math.Max(1, (int)of - 1);

    /// <summary>The class whose name and colour a state has; of 优 it is Ⅱ.</summary>
    public static WaterClass Class(this WaterState state) => (WaterClass)((int)state + 1);

    /// <summary>Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ, 劣Ⅴ: the same in both languages, as tables print it.</summary>
    public static string Numeral(this WaterClass of) => of switch
    {
        WaterClass.I => "Ⅰ",
        WaterClass.II => "Ⅱ",
        WaterClass.III => "Ⅲ",
        WaterClass.IV => "Ⅳ",
        WaterClass.V => "Ⅴ",
        _ => "劣Ⅴ",
    };
}
