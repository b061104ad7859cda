using System.Globalization;
using Greenprint.Documents;
using Greenprint.PlanText;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.Aligning;

/// <summary>The alignment table (衔接对照表) as a Word file in the layout of government documents, with the answers.</summary>
internal static class AlignmentDocument
{
    private const string Empty = "—";

    /// <summary>The document, in Chinese, the language it is made in.</summary>
    public static OfficialDocument Of(AlignmentSheet sheet, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        List<OfficialPart> parts =
        [
            new OfficialParagraph($"本级规划：《{sheet.Local.Title.Zh}》（{sheet.Local.Start}—{sheet.Local.End} 年）。"),
            new OfficialParagraph($"{sheet.Beside.Zh}：《{sheet.Upper.Title.Zh}》（{sheet.Upper.Start}—{sheet.Upper.End} 年）{(sheet.Upper.IsUnchecked ? "，由系统读取，未经核对" : "")}。"),
            new OfficialParagraph($"指标衔接结果：{string.Join("，", sheet.Counts.Select(pair => Text($"{AlignmentWords.Name(pair.Status).Zh} {pair.Count} 项")))}。{(sheet.Open > 0 ? Text($"其中 {sheet.Open} 项尚待答复。") : "")}"),
            Pairs(sheet),
        ];
        if (sheet.Clauses.Count > 0)
        {
            parts.Add(Clauses(sheet));
        }

        return new("规划衔接对照表", parts) { Subtitle = $"（{Figures.Day(day).Zh}）", Mark = sheet.IsDemo ? "演示数据" : null };
    }

    private static OfficialTable Pairs(AlignmentSheet sheet) => new("表 1　指标衔接对照表", [4, 13, 8, 9, 13, 8, 9, 8, 16, 20], 2,
    [
        Row(new("序号"), new(sheet.Beside.Zh, Columns: 3), new("本级规划", Columns: 3), new("衔接结果"), new("说明"), new("答复")),
        Row(new("", ContinuesAbove: true), new("指标（单位）"), new("基期值"), new("目标值"), new("指标（单位）"), new("基期值"), new("目标值"), new("", ContinuesAbove: true), new("", ContinuesAbove: true), new("", ContinuesAbove: true)),
        .. sheet.Findings.Select((finding, i) => Row(
        [
            new(Text($"{i + 1}")), .. Side(finding.Pair.Upper), .. Side(finding.Pair.Local),
            new(AlignmentWords.Name(finding.Pair.Status).Zh), new(finding.Pair.Reason), new(Answer(finding)),
        ])),
    ])
    { Landscape = true };

    private static OfficialTable Clauses(AlignmentSheet sheet) => new("表 2　条款对应情况", [6, 42, 42, 10], 1,
    [
        Row(new("序号"), new(sheet.Beside.Zh), new("本级规划"), new("相似度")),
        .. sheet.Clauses.Select((pair, i) => Row(
            new(Text($"{i + 1}")), new($"{pair.Upper.Number}{pair.Upper.Title}\n{pair.Upper.Quote}"), new($"{pair.Local.Number}{pair.Local.Title}\n{pair.Local.Quote}"), new(Text($"{pair.Likeness:0.00}")))),
    ])
    { Landscape = true };

    private static TableCell[] Side(IndicatorItem? item) => item is null ? [new(Empty), new(Empty), new(Empty)] :
    [
        new(item.Name + (item.Unit is null ? "" : $"（{item.Unit}）")),
        new(item.Baseline is { } baseline ? Dated(baseline.Text, baseline.Year) : Empty),
        new(AlignmentWords.Target(item) is { } target ? Dated(target, item.Target?.Year) : Empty),
    ];

    private static string Answer(AlignedFinding finding) => finding.Current is { } answer
        ? $"{AlignmentWords.Name(answer.Kind).Zh}：{answer.Text}{(finding.HasChanged ? "（答复后该事项已变化）" : "")}\n{answer.By}　{ChinaTime.DayOf(answer.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : finding.Asks ? "待答复" : Empty;

    private static string Dated(string text, int? year) => year is null ? text : Text($"{text}\n（{year} 年）");

    private static TableRow Row(params TableCell[] cells) => new(cells);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
