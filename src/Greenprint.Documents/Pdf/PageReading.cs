using Greenprint.Documents.Pdf.Pages;
using Greenprint.Documents.Pdf.Paragraphs;
using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pdf;

/// <summary>From the signs and lines of all pages to the blocks of the document; the same for printed and for recognised text.</summary>
internal static class PageReading
{
    private const double Note = 0.86;
    private const double SmallText = 0.08;
    private const double Most = 0.6;

    public static List<Block> Blocks(IReadOnlyList<PageContent> raw, IReadOnlyList<string> fonts, CancellationToken cancel)
    {
        var pages = new List<ReadPage>();
        foreach (var page in Furniture.Remove(raw))
        {
            cancel.ThrowIfCancellationRequested();
            pages.Add(Read(page));
        }

        FindLoneRows(pages);
        var shapes = PageShape.Of([.. pages.Select(page => (page.Content, page.Lines))]);
        var size = BodySize(pages);
        return new ParagraphBuilder(fonts, size, LineHeight(pages, size)).Build(pages.SelectMany(page => Items(page, shapes[page.Content.Number], size)));
    }

    private static ReadPage Read(PageContent page)
    {
        var tables = RuledTables.Find(page);
        var lines = LineBuilder.Lines(page.Glyphs.Where(glyph => !tables.Any(table => table.Frame.Holds(glyph))));
        var aligned = AlignedTables.Find(page, lines, tables);
        lines.RemoveAll(line => aligned.Any(table => line.Baseline > table.Frame.Top && line.Baseline < table.Frame.Bottom && line.Left > table.Frame.Left - 1 && line.Right < table.Frame.Right + 1));
        return new ReadPage(page, lines, [.. tables, .. aligned]);
    }

    private static void FindLoneRows(List<ReadPage> pages)
    {
        for (var i = 0; i + 1 < pages.Count; i++)
        {
            var (above, below) = (pages[i], pages[i + 1]);
            if (below.Content.Number == above.Content.Number + 1)
            {
                var last = above.Tables.MaxBy(table => table.Frame.Bottom) is { } ending && above.Lines.All(line => line.Baseline < ending.Frame.Bottom) ? ending : null;
                var first = below.Tables.MinBy(table => table.Frame.Top) is { } beginning && below.Lines.All(line => line.Baseline > beginning.Frame.Top) ? beginning : null;
                if (last is null && first is not null && LoneRow.Find(above.Content.Number, [.. above.Lines.Reverse()], first) is { } head)
                {
                    pages[i] = above with { Lines = [.. above.Lines.Except(head.Lines)], Tables = [.. above.Tables, head.Part] };
                }
                else if (last is not null && first is null && LoneRow.Find(below.Content.Number, below.Lines, last) is { } row)
                {
                    pages[i + 1] = below with { Lines = [.. below.Lines.Except(row.Lines)], Tables = [row.Part, .. below.Tables] };
                }
            }
        }
    }

    private static IEnumerable<PageItem> Items(ReadPage page, PageShape shape, double size)
    {
        var number = page.Content.Number;
        var shapes = Small(page.Lines, shape, size);
        var all = page.Lines.Select((line, i) => (Top: line.MiddleY, Item: new PageItem(number, i + 1, shapes[i], line, null)))
            .Concat(page.Tables.Select(table => (Top: (table.Frame.Top + table.Frame.Bottom) / 2, Item: new PageItem(number, page.Lines.Count(line => line.Baseline < table.Frame.Top), shape, null, table))))
            .OrderBy(item => item.Top).Select(item => item.Item).ToArray();

        // Footnotes: the small lines at the foot, below all that is not small.
        var notes = all.Length;
        while (notes > 0 && all[notes - 1].Line is { } line && line.Size <= Note * size && line.Baseline > page.Content.Height / 2)
        {
            notes--;
        }

        return notes == 0 ? all : all.Select((item, i) => i >= notes ? item with { IsNote = true } : item);
    }

    // The notes under a table have edges of their own.
    private static PageShape[] Small(IReadOnlyList<TextLine> lines, PageShape shape, double size)
    {
        var shapes = Enumerable.Repeat(shape, lines.Count).ToArray();
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && lines[i].Size < (1 - SmallText) * size && Math.Abs(lines[end].Size - lines[i].Size) < 0.5 && lines[end].Baseline - lines[end - 1].Baseline < 2.5 * lines[i].Size)
            {
                end++;
            }

            var right = lines.Skip(i).Take(end - i).Max(line => line.Right);
            if (end - i > 1 && right - shape.Left > Most * shape.Width)
            {
                var own = new PageShape(lines.Skip(i).Take(end - i).Min(line => line.Left), right);
                shapes.AsSpan(i, end - i).Fill(own);
            }

            i = end;
        }

        return shapes;
    }

    private static double BodySize(List<ReadPage> pages)
    {
        var sizes = pages.SelectMany(page => page.Lines).GroupBy(line => Points.Whole(line.Size * 2) / 2.0, line => line.Glyphs.Count).ToArray();
        return sizes.Length == 0 ? 12 : sizes.MaxBy(same => same.Sum())!.Key;
    }

    private static double LineHeight(List<ReadPage> pages, double size)
    {
        var steps = pages.SelectMany(page => page.Lines.Zip(page.Lines.Skip(1), (above, below) => below.Baseline - above.Baseline))
            .Where(step => step > size * 0.9 && step < size * 3).Order().ToArray();
        return steps.Length == 0 ? size * 1.5 : steps[steps.Length / 2];
    }

    private sealed record ReadPage(PageContent Content, IReadOnlyList<TextLine> Lines, IReadOnlyList<PageTable> Tables);
}
