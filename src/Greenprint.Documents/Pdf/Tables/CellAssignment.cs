using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Lines of one column that are one cell.</summary>
/// <param name="First">Its first line.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Row">The row it begins in, or stands before.</param>
/// <param name="Rows">How many rows it spans; 0 for what is left over from a row on the page before.</param>
internal readonly record struct AssignedCell(int First, int Lines, int Row, int Rows);

/// <summary>A row that began on the page before, of which some columns have lines left over.</summary>
/// <param name="Before">The row of this page that it stands before: the first one, or the first one below a head that is repeated.</param>
/// <param name="IsSeen">True where another column has such lines: a page break seldom cuts one cell alone.</param>
internal readonly record struct LeftOverRow(int Before, bool IsSeen);

/// <summary>
/// Gives the lines of a column to rows whose places are known. A cell is set in the middle of the rows it spans, or hangs from the upper edge of
/// the first one; its lines are equally far apart and all but the last one are full. Of all ways to part the lines the one that strains these
/// rules least is taken.
/// </summary>
internal static class CellAssignment
{
    /// <summary>Lines further apart than this, in sizes of their font, are hardly one cell.</summary>
    public const double FarApart = 2.3;

    /// <summary>Lines closer than this, in sizes of their font, are none below the other.</summary>
    public const double Closest = 0.8;

    private const int MostLines = 12;
    private const double Askew = 0.6;
    private const double Uneven = 1.35;

    // What each strain costs; one is a line of text out of place.
    private const double NotFull = 0.8;
    private const double UnevenStep = 0.8;
    private const double NotOneEdge = 0.8;
    private const double FarStep = 4;
    private const double EmptyInMiddle = 0.9;
    private const double EmptyHanging = 0.1;
    private const double SpannedRow = 0.12;
    private const double GoesOn = 0.6;
    private const double LeftOver = 1;
    private const double LeftOverBeside = 0.3;
    private const double Tolerated = 0.2;

    // A cell that hangs may begin lower than a figure beside it, hardly higher.
    private const double AboveEdge = 2;

    /// <summary>The cells of a column from top to bottom, and how much they strain the rules.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="isFull">Of each line, whether the first word of the next one has no room on it.</param>
    /// <param name="rows">The baseline of the middle of each row, or of its first line where cells hang.</param>
    /// <param name="size">Size of the font.</param>
    /// <param name="step">How far apart the lines of one cell are.</param>
    /// <param name="hangs">Cells hang from the upper edge.</param>
    /// <param name="isSparse">Most rows have nothing in this column, and none of its cells spans rows.</param>
    /// <param name="mayJoin">Which rows a cell may span together with others; null for all.</param>
    /// <param name="leftOver">Where lines may stand that belong to a row which began on the page before.</param>
    public static (double Cost, List<AssignedCell> Cells) Find(IReadOnlyList<TextLine> lines, IReadOnlyList<bool> isFull, IReadOnlyList<double> rows, double size, double step, bool hangs, bool isSparse, IReadOnlyList<bool>? mayJoin, LeftOverRow? leftOver)
    {
        var cost = new double[lines.Count + 1, rows.Count + 1];
        var from = new (int Line, int Row, AssignedCell? Cell)[lines.Count + 1, rows.Count + 1];
        for (var i = 0; i <= lines.Count; i++)
        {
            for (var j = 0; j <= rows.Count; j++)
            {
                cost[i, j] = double.PositiveInfinity;
            }
        }

        cost[0, 0] = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            for (var j = 0; j <= rows.Count; j++)
            {
                if (double.IsPositiveInfinity(cost[i, j]))
                {
                    continue;
                }

                if (j < rows.Count)
                {
                    Relax(i, j, i, j + 1, hangs || isSparse ? EmptyHanging : EmptyInMiddle, null);
                }

                Cells(i, j);
            }
        }

        var cells = new List<AssignedCell>();
        for (var (i, j) = (lines.Count, rows.Count); i > 0 || j > 0;)
        {
            var (line, row, cell) = from[i, j];
            if (cell is { } found)
            {
                cells.Add(found);
            }

            (i, j) = (line, row);
        }

        cells.Reverse();
        return (cost[lines.Count, rows.Count], cells);

        void Cells(int i, int j)
        {
            double strain = 0, sum = 0;
            for (var count = 1; count <= MostLines && i + count <= lines.Count; count++)
            {
                var last = i + count - 1;
                sum += lines[last].Baseline;
                if (count > 1)
                {
                    var gap = lines[last].Baseline - lines[last - 1].Baseline;
                    strain += (isFull[last - 1] ? 0 : NotFull) + (IsAskew(lines[last - 1], lines[last], size) ? NotOneEdge : 0) + (gap > FarApart * size ? FarStep : gap > Uneven * step ? UnevenStep : 0);
                }

                if (leftOver?.Before == j && from[i, j].Cell is not { Rows: 0 } && (j == 0 ? i == 0 : lines[i].Baseline > rows[j - 1]) && (j == rows.Count || lines[last].Baseline < rows[j]))
                {
                    Relax(i, j, i + count, j, strain + (leftOver.Value.IsSeen ? LeftOverBeside : LeftOver), new AssignedCell(i, count, j, 0));
                }

                for (var span = 1; span <= (hangs || isSparse ? 1 : rows.Count - j) && j < rows.Count && (span == 1 || mayJoin is null || mayJoin[j] && mayJoin[j + span - 1]); span++)
                {
                    var top = lines[i].Baseline - rows[j];
                    var away = hangs ? top : sum / count - (rows[j] + rows[j + span - 1]) / 2;
                    var strained = (hangs && away < 0 ? AboveEdge : 1) * Math.Max(0, Math.Abs(away) / size - Tolerated);
                    if (!hangs && span > 1 && j + span == rows.Count)
                    {
                        // A cell that goes on on the next page may be set from its upper edge.
                        strained = Math.Min(strained, GoesOn + Math.Max(0, Math.Abs(top) / size - Tolerated));
                    }

                    strained += SpannedRow * (span - 1);
                    Relax(i, j, i + count, j + span, strain + strained, new AssignedCell(i, count, j, span));
                }
            }
        }

        void Relax(int i, int j, int toLine, int toRow, double more, AssignedCell? cell)
        {
            if (cost[i, j] + more < cost[toLine, toRow])
            {
                cost[toLine, toRow] = cost[i, j] + more;
                from[toLine, toRow] = (i, j, cell);
            }
        }
    }

    // Lines of one cell begin, end or stand in the middle at the same place.
    private static bool IsAskew(TextLine above, TextLine below, double size) =>
        Math.Min(Math.Abs(above.Left - below.Left), Math.Min(Math.Abs(above.Right - below.Right), Math.Abs(above.Left + above.Right - below.Left - below.Right) / 2)) > Askew * size;
}
