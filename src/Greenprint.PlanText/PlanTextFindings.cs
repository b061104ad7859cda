using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.PlanText;

/// <summary>Everything that a reading asks a person to look at. None of it is a reason to refuse the document. Explained in <c>docs/findings.md</c>.</summary>
public static class PlanTextFindings
{
    /// <summary>No heading was found.</summary>
    public static Finding NoOutline() => new("PLT-001", (
        "没有识别出任何标题。请检查文本是否带有“第一章”“一、”“（一）”等层次序号。",
        "No heading was found. Check that the text carries numbers such as 第一章, 一、 or （一）."));

    /// <summary>A number is of the wrong style.</summary>
    public static Finding NumberRepaired(string number, string title) => new("PLT-002", (
        Text($"标题“{number}{title}”的序号形式与上下文不符，已按上下文定级，序号按原文保留。请核对。"),
        Text($"The number of the heading “{number}{title}” does not fit its context: its level was taken from the context, the number kept as printed. Please check.")));

    /// <summary>A number is missing before this one.</summary>
    public static Finding NumberMissing(string number, string title, int due) => new("PLT-003", (
        Text($"标题“{number}{title}”之前缺少第 {due} 项，可能漏读或原文缺号。请核对。"),
        Text($"Before the heading “{number}{title}” number {due} is missing: it was not recognised, or the text skips it. Please check.")));

    /// <summary>A number comes again.</summary>
    public static Finding NumberRepeated(string number, string title, int due) => new("PLT-004", (
        Text($"标题“{number}{title}”的序号重复或倒退（应为第 {due} 项），可能缺少上级标题。请核对。"),
        Text($"The number of the heading “{number}{title}” repeats or goes back ({due} was due): a heading above it may be missing. Please check.")));

    /// <summary>No title was found.</summary>
    public static Finding NoTitle() => new("PLT-005", ("没有识别出文件标题，请在确认时填写。", "No title was found; enter it when you confirm."));

    /// <summary>No period was found.</summary>
    public static Finding NoPeriod() => new("PLT-006", (
        "没有识别出规划期限（如“2021—2025年”“十四五”），请在确认时填写。",
        "No period (such as 2021—2025年 or 十四五) was found; enter it when you confirm."));

    /// <summary>No region was found.</summary>
    public static Finding NoRegion() => new("PLT-007", ("没有识别出规划所属地区，请在确认时选择。", "No region was found; choose it when you confirm."));

    /// <summary>No goals were found.</summary>
    public static Finding NoGoals() => new("PLT-008", ("没有识别出规划目标一节。", "No section of goals was found."));

    /// <summary>No key tasks were found.</summary>
    public static Finding NoKeyTasks() => new("PLT-009", ("没有识别出主要任务。", "No key tasks were found."));

    /// <summary>No safeguards were found.</summary>
    public static Finding NoSafeguards() => new("PLT-010", ("没有识别出保障措施。", "No safeguards were found."));

    /// <summary>The text announces an indicator table, but none was read.</summary>
    public static Finding NoIndicators() => new("PLT-011", (
        "文中提到指标表，但没有读出指标：可能是图片或排版特殊。请对照原文补录，或用规划包导入（见 docs/howto/bring-in-a-plan.md）。",
        "The text announces an indicator table, but none was read: it may be a picture, or laid out unusually. Enter the indicators by hand, or with a plan pack (docs/howto/bring-in-a-plan.md)."));

    /// <summary>A short line was taken for a heading whose number was lost.</summary>
    public static Finding NumberLost(string title, int due) => new("PLT-012", (
        Text($"“{title}”没有序号，因缺少第 {due} 项且其后为正文，已按标题读取。请核对。"),
        Text($"“{title}” has no number; as number {due} is missing just there and text follows, it was read as a heading. Please check.")));

    /// <summary>The text has more numbers than any plan.</summary>
    public static Finding OutlineCutOff() => new("PLT-013", (
        "带序号的段落超过 20000 个，此后的序号未按标题读取。这可能不是规划文本，请核对。",
        "More than 20,000 paragraphs carry numbers; from here on none was read as a heading. This may be no plan: please check."));

    /// <summary>A row of the indicator table has no name.</summary>
    public static Finding IndicatorRowNotRead(string row) => new("PLT-014", (
        Text($"指标表中有一行没有识别出指标名称，未读取：“{row}”。请对照原文补录。"),
        Text($"A row of the indicator table has no name that was recognised; it was not read: “{row}”. Enter it by hand.")));

    /// <summary>A table of the last period was left aside.</summary>
    public static Finding LastPeriodTable(string caption) => new("PLT-015", (
        Text($"表“{caption}”是上一规划期的完成情况，没有作为本规划的指标读取。"),
        Text($"The table “{caption}” shows results of the last period; it was not read as this plan's indicators.")));

    /// <summary>The text counts other than the table.</summary>
    public static Finding IndicatorCountDiffers(int claimed, int read) => new("PLT-016", (
        Text($"正文称共有 {claimed} 项指标，读出 {read} 项。可能漏读、表格被截断，或原文计数不同。请核对。"),
        Text($"The text says that there are {claimed} indicators; {read} were read. Some may be missing, the table may be cut off, or the text counts otherwise. Please check.")));

    /// <summary>A target's wording was not understood.</summary>
    public static Finding TargetNotUnderstood(string name, string target) => new("PLT-017", (
        Text($"指标“{name}”的目标“{target}”含义不明，已照原文保留。请确认类型和数值。"),
        Text($"The target “{target}” of the indicator “{name}” was not understood; it was kept as printed. Confirm its kind and value.")));

    /// <summary>A plan without indicators cannot be aligned.</summary>
    public static Finding NothingToAlign() => new("PLT-018", (
        "没有读出指标，无法与另一份规划对照。请检查文件是否为规划全文、指标表是否为图片；可先用 plan read 查看读出的内容。",
        "No indicators were read, so there is nothing to lay beside the other plan. See whether the file is the whole plan and whether its table is a picture; plan read shows what was read."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
