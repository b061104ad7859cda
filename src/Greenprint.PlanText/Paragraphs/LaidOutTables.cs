using System.Text;
using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>Gathers the lines of a table that a page laid out with spaces into one paragraph that keeps its lines and columns.</summary>
internal static class LaidOutTables
{
    // Between two rows stand the pieces of wrapped cells: short, without a full stop.
    private const int LongestPiece = 32;
    private const int MostPieces = 4;

    public static List<PlanParagraph> Gather(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var gathered = new List<PlanParagraph>(paragraphs.Count);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!IsRow(paragraphs[i]))
            {
                gathered.Add(paragraphs[i]);
                continue;
            }

            var end = End(paragraphs, i);
            var text = new StringBuilder();
            foreach (var row in paragraphs.Skip(i).Take(end - i))
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(' ', row.Indent).Append(row.Text);
            }

            gathered.Add(paragraphs[i] with { Text = text.ToString() });
            i = end - 1;
        }

        return gathered;
    }

    private static int End(IReadOnlyList<PlanParagraph> paragraphs, int start)
    {
        var end = start + 1;
        for (var i = end; i < paragraphs.Count && i < end + MostPieces; i++)
        {
            if (IsRow(paragraphs[i]))
            {
                end = i + 1;
            }
            else if (!IsPiece(paragraphs[i]))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsRow(PlanParagraph paragraph) => paragraph is { IsTabular: true, Rows: null };

    private static bool IsPiece(PlanParagraph paragraph) =>
        paragraph.Rows is null && paragraph.Text.Length <= LongestPiece && !paragraph.Text.Contains('。', StringComparison.Ordinal)
        && !LineJoiner.IsCaption(paragraph.Text) && NumberGrammar.Read(paragraph.Text) is not { Style: <= NumberStyle.Ideograph };
}
