using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>A level of the air quality index (空气质量指数级别), with its national name and colour.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="From">Smallest AQI of the level.</param>
/// <param name="To">Largest AQI of the level.</param>
/// <param name="Name">优, 良, 轻度污染 …</param>
/// <param name="Grade">一级 to 六级.</param>
/// <param name="Colour">Name of the colour.</param>
/// <param name="Rgb">The national colour on a screen, <c>#RRGGBB</c>; used for the AQI only.</param>
/// <param name="Cmyk">The national colour in print.</param>
/// <param name="Effect">What the air does to people (对健康影响情况), in our words after the standard.</param>
/// <param name="Advice">What people do (建议采取的措施), in our words after the standard, with the groups that the edition names.</param>
public sealed record AirLevel(
    int Level, int From, int To, Bilingual Name, string Grade, Bilingual Colour, string Rgb, Cmyk Cmyk, Bilingual Effect, Bilingual Advice);

/// <summary>A colour in print, each part 0 to 100.</summary>
/// <param name="Cyan">C.</param>
/// <param name="Magenta">M.</param>
/// <param name="Yellow">Y.</param>
/// <param name="Key">K.</param>
public readonly record struct Cmyk(int Cyan, int Magenta, int Yellow, int Key);
