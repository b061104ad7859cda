using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;
using Greenprint.Quantities;

namespace Greenprint.PlanText.Alignment;

/// <summary>A printed unit as a scale and what it measures: 万吨 is 10000 times 吨, 公顷 is 10000 times 平方米, μg/m3 is 微克/立方米.</summary>
/// <param name="Scale">How many of the base unit one of it is.</param>
/// <param name="Base">The base unit, parts below the line in one order.</param>
internal sealed partial record UnitMeasure(Fraction Scale, string Base)
{
    private static readonly Dictionary<string, (Fraction Scale, string Base)> Parts = Table();

    /// <summary>The unit; null where none is printed (a dash, 无量纲).</summary>
    public static UnitMeasure? Of(string? printed)
    {
        // Only letters are folded: NFKC makes one sign of µ and μ and digits of ² and ³.
        var key = TextFold.Key(printed ?? "").Replace("ug", "μg", StringComparison.Ordinal);
        if (key.Length == 0 || Nothing().IsMatch(key))
        {
            return null;
        }

        var line = Line().Split(key);
        var above = Part(line[0]);
        var below = line.Skip(1).SelectMany(part => part.Split('·', '*', '.', '×')).Where(part => part.Length > 0).Select(Part).OrderBy(part => part.Base, StringComparer.Ordinal).ToArray();
        var scale = below.Aggregate(above.Scale, (product, part) => product / part.Scale);
        return new UnitMeasure(scale, string.Join('/', below.Select(part => part.Base).Prepend(above.Base)));
    }

    /// <summary>True where both are printed and do not convert.</summary>
    public static bool Differ(string? left, string? right) => Of(left) is { } a && Of(right) is { } b && a.Base != b.Base;

    private static (Fraction Scale, string Base) Part(string text)
    {
        if (Parts.TryGetValue(text, out var known))
        {
            return known;
        }

        var match = Multiple().Match(text);
        if (!match.Success)
        {
            return (Fraction.Of(1m), text);
        }

        var rest = match.Groups["rest"].Value;
        var (scale, unit) = rest.Length == 0 ? (Fraction.Of(1m), "") : Part(rest);
        return (match.Groups["by"].Value.Aggregate(scale, (product, c) => product * Fraction.Of(c switch
        {
            '十' => 10m,
            '百' => 100m,
            '千' => 1_000m,
            '万' => 10_000m,
            _ => 100_000_000m,
        })), unit);
    }

    private static Dictionary<string, (Fraction, string)> Table()
    {
        var table = new Dictionary<string, (Fraction, string)>(StringComparer.Ordinal);
        Add("%", 0.01m, "%", "百分比");
        Add("%", 0.001m, "‰");
        Add("百分点", 1m, "百分点", "个百分点");   // of itself: no share, though it begins like a hundred
        Add("米", 1_000m, "公里", "千米", "km");
        Add("米", 1m, "m");
        Add("平方米", 1m, "m2", "m^2");
        Add("平方米", 1_000_000m, "平方公里", "平方千米", "km2");
        Add("平方米", 10_000m, "公顷", "hm2", "ha");
        table["亩"] = (Fraction.Of(2000, 3), "平方米");
        Add("立方米", 1m, "m3", "立方", "方");
        Add("吨", 1m, "t");
        Add("吨", 0.001m, "公斤", "千克", "kg");
        Add("吨", 0.000_001m, "克", "g");
        Add("吨", 0.000_000_001m, "毫克", "mg");
        Add("吨", 0.000_000_000_001m, "微克", "μg");
        Add("吨标准煤", 1m, "吨标煤", "tce");
        Add("吨二氧化碳", 1m, "吨CO2", "tCO2", "吨二氧化碳当量", "tCO2e");
        Add("千瓦时", 1m, "度", "kWh");
        Add("千瓦", 1m, "kW");
        Add("千瓦", 1_000m, "兆瓦", "MW");
        Add("GDP", 1m, "地区生产总值", "国内生产总值", "生产总值");
        return table;

        void Add(string unit, decimal scale, params string[] names)
        {
            foreach (var name in names)
            {
                table[name] = (Fraction.Of(scale), unit);
            }
        }
    }

    [GeneratedRegex(@"^([-—–－―/／]+|无量纲|无)$")]
    private static partial Regex Nothing();

    [GeneratedRegex("[/／每]")]
    private static partial Regex Line();

    [GeneratedRegex("^(?<by>[十百千万亿]+)(?<rest>.*)$")]
    private static partial Regex Multiple();
}
