using Greenprint.Documents;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>From the blocks of a document to the paragraphs of a plan.</summary>
internal static class ParagraphReader
{
    public static List<PlanParagraph> Read(SourceDocument document)
    {
        var blocks = ContentsTable.Remove(PageFurniture.Remove(document.Blocks, document.Layout));
        return document.Layout == BlockLayout.Lines ? LineJoiner.Join(blocks) : [.. blocks.Select(AsParagraph)];
    }

    internal static PlanParagraph AsParagraph(Block block) => block switch
    {
        TextBlock text => new PlanParagraph(TextFold.OneSpace(Full(text)), text.Place)
        {
            HeadingLevel = text.HeadingLevel,
            IsTitle = text.Role == BlockRole.Title,
            AutomaticNumber = text.Number is not null,
        },
        TableBlock table => OfTable(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A new kind of block needs its reading."),
    };

    private static string Full(TextBlock text) => text.Number is null ? text.Text : $"{text.Number.Text} {text.Text}";

    private static PlanParagraph OfTable(TableBlock table)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => cell.Text)])];
        var text = string.Join('\n', rows.Select(row => string.Join('\t', row.Select(TextFold.OneSpace))));
        return new PlanParagraph(text, table.Place) { Rows = rows, IsTabular = true };
    }
}
