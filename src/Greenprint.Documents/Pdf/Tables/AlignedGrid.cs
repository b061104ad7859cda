using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Makes columns out of the white corridors between pieces of text, and rows out of level lines or of the lines that most columns share.</summary>
internal static class AlignedGrid
{
    // A head that spans columns may bridge a corridor.
    private const double MayBridge = 0.13;
    private const double Corridor = 0.45;
    private const int FewestColumns = 3;

    /// <summary>The table, or null where the pieces make none.</summary>
    /// <param name="page">Page from 1.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="levels">Heights of the level lines, from above the table to below it; empty where there are none.</param>
    public static PageTable? Build(int page, List<PiecedLine> lines, IReadOnlyList<double> levels)
    {
        var pieces = lines.SelectMany(line => line.Pieces).ToArray();
        if (pieces.Length == 0 || Columns(lines, pieces) is not { Count: > 0 } columns || columns.Count < (levels.Count > 2 ? 2 : FewestColumns))
        {
            return null;
        }

        var edges = new List<double> { columns[0].Left - CellText.Padding };
        edges.AddRange(columns.Zip(columns.Skip(1), (left, right) => (left.Right + right.Left) / 2));
        edges.Add(columns[^1].Right + CellText.Padding);
        var placed = pieces.Select(piece => Place(piece, columns)).ToArray();
        if (Tops(placed, columns.Count, levels) is not { } tops)
        {
            return null;
        }

        var frame = new Frame(edges[0], Math.Min(tops[0], pieces.Min(piece => piece.Top)), edges[^1], Math.Max(levels.Count > 0 ? levels[^1] : 0, pieces.Max(piece => piece.Bottom)));
        return new PageTable(page, frame, edges, tops.Count, Cells(placed, columns, tops, frame), levels.Count > 0 ? TableGrid.PartlyRuled : TableGrid.Aligned);
    }

    private static List<(double Left, double Right)> Columns(List<PiecedLine> lines, TextLine[] pieces)
    {
        var may = (int)(MayBridge * lines.Count);
        var narrowest = Corridor * lines.Select(line => line.Size).Order().ElementAt(lines.Count / 2);
        var ends = pieces.SelectMany(piece => new[] { (At: piece.Left, Step: 1), (At: piece.Right, Step: -1) }).OrderBy(end => end.At).ThenBy(end => end.Step).ToArray();
        var columns = new List<(double Left, double Right)>();
        var covering = 0;
        double? from = null;
        foreach (var (at, step) in ends)
        {
            covering += step;
            if (covering > may && from is null)
            {
                from = at;
            }
            else if (covering <= may && from is { } left)
            {
                if (columns.Count > 0 && left - columns[^1].Right < narrowest)
                {
                    columns[^1] = (columns[^1].Left, at);
                }
                else
                {
                    columns.Add((left, at));
                }

                from = null;
            }
        }

        return columns;
    }

    private static Placed Place(TextLine piece, List<(double Left, double Right)> columns)
    {
        var touched = Enumerable.Range(0, columns.Count).Where(i => Math.Min(piece.Right, columns[i].Right) - Math.Max(piece.Left, columns[i].Left) > 0.3 * piece.Size).ToArray();
        if (touched.Length == 0)
        {
            var middle = (piece.Left + piece.Right) / 2;
            touched = [Enumerable.Range(0, columns.Count).MinBy(i => Math.Abs((columns[i].Left + columns[i].Right) / 2 - middle))];
        }

        return new Placed(piece, touched[0], touched[^1] - touched[0] + 1);
    }

    private static List<double>? Tops(Placed[] placed, int columns, IReadOnlyList<double> levels)
    {
        if (levels.Count == 0)
        {
            return RowAnchors.Find(ByColumn(placed, columns), 2);
        }

        var tops = new List<double>();
        for (var i = 0; i + 1 < levels.Count; i++)
        {
            // The head may wrap in every cell; a body between two lines may hold all the rows, or just one.
            var held = placed.Where(piece => piece.Piece.Baseline > levels[i] && piece.Piece.Baseline <= levels[i + 1]).ToArray();
            var isHead = i == 0 && levels.Count > 2;
            var anchors = isHead ? null : RowAnchors.Find(ByColumn(held, columns), levels.Count <= 4 ? 2 : 3);
            tops.Add(levels[i]);
            tops.AddRange(anchors?.Skip(1) ?? []);
        }

        return tops.Count < 2 ? null : tops;
    }

    private static IReadOnlyList<TextLine>[] ByColumn(Placed[] placed, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => (IReadOnlyList<TextLine>)[.. placed.Where(piece => piece.Column == column).Select(piece => piece.Piece).OrderBy(piece => piece.Baseline)])];

    private static List<PageCell> Cells(Placed[] placed, List<(double Left, double Right)> columns, List<double> tops, Frame frame)
    {
        var cells = new List<PageCell>();
        for (var row = 0; row < tops.Count; row++)
        {
            var top = row == 0 ? frame.Top : tops[row];
            var bottom = row + 1 < tops.Count ? tops[row + 1] : frame.Bottom + 1;
            var held = placed.Where(piece => (row == 0 || piece.Piece.Baseline > top) && piece.Piece.Baseline <= bottom).ToArray();
            for (var column = 0; column < columns.Count;)
            {
                var inside = held.Where(piece => piece.Column == column).OrderBy(piece => piece.Piece.Baseline).ToArray();
                var span = inside.Length == 0 ? 1 : inside.Max(piece => piece.Columns);

                // A wide piece is a cell over columns only where nothing stands in the others.
                if (span > 1 && held.Any(piece => piece.Column > column && piece.Column < column + span))
                {
                    span = 1;
                }

                var edge = new Frame(columns[column].Left - CellText.Padding, top, columns[column + span - 1].Right + CellText.Padding, Math.Min(bottom, frame.Bottom));
                cells.Add(new PageCell(row, column, 1, span, edge, [.. inside.Select(piece => piece.Piece)]));
                column += span;
            }
        }

        return cells;
    }

    private sealed record Placed(TextLine Piece, int Column, int Columns);
}
