using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What a person changed since the export, laid on the plan as it stands now. What others changed elsewhere stays; what both changed is named.</summary>
internal static class Rebase
{
    /// <param name="now">The sheet as the plan stands.</param>
    /// <param name="edits">What was changed since the export.</param>
    /// <param name="exported">Keys of the rows that were exported.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="english">The language of the workbook.</param>
    /// <param name="asShown">How the sheet shows what somebody wrote in a column: names become codes.</param>
    /// <param name="faults">Takes what cannot be laid on the plan.</param>
    public static PlanSheetEdits On(
        PlanSheetTable now, PlanSheetEdits edits, IReadOnlySet<string> exported, Bilingual sheet, bool english, Func<string, string, string> asShown, ICollection<Finding> faults)
    {
        var rows = now.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var places = now.Columns.Index().ToDictionary(column => column.Item.Key, column => column.Index, StringComparer.Ordinal);
        string Now(PlanSheetRow row, string column) => places.TryGetValue(column, out var place) ? row.Cells[place] : "";
        string At(string address) => WorkbookRules.At(sheet, address, english);

        List<PlanRowEdit> changed = [];
        foreach (var row in edits.Changed)
        {
            if (!rows.TryGetValue(row.Key, out var current))
            {
                faults.Add(WorkbookFindings.Collision(At(CellInput.Plain(row.Row)), (
                    $"“{row.Title}”在导出之后已被他人删除，而您的文件中有修改。请重新导出后再改。", $"'{row.Title}' was removed by somebody else after the export, and is changed in your file. Export again and change that.")));
                continue;
            }

            Dictionary<string, PlanCellEdit> left = new(StringComparer.Ordinal);
            foreach (var (column, cell) in row.Cells)
            {
                var stands = Now(current, column);
                if (stands != cell.After && stands != cell.Before)
                {
                    faults.Add(WorkbookFindings.Collision(At(cell.Address), (
                        $"“{row.Title}”：导出时为“{cell.Before}”，他人已改为“{stands}”，您的文件中是“{cell.After}”。请确定以哪个为准：把单元格改成平台上的值，或重新导出后再改。",
                        $"'{row.Title}': it was '{cell.Before}' when exported, somebody made it '{stands}', your file says '{cell.After}'. Decide which holds: enter what stands on the platform, or export again and change that.")));
                }
                else if (stands != cell.After)
                {
                    left[column] = cell;
                }
            }

            if (left.Count > 0)
            {
                changed.Add(row with { Cells = left });
            }
        }

        List<PlanRowRemoval> removed = [];
        foreach (var row in edits.Removed.Where(row => rows.ContainsKey(row.Key)))
        {
            if (row.Cells.Where(cell => places.ContainsKey(cell.Key)).FirstOrDefault(cell => Now(rows[row.Key], cell.Key) != cell.Value) is { Key: { } column })
            {
                faults.Add(WorkbookFindings.Collision(At(""), (
                    $"“{row.Title}”在您的文件中已删除，而他人在导出之后改了它的{now.Columns[places[column]].Head.Zh}。请重新导出后再删。",
                    $"'{row.Title}' is deleted in your file, and somebody changed its {now.Columns[places[column]].Head.En} after the export. Export again and delete that.")));
            }
            else
            {
                removed.Add(row);
            }
        }

        // The same file brought in twice adds its rows once.
        var fresh = now.Rows.Where(row => !exported.Contains(row.Key)).ToList();
        List<PlanRowEdit> added = [];
        foreach (var row in edits.Added)
        {
            var there = fresh.FindIndex(one => row.Cells.All(cell => Now(one, cell.Key) is var stands && (stands == cell.Value.After || stands == asShown(cell.Key, cell.Value.After))));
            if (there >= 0)
            {
                fresh.RemoveAt(there);
            }
            else
            {
                added.Add(row);
            }
        }

        return new(changed, added, removed);
    }
}
