using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>The findings of surface water; each is explained in <c>docs/findings.md</c>.</summary>
public static class WaterFindings
{
    /// <summary>STD-030: an item that the standard does not know.</summary>
    public static Finding UnknownItem(string item, FindingPlace? place = null) => new("STD-030", (
        $"“{item}”不是地表水的监测项目，未参加评价。", $"'{item}' is no item of surface water; it took no part."), place);

    /// <summary>STD-031: a concentration below zero, or a pH outside 0 to 14.</summary>
    public static Finding Impossible(MeasuredItem item, string value, FindingPlace? place = null) => new("STD-031", (
        $"{item.Name.Zh}的值“{value}”不可能存在，未参加评价。", $"{item.Name.En}: '{value}' cannot be; it took no part."), place);

    /// <summary>STD-032: text where a number belongs.</summary>
    public static Finding NoNumber(MeasuredItem item, string value, FindingPlace? place = null) => new("STD-032", (
        $"{item.Name.Zh}的值“{value}”不是数，未参加评价；未检出写作 0.02L、<0.02 或 未检出，缺测留空。",
        $"{item.Name.En}: '{value}' is no number; it took no part. Below detection is written 0.02L, <0.02 or 未检出; a missing value is left empty."), place);

    /// <summary>STD-033: a section given as a river whose name speaks of standing water.</summary>
    public static Finding LooksLikeLake(string section, FindingPlace? place = null) => new("STD-033", (
        $"“{section}”按河流评价，但名称像湖库。湖库的总磷限值更严，请核对水体类型。",
        $"'{section}' was judged as a river, but its name is that of a lake or reservoir. Lakes and reservoirs have stricter limits of phosphorus: check the type of water."), place);

    /// <summary>STD-034: neither river nor lake.</summary>
    public static Finding UnknownBody(string section, string body, FindingPlace? place = null) => new("STD-034", (
        $"“{section}”的水体类型“{body}”既不是 river（河流）也不是 lake（湖库），未评价。", $"'{section}': the type of water '{body}' is neither river nor lake; it was not judged."), place);

    /// <summary>STD-035: a reading of the proportion table leaves a gap.</summary>
    public static Finding NoLineFits(string name, string good, string worst) => new("STD-035", (
        $"{name}：Ⅰ～Ⅲ类 {good}%、劣Ⅴ类 {worst}%，按所选读法比例表没有对应的一行，按重度污染处理。",
        $"{name}: with {good} % at class I to III and {worst} % worse than V no line of the proportion table fits under the reading chosen; heavy pollution was taken."));

    /// <summary>STD-036: two periods with other sections.</summary>
    public static Finding OtherSections(string name, IReadOnlyList<string> sections) => new("STD-036", (
        $"{name}：两个时段的断面不一致（{string.Join('、', sections.Take(10))}），不能比较。", $"{name}: the two periods have other sections ({string.Join(", ", sections.Take(10))}); they cannot be compared."));

    /// <summary>STD-037: two periods with other items at a section.</summary>
    public static Finding OtherItems(string section, IReadOnlyList<MeasuredItem> items) => new("STD-037", (
        $"断面“{section}”两个时段的评价项目不一致（{string.Join('、', items.Select(item => item.Name.Zh))}），不能比较。",
        $"Section '{section}' was judged on other items in the two periods ({string.Join(", ", items.Select(item => item.Name.En))}); they cannot be compared."));

    /// <summary>STD-038: a period without a section that can be judged.</summary>
    public static Finding NothingToCompare(string name, Period period) => new("STD-038", (
        $"{name}：{period} 没有可评价的断面，不能比较。", $"{name}: {period} has no section that can be judged; there is nothing to compare."));

    /// <summary>STD-039: the two rules of change point to different sides.</summary>
    public static Finding ChangeContradicts(string name, Bilingual byProportions, Bilingual byState) => new("STD-039", (
        $"{name}：按类别比例为{byProportions.Zh}，按水质状况等级为{byState.Zh}，方向相反，办法未规定如何取舍，由人工判断。",
        $"{name}: {byProportions.En} by proportions but {byState.En} by state. The rule does not foresee opposite directions: a person decides."));
}
