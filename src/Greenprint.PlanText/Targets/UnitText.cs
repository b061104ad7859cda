using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Targets;

/// <summary>Units as plans print them.</summary>
internal static partial class UnitText
{
    /// <summary>Parts a name from the unit printed in brackets at its end; the unit is null where there is none: （EQI） and （PM2.5） are no units.</summary>
    public static (string Name, string? Unit) Split(string name)
    {
        var match = Behind().Match(name);
        return match.Success && IsUnit(match.Groups["unit"].Value) ? (name[..match.Index].Trim(), match.Groups["unit"].Value.Trim()) : (name, null);
    }

    /// <summary>True where the text is a unit and nothing else.</summary>
    public static bool IsUnit(string text) => Whole().IsMatch(TextFold.Key(text));

    internal const string Simple =
        "(?:[%％‰℃]|百分点|个百分点"
        + "|(?:十|百|千|万|十万|百万|千万|亿|万亿)?(?:平方公里|平方千米|平方米|立方米|公里|千米|海里|米|公顷|亩|吨标准煤|吨标煤|吨煤|吨二氧化碳当量|吨二氧化碳|吨|公斤|千克|毫克|微克|纳克|克|升|千瓦时|千瓦|兆瓦|瓦|度|元|人次|人|户|辆|艘|架|台|套|座|个|条|处|家|项|件|起|枚|次|种|株|只|头|羽|所|宗|例|份|张|场|公升|蒸吨|方|标准立方米|立方|倍|名|支|块|片|口|对|艘次|班次|标台|床|天|日|月|季|年|小时|分钟|秒)"
        + "|(?:万|亿)?(?:tce|tCO2e?|kWh|kW|MW|GW|km2|km²|km|hm2|hm²|ha|m2|m²|m3|m³|mm|cm|mg|μg|µg|ug|ng|kg|dB\\(A\\)|dB|t|g|L|m|d|a|h|GJ|J|Bq)"
        + "|分贝\\(A\\)|分贝|无量纲|地区生产总值|国内生产总值|生产总值|工业增加值|增加值|GDP|标准煤|标煤|二氧化碳|CO2)";

    [GeneratedRegex("^(?:" + Simple + @"(?:[/／每·*×.]?(?:万|亿)?" + Simple + @"){0,4}|分|万|亿|公斤|级)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s*[（(〔\[［](?:单位[:：])?(?<unit>(?:[^（()）〔〕\[\]［］]|[（(]A[）)]){1,16})[）)〕\]］]\s*$")]
    private static partial Regex Behind();
}
