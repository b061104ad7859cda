using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>A level of the air quality index (空气质量指数级别), with its national name and colour.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="From">Smallest AQI of the level.</param>
/// <param name="To">Largest AQI of the level.</param>
/// <param name="Name">优, 良, 轻度污染 …</param>
/// <param name="Grade">一级 to 六级.</param>
/// <param name="Colour">Name of the colour.</param>
/// <param name="Rgb">The national colour, <c>#RRGGBB</c>; used for the AQI only.</param>
public sealed record AirLevel(int Level, int From, int To, Bilingual Name, string Grade, Bilingual Colour, string Rgb);
