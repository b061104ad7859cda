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
public sealed record WaterClassInfo(WaterClass Class, Bilingual Name, Bilingual State, Bilingual Colour, string Rgb);
