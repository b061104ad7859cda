using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Outlines;

/// <summary>Where the annexes begin. Their headings are not the plan's.</summary>
internal static partial class AnnexStart
{
    /// <summary>Index of the first paragraph of the annexes, or the count of paragraphs where there are none.</summary>
    public static int Of(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var wide = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (NumberGrammar.Read(paragraphs[i].Text) is { Style: <= NumberStyle.Ideograph })
            {
                wide++;
            }
            else if (wide >= 2 && IsAnnex(paragraphs[i]) && !GoesOn(paragraphs, i))
            {
                return i;
            }
        }

        return paragraphs.Count;
    }

    internal static bool IsAnnex(PlanParagraph paragraph) => !paragraph.IsTabular && paragraph.Text.Length < 80 && Annex().IsMatch(paragraph.Text);

    // An annex that is only mentioned, or a letter's list of annexes before the plan: chapters follow.
    private static bool GoesOn(IReadOnlyList<PlanParagraph> paragraphs, int from)
    {
        var last = paragraphs.Take(from).Select(paragraph => NumberGrammar.Read(paragraph.Text)).OfType<NumberMark>().ToLookup(mark => mark.Style, mark => mark.Value);
        return paragraphs.Skip(from + 1).Select(paragraph => NumberGrammar.Read(paragraph.Text)).OfType<NumberMark>()
            .Any(mark => mark.Style is NumberStyle.Chapter or NumberStyle.Part && mark.Value == last[mark.Style].LastOrDefault() + 1
                || mark.Style == NumberStyle.Ideograph && !last[NumberStyle.Chapter].Any() && last[mark.Style].Any() && mark.Value == last[mark.Style].Last() + 1);
    }

    [GeneratedRegex(@"^附\s*[件表录]\s*[\d一二三四五六七八九十]*\s*([：:．.、\s]|$)|^附\s*[：:]|^附\s*图\s*[\d一二三四五六七八九十]*\s*[：:]")]
    private static partial Regex Annex();
}
