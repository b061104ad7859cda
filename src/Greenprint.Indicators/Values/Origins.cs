using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>How origins are written in files and addresses, and called in sentences.</summary>
internal static class Origins
{
    public static string Code(this ValueOrigin origin) => origin switch
    {
        ValueOrigin.Computed => "computed",
        ValueOrigin.Reported => "reported",
        ValueOrigin.Issued => "issued",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "No such origin."),
    };

    public static Bilingual Name(this ValueOrigin origin) => origin switch
    {
        ValueOrigin.Computed => ("计算值", "Computed"),
        ValueOrigin.Reported => ("填报值", "Reported"),
        ValueOrigin.Issued => ("上级核定值", "Issued by the superior"),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "No such origin."),
    };

    public static ValueOrigin Parse(string code) =>
        TryParse(code, out var origin) ? origin : throw new FormatException($"'{code}' is no origin.");

    public static bool TryParse(string? code, out ValueOrigin origin)
    {
        (var known, origin) = code?.Trim().ToLowerInvariant() switch
        {
            "computed" => (true, ValueOrigin.Computed),
            "reported" => (true, ValueOrigin.Reported),
            "issued" => (true, ValueOrigin.Issued),
            _ => (false, default),
        };
        return known;
    }
}
