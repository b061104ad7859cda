using System.Globalization;
using Greenprint.Documents;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.AsOf;

namespace Greenprint.Planning.Adjusting;

/// <summary>The approval sheet of an adjustment (调整审批表) as a Word file in the layout of government documents.</summary>
internal static class AdjustmentDocument
{
    private const string Empty = "—";

    /// <summary>The document, in Chinese, the language it is made in.</summary>
    public static OfficialDocument Of(AdjustmentSheet sheet, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var adjustment = sheet.Adjustment;
        var unit = sheet.Indicator?.Unit is { Length: > 0 } known ? $"（{known}）" : "";
        List<OfficialPart> parts =
        [
            new OfficialTable(null, [18, 32, 18, 32], 0,
            [
                Row("规划", sheet.Plan.Title.Zh, "申请编号", adjustment.Code),
                Row("调整对象", $"{AdjustmentWords.Of(adjustment.Subject.Kind).Zh}：{sheet.Subject.Zh}", "申请人", $"{adjustment.ProposedByName}　{At(adjustment.Nodes[AdjustmentStage.Drafted].At)}"),
                Row("办理状态", AdjustmentWords.Standing(adjustment, day).Zh, "提交日期", adjustment.Nodes.TryGetValue(AdjustmentStage.Submitted, out var submitted) ? At(submitted.At) : Empty),
                new([new("依据与理由"), new(adjustment.Proposal.Grounds, Columns: 3)]),
            ]),
            new OfficialTable($"表 1　调整前后对照{unit}", [24, 38, 38], 1,
            [
                Row("项目", "调整前", "调整后"),
                .. ProposalLines.Of(adjustment.Proposal, sheet.Tasks).Select(line => Row(line.Name.Zh, line.Was?.Zh ?? Empty, line.IsChanged ? line.Now?.Zh ?? Empty : "不变")),
            ]),
        ];
        if (sheet.Check.Lines.Count > 0)
        {
            parts.Add(new OfficialTable(
                "表 2　衔接校核", [20, 14, 66], 1,
                [
                    Row("对照", "结果", "说明"),
                    .. sheet.Check.Lines.Select(line => Row(CheckWords.Of(line.Against).Zh, CheckWords.Of(line.Verdict).Zh, line.Text.Zh)),
                    new([new("校核依据"), new(Basis(sheet, day), Columns: 2)]),
                ]));
        }

        parts.Add(new OfficialTable("表 3　有关单位意见", [6, 24, 18, 36, 16], 1,
        [
            Row("序号", "单位", "意见", "内容", "反馈人及日期"),
            .. adjustment.Asked.Count == 0 ? [Row(Empty, "尚未征求意见", Empty, Empty, Empty)] : adjustment.Asked.Select((asked, i) => Opinion(sheet, asked, i + 1, day)),
        ]));
        parts.Add(new OfficialTable("表 4　决定与公布", [24, 76], 0, Decision(adjustment)));
        return new("规划目标和任务调整审批表", parts) { Subtitle = $"（{Figures.Day(day).Zh}）", Mark = sheet.Plan.IsDemo ? "演示数据" : null };
    }

    private static string Basis(AdjustmentSheet sheet, DateOnly day)
    {
        var when = sheet.IsCheckOfDecision ? $"{At(sheet.Adjustment.Decision!.At)} 决定时的校核结果，随决定保存" : $"{AsOfDay.Text(day)} 校核";
        return sheet.Check.Above is { } above ? $"{CheckWords.Of(above).Zh}；{when}。" : $"{when}。";
    }

    private static TableRow Opinion(AdjustmentSheet sheet, string unit, int number, DateOnly day)
    {
        var adjustment = sheet.Adjustment;
        var given = adjustment.Opinions.FirstOrDefault(one => one.Unit == unit);
        var kind = given?.Opinion is { } opinion ? AdjustmentWords.Of(opinion).Zh : day > adjustment.OpinionsUntil || !adjustment.IsOpen ? "逾期未反馈" : "待反馈";
        return Row(number.ToString(CultureInfo.InvariantCulture), sheet.Tasks.UnitName(unit).Zh, kind, given?.Why ?? Empty, given is null ? Empty : $"{given.ByName}\n{At(given.At)}");
    }

    private static IReadOnlyList<TableRow> Decision(Adjustment adjustment) => adjustment.Decision switch
    {
        null => [Row("批准意见", "　\n　\n　"), Row("批准文件文号、日期", "　"), Row("签字、日期", "　\n　")],
        { Act: AdjustmentAct.Refuse } refused => [Row("决定", "不予调整"), Row("理由", refused.Why ?? Empty), Row("决定人、日期", $"{refused.ByName}　{At(refused.At)}")],
        var approved =>
        [
            Row("决定", "同意调整"), Row("批准文件文号、日期", $"{approved.Document}（{AsOfDay.Text(approved.Day!.Value)}）"), Row("决定人、日期", $"{approved.ByName}　{At(approved.At)}"),
            .. approved.Waiver is { } waiver ? [Row("同意放宽的文件", waiver)] : Array.Empty<TableRow>(),
            .. approved.Assigner is { } assigner ? [Row("下达机关的文件", assigner)] : Array.Empty<TableRow>(),
            .. approved.Why is { } why ? [Row("说明", why)] : Array.Empty<TableRow>(),
            Row("公布", adjustment.Nodes.TryGetValue(AdjustmentStage.Published, out var published) ? $"{published.ByName}　{At(published.At)}" : "待公布"),
        ],
    };

    private static TableRow Row(params string[] cells) => new([.. cells.Select(cell => new TableCell(cell))]);

    private static string At(DateTimeOffset moment) => AsOfDay.Text(ChinaTime.DayOf(moment));
}
