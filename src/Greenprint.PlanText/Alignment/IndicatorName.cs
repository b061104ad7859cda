using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Alignment;

/// <summary>The name of an indicator without what plans word differently: general words, brackets, synonyms.</summary>
/// <param name="Full">Folded, with the words that stand in brackets.</param>
/// <param name="Base">Folded, without them.</param>
/// <param name="Stem">The base without 降低, 下降, 减少 at its end: what is measured.</param>
/// <param name="IsReduction">True where the name says that the number is a reduction.</param>
/// <param name="Code">Code of the catalogue, or null.</param>
/// <param name="Scope">What the brackets say of place or kind (陆域, 省控及以上断面), or empty.</param>
/// <param name="Marks">Words that tell one indicator from its neighbour (农村, 氨氮, 劣, 3类), in order.</param>
internal sealed partial record IndicatorName(string Full, string Base, string Stem, bool IsReduction, string? Code, string Scope, string Marks)
{
    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(() => IndicatorCatalogue.Bundled.All
        .SelectMany(indicator => indicator.Synonyms.Prepend(indicator.Name).SelectMany(name => new[] { Folded(name), Folded(WithoutBrackets(Key(name))) }.Select(key => (key, indicator.Code))))
        .GroupBy(pair => pair.key, StringComparer.Ordinal)
        .Where(same => same.Select(pair => pair.Code).Distinct().Count() == 1)   // a wording that two indicators share names neither
        .ToFrozenDictionary(same => same.Key, same => same.First().Code, StringComparer.Ordinal));

    public static IndicatorName Of(IndicatorItem item)
    {
        var key = Key(UnitText.Split(item.Name).Name);
        var (full, shortened) = (Folded(key), Folded(WithoutBrackets(key)));
        var code = Codes.Value.GetValueOrDefault(full) ?? Codes.Value.GetValueOrDefault(shortened);
        var stem = Reduced().Replace(shortened, "");
        var scope = string.Concat(Bracketed().Matches(key).Select(match => match.Groups["in"].Value).Where(text => text.Any(c => c > 0x2E80)));
        return new IndicatorName(full, shortened, stem, stem.Length < shortened.Length, code, scope, MarksOf(key));
    }

    /// <summary>The words in a text that tell one indicator from its neighbour.</summary>
    public static string MarksOf(string key) =>
        string.Join(' ', Telling().Matches(Particles(key)).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // Roman numbers before 类 as digits, so that Ⅲ, III and 3 are one.
    private static string Key(string name) => Roman().Replace(TextFold.Key(name), match => match.Value switch
    {
        "I" => "1",
        "II" => "2",
        "III" => "3",
        "IV" => "4",
        _ => "5",
    }).ToLowerInvariant();

    private static string WithoutBrackets(string key) => Bracketed().Replace(key, "");

    private static string Folded(string name)
    {
        var key = Punctuation().Replace(Particles(Key(name)), "");
        key = PerGdp().Replace(key, "单位gdp");
        key = Energy().Replace(key, "能耗");
        key = key.Replace("二氧化碳排放", "碳排放", StringComparison.Ordinal).Replace("海岸线", "岸线", StringComparison.Ordinal).Replace("使用量", "施用量", StringComparison.Ordinal);
        key = Better().Replace(key, "优");
        key = Mean().Replace(key, "浓度");
        key = General().Replace(key, "");
        return Share().Replace(key, "率");
    }

    private static string Particles(string key) =>
        key.Replace("可吸入颗粒物", "pm10", StringComparison.Ordinal).Replace("细颗粒物", "pm2.5", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![A-Za-z])(III|IV|II|I|V)(?=[类—–~～\-至、])")]
    private static partial Regex Roman();

    [GeneratedRegex(@"[(\[〔【](?<in>[^()\[\]〔〕【】]*)[)\]〕】]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[()\[\]〔〕【】“”""、，,。·的]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("(每|单位|万元|每万元|亿元)(地区生产总值|国内生产总值|生产总值|gdp)")]
    private static partial Regex PerGdp();

    [GeneratedRegex("能源消[耗费]")]
    private static partial Regex Energy();

    [GeneratedRegex("达到(或者?|和)?[好优]于|[好优]于")]
    private static partial Regex Better();

    [GeneratedRegex("(年平均|年均|平均)(质量)?浓度")]
    private static partial Regex Mean();

    [GeneratedRegex("地级及?以上城市|县级及?以上城市|城市建成区|城市|城镇|[全我本][市县区省]|大陆|(?<=地[表下]水)(环境)?(质量|水质)|环境(?=空气)")]
    private static partial Regex General();

    [GeneratedRegex("比率|比例|比重|占比|百分比")]
    private static partial Regex Share();

    [GeneratedRegex("(降低|下降|减少|削减|压减)(率|幅度|量)?$")]
    private static partial Regex Reduced();

    [GeneratedRegex(@"农村|乡村|陆域|海域|海水|海洋|近岸|化肥|农药|氨氮|化学需氧量|氮氧化物|挥发性有机物|二氧化硫|二氧化氮|二氧化碳|臭氧|一氧化碳|总磷|总氮|pm2\.5|pm10|煤炭|天然气|劣|地下水|地表水|饮用水|湿地|森林|草原|林草|危险废物|医疗|夜间|昼间|工业|农业|生活|建筑|重度|\d(?=类)")]
    private static partial Regex Telling();
}
