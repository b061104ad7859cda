namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Parts a ruled row that holds many printed rows: a table with upright lines, ruled only around its head and its body.</summary>
internal static class RowSplitter
{
    // The body of such a table is most of it; a head of two lines in every cell is not.
    private const double MostOfTable = 0.6;
    private const int FewestLines = 3;

    public static PageTable Split(PageTable table)
    {
        if (table.Columns < 3 || table.Rows > 4)
        {
            return table;
        }

        for (var row = 0; row < table.Rows; row++)
        {
            var cells = table.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column).ToArray();
            if (cells.Length >= 3 && cells.All(cell => cell.Rows == 1) && cells[0].Frame.Height >= MostOfTable * table.Frame.Height
                && RowAnchors.Find([.. cells.Select(cell => cell.Lines)], FewestLines) is { } anchors)
            {
                return Split(table, row, cells, anchors);
            }
        }

        return table with { };
    }

    private static PageTable Split(PageTable table, int row, PageCell[] cells, List<double> tops)
    {
        var parts = new List<PageCell>();
        foreach (var cell in cells)
        {
            for (var i = 0; i < tops.Count; i++)
            {
                var frame = cell.Frame with { Top = i == 0 ? cell.Frame.Top : tops[i], Bottom = i + 1 < tops.Count ? tops[i + 1] : cell.Frame.Bottom };
                parts.Add(cell with
                {
                    Row = row + i,
                    Frame = frame,
                    Lines = [.. cell.Lines.Where(line => (i == 0 || line.Baseline > frame.Top) && (i + 1 == tops.Count || line.Baseline <= frame.Bottom))],
                });
            }
        }

        var more = tops.Count - 1;
        return table with
        {
            Rows = table.Rows + more,
            Grid = TableGrid.PartlyRuled,
            Cells =
            [
                .. table.Cells.Where(cell => cell.Row < row),
                .. parts.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column),
                .. table.Cells.Where(cell => cell.Row > row).Select(cell => cell with { Row = cell.Row + more }),
            ],
        };
    }
}
