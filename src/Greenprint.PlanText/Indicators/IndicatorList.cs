using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Indicators;

/// <summary>Indicators that a plan gives as a list in its text: under a heading, a caption or a sentence that announces indicators.</summary>
internal static partial class IndicatorList
{
    // Two items may be an example in a sentence; three are a list.
    private const int FewestItems = 3;
    private const int MostGroups = 2;

    public static List<IndicatorItem> Read(IReadOnlyList<PlanParagraph> paragraphs, PlanPeriod? period, ClauseLocator clauses)
    {
        var best = new List<IndicatorItem>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!paragraphs[i].IsTabular && Announces(paragraphs[i].Text))
            {
                var items = Under(paragraphs, i + 1, period, clauses);
                if (items.Count >= FewestItems && items.Count > best.Count)
                {
                    best = items;
                }
            }
        }

        return best;
    }

    private static bool Announces(string text) =>
        !LastPeriod().IsMatch(text) && (Heading().IsMatch(NumberGrammar.Read(text) is { } mark ? text[mark.Length..] : text) || Sentence().IsMatch(text));

    private static List<IndicatorItem> Under(IReadOnlyList<PlanParagraph> paragraphs, int from, PlanPeriod? period, ClauseLocator clauses)
    {
        var items = new List<IndicatorItem>();
        string? category = null;
        var others = 0;
        for (var i = from; i < paragraphs.Count && others <= MostGroups; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.IsTabular || NumberGrammar.Read(paragraph.Text) is { Style: <= NumberStyle.Section })
            {
                break;
            }

            var read = Pieces(paragraph.Text)
                .Select(piece => IndicatorListItem.Read(piece, category, period, paragraph.Place.Page, clauses.At(paragraph.Place)))
                .OfType<IndicatorItem>().ToArray();
            if (read.Length > 0)
            {
                items.AddRange(read);
                others = 0;
            }
            else
            {
                // A short line among the items is the name of a group.
                others++;
                category = paragraph.Text.Length <= 20 && !Announces(paragraph.Text) ? Enumerator().Replace(paragraph.Text.TrimEnd('。', '：', ':'), "") : category;
            }
        }

        return items;
    }

    // One item a paragraph, or all of them in one, parted by semicolons.
    private static string[] Pieces(string text) =>
        text.Count(c => c is '；' or ';') >= FewestItems - 1 ? text.Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text];

    [GeneratedRegex(@"^[^。；，]{0,40}指标(体系|清单|表|要求|如下)?[：:]?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"指标[^。]{0,20}(如下|包括|为|是|有)?[：:]$")]
    private static partial Regex Sentence();

    [GeneratedRegex("完成情况|实现情况|十三五.{0,10}(指标|完成)")]
    private static partial Regex LastPeriod();

    [GeneratedRegex(@"^\s*([（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、.．]|[—–-]+)\s*")]
    private static partial Regex Enumerator();
}
