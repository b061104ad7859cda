using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What a person changed since the export, laid on the plan as it stands now. What others changed elsewhere stays; what both changed is named.</summary>
internal static class Rebase
{
    /// <param name="sheet">The sheet.</param>
    /// <param name="now">The sheet as the plan stands.</param>
    /// <param name="carried">What was changed since the export.</param>
    /// <param name="exported">Keys of the rows that were exported.</param>
    /// <param name="english">The language of the workbook.</param>
    /// <param name="asShown">How the sheet shows what somebody wrote in its rows.</param>
    /// <param name="faults">Takes what cannot be laid on the plan.</param>
    public static PlanSheetEdits On(
        IPlanSheet sheet,
        PlanSheetTable now,
        PlanSheetEdits carried,
        IReadOnlySet<string> exported,
        bool english,
        Func<IReadOnlyList<PlanRowEdit>, IReadOnlyList<IReadOnlyDictionary<string, string>>> asShown,
        ICollection<Finding> faults)
    {
        var rows = now.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var places = now.Columns.Index().ToDictionary(column => column.Item.Key, column => column.Index, StringComparer.Ordinal);
        var notes = now.Columns.Where(column => column.IsNote).Select(column => column.Key).ToHashSet(StringComparer.Ordinal);
        string Now(PlanSheetRow row, string column) => places.TryGetValue(column, out var place) ? row.Cells[place] : "";
        string At(string address) => WorkbookRules.At(sheet.Name, address, english);

        // A preview is taken over later than it was made: the plan may have lost a year in the meantime.
        PlanRowEdit Known(PlanRowEdit row)
        {
            foreach (var cell in row.Cells.Where(cell => !places.ContainsKey(cell.Key)))
            {
                faults.Add(WorkbookFindings.Cell(At(cell.Value.Address), ("工作表中已没有这一列。请重新导出后再改。", "The sheet has no such column any more. Export again and change that.")));
            }

            return row with { Cells = row.Cells.Where(cell => places.ContainsKey(cell.Key)).ToDictionary(StringComparer.Ordinal) };
        }

        var edits = carried with { Changed = [.. carried.Changed.Select(Known)], Added = [.. carried.Added.Select(Known)] };
        List<PlanRowEdit> changed = [];
        foreach (var (row, shown) in edits.Changed.Zip(asShown(edits.Changed)))
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
                if (!notes.Contains(column) && (stands == cell.After || stands == shown.GetValueOrDefault(column)))
                {
                    continue;
                }

                if (stands != cell.Before)
                {
                    faults.Add(WorkbookFindings.Collision(At(cell.Address), (
                        $"“{row.Title}”：导出时为“{cell.Before}”，他人已改为“{stands}”，您的文件中是“{cell.After}”。请确定以哪个为准：把单元格改成平台上的值，或重新导出后再改。",
                        $"'{row.Title}': it was '{cell.Before}' when exported, somebody made it '{stands}', your file says '{cell.After}'. Decide which holds: enter what stands on the platform, or export again and change that.")));
                }
                else
                {
                    left[column] = cell;
                }
            }

            if (left.Keys.Any(key => !notes.Contains(key)))
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

        return new(changed, Added(sheet, now, edits.Added, [.. now.Rows.Where(row => !exported.Contains(row.Key))], asShown, Now, At, notes, faults), removed);
    }

    // The same file brought in twice adds its rows once. A row that came in and was then changed, here or in the file, is not added beside itself.
    private static List<PlanRowEdit> Added(
        IPlanSheet sheet,
        PlanSheetTable now,
        IReadOnlyList<PlanRowEdit> rows,
        List<PlanSheetRow> fresh,
        Func<IReadOnlyList<PlanRowEdit>, IReadOnlyList<IReadOnlyDictionary<string, string>>> asShown,
        Func<PlanSheetRow, string, string> stands,
        Func<string, string> at,
        HashSet<string> notes,
        ICollection<Finding> faults)
    {
        var left = rows.Zip(asShown(rows)).Where(row =>
        {
            var there = fresh.FindIndex(one => row.First.Cells.All(cell => Agrees(one, cell.Key, cell.Value.After, row.Second)));
            if (there >= 0)
            {
                fresh.RemoveAt(there);
            }

            return there < 0;
        }).ToList();

        List<PlanRowEdit> added = [];
        foreach (var (row, shown) in left)
        {
            var same = fresh.FirstOrDefault(one => row.Title.Length > 0 && Cells.Of(PlanColumnKind.Text, one.Title) == row.Title
                && now.Columns.Where(column => column.Rule == PlanColumnRule.Key && row.Cells.ContainsKey(column.Key)).All(column => stands(one, column.Key) == row.Cells[column.Key].After));

            // Where the rows follow another sheet, an empty cell still waits to be filled in.
            if (same is not null && now.Columns.FirstOrDefault(column => row.Cells.TryGetValue(column.Key, out var cell) && !Agrees(same, column.Key, cell.After, shown)
                && (sheet.OwnsRows || stands(same, column.Key).Length > 0)) is { } differs)
            {
                var (code, on, wanted) = (Cells.KeyIn(now.Columns, key => stands(same, key)), stands(same, differs.Key), row.Cells[differs.Key]);
                faults.Add(WorkbookFindings.Collision(at(wanted.Address), (
                    $"“{row.Title}”在导出之后已经增加（{code}），它的{differs.Head.Zh}是“{on}”，您的文件中是“{wanted.After}”。请重新导出后再改；确实是另一行的，请换一个名称。",
                    $"'{row.Title}' was added after the export ({code}); its {differs.Head.En} is '{on}', your file says '{wanted.After}'. Export again and change that; if it is another row, give it another name.")));
            }
            else
            {
                added.Add(row);
            }
        }

        return added;

        bool Agrees(PlanSheetRow one, string column, string text, IReadOnlyDictionary<string, string> shown) =>
            notes.Contains(column) || stands(one, column) is var there && (there == text || there == shown.GetValueOrDefault(column));
    }
}
