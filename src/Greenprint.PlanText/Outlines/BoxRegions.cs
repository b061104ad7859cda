using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Outlines;

/// <summary>
/// The paragraphs that lie in a box (专栏), a table or its notes. Their numbers (1. 再生水利用 …) count projects and rows, not headings.
/// A box has no end mark in a text: it ends where a number goes on that was open before it.
/// </summary>
internal static partial class BoxRegions
{
    public static HashSet<int> Of(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var inside = new HashSet<int>();
        var outside = new Dictionary<NumberStyle, int>();
        var within = new Dictionary<NumberStyle, int>();
        var open = false;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.Rows is not null)
            {
                open = false;   // the box or table itself stood in a table: what follows is text again
                continue;
            }

            if (Caption().IsMatch(paragraph.Text) && paragraph.Text.Length < 60)
            {
                open = true;
                within.Clear();
                inside.Add(i);
                continue;
            }

            var mark = paragraph.IsTabular ? null : NumberGrammar.Read(paragraph.Text);
            if (open && mark is { } number && EndsBox(number, outside, within))
            {
                open = false;
            }

            if (open)
            {
                inside.Add(i);
            }

            if (mark is { } seen)
            {
                (open ? within : outside)[seen.Style] = seen.Value;
                if (!open)
                {
                    foreach (var narrower in outside.Keys.Where(style => style > seen.Style).ToArray())
                    {
                        outside.Remove(narrower);
                    }
                }
            }
        }

        return inside;
    }

    private static bool EndsBox(NumberMark mark, Dictionary<NumberStyle, int> outside, Dictionary<NumberStyle, int> within)
    {
        if (mark.Style <= NumberStyle.Article)
        {
            return true;
        }

        var goesOn = outside.TryGetValue(mark.Style, out var before) && mark.Value == before + 1;
        var goesOnWithin = within.TryGetValue(mark.Style, out var inBox) && mark.Value == inBox + 1;
        return goesOn && !goesOnWithin;
    }

    [GeneratedRegex(@"^(专\s*栏\s*[\d一二三四五六七八九十：:]|专\s*栏[^。，]{0,30}$|[表图]\s*[\d一二三四五六七八九十]|注\s*[：:]|备\s*注\s*[：:])")]
    private static partial Regex Caption();
}
