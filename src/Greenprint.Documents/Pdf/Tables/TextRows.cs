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
    private const double FarFromFigure = 1.5;
    private const double Sparse = 0.6;

    private readonly IReadOnlyList<PlacedPiece> pieces;
    private readonly IReadOnlyList<(double Left, double Right)> columns;
    private readonly HashSet<int> subs;
    private readonly HashSet<PlacedPiece> years;
    private readonly double size;
    private readonly List<TextCell> cells = [];
    private int rows;

    private TextRows(IReadOnlyList<PlacedPiece> pieces, IReadOnlyList<(double Left, double Right)> columns, IReadOnlySet<int> subs)
    {
        this.pieces = pieces;
        this.columns = columns;
        size = pieces.Select(piece => piece.Line.Size).Order().ElementAt(pieces.Count / 2);

        // 2020 over 年 is a head that wraps.
        years = [.. pieces.Where(piece => Figures.IsYear(piece.Line.Text) && pieces.Any(below => below.Column == piece.Column && below.Line.Text[0] == '年'
            && below.Line.Baseline - piece.Line.Baseline is var step && step > 0 && step < CellAssignment.FarApart * size))];

        // Over a column of sub-cells names run that have none; over the numbers and names, those of groups.
        var figures = pieces.Where(piece => Figures.Is(piece.Line.Text)).ToArray();
        bool IsBesideFigure(PlacedPiece piece, double far) => Array.Exists(figures, figure => Math.Abs(figure.Line.Baseline - piece.Line.Baseline) < far * size);
        this.subs = subs.Concat(pieces.Where(piece => piece.Columns == 2 && !Captions.IsGroup(piece.Line.Text) && IsBesideFigure(piece, FarFromFigure)).Select(piece => piece.Column + 1)
            .Where(column => !Array.Exists(figures, figure => figure.Column == column))).ToHashSet();
        this.subs.UnionWith(Enumerable.Range(1, columns.Count - 1).Where(column => IsSparse(column, figures, IsBesideFigure)));
    }

    // Where all names are short, a corridor parts their sub-cells too: few, each beside figures of its own, some without a name at their height.
    private bool IsSparse(int column, PlacedPiece[] figures, Func<PlacedPiece, double, bool> isBesideFigure)
    {
        var own = pieces.Where(piece => piece.Column == column).ToArray();
        return own.Length > 0 && !own.Any(piece => piece.Columns > 1) && figures.Length > 0 && column < figures.Max(figure => figure.Column) && !Array.Exists(figures, figure => figure.Column == column)
            && own.Count(piece => isBesideFigure(piece, SameHeight)) * 2 > own.Length
            && own.Length <= Sparse * pieces.Count(piece => piece.Column == column - 1)
            && Array.Exists(own, piece => !pieces.Any(name => name.Column == column - 1 && Math.Abs(name.Line.Baseline - piece.Line.Baseline) < SameHeight * size));
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
            .Where(lines => Figures.Fill([.. lines.Where(piece => !years.Contains(piece)).Select(piece => piece.Line.Text)])).ToArray();
        if (figures.Length == 0)
        {
            return null;
        }

        var anchors = Heights(figures.SelectMany(lines => lines).Where(IsFigure).Select(piece => piece.Line.Baseline));
        if (anchors.Count < fewest || anchors.Count > MostRows)
        {
            return null;
        }

        var head = Head(figures.MaxBy(lines => lines.Count(IsFigure))!);
        if (head.Count > 0)
        {
            anchors.RemoveAll(anchor => anchor.Middle <= head[^1].Middle);
            anchors.InsertRange(0, head);
        }

        var groups = Groups(anchors, head.Count > 0 ? head[^1].Middle : null);
        var segments = new List<RowSegment?>();
        var from = double.NegativeInfinity;
        foreach (var group in groups)
        {
            segments.Add(Segment(from, group.Line.Top, anchors, segments.Count == 0 ? head.Count : null));
            from = group.Line.Bottom;
        }

        segments.Add(Segment(from, double.PositiveInfinity, anchors, segments.Count == 0 ? head.Count : null));

        // A table is set in one way from its head to its end.
        var hangs = segments.Sum(segment => segment?.Strain(hangs: true)) < segments.Sum(segment => segment?.Strain(hangs: false));
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i] is { } segment)
            {
                var (count, found) = segment.Cells(hangs);
                cells.AddRange(found.Select(cell => cell with { Row = cell.Row + rows }));
                rows += count;
            }

            if (i < groups.Count)
            {
                cells.Add(new TextCell(rows++, 1, 0, columns.Count, [groups[i].Line]));
            }
        }

        return new TextGrid(Tops(), Cover());
    }

    private bool IsFigure(PlacedPiece piece) => Figures.Is(piece.Line.Text) && !years.Contains(piece);

    private List<RowPlace> Heights(IEnumerable<double> baselines)
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

        return [.. heights.Select(height => height.Average()).Select(middle => new RowPlace(middle, middle))];
    }

    // What stands above the first figure of the fullest column of figures is its head: one row, or two where its lines are far apart.
    private List<RowPlace> Head(PlacedPiece[] lines)
    {
        var head = new List<List<double>>();
        foreach (var piece in lines.TakeWhile(piece => !IsFigure(piece)))
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

        return head.ConvertAll(row => new RowPlace(row[0], row.Average()));
    }

    // 一、环境质量, alone on its line, or one text over several columns.
    private List<PlacedPiece> Groups(List<RowPlace> anchors, double? head) =>
    [
        .. pieces.Where(piece => (head is null || piece.Line.Baseline > head + size)
            && (Captions.IsGroup(piece.Line.Text) || piece.Columns >= WideGroup)
            && anchors.All(anchor => Math.Abs(anchor.Middle - piece.Line.Baseline) > SameHeight * size)
            && pieces.All(other => ReferenceEquals(other, piece) || Math.Abs(other.Line.Baseline - piece.Line.Baseline) > SameHeight * size))
            .OrderBy(piece => piece.Line.Baseline),
    ];

    // The lines between two names of groups, with the anchors among them.
    private RowSegment? Segment(double from, double to, List<RowPlace> anchors, int? head)
    {
        var held = pieces.Where(piece => piece.Line.MiddleY > from && piece.Line.MiddleY < to).ToArray();
        if (held.Length == 0)
        {
            return null;
        }

        var own = anchors.Where(anchor => anchor.Middle > from && anchor.Middle < to).ToList();
        if (own.Count == 0)
        {
            var middle = held.Select(piece => piece.Line.Baseline).Order().ElementAt(held.Length / 2);
            own.Add(new RowPlace(middle, middle));
        }

        var lines = Enumerable.Range(0, columns.Count).Select(column => held.Where(piece => piece.Column == column).OrderBy(piece => piece.Line.Baseline).ToArray()).ToArray();
        return new RowSegment(lines, own, head, columns, subs, size);
    }

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
