using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>Joins the lines of laid-out pages to paragraphs by indent, width and punctuation, as a reader's eye does.</summary>
internal static partial class LineJoiner
{
    // How far left of the page's right edge a line may end and still count as full, in columns: punctuation never begins a line.
    private const int Ragged = 6;
    private const int LongestRest = 42;

    // The longest paragraph of a real plan has some 1,500 characters; what is longer was not broken into paragraphs at all.
    private const int LongestParagraph = 8_000;

    public static List<PlanParagraph> Join(IReadOnlyList<Block> blocks, IReadOnlySet<string> contents)
    {
        blocks = DisplacedPieces.Join(blocks);
        var pages = blocks.OfType<TextBlock>().GroupBy(block => block.Place.Page ?? 0)
            .ToDictionary(page => page.Key, PageShape.Of);
        var usual = PageShape.Usual(pages.Values) ?? PageShape.Of(blocks.OfType<TextBlock>());
        var paragraphs = new List<PlanParagraph>();
        Line? last = null;
        foreach (var block in blocks)
        {
            if (block is not TextBlock text)
            {
                paragraphs.Add(ParagraphReader.AsParagraph(block));
                last = null;
                continue;
            }

            var line = new Line(text, pages[text.Place.Page ?? 0] is { IsKnown: true } shape ? shape : usual);
            if (last is not null && paragraphs[^1].Text.Length < LongestParagraph && (Continues(last, line, paragraphs[^1]) || CompletesEntry(paragraphs[^1], line, contents)))
            {
                paragraphs[^1] = paragraphs[^1] with { Text = TextFold.Join(paragraphs[^1].Text, line.Text) };
            }
            else
            {
                paragraphs.Add(new PlanParagraph(line.Text, text.Place) { IsTabular = line.IsTabular, Indent = text.Indent, HeadingLevel = text.HeadingLevel });
            }

            last = line;
        }

        return LaidOutTables.Gather(paragraphs);
    }

    // Two wide gaps make columns; but 第一章   优化格局   构建屏障 is a heading, set wide.
    private static bool IsTableRow(string text) =>
        NumberGrammar.Read(text) is { } mark ? mark.Style > NumberStyle.Article && Gaps().IsMatch(text[mark.Length..]) : Gaps().Count(text) >= 2;

    /// <summary>True for the caption of a box, table, picture, annex or note.</summary>
    internal static bool IsCaption(string text) => Caption().IsMatch(text);

    // The contents say how a heading goes on that was broken over two lines.
    private static bool CompletesEntry(PlanParagraph open, Line line, IReadOnlySet<string> contents) =>
        contents.Count > 0 && line.Mark is null && !line.IsTabular && line.Text.Length <= LongestRest
        && open.Text.Length <= 2 * LongestRest && NumberGrammar.Read(open.Text) is not null
        && !contents.Contains(ContentsTable.EntryKey(open.Text)) && contents.Contains(ContentsTable.EntryKey(open.Text + line.Text));

    private static bool Continues(Line last, Line line, PlanParagraph open)
    {
        if (last.IsTabular || line.IsTabular || line.IsShownCaption || last.IsShownCaption)
        {
            return false;
        }

        var broken = !TextFold.EndsSentence(last.Text);
        if (line.Mark is { } mark)
        {
            // "…比邻\n一、二类噪声功能区域": a number in the middle of a sentence stands at the margin, after a full line.
            return broken && last.IsFull && !line.IsIndented && mark.Style > NumberStyle.Article && NumberGrammar.Read(open.Text) is null;
        }

        if (last.Mark is not null && last.Mark.Value.Style <= NumberStyle.Section)
        {
            // A heading in the middle of the page goes on in the middle of the page.
            return broken && !line.AfterBlank && line.IsCentred && line.Text.Length <= 24 && !TextFold.EndsSentence(line.Text);
        }

        if (last.Mark is not null && !last.IsFull)
        {
            // "…推动污染物减排减\n量。": the rest of a title up to its full stop.
            return broken && last.IsNearlyFull && !line.IsIndented && line.Text.Length <= 16 && line.Text.EndsWith('。');
        }

        if (HangingEnd().IsMatch(last.Text))
        {
            return true;   // a sentence that stops at a comma was broken off by the layout, however far right its next piece stands
        }

        if (!last.IsFull)
        {
            return false;
        }

        return !line.IsIndented || broken && !line.IsCentred && last.Mark is null;
    }

    /// <summary>A line with what its page says about it.</summary>
    private sealed class Line
    {
        public Line(TextBlock block, PageShape page)
        {
            var edge = block.Indent + Width(block.Text);
            IsTabular = IsTableRow(block.Text);
            Mark = IsTabular ? null : NumberGrammar.Read(block.Text);
            Text = IsTabular ? block.Text
                : IsCaption(block.Text) ? TextFold.OneSpace(block.Text)
                : Mark is { Style: <= NumberStyle.BracketIdeograph } ? TextFold.UnjustifyTitle(block.Text)
                : TextFold.Unjustify(block.Text);
            Mark = IsTabular ? null : NumberGrammar.Read(Text);
            IsFull = edge >= page.Right - Ragged;
            IsNearlyFull = edge >= page.Right * 4 / 5;
            IsIndented = block.Indent >= page.Left + 2;
            IsCentred = block.Indent >= page.Left + 6 && !IsFull;
            AfterBlank = block.AfterBlank;
            IsShownCaption = IsCaption(Text) && (IsCentred || IsIndented) && !Text.Contains('。', StringComparison.Ordinal);
        }

        public string Text { get; }

        public NumberMark? Mark { get; }

        public bool IsTabular { get; }

        public bool IsFull { get; }

        public bool IsNearlyFull { get; }

        public bool IsIndented { get; }

        public bool IsCentred { get; }

        public bool IsShownCaption { get; }

        public bool AfterBlank { get; }
    }

    private static int Width(string text) => text.Sum(c => c >= '\u2E80' || c is '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u2014' or '\u2026' or '\u00B7' ? 2 : 1);

    /// <summary>Left and right edge of the text of a page, in columns.</summary>
    private sealed record PageShape(int Left, int Right, bool IsKnown)
    {
        public static PageShape Of(IEnumerable<TextBlock> lines)
        {
            var all = lines.Where(line => !IsTableRow(line.Text)).Select(line => (line.Indent, Edge: line.Indent + Width(line.Text))).ToArray();
            if (all.Length < 5)
            {
                return new PageShape(0, 0, false);
            }

            var edges = all.Select(line => line.Edge).Order().ToArray();
            var right = edges[(int)(edges.Length * 0.8)];
            var full = all.Where(line => line.Edge >= right - Ragged).GroupBy(line => line.Indent).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).ToArray();
            return new PageShape(full[0].Key, right, full.Sum(same => same.Count()) >= 5);
        }

        /// <summary>The shape of most pages; null where every page is too short to say.</summary>
        public static PageShape? Usual(IEnumerable<PageShape> pages)
        {
            var known = pages.Where(page => page.IsKnown).OrderBy(page => page.Right).ToArray();
            return known.Length == 0 ? null : known[known.Length / 2];
        }
    }

    [GeneratedRegex(@"\S[ \t]{3,}(?=\S)")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"[，、,（(《“]$")]
    private static partial Regex HangingEnd();

    [GeneratedRegex(@"^(专\s*栏\s*[\d一二三四五六七八九十]*|[表图]\s*[\d一二三四五六七八九十]|附[件表录图]?\s*[\d一二三四五六七八九十]*\s*[:：.．]|附[件表录]\s*[\d一二三四五六七八九十]*\s|注\s*[:：])")]
    private static partial Regex Caption();
}
