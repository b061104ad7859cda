using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming;

/// <summary>What the content of an item means in a plan, and whether it is enough for one.</summary>
internal static partial class PlanEntry
{
    private const int MostDecimals = 8;

    /// <summary>The code under which an item stands in the plan.</summary>
    public static string CodeOf(FoundItem item) => item.Kind == FoundKind.Indicator ? item.Content.Code ?? item.Id : item.Id;

    /// <summary>Why the content cannot enter a plan as it is; null when it can. What is missing is never made up.</summary>
    public static Lack? WhyNot(FoundKind kind, FoundContent content, PlanSummary plan) =>
        string.IsNullOrWhiteSpace(content.Name) ? new(nameof(content.Name), kind == FoundKind.Goal ? ("没有内容。", "It says nothing.") : ("没有名称。", "It has no name."))
        : kind == FoundKind.Indicator ? OfIndicator(content, plan)
        : kind == FoundKind.Project && content.Money is { } money && (money < 0 || !Figure.Fits(money)) ? new(nameof(content.Money), money < 0 ? ("投资不能为负。", "An investment is not negative.") : TooFine)
        : kind == FoundKind.Project && content.MoneyUnit?.Length > Lengths.Word ? new(nameof(content.MoneyUnit), ("计量单位过长。", "The unit is too long."))
        : null;

    /// <summary>A project as a plan has it; its units stand beside it.</summary>
    public static ProjectView Project(string code, FoundItem item)
    {
        var content = item.Content;
        var years = Years().Matches(content.Period ?? "").Select(year => int.Parse(year.Value, CultureInfo.InvariantCulture)).ToList();
        var (start, end) = years is [var one] ? (one, one) : years is [var from, var to] && from <= to ? (from, to) : default((int? Start, int? End));
        return new(code, new(content.Name!.Trim()))
        {
            Number = content.Number ?? "",
            Category = Text(content.Group),
            Content = Text(content.Text),
            Period = content.Period,
            Start = start,
            End = end,
            Investment = content.MoneyText is { } printed ? new(printed, content.Money, content.MoneyUnit)
                : content.Money is { } money ? new($"{TargetText.Plain(money)}{content.MoneyUnit}", money, content.MoneyUnit)
                : null,
            ClauseId = content.ClauseId,
            Page = item.Place.Page,
        };
    }

    private static Bilingual TooFine => ($"数值最多 {Figure.Places} 位小数。", $"A number has at most {Figure.Places} decimals.");

    /// <summary>An indicator as a plan has it. Only for a content that <see cref="WhyNot"/> has nothing against.</summary>
    public static PackIndicator Indicator(string code, FoundContent content, string group) => new()
    {
        Code = code,
        Name = new(content.Name!.Trim()),
        Group = group,
        Unit = content.Unit?.Trim() ?? "",
        Decimals = Math.Max(content.Decimals ?? 0, Scale(content)),   // never fewer than its own figures have
        Direction = content.Direction,
        Nature = content.Nature,
        Deciding = ValueOrigin.Reported,
        Baseline = HasBaseline(content) ? new(content.BaselineYear!.Value, content.BaselineValue, Text(content.BaselineText)) : null,
        Target = new(content.TargetKind!.Value, content.TargetYear!.Value, content.TargetValue, content.TargetUpper, Text(content.TargetText)),
    };

    private static Lack? OfIndicator(FoundContent content, PlanSummary plan) => content switch
    {
        { Code: { } code } when !PackRules.IsCode(code) => new(nameof(content.Code), ("指标代码只能用字母、数字、点、连字符。", "The code of an indicator is letters, digits, dots and hyphens.")),
        { TargetKind: null } => new(nameof(content.TargetKind), ("没有目标值，请选择目标类型并填写。", "It has no target: choose its kind and enter it.")),
        { TargetYear: null } => new(nameof(content.TargetYear), ("没有目标年。", "It has no target year.")),
        { TargetYear: var year } when year < plan.Start || year > plan.End + LaterYears =>
            new(nameof(content.TargetYear), ("目标年不在规划期内。", "The target year is not within the period of the plan.")),
        { TargetValue: null, TargetKind: TargetKind.AtLeast or TargetKind.AtMost or TargetKind.Range or TargetKind.Cumulative } =>
            new(nameof(content.TargetValue), ("这类目标需要数值。", "A target of this kind needs a number.")),
        { TargetKind: TargetKind.Range, TargetUpper: null } => new(nameof(content.TargetUpper), ("区间目标需要上限。", "A range needs its upper edge.")),
        { TargetUpper: not null, TargetKind: not (TargetKind.Range or TargetKind.AssignedBySuperior) } => new(nameof(content.TargetUpper), ("只有区间目标有上限。", "Only a range has an upper edge.")),
        { BaselineYear: null } when HasFigure(content) => new(nameof(content.BaselineYear), ("基期值没有年份。", "The baseline has no year.")),
        { BaselineYear: var year } when HasBaseline(content) && year >= content.TargetYear => new(nameof(content.BaselineYear), ("基准年不早于目标年。", "The baseline is not earlier than the target year.")),
        { TargetChange: not null, TargetKind: TargetKind.AtLeast or TargetKind.AtMost } when !Change().IsMatch(content.Name!) => new(
            nameof(content.TargetValue),
            ("目标值是变化量（例如“下降 14.5%”），指标名称说的却是状态值，两者不能相比。请改填目标状态值并清除“目标是变化幅度”，或在名称中写明变化（例如“……降低”）。",
             "The target is an amount of change, and the indicator by its name a state: the two do not compare. Enter the state to be reached and say that it is no change, or let the name say the change (for example '... reduction', ……降低).")),
        { Decimals: < 0 or > MostDecimals } => new(nameof(content.Decimals), ("小数位应为 0 到 8。", "Decimals are 0 to 8.")),
        _ when Indicator("x", content, "x") is var entry => entry switch
        {
            { Decimals: > MostDecimals } => new(nameof(content.Decimals), ("小数位应为 0 到 8。", "Decimals are 0 to 8.")),
            _ when content.BaselineValue is { } value && !Figure.Fits(value) => new(nameof(content.BaselineValue), TooFine),
            _ when PackReading.DirectionOf(entry) is null && entry.Target.Kind != TargetKind.Range =>
                new(nameof(content.Direction), ("请说明越高越好还是越低越好。", "Say whether higher or lower is better.")),
            _ when PackRules.OfTarget(PackReading.TargetOf(plan.Start, entry.Target), PackReading.DirectionOf(entry), PackReading.BaselineOf(entry)) is { } fault => new(nameof(content.TargetValue), fault),
            _ => null,
        },
        _ => null,
    };

    // Some plans look ahead (展望到 2035 年).
    private const int LaterYears = 30;

    private static bool HasFigure(FoundContent content) => content.BaselineValue is not null || content.BaselineText is { } text && !Nothing().IsMatch(text);

    private static bool HasBaseline(FoundContent content) => content.BaselineYear is not null && HasFigure(content);

    private static int Scale(FoundContent content) => new[] { content.BaselineValue, content.TargetValue, content.TargetUpper }.Max(value => value?.Scale) ?? 0;

    private static Bilingual? Text(string? printed) => string.IsNullOrWhiteSpace(printed) ? null : new(printed.Trim());

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Years();

    [GeneratedRegex("(降低|下降|降幅|减少|削减|减排|压减|压采|增长|增加|增幅|提高|提升|上升|新增)[^，；。]{0,6}$")]
    private static partial Regex Change();

    [GeneratedRegex(@"^[\s\-－—–‐─/／\\…]*$|^(无|暂无)$")]
    private static partial Regex Nothing();
}
