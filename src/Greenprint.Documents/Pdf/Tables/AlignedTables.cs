using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>
/// Finds tables without upright lines: by level lines that belong together (三线表, a line under each row), or by nothing but where the text
/// stands, several pieces a line with white corridors between them from top to bottom.
/// </summary>
internal static class AlignedTables
{
    private const double SameEnds = 12;
    private const double LongRuling = 0.3;
    private const double PieceGap = 0.9;
    private const int ManyPieces = 3;
    private const double NextLine = 2.6;

    /// <summary>The tables among the lines that no ruled table holds.</summary>
    public static List<PageTable> Find(PageContent page, IReadOnlyList<TextLine> lines, IReadOnlyList<PageTable> ruled)
    {
        var rows = lines.Where(line => !Captions.HasLeader(line.Text)).Select(line => new PiecedLine([.. line.Pieces(PieceGap)])).ToList();
        var tables = new List<PageTable>();
        foreach (var levels in Frames(page, rows, ruled))
        {
            var held = rows.Where(row => row.Baseline > levels[0] && row.Baseline < levels[^1] + 2).ToList();
            if (AlignedGrid.Build(page.Number, held, levels) is { } table)
            {
                tables.Add(table);
                rows.RemoveAll(held.Contains);
            }
        }

        foreach (var held in Runs(rows, ruled))
        {
            if (AlignedGrid.Build(page.Number, held, []) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    // Level lines of one length, one below the other, as long as pieces of a table stand between each two.
    private static IEnumerable<List<double>> Frames(PageContent page, List<PiecedLine> rows, IReadOnlyList<PageTable> ruled)
    {
        var levels = page.Rulings.Where(ruling => ruling.IsLevel && ruling.Length > LongRuling * page.Width
            && !ruled.Any(table => ruling.At > table.Frame.Top - 3 && ruling.At < table.Frame.Bottom + 3 && ruling.From < table.Frame.Right && ruling.To > table.Frame.Left)).OrderBy(ruling => ruling.At).ToArray();
        for (var i = 0; i < levels.Length;)
        {
            var open = new List<double> { levels[i].At };
            var next = i + 1;
            while (next < levels.Length && Math.Abs(levels[next].From - levels[i].From) < SameEnds && Math.Abs(levels[next].To - levels[i].To) < SameEnds
                && rows.Where(row => row.Baseline > open[^1] && row.Baseline < levels[next].At).ToArray() is { Length: > 0 } between && between.Any(row => row.Pieces.Count > 1))
            {
                open.Add(levels[next++].At);
            }

            if (open.Count > 1)
            {
                yield return open;
            }

            i = next;
        }
    }

    // Lines of several pieces, and between them the lines of cells that wrap.
    private static IEnumerable<List<PiecedLine>> Runs(List<PiecedLine> rows, IReadOnlyList<PageTable> ruled)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Pieces.Count < ManyPieces)
            {
                continue;
            }

            int end = i, tail = i;
            while (tail + 1 < rows.Count && rows[tail + 1].Baseline - rows[tail].Baseline < NextLine * rows[tail].Size
                && !ruled.Any(table => table.Frame.Top > rows[tail].Baseline && table.Frame.Bottom < rows[tail + 1].Baseline))
            {
                tail++;
                if (rows[tail].Pieces.Count >= ManyPieces)
                {
                    end = tail;
                }
                else if (tail - end > 4 || !FitsInto(rows[tail], rows[i..(end + 1)]))
                {
                    tail--;
                    break;
                }
            }

            // Cells of the last row may go on below it.
            if (end > i)
            {
                yield return rows[i..(tail + 1)];
            }

            i = Math.Max(end, tail);
        }
    }

    // A piece of a wrapped cell stands within one column: it does not bridge two pieces of a line above.
    private static bool FitsInto(PiecedLine line, List<PiecedLine> above) =>
        line.Pieces.All(piece => above.Where(row => row.Pieces.Count >= ManyPieces).All(row => row.Pieces.Count(other => Math.Min(piece.Right, other.Right) - Math.Max(piece.Left, other.Left) > 0.6 * line.Size) <= 1));
}

/// <summary>A line and its pieces between wide gaps.</summary>
internal sealed record PiecedLine(IReadOnlyList<TextLine> Pieces)
{
    public double Baseline => Pieces[0].Baseline;

    public double Size => Pieces[0].Size;
}
