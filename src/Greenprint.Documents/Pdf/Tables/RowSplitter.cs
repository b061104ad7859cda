using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Parts a ruled row that holds many printed rows: a table with upright lines, ruled only around its head and its body.</summary>
internal static class RowSplitter
{
    // The body of such a table is most of it; a head of two lines in every cell is not.
    private const double MostOfTable = 0.6;
    private const int FewestLines = 3;

    // Figures are better witnesses than lines.
    private const double MuchOfTable = 0.4;
    private const int FewestFigures = 2;
    private const double CellGap = 0.9;
    private const double EdgeGap = 0.4;

    public static PageTable Split(PageTable table)
    {
        if (table.Columns < 3 || table.Rows > 4)
        {
            return table;
        }

        for (var row = 0; row < table.Rows; row++)
        {
            var cells = table.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column).ToArray();
            if (cells.Length >= 3 && cells.All(cell => cell.Rows == 1) && cells[0].Frame.Height >= MuchOfTable * table.Frame.Height)
            {
                if (ByFigures(table, row, cells) is { } found)
                {
                    return found;
                }

                if (cells[0].Frame.Height >= MostOfTable * table.Frame.Height && RowAnchors.Find([.. cells.Select(cell => cell.Lines)], FewestLines) is { } anchors)
                {
                    return Replace(table, row, ByHeights(row, cells, anchors), anchors.Count);
                }
            }
        }

        return table with { };
    }

    private static PageTable? ByFigures(PageTable table, int row, PageCell[] cells)
    {
        var frames = cells.Select(cell => (cell.Frame.Left, cell.Frame.Right)).ToList();
        var pieces = Pieces(cells, frames).ToArray();
        var (columns, subs) = SubColumns.Part(frames, pieces);

        // The text edges of the columns, as where no line parts them: how full a line is shows by its neighbours.
        var texts = columns.Select(column => (Left: column.Left + CellText.Padding, Right: column.Right - CellText.Padding)).ToList();
        if (TextRows.Find([.. pieces.Select(piece => AlignedGrid.Place(piece, columns))], texts, subs, FewestFigures) is not { } grid)
        {
            return null;
        }

        // A column of sub-cells that no line parts is one more column.
        List<double> edges = [.. table.Edges.Concat(columns.Select(column => column.Left)).Order().Aggregate(new List<double>(), (kept, edge) => kept.Count > 0 && edge - kept[^1] < 1 ? kept : [.. kept, edge])];
        var finer = edges.Count == table.Edges.Count ? table : table.On(edges);
        int At(double left) => Enumerable.Range(0, edges.Count).MinBy(i => Math.Abs(edges[i] - left));
        var (top, bottom) = (cells[0].Frame.Top, cells[0].Frame.Bottom);
        var parts = grid.Cells.Select(cell =>
        {
            var (from, to) = (At(columns[cell.Column].Left), cell.Column + cell.Columns < columns.Count ? At(columns[cell.Column + cell.Columns].Left) : edges.Count - 1);
            var frame = new Frame(edges[from], cell.Row == 0 ? top : grid.Tops[cell.Row], edges[to], cell.Row + cell.Rows < grid.Tops.Count ? grid.Tops[cell.Row + cell.Rows] : bottom);
            return new PageCell(row + cell.Row, from, cell.Rows, to - from, frame, cell.Lines);
        });
        return Replace(finer, row, parts, grid.Tops.Count);
    }

    // The text of the row as if nothing parted it, cut where a cell ends and a gap shows it: names run over the cells that only sub-rows have, and names of groups over all.
    private static IEnumerable<TextLine> Pieces(PageCell[] cells, List<(double Left, double Right)> columns)
    {
        foreach (var line in LineBuilder.Lines(cells.SelectMany(cell => cell.Lines).SelectMany(line => line.Glyphs)))
        {
            foreach (var piece in line.Pieces(CellGap))
            {
                var start = 0;
                for (var i = 1; i <= piece.Glyphs.Count; i++)
                {
                    if (i == piece.Glyphs.Count || IsCut(piece.Glyphs[i - 1], piece.Glyphs[i], columns))
                    {
                        yield return start == 0 && i == piece.Glyphs.Count ? piece : new TextLine([.. piece.Glyphs.Skip(start).Take(i - start)]);
                        start = i;
                    }
                }
            }
        }
    }

    private static bool IsCut(Glyph left, Glyph right, List<(double Left, double Right)> columns) =>
        right.Left - left.Right > EdgeGap * left.Size && columns.Any(column => column.Left > left.MiddleX && column.Left < right.MiddleX);

    private static IEnumerable<PageCell> ByHeights(int row, PageCell[] cells, List<double> tops)
    {
        foreach (var cell in cells)
        {
            for (var i = 0; i < tops.Count; i++)
            {
                var frame = cell.Frame with { Top = i == 0 ? cell.Frame.Top : tops[i], Bottom = i + 1 < tops.Count ? tops[i + 1] : cell.Frame.Bottom };
                yield return cell with
                {
                    Row = row + i,
                    Frame = frame,
                    Lines = [.. cell.Lines.Where(line => (i == 0 || line.Baseline > frame.Top) && (i + 1 == tops.Count || line.Baseline <= frame.Bottom))],
                };
            }
        }
    }

    private static PageTable Replace(PageTable table, int row, IEnumerable<PageCell> parts, int rows) => table with
    {
        Rows = table.Rows + rows - 1,
        Grid = TableGrid.PartlyRuled,
        Cells =
        [
            .. table.Cells.Where(cell => cell.Row < row),
            .. parts.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column),
            .. table.Cells.Where(cell => cell.Row > row).Select(cell => cell with { Row = cell.Row + rows - 1 }),
        ],
    };
}
