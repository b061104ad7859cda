using Greenprint.Documents;
using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>From the blocks of a document to the paragraphs of a plan.</summary>
internal static class ParagraphReader
{
    private const int LongestTitle = 42;
    private const int MostColumns = 64;

    /// <param name="text">The blocks without page furniture.</param>
    /// <param name="layout">What a block is.</param>
    public static List<PlanParagraph> Read(List<Block> text, BlockLayout layout)
    {
        var blocks = ContentsTable.Remove(text, out var contents);
        return JoinLoneNumbers(layout == BlockLayout.Lines ? LineJoiner.Join(blocks, contents) : [.. blocks.Select(AsParagraph)]);
    }

    // 第一章 alone on its line, its title on the next.
    private static List<PlanParagraph> JoinLoneNumbers(List<PlanParagraph> paragraphs)
    {
        var joined = new List<PlanParagraph>(paragraphs.Count);
        foreach (var paragraph in paragraphs)
        {
            if (joined.Count > 0 && IsLoneNumber(joined[^1]) && IsTitleLike(paragraph))
            {
                joined[^1] = joined[^1] with { Text = $"{joined[^1].Text} {paragraph.Text}", HeadingLevel = joined[^1].HeadingLevel ?? paragraph.HeadingLevel };
            }
            else
            {
                joined.Add(paragraph);
            }
        }

        return joined;
    }

    private static bool IsLoneNumber(PlanParagraph paragraph) =>
        !paragraph.IsTabular && NumberGrammar.Read(paragraph.Text) is { Style: <= NumberStyle.BracketIdeograph } mark && mark.Length == paragraph.Text.Length;

    private static bool IsTitleLike(PlanParagraph paragraph) =>
        !paragraph.IsTabular && paragraph.Text.Length <= LongestTitle && !TextFold.EndsSentence(paragraph.Text) && NumberGrammar.Read(paragraph.Text) is null;

    internal static PlanParagraph AsParagraph(Block block) => block switch
    {
        TextBlock text => new PlanParagraph(TextFold.OneSpace(Full(text)), text.Place)
        {
            HeadingLevel = text.HeadingLevel,
            IsTitle = text.Role == BlockRole.Title,
            IsWhole = true,
        },
        TableBlock table => OfTable(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A new kind of block needs its reading."),
    };

    private static string Full(TextBlock text) => text.Number is null ? text.Text : $"{text.Number.Text} {text.Text}";

    private static PlanParagraph OfTable(TableBlock table)
    {
        // Every cell under its own column: one that spans several leaves the rest of them empty.
        IReadOnlyList<IReadOnlyList<string>> rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)
            [.. row.Cells.SelectMany(cell => Enumerable.Repeat("", Math.Clamp(cell.Columns, 1, MostColumns) - 1).Prepend(cell.Text))])];
        var text = string.Join('\n', table.Rows.Select(row => string.Join('\t', row.Cells.Select(cell => TextFold.OneSpace(cell.Text)))));
        return new PlanParagraph(text, table.Place) { Rows = rows, IsTabular = true };
    }
}
