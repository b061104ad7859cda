using System.Globalization;
using Greenprint.Documents;
using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;

namespace Greenprint.Planning.Duties;

/// <summary>The responsibility list as files: exactly the lines that are shown.</summary>
internal static class DutyExport
{
    private const string Empty = "—";

    // 序号, 重点任务, 具体举措, 工作目标(量化), 牵头单位, 责任/配合单位, 完成时限, 备注: the usual columns.
    private static readonly (Bilingual Head, double Width)[] Columns =
    [
        (("序号", "No."), 6), (("重点任务", "Key task"), 24), (("具体举措", "Measure"), 32), (("工作目标（量化）", "Goal"), 40),
        (("牵头单位", "Lead unit"), 20), (("责任/配合单位", "Supporting units"), 28), (("完成时限", "Due"), 16), (("备注", "Remark"), 20),
    ];

    /// <summary>What the list is called: the plan, the year, the unit.</summary>
    public static Bilingual Title(YearTaskSheet sheet, TaskFilter filter)
    {
        var plan = sheet.Plan.Summary.Title;
        var (zh, en) = filter.Year is { } year
            ? (string.Create(CultureInfo.InvariantCulture, $"{year} 年度责任清单"), string.Create(CultureInfo.InvariantCulture, $"responsibilities of {year}"))
            : ("责任清单", "responsibilities");
        return filter.Unit is { } unit
            ? ($"《{plan.Zh}》{zh}（{sheet.UnitName(unit).Zh}）", $"{plan.En ?? plan.Zh}: {en}, {sheet.UnitName(unit).En ?? sheet.UnitName(unit).Zh}")
            : ($"《{plan.Zh}》{zh}", $"{plan.En ?? plan.Zh}: {en}");
    }

    /// <summary>As a workbook, in the reader's language.</summary>
    public static SheetBook Workbook(YearTaskSheet sheet, TaskFilter filter, IReadOnlyList<DutyRow> rows) => new(
        Title(sheet, filter).Here,
        [
            new SheetToWrite(
                ((Bilingual)("责任清单", "Responsibilities")).Here,
                [.. Columns.Select((column, i) => new SheetColumn(column.Head.Here, column.Width, i == 0 ? SheetCellKind.Whole : SheetCellKind.Text))],
                [
                    .. rows.Select((row, i) => new[]
                    {
                        (i + 1).ToString(CultureInfo.InvariantCulture), row.KeyTask?.Title.Here ?? "", row.Measure.Here, row.Goal?.Here ?? "", row.Lead.Here, row.Support.Here, row.Due.Here, Remark(sheet, row),
                    }),
                ])
            { FrozenColumns = 1 },
        ]);

    /// <summary>As a document in the layout of government documents, in Chinese, the language it is made in.</summary>
    public static OfficialDocument Document(YearTaskSheet sheet, TaskFilter filter, IReadOnlyList<DutyRow> rows, DateOnly day) => new(
        Title(sheet, filter).Zh,
        [
            new OfficialTable(null, [5, 15, 22, 26, 13, 17, 11, 11], 1,
            [
                new([.. Columns.Select(column => new TableCell(column.Head.Zh))]),
                .. rows.Select((row, i) => new TableRow(
                [
                    new((i + 1).ToString(CultureInfo.InvariantCulture)),
                    i > 0 && rows[i - 1].KeyTask?.Code == row.KeyTask?.Code ? new("", ContinuesAbove: true) : new(row.KeyTask?.Title.Zh ?? Empty),
                    new(row.Measure.Zh), new(Filled(row.Goal?.Zh)), new(Filled(row.Lead.Zh)), new(Filled(row.Support.Zh)), new(row.Due.Zh), new(Filled(row.Remark?.Zh)),
                ])),
            ])
            { Landscape = true },
        ])
    {
        Subtitle = $"（截至{Ui.Figures.Day(day).Zh}，共 {rows.Count.ToString(CultureInfo.InvariantCulture)} 项）",
        Mark = sheet.Plan.Summary.IsDemo ? "演示数据" : null,
    };

    private static string Remark(YearTaskSheet sheet, DutyRow row) =>
        string.Join(Bilingual.EnglishHere ? "; " : "；", new[] { row.Remark?.Here, sheet.Plan.Summary.IsDemo ? "演示数据" : null }.OfType<string>());

    private static string Filled(string? text) => string.IsNullOrEmpty(text) ? Empty : text;
}
