namespace Greenprint.Documents.Text;

/// <summary>Tells a text whose lines are paragraphs from one whose lines are lines of a page.</summary>
internal static class TextLayout
{
    // A page of A4 holds 28 to 45 characters a line; an editor that wraps by itself writes far longer lines.
    private const int WidestPageLine = 130;
    private const int NarrowestPageLine = 40;

    public static BlockLayout Of(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.OfType<TextBlock>().Where(block => block.HeadingLevel is null).ToArray();
        if (lines.Length < 8)
        {
            return BlockLayout.Paragraphs;
        }

        var edges = lines.Select(line => line.Indent + Columns.Of(line.Text)).Order().ToArray();
        var edge = edges[(int)(edges.Length * 0.85)];
        if (edge is < NarrowestPageLine or > WidestPageLine)
        {
            return BlockLayout.Paragraphs;
        }

        // In a laid-out text most lines run to the right edge and break off in the middle of a sentence.
        var broken = lines.Count(line => !EndsSentence(line.Text) && line.Indent + Columns.Of(line.Text) >= edge * 0.85);
        var isPaged = lines[^1].Place.Page > 1;
        return broken >= lines.Length * (isPaged ? 0.1 : 0.25) ? BlockLayout.Lines : BlockLayout.Paragraphs;
    }

    private static bool EndsSentence(string text) => text[^1] is '。' or '；' or '：' or '！' or '？' or '.' or ';' or ':';
}
