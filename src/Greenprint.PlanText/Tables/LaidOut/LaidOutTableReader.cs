using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>Finds tables on pages that were laid out with spaces, by their heads, and reads them to the same grid as any other table.</summary>
internal static partial class LaidOutTableReader
{
    private const int MostPieces = 8;
    private const int LongestPiece = 40;
    private const int FarthestRow = 9;

    // A page has some 45 lines; the search for rows costs by the square of them.
    private const int MostLines = 160;

    public static IEnumerable<PlanTable> Read(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.OfType<TextBlock>().Select(block => new LaidLine(block)).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (LaidHead.At(lines, i) is { } head)
            {
                var parts = Parts(lines, head, out var end);
                if (Assemble(head, parts) is { } table)
                {
                    yield return new PlanTable(table, lines[head.From].Place, TableGrid.Aligned) { Caption = Caption(lines, head.From) };
                }

                i = Math.Max(i, end - 1);
            }
        }
    }

    /// <summary>A page's share of a table.</summary>
    private sealed record Part(LaidHead? Head, List<LaidLine> Lines);

    private static List<Part> Parts(LaidLine[] lines, LaidHead head, out int end)
    {
        var parts = new List<Part> { new(head, []) };
        var last = head.To;
        var pending = new List<LaidLine>();
        var i = head.To;
        for (; i < lines.Length && pending.Count <= MostPieces; i++)
        {
            var line = lines[i];
            if (Again(lines, i, head) is { } again)
            {
                TakeRest(parts, pending);
                parts.Add(new Part(again, []));
                pending.Clear();
                i = again.To - 1;
                last = again.To;
                continue;
            }

            if (Continued().IsMatch(TextFold.Key(line.Text)))
            {
                continue;
            }

            if (Ends(line) || i > 0 && pending.Count + 1 > 0 && IsFar(lines[i - 1], line))
            {
                break;
            }

            pending.Add(line);
            if (IsRow(line))
            {
                Take(parts, pending);
                last = i + 1;
            }
        }

        TakeRest(parts, pending);
        end = last;
        return parts;
    }

    private static void Take(List<Part> parts, List<LaidLine> pending)
    {
        foreach (var line in pending)
        {
            if (parts[^1].Lines.Count > 0 && (parts[^1].Lines[^1].Place.Page != line.Place.Page || parts[^1].Lines.Count >= MostLines))
            {
                parts.Add(new Part(null, []));
            }

            parts[^1].Lines.Add(line);
        }

        pending.Clear();
    }

    // Behind the last row only the rest of its own cells follows, without a blank line between.
    private static void TakeRest(List<Part> parts, List<LaidLine> pending)
    {
        foreach (var line in pending)
        {
            if (parts[^1].Lines.Count == 0 || line.Place.Page != parts[^1].Lines[^1].Place.Page || line.Y - parts[^1].Lines[^1].Y > 1
                || NumberGrammar.Read(line.Text) is not null || line.Pieces[^1].Text.Length > 24)
            {
                return;
            }

            parts[^1].Lines.Add(line);
        }
    }

    private static LaidHead? Again(LaidLine[] lines, int i, LaidHead head)
    {
        for (var at = i; at < Math.Min(lines.Length, i + 3); at++)
        {
            if (LaidHead.At(lines, at) is { } found && found.From <= i && SameColumns(found, head))
            {
                return found;
            }
        }

        return null;
    }

    private static bool SameColumns(LaidHead one, LaidHead other) =>
        one.Columns.Select(column => column.Key).Intersect(other.Columns.Select(column => column.Key)).Count() * 3 >= 2 * Math.Min(one.Columns.Count, other.Columns.Count)
        && one.Columns.Count == other.Columns.Count;

    private static bool IsRow(LaidLine line) =>
        line.Pieces.Count >= 3 || line.Pieces.Count == 2 && line.Pieces.Any(piece => CellText.IsNature(piece.Key) || CellText.IsValue(piece.Key));

    private static bool IsFar(LaidLine above, LaidLine line) => above.Place.Page == line.Place.Page && line.Y - above.Y > FarthestRow;

    private static bool Ends(LaidLine line) =>
        Note().IsMatch(TextFold.Key(line.Text)) || LineJoiner.IsCaption(line.Text)
        || NumberGrammar.Read(line.Text) is { Style: <= NumberStyle.Article }
        || line.Pieces.Any(piece => piece.Text.Length > LongestPiece || piece.Text.Length > 12 && piece.Text.Contains('。', StringComparison.Ordinal));

    // The grid: a head row, then the rows; the name has a second column where any row has a sub-cell.
    private static List<PlanTableRow>? Assemble(LaidHead head, List<Part> parts)
    {
        var heads = head.Columns.Select(column => (Piece: column, Head: ColumnHead.Of(column.Text))).ToArray();
        var rows = new List<(LaidRow Row, IReadOnlyList<LaidColumn> Columns)>();
        foreach (var part in parts.Where(part => part.Lines.Count > 0))
        {
            var columns = LaidColumns.Of(part.Lines, head.Columns.Count);
            RoleFinder.Assign(columns, (part.Head ?? head).Columns, part.Head is not null);
            SubCellsToNames(columns);
            rows.AddRange(new LaidRows(part.Lines, columns).Read().Select(row => (row, (IReadOnlyList<LaidColumn>)columns)));
        }

        if (rows.Count == 0)
        {
            return null;
        }

        var hasSubs = rows.Any(row => row.Row.Sub is not null);
        var top = heads.SelectMany(column => Twice(new GridCell(column.Piece.Text), column.Head.Role == ColumnRole.Name && hasSubs));
        var grid = new List<PlanTableRow> { new([.. top], new BlockPlace(rows[0].Row.Place.Page, rows[0].Row.Place.Line)) };
        foreach (var (row, columns) in rows)
        {
            var cells = new List<GridCell>();
            foreach (var (_, column) in heads)
            {
                var found = columns.FirstOrDefault(own => own.Head?.Text == column.Text && own.Role == column.Role);
                var cell = column.Role == ColumnRole.Name ? row.Name : found is null ? null : row.Cells.GetValueOrDefault(found);
                cells.Add(cell ?? new GridCell(""));
                if (column.Role == ColumnRole.Name && hasSubs)
                {
                    cells.Add(row.Sub ?? cells[^1]);
                }
            }

            grid.Add(new PlanTableRow(cells, row.Place));
        }

        return grid;
    }

    // Where no long name crosses it, the gap between names and their sub-cells looks like one between columns; but no head stands over it.
    private static void SubCellsToNames(List<LaidColumn> columns)
    {
        var name = columns.FindIndex(column => column.Role == ColumnRole.Name);
        if (name >= 0 && name + 1 < columns.Count && columns[name + 1].Role == ColumnRole.Unknown && columns[name + 1].Share(CellText.IsValue) < 0.5)
        {
            columns[name].Lines.AddRange(columns[name + 1].Lines);
            columns[name].Lines.Sort((one, other) => one.Line != other.Line ? one.Line.CompareTo(other.Line) : one.Piece.Start.CompareTo(other.Piece.Start));
            columns.RemoveAt(name + 1);
        }
    }

    private static IEnumerable<GridCell> Twice(GridCell cell, bool twice) => twice ? [cell, cell] : [cell];

    private static string? Caption(LaidLine[] lines, int head)
    {
        for (var i = head - 1; i >= Math.Max(0, head - 2); i--)
        {
            if (lines[i].Text.Length < 60 && !lines[i].Text.Contains('。', StringComparison.Ordinal))
            {
                return lines[i].Text;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[（(]?续表?[\d一二三四五六七八九十]*[)）]?$|^表[\d一二三四五六七八九十\-－.]*[（(]?续[)）]?.{0,30}$|^[（(]续[)）]$")]
    private static partial Regex Continued();

    [GeneratedRegex(@"^(注\d?|说明|备注|\*|※)\d?[:：.]|^注[:：]?[\[〔(]|^资料来源")]
    private static partial Regex Note();
}
