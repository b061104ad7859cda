using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>Reads values of surface water as files give them. What cannot be is a finding and takes no part; nothing is corrected.</summary>
public static class WaterInput
{
    private static readonly string[] Standing = ["水库", "湖"];
    private static readonly string[] Flowing = ["入库", "出库", "入湖", "出湖", "坝下", "库下"];

    /// <summary>The item of a column of the command line, or null: <c>temp</c> and the 23 others of table 1.</summary>
    public static MeasuredItem? Item(string code) => MeasuredItems.Find(code) is { Medium: Medium.Water } item ? item : null;

    /// <summary>
    /// Reads a cell: a number, <c>&lt;0.02</c>, <c>0.02L</c>, 未检出, or missing. A negative concentration, a pH outside 0 to 14 and a text are findings; the value is
    /// then missing.
    /// </summary>
    public static MeasuredValue Read(MeasuredItem item, string? text, out Finding? finding, FindingPlace? place = null)
    {
        finding = null;
        if (!MeasuredValue.TryParse(text, out var value))
        {
            finding = WaterFindings.NoNumber(item, text!.Trim(), place);
            return MeasuredValue.Missing;
        }

        if (value.Value is { } number && !IsPossible(item, number))
        {
            finding = WaterFindings.Impossible(item, text!.Trim(), place);
            return MeasuredValue.Missing;
        }

        return value;
    }

    /// <summary>True for what can be: nothing below zero but a temperature, and a pH from 0 to 14.</summary>
    public static bool IsPossible(MeasuredItem item, decimal value) => item.Code switch
    {
        "temp" => value is >= -5m and <= 60m,
        "ph" => value is >= 0m and <= 14m,
        _ => value >= 0m,
    };

    /// <summary>Reads the type of a body of water, <c>river</c> or <c>lake</c>; another word is a finding and null.</summary>
    public static WaterBody? Body(string section, string text, out Finding? finding, FindingPlace? place = null)
    {
        finding = null;
        switch (text.Trim().ToLowerInvariant())
        {
            case "river":
                return WaterBody.River;
            case "lake":
                return WaterBody.Lake;
            default:
                finding = WaterFindings.UnknownBody(section, text.Trim(), place);
                return null;
        }
    }

    /// <summary>A remark where a section given as a river looks like standing water, by its name (水库, 湖); else null.</summary>
    /// <remarks>Names of inflows and outflows (入库口, 坝下) are rivers. The section is judged as it was given.</remarks>
    public static Finding? LooksLikeLake(string section, WaterBody body, FindingPlace? place = null) =>
        body == WaterBody.River && Standing.Any(word => section.Contains(word, StringComparison.Ordinal)) && !Flowing.Any(word => section.Contains(word, StringComparison.Ordinal))
            ? WaterFindings.LooksLikeLake(section, place)
            : null;
}
