using System.Globalization;
using Greenprint.Delivery.Reports;
using Greenprint.Documents;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Offline;

/// <summary>One item as it goes into the form.</summary>
/// <param name="Id">Id of the item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cycle">Title of its cycle.</param>
/// <param name="Ask">When it counts as done.</param>
/// <param name="Due">Due day.</param>
/// <param name="Before">The last answer about the same subject, in one text.</param>
/// <param name="Unit">Unit of its quantity; null where nothing is counted.</param>
/// <param name="Typed">What stands in the person's draft, or in the report that was returned.</param>
internal sealed record FormItem(string Id, string Title, string Cycle, string Ask, DateOnly Due, string Before, string? Unit, TypedReport Typed);

/// <summary>A row as somebody brought it back.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Item">Id of the item that its key names; empty where it names none.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="HandIn">True where it shall be handed in and not only kept.</param>
/// <param name="Faults">What is wrong with its cells.</param>
internal sealed record FormRow(int Row, string Item, TypedReport Typed, bool HandIn, IReadOnlyList<Finding> Faults);

/// <summary>A form as it was brought back.</summary>
/// <param name="Person">Id of the person for whom it was made.</param>
/// <param name="Rows">The rows that hold anything.</param>
/// <param name="Given">What stood in each item's row when the form was made.</param>
internal sealed record FilledForm(string Person, IReadOnlyList<FormRow> Rows, IReadOnlyDictionary<string, TypedReport> Given);

/// <summary>
/// The form to fill in without a connection (离线填报表): one row an item. Rows are found again by a hidden key and columns by their heads, so sorting,
/// filtering and moving columns do no harm. A sheet that no menu shows holds for whom it was made and what stood in it.
/// </summary>
internal static class FormSheet
{
    private const string Mark = "_greenprint";
    private const string Format = "greenprint-report-form/1";

    private static readonly Bilingual Name = ("填报", "Report");
    private static readonly Bilingual Yes = ("是", "Yes");
    private static readonly Bilingual No = ("否", "No");
    private static readonly Bilingual KeyHead = ("编号（勿改）", "Key (leave it)");
    private static readonly Bilingual QuantityHead = ("累计完成", "Done so far");
    private static readonly Bilingual TextHead = ("进展情况", "How it stands");
    private static readonly Bilingual DifficultiesHead = ("存在困难", "Difficulties");
    private static readonly Bilingual NextHead = ("下一步措施", "What next");
    private static readonly Bilingual DoneHead = ("已完成", "Done");
    private static readonly Bilingual HandInHead = ("是否报送", "Hand it in");

    public static SheetBook Write(string person, IReadOnlyList<FormItem> items)
    {
        string[] choices = [Yes.Here, No.Here];
        var locked = new Bilingual("本列由系统生成，请勿修改。", "This column comes from the system; leave it.").Here;
        List<SheetColumn> columns =
        [
            new(KeyHead.Here, 12) { Locked = locked, Hidden = true },
            new(new Bilingual("事项", "Item").Here, 34) { Locked = locked },
            new(new Bilingual("周期", "Cycle").Here, 16) { Locked = locked },
            new(new Bilingual("完成标准", "Done when").Here, 28) { Locked = locked },
            new(new Bilingual("期限", "Due").Here, 12) { Locked = locked },
            new(new Bilingual("上期报送", "Last answer").Here, 36) { Locked = locked },
            new(new Bilingual("计量单位", "Unit").Here, 9) { Locked = locked },
            new(QuantityHead.Here, 12, SheetCellKind.Number) { Hint = new Bilingual("填数字，不带单位；没有数量的留空。", "A number without its unit; empty where nothing is counted.").Here },
            new(TextHead.Here, 46) { Hint = new Bilingual($"不超过 {TypedReport.Longest} 字。", $"{TypedReport.Longest} characters at most.").Here },
            new(DifficultiesHead.Here, 30),
            new(NextHead.Here, 30),
            new(DoneHead.Here, 9) { Choices = choices, Hint = new Bilingual("标为完成须先在系统中上传佐证材料。", "What is called done needs its proof, attached in the program.").Here },
            new(HandInHead.Here, 11) { Choices = choices, Hint = new Bilingual("选“是”上传后直接报送；否则只存为草稿。", "'Yes' hands it in when the form is uploaded; otherwise it is kept as a draft.").Here },
        ];
        var rows = items.Select(item => (IReadOnlyList<string>)[
            item.Id, item.Title, item.Cycle, item.Ask, item.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Cut(item.Before), item.Unit ?? "", item.Typed.Quantity, item.Typed.Text,
            item.Typed.Difficulties, item.Typed.Next, item.Typed.IsDone ? Yes.Here : "", ""]).ToList();
        List<IReadOnlyList<string>> given = [[Format, person, "", "", "", ""]];
        given.AddRange(items.Select(item => (IReadOnlyList<string>)[item.Id, item.Typed.Quantity, item.Typed.Text, item.Typed.Difficulties, item.Typed.Next, item.Typed.IsDone ? "1" : ""]));
        return new(
            new Bilingual("调度事项离线填报表", "Dispatch items to fill in offline").Here,
            [
                new(Name.Here, columns, rows) { FrozenColumns = 2 },
                new(Mark, [.. Enumerable.Range(0, 6).Select(_ => new SheetColumn("", 20))], given) { Hidden = true },
            ]);
    }

    /// <summary>Reads a form; null where the workbook is none of ours.</summary>
    public static FilledForm? Read(SourceWorkbook book)
    {
        var (mark, sheet) = (book.Sheets.FirstOrDefault(one => one.Name == Mark), book.Sheets.FirstOrDefault(one => one.Name == Name.Zh || one.Name == Name.En));
        if (mark is not { Rows.Count: > 0 } || sheet is not { Rows.Count: > 0 } || Cell(mark.Rows[0], 1) != Format || Cell(mark.Rows[0], 2) is not { Length: > 0 } person || Columns(sheet.Rows[0]) is not { } columns)
        {
            return null;
        }

        var given = new Dictionary<string, TypedReport>(StringComparer.Ordinal);
        foreach (var row in mark.Rows.Skip(1))
        {
            given[Cell(row, 1)] = new TypedReport(Cell(row, 2), Cell(row, 3), Cell(row, 4), Cell(row, 5), Cell(row, 6) == "1").Unified();
        }

        var rows = sheet.Rows.Skip(1).Select(row => Row(row, columns)).OfType<FormRow>().ToList();
        var twice = rows.Where(row => row.Item.Length > 0).GroupBy(row => row.Item, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return new(
            person,
            [
                .. rows.Select(row => !given.ContainsKey(row.Item) ? row with { Faults = [.. row.Faults, DeliveryFindings.BadFormCell(Address(row.Row, columns[TextHead]), ("本行不是下载时的事项，请删除本行，在原有行中填写。", "This row is none of the items that were downloaded: delete it and write in the rows that were there."))] }
                    : twice.Contains(row.Item) ? row with { Faults = [.. row.Faults, DeliveryFindings.BadFormCell(Address(row.Row, columns[TextHead]), ("同一事项有两行，请只保留一行。", "There are two rows of one item: keep one."))] }
                    : row),
            ],
            given);
    }

    private static Dictionary<Bilingual, int>? Columns(SourceRow head)
    {
        Dictionary<Bilingual, int> found = [];
        foreach (var name in new[] { KeyHead, QuantityHead, TextHead, DifficultiesHead, NextHead, DoneHead, HandInHead })
        {
            if (head.Cells.FirstOrDefault(cell => cell.Text.Trim() == name.Zh || cell.Text.Trim() == name.En) is not { } cell)
            {
                return null;
            }

            found[name] = cell.Column;
        }

        return found;
    }

    private static FormRow? Row(SourceRow row, Dictionary<Bilingual, int> columns)
    {
        List<Finding> faults = [];
        string Text(Bilingual head)
        {
            if (row.Cells.FirstOrDefault(cell => cell.Column == columns[head]) is not { } cell)
            {
                return "";
            }

            if (cell.Kind is SourceCellKind.Error or SourceCellKind.Formula)
            {
                faults.Add(DeliveryFindings.BadFormCell(Address(row.Number, cell.Column), ("单元格是没有结果的公式或错误值，请直接填写内容。", "The cell holds an error or a formula without its value: write the content itself.")));
                return "";
            }

            return cell.Text;
        }

        bool Choice(Bilingual head)
        {
            var text = Text(head).Trim();
            if (text.Length > 0 && text != Yes.Zh && text != No.Zh && !text.Equals(Yes.En, StringComparison.OrdinalIgnoreCase) && !text.Equals(No.En, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add(DeliveryFindings.BadFormCell(Address(row.Number, columns[head]), ("请选择“是”或“否”，或者留空。", "Choose Yes or No, or leave it empty.")));
            }

            return text == Yes.Zh || text.Equals(Yes.En, StringComparison.OrdinalIgnoreCase);
        }

        var typed = new TypedReport(Text(QuantityHead).Trim(), Text(TextHead), Text(DifficultiesHead), Text(NextHead), Choice(DoneHead)).Unified();
        var (item, handIn) = (Text(KeyHead).Trim(), Choice(HandInHead));
        if (item.Length == 0 && typed == TypedReport.Empty && !handIn && faults.Count == 0)
        {
            return null;
        }

        if (row.Cells.FirstOrDefault(cell => cell.Column == columns[QuantityHead]) is { Kind: SourceCellKind.Percent or SourceCellKind.Date } odd)
        {
            faults.Add(DeliveryFindings.BadFormCell(Address(row.Number, odd.Column), ("单元格显示为百分比或日期，与所存数值不同，请把格式改为“常规”后重填。", "The cell shows a percentage or a date and holds another number: set its format to General and type it again.")));
        }
        else if (!ReportForm.TryNumber(typed.Quantity, out _))
        {
            faults.Add(DeliveryFindings.BadFormCell(Address(row.Number, columns[QuantityHead]), ("完成数量请用阿拉伯数字，例如 12 或 3.5，不带单位。", "Write the quantity in digits, for example 12 or 3.5, without its unit.")));
        }

        foreach (var (head, text) in new[] { (TextHead, typed.Text), (DifficultiesHead, typed.Difficulties), (NextHead, typed.Next) })
        {
            if (text.Length > TypedReport.Longest)
            {
                faults.Add(DeliveryFindings.BadFormCell(Address(row.Number, columns[head]), ($"文字不超过 {TypedReport.Longest} 字，现有 {text.Length} 字。", $"No text is longer than {TypedReport.Longest} characters; this has {text.Length}.")));
            }
        }

        return new(row.Number, item, typed, handIn, faults);
    }

    private static string Cell(SourceRow row, int column) => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? "";

    private static string Address(int row, int column) => SourceCell.Address(column, row);

    private static string Cut(string text) => text.Length <= 1000 ? text : text[..1000] + "…";
}
