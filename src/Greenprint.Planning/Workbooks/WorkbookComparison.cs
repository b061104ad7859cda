using Greenprint.Documents;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What a person changed in a workbook: its cells against those that were exported.</summary>
internal sealed class WorkbookComparison(WorkbookMark mark)
{
    private const int HeadRows = 10;

    private readonly List<Finding> faults = [];
    private readonly List<Finding> remarks = [];

    public IReadOnlyList<Finding> Faults => faults;

    public IReadOnlyList<Finding> Remarks => remarks;

    /// <summary>The edits of one sheet; none where the sheet is not in the file.</summary>
    public PlanSheetEdits Of(IPlanSheet sheet, PlanSheetTable table, SourceWorkbook book)
    {
        if (!mark.Sheets.TryGetValue(sheet.Key, out var exported))
        {
            return PlanSheetEdits.None;
        }

        if (book.Sheets.FirstOrDefault(one => one.Name.Trim() == sheet.Name.Zh || one.Name.Trim() == sheet.Name.En) is not { } found)
        {
            remarks.Add(WorkbookFindings.NotRead(Place(sheet, ""), ("文件中没有这张工作表，这部分不作改动。", "The file has no such sheet; nothing of it is changed.")));
            return PlanSheetEdits.None;
        }

        var head = found.Rows.Take(HeadRows).FirstOrDefault(row => table.Columns.Where(column => column.Rule == PlanColumnRule.Key).All(column => row.Cells.Any(cell => Names(column, cell.Text))));
        if (head is null)
        {
            faults.Add(WorkbookFindings.Cell(Place(sheet, "1"), ("找不到表头（“编号”所在的行）。请恢复导出时的表头。", "The head of the table, with 'Code', is not there. Put it back.")));
            return PlanSheetEdits.None;
        }

        return new SheetComparison(this, sheet, exported, ColumnsOf(sheet, table, head), table.Columns).Compare([.. found.Rows.Where(row => row.Number > head.Number)]);
    }

    /// <summary>Says which sheets of the file are not known.</summary>
    public void OtherSheets(IEnumerable<IPlanSheet> sheets, SourceWorkbook book)
    {
        var known = sheets.SelectMany(sheet => new[] { sheet.Name.Zh, sheet.Name.En! }).Concat(["说明", "Notes"]).ToHashSet(StringComparer.Ordinal);
        remarks.AddRange(book.Sheets.Where(sheet => !sheet.Name.StartsWith('_') && !known.Contains(sheet.Name.Trim()))
            .Select(sheet => WorkbookFindings.NotRead(sheet.Name, ("不是规划工作簿的工作表，未读取。", "This sheet does not belong to the plan workbook and was not read."))));
    }

    private Dictionary<int, PlanColumn> ColumnsOf(IPlanSheet sheet, PlanSheetTable table, SourceRow head)
    {
        Dictionary<int, PlanColumn> columns = [];
        foreach (var cell in head.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)))
        {
            // The column that the program itself puts beside wrong rows is nothing to speak of.
            if (cell.Text.Trim() is var text && (text == WorkbookNotes.Head.Zh || text == WorkbookNotes.Head.En))
            {
                continue;
            }

            if (table.Columns.FirstOrDefault(column => Names(column, cell.Text)) is { } column && !columns.ContainsValue(column))
            {
                columns[cell.Column] = column;
            }
            else
            {
                remarks.Add(WorkbookFindings.NotRead(
                    Place(sheet, SourceCell.Address(cell.Column, head.Number)), ($"不认识的列“{cell.Text.Trim()}”，未读取。", $"The column '{cell.Text.Trim()}' is not known and was not read.")));
            }
        }

        return columns;
    }

    private static bool Names(PlanColumn column, string head) => head.Trim() is var text && (text == column.Head.Zh || text == column.Head.En);

    private string Place(IPlanSheet sheet, string address) => WorkbookRules.At(sheet.Name, address, mark.English);

    private sealed class SheetComparison(
        WorkbookComparison whole, IPlanSheet sheet, ExportedSheet exported, Dictionary<int, PlanColumn> columns, IReadOnlyList<PlanColumn> all)
    {
        private readonly Dictionary<string, int> places = exported.Columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);

        public PlanSheetEdits Compare(IReadOnlyList<SourceRow> rows)
        {
            var known = new Dictionary<string, PlanSheetRow>(StringComparer.Ordinal);
            foreach (var row in exported.Rows)
            {
                known.TryAdd(Cells.KeyIn(all, key => Exported(row, key)), row);
            }

            HashSet<string> seen = [];
            List<PlanRowEdit> changed = [];
            List<PlanRowEdit> added = [];
            foreach (var row in rows)
            {
                var cells = row.Cells.Where(cell => columns.ContainsKey(cell.Column))
                    .ToDictionary(cell => columns[cell.Column].Key, cell => (Cell: cell, Text: Cells.Of(columns[cell.Column].Kind, IsDay(cell) ? Cells.OfSerial(cell.Text) : cell.Text)), StringComparer.Ordinal);
                if (cells.Values.All(cell => cell.Text.Length == 0))
                {
                    continue;
                }

                string Now(string key) => cells.TryGetValue(key, out var cell) ? cell.Text : "";
                var key = Cells.KeyIn(all, Now);
                if (key.Length == 0)
                {
                    added.Add(Added(row, cells));
                }
                else if (!known.TryGetValue(key, out var before))
                {
                    Refuse(Address(row, "code"), (
                        $"编号“{Now("code")}”不在导出的工作簿中。新增的行请把编号留空；改动了编号的请恢复。", $"The code '{Now("code")}' was not exported. Leave it empty in a new row, and put a changed code back."));
                }
                else if (!seen.Add(key))
                {
                    Refuse(Address(row, "code"), ($"编号“{Now("code")}”出现了不止一次。", $"The code '{Now("code")}' stands there more than once."));
                }
                else if (Changed(row, before, cells) is { Cells.Count: > 0 } edit)
                {
                    changed.Add(edit);
                }
            }

            return new(
                changed,
                added,
                [
                    .. known.Where(row => !seen.Contains(row.Key)).Select(row => new PlanRowRemoval(
                        row.Value.Key, row.Value.Title, exported.Columns.Zip(row.Value.Cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))),
                ]);
        }

        private PlanRowEdit Changed(SourceRow row, PlanSheetRow before, Dictionary<string, (SourceCell Cell, string Text)> cells)
        {
            Dictionary<string, PlanCellEdit> edits = new(StringComparer.Ordinal);
            foreach (var (at, column) in columns)
            {
                var (was, now) = (Exported(before, column.Key), cells.TryGetValue(column.Key, out var cell) ? cell.Text : "");
                if (was != now && (cell.Cell is null || IsSound(cell.Cell, row)))
                {
                    edits[column.Key] = new(SourceCell.Address(at, row.Number), was, now);
                }
            }

            return new(row.Number, before.Key, before.Title, edits);
        }

        private PlanRowEdit Added(SourceRow row, Dictionary<string, (SourceCell Cell, string Text)> cells)
        {
            var title = all.FirstOrDefault(column => column.Rule != PlanColumnRule.Key) is { } first && cells.TryGetValue(first.Key, out var named) ? named.Text : "";
            Dictionary<string, PlanCellEdit> edits = new(StringComparer.Ordinal);
            foreach (var (key, cell) in cells.Where(cell => cell.Value.Text.Length > 0))
            {
                if (IsSound(cell.Cell, row))
                {
                    edits[key] = new(SourceCell.Address(cell.Cell.Column, row.Number), "", cell.Text);
                }
            }

            return new(row.Number, "", title, edits);
        }

        // What the person sees in such a cell is another thing than what stands in it.
        private bool IsSound(SourceCell cell, SourceRow row)
        {
            Bilingual? why = cell.Kind switch
            {
                SourceCellKind.Percent => ($"单元格是百分比格式，实际数值为 {cell.Text}。请改为常规格式，按计量单位填写（95.5% 填 95.5）。", $"The cell is formatted as a percentage and holds {cell.Text}. Make it a plain number in the unit (95.5 for 95.5 %)."),
                SourceCellKind.Date when IsDay(cell) => null,
                SourceCellKind.Date => ("单元格是日期格式。请改为文本或常规格式后重新填写。", "The cell is formatted as a date. Make it text or a plain number and fill it in again."),
                SourceCellKind.Error => ($"单元格的公式出错（{cell.Text}）。请填写数值。", $"The formula in the cell is in error ({cell.Text}). Enter the value."),
                SourceCellKind.Formula => ("单元格的公式没有结果。请填写数值。", "The formula in the cell has no result. Enter the value."),
                _ => null,
            };
            if (why is not null)
            {
                Refuse(SourceCell.Address(cell.Column, row.Number), why);
            }

            return why is null;
        }

        private bool IsDay(SourceCell cell) => cell.Kind == SourceCellKind.Date && columns.TryGetValue(cell.Column, out var column) && column.Kind == PlanColumnKind.Day;

        private string Exported(PlanSheetRow row, string key) => places.TryGetValue(key, out var place) && place < row.Cells.Count ? row.Cells[place] : "";

        private string Address(SourceRow row, string key) => SourceCell.Address(columns.First(column => column.Value.Key == key).Key, row.Number);

        private void Refuse(string address, Bilingual why) => whole.faults.Add(WorkbookFindings.Cell(whole.Place(sheet, address), why));
    }
}
