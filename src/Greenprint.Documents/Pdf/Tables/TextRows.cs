using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>A piece of text and the columns it touches.</summary>
internal sealed record PlacedPiece(TextLine Line, int Column, int Columns);

/// <summary>A cell of rows that text alone tells.</summary>
internal sealed record TextCell(int Row, int Rows, int Column, int Columns, IReadOnlyList<TextLine> Lines);

/// <summary>Rows, the upper edge of each, and the cells that cover them.</summary>
internal sealed record TextGrid(IReadOnlyList<double> Tops, IReadOnlyList<TextCell> Cells);

/// <summary>
/// Tells rows and cells that no line parts. Figures have one line a row: they say where the rows are. The head stands above the figures of
/// its column, the name of a group alone on its line; what is left are cells, to be given to the rows.
/// </summary>
internal sealed class TextRows
{
    private const double SameHeight = 0.55;
    private const int MostRows = 150;
    private const int WideGroup = 3;
    private const double Usual = 0.8;
    private const double FarFromFigure = 1.5;

    private readonly IReadOnlyList<PlacedPiece> pieces;
    private readonly IReadOnlyList<(double Left, double Right)> columns;
    private readonly HashSet<int> subs;
    private readonly double size;
    private readonly List<TextCell> cells = [];
    private int rows;

    private TextRows(IReadOnlyList<PlacedPiece> pieces, IReadOnlyList<(double Left, double Right)> columns, IReadOnlySet<int> subs)
    {
        this.pieces = pieces;
        this.columns = columns;
        size = pieces.Select(piece => piece.Line.Size).Order().ElementAt(pieces.Count / 2);

        // Over a column of sub-cells names run that have none.
        var figures = pieces.Where(piece => Figures.Is(piece.Line.Text)).Select(piece => piece.Line.Baseline).ToArray();
        this.subs = subs.Concat(pieces.Where(piece => piece.Columns == 2 && Array.Exists(figures, baseline => Math.Abs(baseline - piece.Line.Baseline) < FarFromFigure * size)).Select(piece => piece.Column + 1)
            .Where(column => !pieces.Any(piece => piece.Column == column && Figures.Is(piece.Line.Text)))).ToHashSet();
    }

    /// <summary>The rows, or null where no column of figures tells <paramref name="fewest"/> of them or more.</summary>
    /// <param name="pieces">The pieces of text.</param>
    /// <param name="columns">Where the text of each column begins and ends.</param>
    /// <param name="subs">Columns of sub-cells, which stand beside some names only.</param>
    /// <param name="fewest">Fewer rows are not believed.</param>
    public static TextGrid? Find(IReadOnlyList<PlacedPiece> pieces, IReadOnlyList<(double Left, double Right)> columns, IReadOnlySet<int> subs, int fewest) =>
        pieces.Count is 0 or > AlignedTables.MostPieces ? null : new TextRows(pieces, columns, subs).Find(fewest);

    private TextGrid? Find(int fewest)
    {
        var figures = Enumerable.Range(0, columns.Count).Select(column => pieces.Where(piece => piece.Column == column && piece.Columns == 1).OrderBy(piece => piece.Line.Baseline).ToArray())
            .Where(lines => Figures.Fill([.. lines.Select(piece => piece.Line.Text)])).ToArray();
        if (figures.Length == 0)
        {
            return null;
        }

        var anchors = Heights(figures.SelectMany(lines => lines).Where(piece => Figures.Is(piece.Line.Text)).Select(piece => piece.Line.Baseline));
        if (anchors.Count < fewest || anchors.Count > MostRows)
        {
            return null;
        }

        var head = Head(figures.MaxBy(lines => lines.Count(piece => Figures.Is(piece.Line.Text)))!);
        if (head.Count > 0)
        {
            anchors.RemoveAll(anchor => anchor <= head[^1]);
            anchors.InsertRange(0, head);
        }

        var groups = Groups(anchors, head.Count > 0 ? head[^1] : null);
        var from = double.NegativeInfinity;
        foreach (var group in groups)
        {
            Segment(from, group.Line.Top, anchors, head.Count == 0 && rows == 0);
            cells.Add(new TextCell(rows++, 1, 0, columns.Count, [group.Line]));
            from = group.Line.Bottom;
        }

        Segment(from, double.PositiveInfinity, anchors, head.Count == 0 && rows == 0);
        return new TextGrid(Tops(), Cover());
    }

    private List<double> Heights(IEnumerable<double> baselines)
    {
        var heights = new List<List<double>>();
        foreach (var baseline in baselines.Order())
        {
            if (heights.Count > 0 && baseline - heights[^1][0] <= SameHeight * size)
            {
                heights[^1].Add(baseline);
            }
            else
            {
                heights.Add([baseline]);
            }
        }

        return heights.ConvertAll(height => height.Average());
    }

    // What stands above the first figure of the fullest column of figures is its head: one row, or two where its lines are far apart.
    private List<double> Head(PlacedPiece[] lines)
    {
        var head = new List<List<double>>();
        foreach (var piece in lines.TakeWhile(piece => !Figures.Is(piece.Line.Text)))
        {
            if (head.Count > 0 && piece.Line.Baseline - head[^1][^1] <= CellAssignment.FarApart * size)
            {
                head[^1].Add(piece.Line.Baseline);
            }
            else
            {
                head.Add([piece.Line.Baseline]);
            }
        }

        return head.ConvertAll(row => row.Average());
    }

    // 一、环境质量, alone on its line, or one text over several columns.
    private List<PlacedPiece> Groups(List<double> anchors, double? head) =>
    [
        .. pieces.Where(piece => (head is null || piece.Line.Baseline > head + size)
            && (Captions.IsGroup(piece.Line.Text) || piece.Columns >= WideGroup)
            && anchors.All(anchor => Math.Abs(anchor - piece.Line.Baseline) > SameHeight * size)
            && pieces.All(other => ReferenceEquals(other, piece) || Math.Abs(other.Line.Baseline - piece.Line.Baseline) > SameHeight * size))
            .OrderBy(piece => piece.Line.Baseline),
    ];

    private void Segment(double from, double to, List<double> anchors, bool mayBeLeftOver)
    {
        var held = pieces.Where(piece => piece.Line.MiddleY > from && piece.Line.MiddleY < to).ToArray();
        if (held.Length == 0)
        {
            return;
        }

        var own = anchors.Where(anchor => anchor > from && anchor < to).ToList();
        if (own.Count == 0)
        {
            own.Add(held.Select(piece => piece.Line.Baseline).Order().ElementAt(held.Length / 2));
        }

        var lines = Enumerable.Range(0, columns.Count).Select(column => held.Where(piece => piece.Column == column).OrderBy(piece => piece.Line.Baseline).ToArray()).ToArray();
        var middle = Assign(lines, own, hangs: false, mayBeLeftOver);
        var hanging = Assign(lines, own, hangs: true, mayBeLeftOver);
        var best = hanging.Sum(column => column.Cost) < middle.Sum(column => column.Cost) ? hanging : middle;
        foreach (var sub in subs)
        {
            if (best == hanging)
            {
                JoinNames(best, sub);
            }
            else
            {
                JoinSpanning(best, sub);
            }
        }

        var leftOver = best.Any(column => column.Cells.Any(cell => cell.Row < 0)) ? 1 : 0;
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var cell in best[column].Cells)
            {
                var placed = lines[column].AsSpan(cell.First, cell.Lines).ToArray();
                cells.Add(new TextCell(rows + cell.Row + leftOver, cell.Rows, column, placed.Max(piece => piece.Columns), [.. placed.Select(piece => piece.Line)]));
            }
        }

        rows += own.Count + leftOver;
    }

    // The second line of a name that hangs beside its sub-rows stands at the height of the second one: a name of its own would have a number, or what else all rows have.
    private void JoinNames((double Cost, List<AssignedCell> Cells)[] columns, int sub)
    {
        bool Has(int column, int row) => columns[column].Cells.Exists(cell => cell.Row == row);
        var alone = columns[sub - 1].Cells.Select(cell => cell.Row).Where(row => !Has(sub, row)).ToArray();
        var usual = Enumerable.Range(0, columns.Length).Where(column => column != sub && column != sub - 1 && alone.Count(row => Has(column, row)) >= Usual * alone.Length).ToArray();
        var names = columns[sub - 1].Cells;
        for (var i = 1; i < names.Count; i++)
        {
            var (above, below) = (names[i - 1], names[i]);
            if (below.Row == above.Row + 1 && above.Rows == 1 && Has(sub, above.Row) && Has(sub, below.Row) && usual.Any(column => Has(column, above.Row) && !Has(column, below.Row)))
            {
                names[i - 1] = above with { Lines = above.Lines + below.Lines };
                names.RemoveAt(i--);
            }
        }
    }

    // Where rows are as high as lines, the lines of a name in the middle of its sub-rows stand beside them one by one: its number or nature tells that it is one.
    private static void JoinSpanning((double Cost, List<AssignedCell> Cells)[] columns, int sub)
    {
        var names = columns[sub - 1].Cells;
        foreach (var witness in columns.Where((_, column) => column != sub && column != sub - 1).SelectMany(column => column.Cells).Where(cell => cell.Rows > 1).OrderBy(cell => cell.Rows).ToArray())
        {
            bool IsBeside(AssignedCell cell) => cell.Row >= witness.Row && cell.Row < witness.Row + witness.Rows;
            var beside = names.Where(IsBeside).ToArray();
            if (beside.Length > 1 && Array.TrueForAll(beside, cell => cell.Rows == 1)
                && Enumerable.Range(witness.Row, witness.Rows).All(row => columns[sub].Cells.Exists(cell => cell.Row == row)))
            {
                names[names.FindIndex(IsBeside)] = new AssignedCell(beside[0].First, beside.Sum(cell => cell.Lines), witness.Row, witness.Rows);
                names.RemoveAll(cell => cell.Rows == 1 && IsBeside(cell));
            }
        }
    }

    private (double Cost, List<AssignedCell> Cells)[] Assign(PlacedPiece[][] lines, List<double> anchors, bool hangs, bool mayBeLeftOver) =>
        [.. lines.Select((column, i) => CellAssignment.Find([.. column.Select(piece => piece.Line)], IsFull(column), anchors, size, hangs, subs.Contains(i), mayBeLeftOver))];

    // Beside sub-cells the width of a name is not known.
    private bool[] IsFull(PlacedPiece[] lines) =>
        [.. lines.Select((piece, i) => piece.Columns == 1 && subs.Contains(piece.Column + 1) || CellText.IsFull(piece.Line, i + 1 < lines.Length ? lines[i + 1].Line : null, Frame(piece.Column, piece.Columns)))];

    private Frame Frame(int column, int count) => new(columns[column].Left - CellText.Padding, 0, columns[column + count - 1].Right + CellText.Padding, 0);

    private List<double> Tops()
    {
        var tops = new List<double>(rows);
        for (var row = 0; row < rows; row++)
        {
            var here = cells.Where(cell => cell.Row == row && cell.Rows == 1).SelectMany(cell => cell.Lines).ToArray();
            var above = cells.Where(cell => cell.Row == row - 1 && cell.Rows == 1).SelectMany(cell => cell.Lines).ToArray();
            var top = here.Length == 0 ? (tops.Count > 0 ? tops[^1] : 0) + size : here.Min(line => line.Top);
            tops.Add(row == 0 || above.Length == 0 ? top : Math.Max(tops[^1], (above.Max(line => line.Bottom) + top) / 2));
        }

        return tops;
    }

    // Every slot is covered once: a text wider than its column takes the empty slots beside it.
    private List<TextCell> Cover()
    {
        var owner = new TextCell?[rows, columns.Count];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.Rows; row++)
            {
                owner[row, cell.Column] = cell;
            }
        }

        var covered = new List<TextCell>();
        var taken = new bool[rows, columns.Count];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var cell = owner[row, column] ?? new TextCell(row, 1, column, 1, []);
                var wide = 1;
                while (wide < cell.Columns && Enumerable.Range(row, cell.Rows).All(other => owner[other, column + wide] is null && !taken[other, column + wide]))
                {
                    wide++;
                }

                for (var other = row; other < row + cell.Rows; other++)
                {
                    for (var at = column; at < column + wide; at++)
                    {
                        taken[other, at] = true;
                    }
                }

                covered.Add(cell with { Columns = wide });
            }
        }

        return covered;
    }
}
