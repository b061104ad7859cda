using Greenprint.Documents;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tables;

/// <summary>From the rows of a document's table to a grid without holes: a cell that spans columns or rows stands in each of them.</summary>
internal static class GridOfBlock
{
    private const int MostColumns = 64;

    public static PlanTable Of(TableBlock table)
    {
        var width = (int)Math.Min(MostColumns, table.Rows.Select(row => row.Cells.Sum(cell => (long)Math.Clamp(cell.Columns, 1, MostColumns))).DefaultIfEmpty(0L).Max());
        var rows = new List<PlanTableRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            rows.Add(new PlanTableRow(Cells(row, width, rows.Count == 0 ? null : rows[^1]), new BlockPlace(row.Page ?? table.Place.Page, table.Place.Line)));
        }

        return new PlanTable(rows, table.Place, table.Grid);
    }

    private static GridCell[] Cells(TableRow row, int width, PlanTableRow? above)
    {
        var cells = new List<GridCell>(width);
        foreach (var cell in row.Cells)
        {
            var here = cell.ContinuesAbove && above is not null && cells.Count < above.Cells.Count ? above.Cells[cells.Count] : new GridCell(Join(cell.Text));
            for (var i = 0; i < Math.Max(1, cell.Columns) && cells.Count < width; i++)
            {
                cells.Add(here);
            }
        }

        while (cells.Count < width)
        {
            cells.Add(new GridCell(""));
        }

        return [.. cells];
    }

    /// <summary>The lines of a cell as one: justification and wraps leave nothing behind.</summary>
    internal static string Join(string text) =>
        text.Split('\n').Select(line => TextFold.Unjustify(TextFold.OneSpace(line))).Aggregate("", TextFold.Join);
}
