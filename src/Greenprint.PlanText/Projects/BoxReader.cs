using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Projects;

/// <summary>A box of a plan (专栏): its title and the paragraphs in it.</summary>
/// <param name="Title">The title without its number, or null.</param>
/// <param name="Texts">The paragraphs.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="IsFramed">True where the document shows where it ends.</param>
internal sealed record PlanBox(string? Title, IReadOnlyList<(string Text, int? Page)> Texts, Greenprint.Documents.BlockPlace Place, bool IsFramed);

/// <summary>Finds the boxes of a plan: frames around text, and captions 专栏 with what stands under them.</summary>
internal static partial class BoxReader
{
    private const int LongestTitle = 50;
    private const int LongestName = 44;

    public static IEnumerable<PlanBox> Read(IReadOnlyList<PlanParagraph> paragraphs, Outline outline)
    {
        var headings = outline.Nodes.Select(node => node.Heading.Candidate.Index).ToHashSet();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (paragraphs[i].Rows is { } rows)
            {
                if (Framed(rows, paragraphs, i) is { } box)
                {
                    yield return box;
                }
            }
            else if (TitleOf(paragraphs[i]) is { } title)
            {
                var texts = Under(paragraphs, headings, i);
                if (texts.Count > 0)
                {
                    yield return new PlanBox(title, texts, paragraphs[i].Place, IsFramed: false);
                }
            }
        }
    }

    // A frame of one column: its title is its first line, or the caption over it. A frame without any title is a quotation or a cover.
    private static PlanBox? Framed(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<PlanParagraph> paragraphs, int at)
    {
        if (rows.Any(row => row.Distinct().Count(cell => cell.Length > 0) > 1))
        {
            return null;
        }

        var texts = rows.Select(row => row.FirstOrDefault(cell => cell.Length > 0) ?? "").SelectMany(cell => cell.Split('\n'))
            .Select(TextFold.OneSpace).Where(text => text.Length > 0).ToList();
        var own = texts.Count > 0 && Box().Match(texts[0]) is { Success: true } first && texts[0].Length <= LongestTitle ? Title(texts[0], first) : null;
        var over = own is null && at > 0 && paragraphs[at - 1].Rows is null ? TitleOf(paragraphs[at - 1]) : null;
        return own is null && over is null ? null
            : new PlanBox(own ?? over, [.. texts.Skip(own is null ? 0 : 1).Select(text => (TextFold.Unjustify(text), paragraphs[at].Place.Page))], paragraphs[at].Place, IsFramed: true);
    }

    private static List<(string, int?)> Under(IReadOnlyList<PlanParagraph> paragraphs, HashSet<int> headings, int caption)
    {
        var texts = new List<(string, int?)>();
        NumberStyle? style = null;
        for (var i = caption + 1; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.Rows is not null || paragraph.IsTabular || headings.Contains(i) || TitleOf(paragraph) is not null || AnnexStart.IsAnnex(paragraph))
            {
                break;
            }

            var mark = NumberGrammar.Read(paragraph.Text);
            style ??= mark?.Style;

            // Behind numbered items a paragraph without a number is the plan's text again; behind others, one that opens with no short title.
            if (texts.Count > 0 && (style is not null && mark is null || style is null && NameEnd(paragraph.Text) is null))
            {
                break;
            }

            texts.Add((paragraph.Text, paragraph.Place.Page));
        }

        return texts;
    }

    private static string? TitleOf(PlanParagraph paragraph) =>
        !paragraph.IsTabular && paragraph.Text.Length <= LongestTitle && Box().Match(paragraph.Text) is { Success: true } box ? Title(paragraph.Text, box) : null;

    private static string Title(string text, Match box) => text[box.Length..].Trim('：', ':', ' ', '.', '．', '、');

    /// <summary>Where the name of an item ends: at its 。 or ：, or null where it has none within reach.</summary>
    internal static int? NameEnd(string text)
    {
        var end = text.IndexOfAny(['。', '：', ':']);
        return end > 1 && end <= LongestName ? end : null;
    }

    [GeneratedRegex(@"^专\s*栏\s*(?:[\d一二三四五六七八九十]+(?:[-－—.]\d+)?)?\s*[：:.．、]?\s*(?=[^，。]{0,44}$)")]
    private static partial Regex Box();
}
