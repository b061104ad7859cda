using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Joins the lines of a cell: what only wraps is one paragraph, what the writer broke is two.</summary>
internal static class CellText
{
    // Word leaves 0.19 cm between a cell's edge and its text; the next sign would need its own width.
    internal const double Padding = 5.4;
    private const double Room = 1.5;
    private const double Indent = 1.4;

    public static string Of(PageCell cell) => string.Join('\n', Paragraphs(cell.Lines, cell.Frame).Select(Join));

    /// <summary>The lines of each paragraph.</summary>
    public static List<List<TextLine>> Paragraphs(IReadOnlyList<TextLine> lines, Frame frame)
    {
        var paragraphs = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (paragraphs.Count > 0 && !Begins(line, paragraphs[^1], lines, frame))
            {
                paragraphs[^1].Add(line);
            }
            else
            {
                paragraphs.Add([line]);
            }
        }

        return paragraphs;
    }

    /// <summary>True where the last line of a cell leaves no room for what comes next: it wraps.</summary>
    public static bool IsFull(TextLine line, TextLine? next, Frame frame)
    {
        var left = line.Left - frame.Left - Padding;
        var right = frame.Right - Padding - line.Right;
        return (Math.Abs(left - right) < 0.5 * line.Size ? left + right : right) < Needed(line, next);
    }

    /// <summary>The room that the next piece of text would need at the end of a line, and a little that justification gives.</summary>
    public static double Needed(TextLine line, TextLine? next) => (next is null ? line.Size : FirstToken(next)) + (Room - 1) * line.Size;

    internal static string Join(IReadOnlyList<TextLine> lines)
    {
        var text = "";
        foreach (var line in lines.Select(line => line.Text))
        {
            text += text.Length > 0 && IsWord(text[^1]) && IsWord(line[0]) && !(char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(line[0])) ? " " + line : line;
        }

        return text;
    }

    private static bool Begins(TextLine line, List<TextLine> open, IReadOnlyList<TextLine> all, Frame frame)
    {
        if (!IsFull(open[^1], line, frame))
        {
            return true;
        }

        if (Captions.IsItem(line.Text) && Captions.EndsSentence(open[^1].Text))
        {
            return true;
        }

        // An indent of two signs begins a paragraph, where the cell is set like text and not centred.
        var left = all.Min(other => other.Left);
        var isSetAsText = frame.Width > 12 * line.Size && all.Any(other => other.Left - left < 0.5 * line.Size && !ReferenceEquals(other, line));
        return isSetAsText && line.Left - left > Indent * line.Size && (open[^1].Left - left < 0.5 * line.Size || open.Count == 1) && line.Right - line.Left > open[^1].Right - open[^1].Left - 4 * line.Size;
    }

    // A number or a word is not broken: it wraps as a whole.
    private static double FirstToken(TextLine line)
    {
        var end = 0;

        // Signs that may not end a line go with what they open.
        while (end + 1 < line.Glyphs.Count && "（［〔【([".Contains(line.Glyphs[end].Text[0], StringComparison.Ordinal))
        {
            end++;
        }

        while (end + 1 < line.Glyphs.Count && IsWord(line.Glyphs[end].Text[0]) && IsWord(line.Glyphs[end + 1].Text[0]) && !TextLine.IsSpace(line.Glyphs[end], line.Glyphs[end + 1]))
        {
            end++;
        }

        // Signs that may not begin a line take the sign before them along.
        while (end + 1 < line.Glyphs.Count && "，。、；：）》”％%".Contains(line.Glyphs[end + 1].Text[0], StringComparison.Ordinal))
        {
            end++;
        }

        return line.Glyphs[end].Right - line.Left;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '%' or '/';
}
