using System.Text;
using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>How the names of sources are compared. What is shown is the name as it was given.</summary>
internal static class StationNames
{
    /// <summary>Full- and half-width forms are one (公庄河口（泰美） and 公庄河口(泰美)), blanks at the ends do not count.</summary>
    public static string Comparable(string name) => name.Trim().Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>北京市 and 北京 are one city; a name of two characters keeps its 市.</summary>
    public static string City(string city)
    {
        var comparable = Comparable(city);
        return comparable.Length > 2 && comparable.EndsWith('市') ? comparable[..^1] : comparable;
    }

    /// <summary>Code of a station that nobody has given one: from what sources call it, so every store gives the same.</summary>
    public static string CodeOf(StationKind kind, string city, string name) => $"{kind.Code()}/{City(city)}/{Comparable(name)}";

    /// <summary>The kind as it is written in files and codes.</summary>
    public static string Code(this StationKind kind) => kind switch
    {
        StationKind.Air => "air",
        StationKind.SurfaceWater => "surface-water",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind in words.</summary>
    public static Bilingual Name(this StationKind kind) => kind switch
    {
        StationKind.Air => ("环境空气", "Ambient air"),
        StationKind.SurfaceWater => ("地表水", "Surface water"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads a written kind.</summary>
    public static StationKind? KindOf(ReadOnlySpan<char> text) => text switch
    {
        "air" => StationKind.Air,
        "surface-water" => StationKind.SurfaceWater,
        _ => null,
    };
}
