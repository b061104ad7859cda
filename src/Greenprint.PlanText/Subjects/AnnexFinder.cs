using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Subjects;

/// <summary>The annexes by title: a list of them behind the text, and their own headings.</summary>
internal static partial class AnnexFinder
{
    private const int LongestTitle = 50;

    public static List<AnnexItem> Find(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var annexes = new List<AnnexItem>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = AnnexStart.Of(paragraphs); i < paragraphs.Count; i++)
        {
            if (!AnnexStart.IsAnnex(paragraphs[i]))
            {
                continue;
            }

            // 附件：1．… over 2．…: one a line.
            var rest = Head().Replace(paragraphs[i].Text, "");
            var isList = NumberGrammar.Read(rest.Length == 0 ? " " : rest) is { Value: 1 };
            Add(rest, paragraphs[i].Place.Page);
            while (i + 1 < paragraphs.Count && Goes(paragraphs[i + 1], isList, rest.Length == 0))
            {
                i++;
                Add(paragraphs[i].Text, paragraphs[i].Place.Page);
                rest = paragraphs[i].Text;
            }
        }

        return annexes;

        void Add(string text, int? page)
        {
            var title = NumberGrammar.Read(text.Length == 0 ? " " : text) is { } mark ? text[mark.Length..].Trim() : text.Trim();
            if (title.Length is > 1 and <= LongestTitle && known.Add(TextFold.Key(title)))
            {
                annexes.Add(new AnnexItem(title, page));
            }
        }
    }

    private static bool Goes(PlanParagraph next, bool isList, bool isOpen) =>
        !next.IsTabular && !AnnexStart.IsAnnex(next) && next.Text.Length <= LongestTitle && !TextFold.EndsSentence(next.Text)
        && (isList ? NumberGrammar.Read(next.Text) is not null : isOpen && NumberGrammar.Read(next.Text) is null);

    [GeneratedRegex(@"^附\s*[件表录图]?\s*(?:[\d一二三四五六七八九十]+(?:[-－—]\d+)?(?![.．、]))?\s*[：:.．、\s]*")]
    private static partial Regex Head();
}
