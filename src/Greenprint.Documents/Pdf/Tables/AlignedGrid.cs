using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Makes columns out of the white corridors between pieces of text, and rows out of level lines, of figures, or of the lines that most columns share.</summary>
internal sealed class AlignedGrid
{
    // A head that spans columns may bridge a corridor.
    private const double MayBridge = 0.13;
    private const double Corridor = 0.45;
    private const int FewestColumns = 3;

    // Two lines prove a gap; one may have a wide space in a cell.
    private const int Proves = 2;
    private const double SameRow = 0.8;

    // How many level lines a table has that are drawn around its head and its end only.
    private const int FewLevels = 4;

    private readonly List<(double Left, double Right)> columns;
    private readonly IReadOnlySet<int> subs;
    private readonly PlacedPiece[] placed;
    private readonly List<double> tops = [];
    private readonly List<TextCell> cells = [];

    private AlignedGrid(SubColumns found, TextLine[] pieces)
    {
        columns = found.Columns;
        subs = found.Subs;
        placed = [.. pieces.Select(piece => Place(piece, columns))];
    }

    /// <summary>The table, or null where the pieces make none.</summary>
    /// <param name="page">Page from 1.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="levels">The level lines from side to side, from above the table to below it, and those between them that stop at merged cells.</param>
    public static PageTable? Build(int page, List<PiecedLine> lines, LevelLines levels)
    {
        var pieces = lines.SelectMany(line => line.Pieces).ToArray();
        if (pieces.Length == 0 || Columns(lines, pieces) is not { Count: > 0 } found || found.Count < (levels.Whole.Count > 2 ? 2 : FewestColumns))
        {
            return null;
        }

        var grid = new AlignedGrid(SubColumns.Part(found, pieces), pieces);
        var columns = grid.columns;
        if (!grid.AddRows(levels))
        {
            return null;
        }

        var edges = new List<double> { Math.Min(columns[0].Left, pieces.Min(piece => piece.Left)) - CellText.Padding };
        edges.AddRange(columns.Zip(columns.Skip(1), (left, right) => (left.Right + right.Left) / 2));
        edges.Add(Math.Max(columns[^1].Right, pieces.Max(piece => piece.Right)) + CellText.Padding);
        var frame = new Frame(edges[0], Math.Min(grid.tops[0], pieces.Min(piece => piece.Top)), edges[^1], Math.Max(levels.Whole.Count > 0 ? levels.Whole[^1] : 0, pieces.Max(piece => piece.Bottom)));
        return new PageTable(page, frame, edges, grid.tops.Count, grid.Cells(frame), levels.Whole.Count > 0 ? TableGrid.PartlyRuled : TableGrid.Aligned);
    }

    private static List<(double Left, double Right)> Columns(List<PiecedLine> lines, TextLine[] pieces)
    {
        // What runs over the gap between two pieces of other lines is a head over columns, the name of a group, or a name beside whose like sub-cells stand.
        var narrowest = Corridor * lines.Select(line => line.Size).Order().ElementAt(lines.Count / 2);
        var gaps = lines.SelectMany(line => line.Pieces.Zip(line.Pieces.Skip(1), (left, right) => (line, From: left.Right, To: right.Left))).ToArray();
        var own = pieces.Where(piece => !Captions.IsGroup(piece.Text) && gaps.Count(gap => gap.From > piece.Left && gap.To < piece.Right) < Proves).ToArray();
        var columns = Joined(Corridors(own, 0, narrowest), own);
        return columns.Count >= FewestColumns ? columns : Corridors(pieces, (int)(MayBridge * lines.Count), narrowest);
    }

    // Figures that begin at different places in one column: a corridor is one only where text stands on both sides of it.
    private static List<(double Left, double Right)> Joined(List<(double Left, double Right)> columns, TextLine[] pieces)
    {
        var joined = new List<(double Left, double Right)>();
        TextLine[] above = [];
        foreach (var column in columns)
        {
            var here = pieces.Where(piece => piece.Left >= column.Left - 1 && piece.Right <= column.Right + 1).ToArray();
            if (joined.Count > 0 && (HaveFiguresFrom(above) < here.Max(piece => piece.Baseline) ? here.Any(piece => Figures.Is(piece.Text)) : HaveFiguresFrom(above) < double.PositiveInfinity)
                && !above.Any(left => here.Any(right => Math.Abs(left.Baseline - right.Baseline) < SameRow * left.Size)))
            {
                joined[^1] = (joined[^1].Left, column.Right);
                above = [.. above, .. here];
            }
            else
            {
                joined.Add(column);
                above = here;
            }
        }

        return joined;
    }

    private static double HaveFiguresFrom(TextLine[] pieces) =>
        pieces.Where(piece => Figures.Is(piece.Text)).Select(piece => piece.Baseline).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static List<(double Left, double Right)> Corridors(TextLine[] pieces, int may, double narrowest)
    {
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

    /// <summary>The columns that a piece touches, or the nearest one.</summary>
    public static PlacedPiece Place(TextLine piece, IReadOnlyList<(double Left, double Right)> columns)
    {
        var touched = Enumerable.Range(0, columns.Count).Where(i => Math.Min(piece.Right, columns[i].Right) - Math.Max(piece.Left, columns[i].Left) > 0.3 * piece.Size).ToArray();
        if (touched.Length == 0)
        {
            var middle = (piece.Left + piece.Right) / 2;
            touched = [Enumerable.Range(0, columns.Count).MinBy(i => Math.Abs((columns[i].Left + columns[i].Right) / 2 - middle))];
        }

        return new PlacedPiece(piece, touched[0], touched[^1] - touched[0] + 1);
    }

    private bool AddRows(LevelLines levels)
    {
        if (levels.Whole.Count == 0)
        {
            if (TextRows.Find(placed, columns, subs, 2) is { } found)
            {
                Add(found, null);
                return true;
            }

            if (RowAnchors.Find(ByColumn(placed, columns.Count), 2) is not { } anchors)
            {
                return false;
            }

            AddBetween(placed, anchors);
            return true;
        }

        for (var i = 0; i + 1 < levels.Whole.Count; i++)
        {
            // The head may wrap in every cell; a body between two lines may hold all the rows, or just one.
            var (from, to) = (levels.Whole[i], levels.Whole[i + 1]);
            var held = placed.Where(piece => piece.Line.Baseline > from && piece.Line.Baseline <= to).ToArray();
            var between = levels.Parted.Where(line => line.At > from + 1 && line.At < to - 1).ToArray();
            var fewest = levels.Whole.Count <= FewLevels ? 2 : 3;
            if (between.Length > 0)
            {
                AddParted(held, from, between);
            }
            else if (i == 0 && levels.Whole.Count > 2)
            {
                AddBetween(held, [from]);
            }
            else if (TextRows.Find(held, columns, subs, fewest) is { } rows)
            {
                Add(rows, from);
            }
            else
            {
                AddBetween(held, [from, .. RowAnchors.Find(ByColumn(held, columns.Count), fewest)?.Skip(1) ?? []]);
            }
        }

        return tops.Count >= 2;
    }

    private void Add(TextGrid rows, double? top)
    {
        cells.AddRange(rows.Cells.Select(cell => cell with { Row = cell.Row + tops.Count }));
        tops.AddRange(top is { } edge ? [edge, .. rows.Tops.Skip(1)] : rows.Tops);
    }

    private void AddBetween(PlacedPiece[] held, List<double> edges)
    {
        for (var row = 0; row < edges.Count; row++)
        {
            AddRow([.. held.Where(piece => (row == 0 || piece.Line.Baseline > edges[row]) && (row + 1 == edges.Count || piece.Line.Baseline <= edges[row + 1]))]);
            tops.Add(edges[row]);
        }
    }

    private void AddRow(PlacedPiece[] held)
    {
        for (var column = 0; column < columns.Count;)
        {
            var inside = held.Where(piece => piece.Column == column).OrderBy(piece => piece.Line.Baseline).ToArray();
            var span = inside.Length == 0 ? 1 : inside.Max(piece => piece.Columns);

            // A wide piece is a cell over columns only where nothing stands in the others.
            if (span > 1 && held.Any(piece => piece.Column > column && piece.Column < column + span))
            {
                span = 1;
            }

            cells.Add(new TextCell(tops.Count, 1, column, span, [.. inside.Select(piece => piece.Line)]));
            column += span;
        }
    }

    // Lines that stop at cells which span rows: each column has the lines that cross it.
    private void AddParted(PlacedPiece[] held, double from, Ruling[] between)
    {
        List<double> edges = [from];
        foreach (var line in between.OrderBy(line => line.At).Where(line => line.At - edges[^1] > 3))
        {
            edges.Add(line.At);
        }

        for (var column = 0; column < columns.Count; column++)
        {
            var middle = (columns[column].Left + columns[column].Right) / 2;
            var begin = 0;
            for (var row = 1; row <= edges.Count; row++)
            {
                if (row == edges.Count || between.Any(line => Math.Abs(line.At - edges[row]) <= 3 && line.From < middle && line.To > middle))
                {
                    var (top, bottom) = (edges[begin], row == edges.Count ? double.PositiveInfinity : edges[row]);
                    var lines = held.Where(piece => piece.Column == column && piece.Line.MiddleY > top && piece.Line.MiddleY <= bottom).OrderBy(piece => piece.Line.Baseline).ToArray();
                    cells.Add(new TextCell(tops.Count + begin, row - begin, column, 1, [.. lines.Select(piece => piece.Line)]));
                    begin = row;
                }
            }
        }

        tops.AddRange(edges);
    }

    private static IReadOnlyList<TextLine>[] ByColumn(PlacedPiece[] placed, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => (IReadOnlyList<TextLine>)[.. placed.Where(piece => piece.Column == column).Select(piece => piece.Line).OrderBy(line => line.Baseline)])];

    private List<PageCell> Cells(Frame frame) =>
    [
        .. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).Select(cell => new PageCell(
            cell.Row, cell.Column, cell.Rows, cell.Columns,
            new Frame(
                columns[cell.Column].Left - CellText.Padding, cell.Row == 0 ? frame.Top : tops[cell.Row],
                columns[cell.Column + cell.Columns - 1].Right + CellText.Padding, cell.Row + cell.Rows < tops.Count ? tops[cell.Row + cell.Rows] : frame.Bottom),
            cell.Lines)),
    ];
}

/// <summary>The level lines of a table.</summary>
/// <param name="Whole">Heights of those from side to side.</param>
/// <param name="Parted">Those that stop at cells which span rows.</param>
internal sealed record LevelLines(IReadOnlyList<double> Whole, IReadOnlyList<Ruling> Parted)
{
    public static LevelLines None { get; } = new([], []);
}
