using System.Globalization;
using Greenprint.Documents;
using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.AsOf;

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

    /// <summary>As a workbook or as text, in the reader's language; of an earlier day with what was done since.</summary>
    public static ListFile List(DutyTable table, DateTimeOffset made)
    {
        var sheet = table.Sheet;
        var columns = Columns.Select((column, i) => new SheetColumn(column.Head.Here, column.Width, i == 0 ? SheetCellKind.Whole : SheetCellKind.Text));
        return new ListFile(
            $"{sheet.Plan.Summary.Id}-duties",
            ((Bilingual)("责任清单", "Responsibilities")).Here,
            [.. table.IsPast ? columns.Append(new(SinceThen.Head.Here, 44)) : columns],
            [
                .. table.Pairs.Select((pair, i) => (string[])
                [
                    (i + 1).ToString(CultureInfo.InvariantCulture), pair.Any.KeyTask?.Title.Here ?? "", pair.Any.Measure.Here, pair.Any.Goal?.Here ?? "", pair.Any.Lead.Here, pair.Any.Support.Here, pair.Any.Due.Here, Remark(sheet, pair.Any),
                    .. table.IsPast ? [DutyTable.Since(pair)] : Array.Empty<string>(),
                ]),
            ])
            .Saying(sheet.Plan.Summary, TaskFilterWords.InFile(table.Filter, sheet), table.Filter.AsOf, made);
    }

    /// <summary>As a document in the layout of government documents, in Chinese, the language it is made in; of an earlier day with what was done since.</summary>
    public static OfficialDocument Document(DutyTable table, DateOnly today)
    {
        var (sheet, pairs) = (table.Sheet, table.Pairs);
        var heads = Columns.Select(column => new TableCell(column.Head.Zh));
        return new(
            Title(sheet, table.Filter).Zh,
            [
                new OfficialTable(null, table.IsPast ? [5, 13, 19, 22, 12, 15, 11, 10, 17] : [5, 15, 22, 26, 13, 17, 11, 11], 1,
                [
                    new([.. table.IsPast ? heads.Append(new(SinceThen.Head.Zh)) : heads]),
                    .. pairs.Select((pair, i) => new TableRow(
                    [
                        new((i + 1).ToString(CultureInfo.InvariantCulture)),
                        i > 0 && pairs[i - 1].Any.KeyTask?.Code == pair.Any.KeyTask?.Code ? new("", ContinuesAbove: true) : new(pair.Any.KeyTask?.Title.Zh ?? Empty),
                        new(pair.Any.Measure.Zh), new(Filled(pair.Any.Goal?.Zh)), new(Filled(pair.Any.Lead.Zh)), new(Filled(pair.Any.Support.Zh)), new(pair.Any.Due.Zh), new(Filled(pair.Any.Remark?.Zh)),
                        .. table.IsPast ? [new TableCell(Filled(DutyTable.Since(pair)))] : Array.Empty<TableCell>(),
                    ])),
                ])
                { Landscape = true },
            ])
        {
            Subtitle = $"（截至{Figures.Day(table.Filter.AsOf ?? today).Zh}，共 {table.Count.ToString(CultureInfo.InvariantCulture)} 项）",
            Mark = sheet.Plan.Summary.IsDemo ? "演示数据" : null,
        };
    }

    private static string Remark(YearTaskSheet sheet, DutyRow row) =>
        string.Join(Bilingual.EnglishHere ? "; " : "；", new[] { row.Remark?.Here, sheet.Plan.Summary.IsDemo ? "演示数据" : null }.OfType<string>());

    private static string Filled(string? text) => string.IsNullOrEmpty(text) ? Empty : text;
}
