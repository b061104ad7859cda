namespace Greenprint.Documents.Pdf.Tables;

/// <summary>A table that is put together from its parts on one page after another.</summary>
internal sealed class OpenTable
{
    private const double SameEdge = 9;
    private const double MostCommon = 0.7;
    private const int MostHeadRows = 4;

    // A column is one of short cells, each row having its own, where most rows have something in it.
    private const double Most = 0.8;

    private readonly List<PageArea> areas = [];
    private readonly List<List<OpenCell>> rows = [];
    private IReadOnlyList<double> edges;
    private IReadOnlyList<(double Left, double Right)?> texts;
    private readonly int? line;
    private TableGrid grid;
    private PageTable last;

    public OpenTable(PageTable part, int? line)
    {
        edges = part.Edges;
        texts = part.Texts();
        grid = part.Grid;
        last = part;
        this.line = line;
        areas.Add(part.Frame.On(part.Page));
        rows.AddRange(RowsOf(part));
    }

    /// <summary>Takes the part of the next page in, if it is one.</summary>
    public bool TryAppend(PageTable part)
    {
        if (part.Page != last.Page + 1 || IsNewBox(part))
        {
            return false;
        }

        var isText = grid >= TableGrid.PartlyRuled || part.Grid >= TableGrid.PartlyRuled;
        if (isText && CommonColumns.Of(edges, texts, part) is { } columns)
        {
            Refine(columns.Edges, column => columns.Before[column]);
            texts = columns.Texts;
            part = Narrowed(part.OnColumns(columns.Edges, column => columns.After[column]), texts);
        }
        else if (CommonEdges(part) is { } common)
        {
            Refine(common, column => Enumerable.Range(0, common.Count).MinBy(i => Math.Abs(common[i] - edges[column])));
            part = part.Columns == common.Count - 1 ? part : part.On(common);
            texts = common.Count - 1 == texts.Count ? texts : part.Texts();
        }
        else
        {
            return false;
        }

        var more = RowsOf(part);
        more.RemoveRange(0, RepeatedHead(more));
        if (more.Count > 0)
        {
            Connect(more, part);
        }

        rows.AddRange(more);
        areas.Add(part.Frame.On(part.Page));
        grid = part.Grid > grid ? part.Grid : grid;
        last = part;
        return true;
    }

    public TableBlock ToBlock() => new(
        new BlockPlace(areas[0].Page, line) { Areas = areas },
        [.. rows.Select(row => new TableRow([.. row.Select(cell => cell.ToCell())]) { Page = row.SelectMany(cell => cell.Areas).Select(area => (int?)area.Page).Min() ?? areas[0].Page })])
    {
        Grid = grid,
    };

    // What is left over of a sub-cell stands where the names of its page run: the page before knows its column.
    private static PageTable Narrowed(PageTable part, IReadOnlyList<(double Left, double Right)?> texts)
    {
        var cells = new List<PageCell>();
        foreach (var cell in part.Cells)
        {
            var skipped = 0;
            while (cell.Lines.Count > 0 && skipped < cell.Columns - 1 && texts[cell.Column + skipped] is { } text && cell.Lines.All(line => line.Left > text.Right))
            {
                skipped++;
            }

            if (skipped > 0)
            {
                cells.Add(cell with { Columns = skipped, Lines = [] });
            }

            cells.Add(skipped == 0 ? cell : cell with { Column = cell.Column + skipped, Columns = cell.Columns - skipped });
        }

        return part with { Cells = cells };
    }

    private static List<List<OpenCell>> RowsOf(PageTable part)
    {
        var rows = Enumerable.Range(0, part.Rows).Select(_ => new List<OpenCell>()).ToList();
        foreach (var cell in part.Cells.OrderBy(cell => cell.Column))
        {
            for (var row = cell.Row; row < cell.Row + cell.Rows; row++)
            {
                rows[row].Add(row == cell.Row ? OpenCell.Of(cell, part.Page) : OpenCell.Below(cell));
            }
        }

        return rows;
    }

    // The same columns, or those of one page part some of the other's.
    private List<double>? CommonEdges(PageTable part)
    {
        if ((edges.Count == 2) != (part.Edges.Count == 2) || Math.Abs(edges[0] - part.Edges[0]) > SameEdge || Math.Abs(edges[^1] - part.Edges[^1]) > SameEdge)
        {
            return null;
        }

        // Each side may part a column that the other does not; most edges are the same.
        var own = part.Edges.Where(edge => edges.All(other => Math.Abs(edge - other) > SameEdge)).ToArray();
        var common = part.Edges.Count - own.Length;
        return common >= MostCommon * Math.Min(edges.Count, part.Edges.Count) ? [.. edges.Concat(own).Order()] : null;
    }

    private void Refine(IReadOnlyList<double> finer, Func<int, int> at)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                (cell.Column, cell.Columns) = (at(cell.Column), at(cell.Column + cell.Columns) - at(cell.Column));
            }

            var (first, end) = (row[0].Column, row[^1].Column + row[^1].Columns);
            row.InsertRange(0, Enumerable.Range(0, first).Select(OpenCell.Empty));
            row.AddRange(Enumerable.Range(end, finer.Count - 1 - end).Select(OpenCell.Empty));
        }

        edges = finer;
    }

    // Two boxes that happen to meet at the page break are two.
    private bool IsNewBox(PageTable part)
    {
        var first = part.Cells.FirstOrDefault(cell => cell.Lines.Count > 0)?.Lines[0].Text ?? "";
        return Captions.Opens(first) && (last.IsClosedBelow || edges.Count == 2) && !RowsOf(part)[0].Select(cell => cell.Text).SequenceEqual(rows[0].Select(cell => cell.Text));
    }

    // Its cells may be parted into rows otherwise than on the page before: the columns say the same.
    private int RepeatedHead(List<List<OpenCell>> more)
    {
        var heads = Enumerable.Range(1, Math.Min(MostHeadRows, rows.Count)).Select(count => ByColumn(rows, count)).ToArray();
        var same = Math.Min(MostHeadRows, more.Count);
        while (same > 0 && !(ByColumn(more, same) is var head && head.Any(text => text.Length > 0) && Array.Exists(heads, other => other.SequenceEqual(head))))
        {
            same--;
        }

        return same;
    }

    private string[] ByColumn(List<List<OpenCell>> rows, int count)
    {
        var texts = new string[edges.Count - 1];
        Array.Fill(texts, "");
        foreach (var cell in rows.Take(count).SelectMany(row => row))
        {
            texts[cell.Column] += Folded(cell);
        }

        return texts;
    }

    private static string Folded(OpenCell cell) => string.Concat(cell.Text.Where(c => !char.IsWhiteSpace(c)));

    private void Connect(List<List<OpenCell>> more, PageTable part)
    {
        Widen(rows[^1], more[0]);
        Widen(more[0], rows[^1]);
        if (edges.Count == 2 ? GoesOn(rows[^1][0], more[0][0], part) : IsCutRow(more))
        {
            foreach (var (above, below) in rows[^1].Zip(more[0]))
            {
                above.TakeIn(below);
            }

            more.RemoveAt(0);
            return;
        }

        JoinSubRow(more);
        foreach (var below in more[0].Where(cell => IsUsuallyFilled(cell.Column, more)))
        {
            if (rows[^1].Find(cell => cell.Column == below.Column && cell.Columns == below.Columns) is { } above)
            {
                JoinMerged(Root(above), below);
            }
        }
    }

    // A name over the column of sub-cells on one page may be too short to reach into it on the other.
    private static void Widen(List<OpenCell> row, List<OpenCell> like)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var wide = like.Find(cell => cell.Column == row[i].Column)?.Columns ?? 0;
            while (row[i].Columns < wide && i + 1 < row.Count && row[i + 1].Text.Length == 0 && !row[i + 1].ContinuesAbove && !row[i].ContinuesAbove)
            {
                row[i].Columns += row[i + 1].Columns;
                row.RemoveAt(i + 1);
            }
        }
    }

    // The page break runs between two sub-rows: the number of their row stands on one page, its name is printed half and half, each has its own sub-cell and figures.
    private void JoinSubRow(List<List<OpenCell>> more)
    {
        var pairs = more[0].Select(below => (Above: rows[^1].Find(cell => cell.Column == below.Column && cell.Columns == below.Columns), Below: below))
            .Where(pair => pair.Above is not null && !pair.Below.ContinuesAbove).Select(pair => (Above: Root(pair.Above!), pair.Below)).ToArray();
        var counter = Array.FindIndex(pairs, pair => Counts(pair.Below.Column, more));
        var witness = counter >= 0 ? counter : pairs.Length - 1;
        if (witness < 0 || (pairs[witness].Above.Text.Length == 0) == (pairs[witness].Below.Text.Length == 0) || counter < 0 && !IsUsuallyFilled(pairs[witness].Below.Column, more))
        {
            return;
        }

        // Left of the figures the sub-cell stands last; right of them a word may be cut as well.
        var figure = pairs.Where(pair => Figures.Is(pair.Above.Text) && Figures.Is(pair.Below.Text)).Select(pair => pair.Below.Column).DefaultIfEmpty(0).Max();
        var doubled = pairs.Where(pair => pair.Above.Text.Length > 0 && pair.Below.Text.Length > 0 && pair.Above.Text != pair.Below.Text && !Figures.Is(pair.Below.Text)).ToArray();
        foreach (var (above, below) in doubled.Where(pair => pair.Below.Column < figure).SkipLast(1).Concat(doubled.Where(pair => pair.Below.Column > figure && pair.Above.IsFullBefore(pair.Below))))
        {
            above.TakeIn(below);
            below.ContinuesAbove = true;
        }
    }

    private bool Counts(int column, List<List<OpenCell>> more)
    {
        var texts = rows.Concat(more).SelectMany(row => row).Where(cell => cell.Column == column && cell.Text.Length > 0).Select(cell => cell.Text).ToArray();
        return texts.Length > 2 && texts.Count(text => int.TryParse(text, out _)) >= Most * texts.Length
            && texts.Zip(texts.Skip(1)).Count(pair => int.TryParse(pair.First, out var one) && int.TryParse(pair.Second, out var two) && two == one + 1) >= MostCommon * (texts.Length - 2);
    }

    // A cell that spans rows on both sides of a page break is printed as two, and its text stands in one of them.
    private static void JoinMerged(OpenCell root, OpenCell below)
    {
        if ((root.Span > 1 || below.Span > 1) && (root.Text.Length == 0 || below.Text.Length == 0))
        {
            root.TakeIn(below);
            below.ContinuesAbove = true;
        }
    }

    private OpenCell Root(OpenCell cell)
    {
        for (var row = rows.Count - 1; cell.ContinuesAbove && row > 0; row--)
        {
            cell = rows[row - 1].Find(other => other.Column == cell.Column) ?? cell;
        }

        return cell;
    }

    // A box: its text goes on in the middle of a sentence, or its frame stands open.
    private bool GoesOn(OpenCell above, OpenCell below, PageTable part) =>
        rows.Count > 0 && above.Text.Length > 0 && below.Text.Length > 0 && (!last.IsClosedBelow || part.Rows == 1 || !Captions.EndsSentence(above.Text));

    // A figure is not cut, and each row has its own. A page break cuts a row where its second half lacks what every row has, its own number and values, and the first half has them.
    private bool IsCutRow(List<List<OpenCell>> more)
    {
        var above = rows[^1];
        var below = more[0];
        if (IsGroup(above) || above.Count != below.Count || above.Zip(below).Any(pair => pair.First.Column != pair.Second.Column || pair.First.Columns != pair.Second.Columns) || below.All(cell => cell.Text.Length == 0)
            || above.Zip(below).Any(pair => Figures.Is(pair.First.Text) && Figures.Is(pair.Second.Text)))
        {
            return false;
        }

        var usual = Enumerable.Range(0, below.Count).Where(i => IsUsuallyFilled(below[i].Column, more)).ToArray();
        var missing = usual.Count(i => below[i].Text.Length == 0 && above[i].Text.Length > 0 && !below[i].ContinuesAbove && below[i].Span == 1);
        var missingAbove = usual.Count(i => above[i].Text.Length == 0 && below[i].Text.Length > 0);
        var doubled = usual.Count(i => above[i].Text.Length > 0 && below[i].Text.Length > 0);
        return missing + missingAbove > 0 && (missing + missingAbove > doubled || missing + missingAbove >= 2) && !usual.Any(i => above[i].Text.Length == 0 && below[i].Text.Length == 0 && !below[i].ContinuesAbove && above[i].Span == 1 && !above[i].ContinuesAbove);
    }

    private bool IsUsuallyFilled(int column, List<List<OpenCell>> more)
    {
        var cells = rows.Concat(more.Skip(1)).Where(row => !IsGroup(row)).Select(row => row.FirstOrDefault(cell => cell.Column == column)).Where(cell => cell is not null && !cell.ContinuesAbove).ToArray();
        return cells.Length == 0 || cells.Count(cell => cell!.Text.Length > 0) >= Most * cells.Length;
    }

    private static bool IsGroup(List<OpenCell> row) => row.FindAll(cell => cell.Text.Length > 0) is [var only] && Captions.IsGroup(only.Text);
}
