using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>
/// Finds tables without upright lines: by level lines that belong together (三线表, a line under each row), or by nothing but where the text
/// stands, several pieces a line with white corridors between them from top to bottom.
/// </summary>
internal sealed class AlignedTables
{
    private const double SameEnds = 12;
    private const double LongRuling = 0.3;
    private const double ShortRuling = 10;
    private const double PieceGap = 0.9;
    private const int ManyPieces = 3;
    private const int WidePieces = 4;

    // How far below a line of a table its next one may stand: that of a cell which wraps, and that of a row.
    private const double NextLine = 2.6;
    private const double NextRow = 5.5;
    private const double SameRow = 1.0;
    private const int MostWrapped = 6;

    // Pieces are held against pieces. A dense page of figures has a thousand; on a page with more the text is read as lines.
    internal const int MostPieces = 5_000;

    private readonly PageContent page;
    private readonly IReadOnlyList<PageTable> ruled;
    private readonly List<PiecedLine> rows;

    private AlignedTables(PageContent page, IReadOnlyList<TextLine> lines, IReadOnlyList<PageTable> ruled)
    {
        this.page = page;
        this.ruled = ruled;
        rows = [.. lines.Where(line => !Captions.HasLeader(line.Text)).Select(line => new PiecedLine([.. line.Pieces(PieceGap)]))];
    }

    /// <summary>The tables among the lines that no ruled table holds.</summary>
    public static List<PageTable> Find(PageContent page, IReadOnlyList<TextLine> lines, IReadOnlyList<PageTable> ruled) => new AlignedTables(page, lines, ruled).Find();

    private List<PageTable> Find()
    {
        var tables = new List<PageTable>();
        if (rows.Sum(row => row.Pieces.Count) > MostPieces)
        {
            return tables;
        }

        foreach (var (whole, parted) in Frames())
        {
            var from = rows.FindIndex(row => row.Baseline > whole[0]);
            var to = rows.FindLastIndex(row => row.Baseline < whole[^1] + 2);
            if (from < 0 || to < from)
            {
                continue;
            }

            // A line may be missing at the page break, where the table goes on.
            var (first, last) = (Up(from, to), Down(from, to));
            var levels = new LevelLines([.. first < from ? [rows[first].Top - 1] : Array.Empty<double>(), .. whole, .. last > to ? [rows[last].Bottom + 2] : Array.Empty<double>()], parted);
            var held = rows[first..(last + 1)];
            if (AlignedGrid.Build(page.Number, held, levels) is { } table)
            {
                tables.Add(table);
                rows.RemoveAll(held.Contains);
            }
        }

        foreach (var held in Runs())
        {
            if (AlignedGrid.Build(page.Number, held, LevelLines.None) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    // Level lines of one length, one below the other, as long as pieces of a table stand between each two; shorter ones stop at cells that span rows.
    private List<(List<double> Whole, List<Ruling> Parted)> Frames()
    {
        var levels = page.Rulings.Where(ruling => ruling.IsLevel && ruling.Length > ShortRuling
            && !ruled.Any(table => ruling.At > table.Frame.Top - 3 && ruling.At < table.Frame.Bottom + 3 && ruling.From < table.Frame.Right && ruling.To > table.Frame.Left)).OrderBy(ruling => ruling.At).ToArray();
        var frames = new List<(List<double>, List<Ruling>)>();
        for (var i = 0; i < levels.Length;)
        {
            var (whole, parted) = (new List<double> { levels[i].At }, new List<Ruling>());
            var next = i + 1;
            if (levels[i].Length > LongRuling * page.Width)
            {
                for (; next < levels.Length; next++)
                {
                    var (isFrom, isTo) = (Math.Abs(levels[next].From - levels[i].From) < SameEnds, Math.Abs(levels[next].To - levels[i].To) < SameEnds);
                    if (isFrom && isTo && HoldTable(whole[^1], levels[next].At))
                    {
                        whole.Add(levels[next].At);
                    }
                    else if (!(isFrom && isTo) && levels[next].From > levels[i].From - SameEnds && levels[next].To < levels[i].To + SameEnds)
                    {
                        parted.Add(levels[next]);
                    }
                    else
                    {
                        break;
                    }
                }
            }

            if (whole.Count > 1)
            {
                frames.Add((whole, parted));
            }

            i = next;
        }

        return frames;
    }

    private bool HoldTable(double from, double to) =>
        rows.Where(row => row.Baseline > from && row.Baseline < to).ToArray() is { Length: > 0 } between && (between.Any(row => row.Pieces.Count > 1) || between is [var only] && Captions.IsGroup(only.Pieces[0].Text));

    // Lines of several pieces, and between them the lines of cells that wrap and the names of groups.
    private IEnumerable<List<PiecedLine>> Runs()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Pieces.Count < ManyPieces)
            {
                continue;
            }

            var end = Down(i, i);
            if (rows.Skip(i + 1).Take(end - i).Any(row => row.Pieces.Count >= ManyPieces))
            {
                // Cells of the last row may go on below it.
                yield return rows[Up(i, end)..(end + 1)];
            }

            i = end;
        }
    }

    private int Down(int from, int to)
    {
        int end = to, wrapped = 0;
        for (var next = to + 1; next < rows.Count && !IsParted(rows[next - 1], rows[next]) && !Captions.Opens(rows[next].Pieces[0].Text); next++)
        {
            var isMany = rows[next].Pieces.Count >= ManyPieces;
            var gap = (rows[next].Baseline - rows[next - 1].Baseline) / rows[next].Size;
            if (isMany && gap < NextRow)
            {
                wrapped = 0;
                end = next;
            }
            else if (!isMany && ++wrapped <= MostWrapped && (FitsInto(rows[next], rows[from..(end + 1)]) ? gap < NextLine || gap < NextRow && IsFollowed(next) : gap < NextRow && IsNameOfGroup(next)))
            {
                end = FitsInto(rows[next], rows[from..(end + 1)]) || next == rows.Count - 1 ? next : end;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Only the lines of a head or of a row, not a caption: several pieces, or one that stands half a line higher than the rest of its row.
    private int Up(int from, int to)
    {
        var first = from;
        while (first > 0 && !IsParted(rows[first - 1], rows[first]) && rows[first].Baseline - rows[first - 1].Baseline < (rows[first - 1].Pieces.Count > 1 ? NextLine : SameRow) * rows[first].Size
            && FitsInto(rows[first - 1], rows[from..(to + 1)]))
        {
            first--;
        }

        // At the head of the page, what is left over of a row of the page before.
        var rest = rows[..first];
        return rest.Count is > 0 and <= MostWrapped && !IsParted(rest[0], rows[first]) && rest.TrueForAll(row => row.Pieces.Count < ManyPieces && !Captions.EndsSentence(row.Pieces[^1].Text) && !Captions.Opens(row.Pieces[0].Text) && FitsInto(row, rows[from..(to + 1)]))
            && rest.Zip(rows.Skip(1)).All(pair => pair.Second.Baseline - pair.First.Baseline < NextRow * pair.First.Size)
            ? 0
            : first;
    }

    private bool IsParted(PiecedLine above, PiecedLine below) => ruled.Any(table => table.Frame.Top > above.Baseline && table.Frame.Bottom < below.Baseline);

    private bool IsFollowed(int at) => at + 1 < rows.Count && rows[at + 1].Pieces.Count >= ManyPieces && rows[at + 1].Baseline - rows[at].Baseline < NextRow * rows[at].Size;

    // A row of it follows, be it on the next page.
    private bool IsNameOfGroup(int at) => rows[at].Pieces is [var only] && Captions.IsGroup(only.Text)
        && (at == rows.Count - 1 || Enumerable.Range(at, Math.Min(3, rows.Count - at)).Any(next => IsFollowed(next) && rows[next].Baseline - rows[at].Baseline < NextRow * rows[at].Size));

    // A piece of a wrapped cell stands within one column, or in that of the names and that of their sub-cells: it does not bridge more pieces of a line above.
    private static bool FitsInto(PiecedLine line, List<PiecedLine> above) =>
        line.Pieces.All(piece => above.Where(row => row.Pieces.Count >= ManyPieces)
            .All(row => row.Pieces.Count(other => Math.Min(piece.Right, other.Right) - Math.Max(piece.Left, other.Left) > 0.6 * line.Size) <= (row.Pieces.Count >= WidePieces ? 2 : 1)));
}

/// <summary>A line and its pieces between wide gaps.</summary>
internal sealed record PiecedLine(IReadOnlyList<TextLine> Pieces)
{
    public double Baseline => Pieces[0].Baseline;

    public double Size => Pieces[0].Size;

    public double Top => Pieces.Min(piece => piece.Top);

    public double Bottom => Pieces.Max(piece => piece.Bottom);
}
