using Greenprint.Documents;
using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>
/// Puts lines together again that pdftotext tore apart: where a line of the page mixes fonts, its pieces come on two lines,
/// each at its own column, and sometimes the right piece first.
/// </summary>
internal static class DisplacedPieces
{
    private const int Slack = 2;
    private const int FarIn = 6;

    public static List<Block> Join(IReadOnlyList<Block> blocks)
    {
        var joined = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i + 1 < blocks.Count && blocks[i] is TextBlock one && blocks[i + 1] is TextBlock two && AreNeighbours(one, two))
            {
                if (two.Indent >= FarIn && IsEdge(two.Indent, one.Indent + one.Text.Length))
                {
                    joined.Add(one with { Text = one.Text + two.Text });
                    i++;
                    continue;
                }

                if (one.Indent >= FarIn && two.Indent < FarIn && IsEdge(one.Indent, two.Indent + two.Text.Length) && IsInSentence(joined))
                {
                    joined.Add(two with { Text = two.Text + one.Text, AfterBlank = one.AfterBlank });
                    i++;
                    continue;
                }
            }

            joined.Add(blocks[i]);
        }

        return joined;
    }

    // In pdftotext a column is a character, wide or narrow.
    private static bool IsEdge(int indent, int end) => Math.Abs(indent - end) <= Slack;

    private static bool AreNeighbours(TextBlock one, TextBlock two) =>
        one.Place.Page == two.Place.Page && one.Place.Line + 1 == two.Place.Line && one.Text.Length >= 4 && two.Text.Length >= 2
        && IsPlain(one.Text) && IsPlain(two.Text) && NumberGrammar.Read(two.Text) is null && NumberGrammar.Read(one.Text) is not { Style: <= NumberStyle.BracketIdeograph };

    private static bool IsPlain(string text) => !text.Contains("   ", StringComparison.Ordinal) && !LineJoiner.IsCaption(text);

    private static bool IsInSentence(List<Block> before) => before.Count > 0 && before[^1] is TextBlock last && !TextFold.EndsSentence(last.Text);
}
