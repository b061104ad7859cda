using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Outlines;

/// <summary>Where a paragraph lies.</summary>
internal enum Region
{
    /// <summary>In the running text.</summary>
    Text,

    /// <summary>In a box (专栏).</summary>
    Box,

    /// <summary>In a table or its notes.</summary>
    Table,
}

/// <summary>
/// The paragraphs that lie in a box, a table or its notes. Their numbers (1. 再生水利用 …) count projects and rows, not headings.
/// Neither has an end mark in a text: it ends where a number goes on that was open before it.
/// </summary>
internal static partial class BoxRegions
{
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="bare">Whether a plain number before a space counts (1 总则).</param>
    public static Region[] Of(IReadOnlyList<PlanParagraph> paragraphs, bool bare)
    {
        var regions = new Region[paragraphs.Count];
        var outside = new Dictionary<NumberStyle, int>();
        var within = new Dictionary<NumberStyle, int>();
        var open = Region.Text;
        var runsIn = false;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.Rows is not null)
            {
                open = Region.Text;   // the box or table itself stood in a table: what follows is text again
                continue;
            }

            if (Opens(paragraph.Text) is { } caption)
            {
                open = caption;
                within.Clear();
                runsIn = false;
            }
            else if (open == Region.Box && runsIn && IsPlain(paragraph))
            {
                open = Region.Text;   // items that carry their own text (1．再生水利用。…) are over where a paragraph has no number
            }
            else if (!paragraph.IsTabular && NumberGrammar.Read(paragraph.Text, bare) is { } mark)
            {
                if (open != Region.Text && Ends(mark, outside, within))
                {
                    open = Region.Text;
                }

                Remember(mark, open == Region.Text ? outside : within);
                runsIn = open == Region.Box && IsRunIn(paragraph.Text[mark.Length..]);
            }

            regions[i] = open;
        }

        return regions;
    }

    private static bool IsRunIn(string body) => body.IndexOf('。', StringComparison.Ordinal) is > 1 and < 44 and var stop && stop < body.Length - 6;

    private static bool IsPlain(PlanParagraph paragraph) =>
        !paragraph.IsTabular && paragraph.Text.Length > 20 && TextFold.EndsSentence(paragraph.Text) && NumberGrammar.Read(paragraph.Text) is null;

    private static Region? Opens(string text) => text.Length >= 60 ? null : Box().IsMatch(text) ? Region.Box : Table().IsMatch(text) ? Region.Table : null;

    private static void Remember(NumberMark mark, Dictionary<NumberStyle, int> seen)
    {
        seen[mark.Style] = mark.Value;
        foreach (var narrower in seen.Keys.Where(style => style > mark.Style).ToArray())
        {
            seen.Remove(narrower);
        }
    }

    // One number may be lost between.
    private static bool Ends(NumberMark mark, Dictionary<NumberStyle, int> outside, Dictionary<NumberStyle, int> within)
    {
        if (mark.Style <= NumberStyle.Article)
        {
            return true;
        }

        var goesOn = outside.TryGetValue(mark.Style, out var before) && mark.Value > before && mark.Value <= before + (mark.Style <= NumberStyle.BracketIdeograph ? 2 : 1);
        var goesOnWithin = within.TryGetValue(mark.Style, out var inBox) && mark.Value == inBox + 1;
        return goesOn && !goesOnWithin;
    }

    [GeneratedRegex(@"^专\s*栏(\s*[\d一二三四五六七八九十：:]|[^。，]{0,30}$)")]
    private static partial Regex Box();

    [GeneratedRegex(@"^([表图]\s*[\d一二三四五六七八九十]|注\s*[：:]|备\s*注\s*[：:])")]
    private static partial Regex Table();
}
