using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Subjects;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Indicators;

/// <summary>Indicators that a plan gives as a list in its text: under a heading, a caption or a sentence that announces indicators.</summary>
internal static partial class IndicatorList
{
    // Two items may be an example in a sentence; three are a list.
    private const int FewestItems = 3;
    private const int MostGroups = 2;
    private const decimal InSentence = 0.6m;

    // A plan has some 30 indicators and announces them once or twice; a text that does so a thousand times is no plan.
    private const int LongestList = 200;
    private const int MostAnnouncements = 50;

    public static List<IndicatorItem> Read(IReadOnlyList<PlanParagraph> paragraphs, PlanPeriod? period, ClauseLocator clauses)
    {
        var best = new List<IndicatorItem>();
        var announced = 0;
        for (var i = 0; i < paragraphs.Count && announced < MostAnnouncements; i++)
        {
            if (!paragraphs[i].IsTabular && Announces(paragraphs[i].Text, period))
            {
                announced++;
                var items = Under(paragraphs, i + 1, period, clauses);
                if (items.Count >= FewestItems && items.Count > best.Count)
                {
                    best = items;
                }
            }
        }

        return best.Count > 0 ? best : InSentences(paragraphs, period, clauses);
    }

    // Under 主要指标 a plan may give its indicators in sentences: …达到95%以上，…控制在25微克/立方米以下.
    private static List<IndicatorItem> InSentences(IReadOnlyList<PlanParagraph> paragraphs, PlanPeriod? period, ClauseLocator clauses)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var title = NumberGrammar.Read(paragraphs[i].Text) is { } mark ? paragraphs[i].Text[mark.Length..] : paragraphs[i].Text;
            if (paragraphs[i].IsTabular || !OwnSection().IsMatch(title.TrimEnd('。')))
            {
                continue;
            }

            var id = clauses.At(paragraphs[i].Place);
            var sentences = paragraphs.Skip(i + 1).Take(LongestList).TakeWhile(paragraph => clauses.At(paragraph.Place) == id)
                .Where(paragraph => !paragraph.IsTabular)
                .SelectMany(paragraph => PlanSentence.Split(paragraph.Text).Select(sentence => new PlanSentence(sentence, id ?? "", paragraph.Place.Page)));
            var items = TextTargets.Read(sentences, period).Where(target => target is { Indicator: not null, Change: null } && target.Year == (period?.End ?? target.Year))
                .Select(Item).DistinctBy(item => TextFold.Key(item.Name)).ToList();
            if (items.Count >= FewestItems)
            {
                return items;
            }
        }

        return [];
    }

    private static IndicatorItem Item(TargetInText target)
    {
        var number = (target.Value ?? 0).ToString(CultureInfo.InvariantCulture);
        var at = target.Quote.LastIndexOf(number, StringComparison.Ordinal);
        return new IndicatorItem(
            null, null, target.Indicator!, null, target.Unit, null,
            new PrintedTarget(target.Year, at < 0 ? number : target.Quote[at..].TrimEnd('。', '；', '，'), target.Kind, target.Value) { To = target.To },
            [], null, target.Page, target.Quote, InSentence, target.ClauseId);
    }

    private static bool Announces(string text, PlanPeriod? period) =>
        !Results().IsMatch(text) && !PeriodFinder.IsEarlier(text, period) && (Heading().IsMatch(NumberGrammar.Read(text) is { } mark ? text[mark.Length..] : text) || Sentence().IsMatch(text));

    private static List<IndicatorItem> Under(IReadOnlyList<PlanParagraph> paragraphs, int from, PlanPeriod? period, ClauseLocator clauses)
    {
        var items = new List<IndicatorItem>();
        string? category = null;
        var others = 0;
        for (var i = from; i < Math.Min(paragraphs.Count, from + LongestList) && others <= MostGroups; i++)
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
                category = paragraph.Text.Length <= 20 && !Announces(paragraph.Text, period) ? Enumerator().Replace(paragraph.Text.TrimEnd('。', '：', ':'), "") : category;
            }
        }

        return items;
    }

    // One item a paragraph, or all of them in one, parted by semicolons.
    private static string[] Pieces(string text) =>
        text.Count(c => c is '；' or ';') >= FewestItems - 1 ? text.Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text];

    [GeneratedRegex(@"^[^。；，]{0,40}指标(体系|清单|表|要求|如下)?[：:]?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(主要|具体|规划|约束性|预期性|核心|目标|环境保护|生态环境保护?)*指标(体系)?$")]
    private static partial Regex OwnSection();

    [GeneratedRegex(@"指标[^。]{0,20}(如下|包括|为|是|有)?[：:]$")]
    private static partial Regex Sentence();

    [GeneratedRegex("完成情况|实现情况")]
    private static partial Regex Results();

    [GeneratedRegex(@"^\s*([（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、.．]|[—–-]+)\s*")]
    private static partial Regex Enumerator();
}
