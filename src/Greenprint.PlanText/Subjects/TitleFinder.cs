using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Subjects;

/// <summary>The title of the document, and the cover it stands on.</summary>
/// <param name="Title">The title, or null.</param>
/// <param name="Cover">Everything on the cover and in the head, for period and region.</param>
/// <param name="Until">How many paragraphs at the start belong to the cover up to and including the title.</param>
internal sealed record TitleReading(string? Title, string Cover, int Until);

internal static partial class TitleFinder
{
    private const int LongestLine = 40;
    private const int LongestTitle = 70;
    private const int CoverParagraphs = 40;

    public static TitleReading Find(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var head = paragraphs.TakeWhile((paragraph, i) => i < CoverParagraphs && !BeginsText(paragraph)).ToArray();
        var cover = string.Join('\n', head.Take(12).Where(paragraph => paragraph.Text.Length <= LongestTitle).Select(paragraph => paragraph.Text));
        var best = Candidates(head).OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.From).FirstOrDefault();
        return best is null ? new TitleReading(null, cover, 0) : new TitleReading(best.Text, best.Text + "\n" + cover, best.To);
    }

    private static IEnumerable<Candidate> Candidates(PlanParagraph[] head)
    {
        for (var from = 0; from < head.Length; from++)
        {
            if (!MayStand(head[from]))
            {
                continue;
            }

            var text = "";
            for (var to = from; to < Math.Min(head.Length, from + 4) && MayStand(head[to]); to++)
            {
                text = TextFold.Join(text, head[to].Text);
                if (text.Length > LongestTitle)
                {
                    break;
                }

                if (Kind().IsMatch(Strip(text)))
                {
                    yield return new Candidate(Strip(text), from, to + 1, Score(Strip(text), head[from], to - from));
                }
            }
        }
    }

    private static int Score(string text, PlanParagraph first, int joins)
    {
        var score = 100 - 3 * joins;
        score += first.IsTitle ? 60 : first.HeadingLevel == 1 ? 30 : 0;
        score += Plan().IsMatch(text) ? 20 : 0;
        score += RegionFinder.AtHead(text) is not null ? 12 : 0;
        score += PeriodFinder.InTitle(text) is not null ? 8 : 0;
        score -= Notice().IsMatch(text) ? 50 : 0;
        score -= text.Contains("关于", StringComparison.Ordinal) ? 15 : 0;
        score -= Office().IsMatch(text) ? 25 : 0;
        return score;
    }

    // A line of a cover: short, no sentence, no number of a document, no heading.
    private static bool MayStand(PlanParagraph paragraph) =>
        !paragraph.IsTabular
        && paragraph.Text.Length is > 1 and <= LongestTitle
        && (paragraph.Text.Length <= LongestLine || paragraph.IsTitle)
        && !paragraph.Text.Contains('。', StringComparison.Ordinal)
        && !paragraph.Text.Contains('；', StringComparison.Ordinal)
        && !paragraph.Text.EndsWith('：')
        && !paragraph.Text.EndsWith('，')
        && !Date().IsMatch(paragraph.Text)
        && !Bracketed().IsMatch(paragraph.Text)
        && !AnnexStart(paragraph.Text);

    private static bool AnnexStart(string text) => text.StartsWith("附件", StringComparison.Ordinal) || text.StartsWith("抄送", StringComparison.Ordinal);

    private static bool BeginsText(PlanParagraph paragraph) =>
        !paragraph.IsTitle && NumberGrammar.Read(paragraph.Text) is { Style: <= NumberStyle.BracketIdeograph or NumberStyle.Digit, Value: 1 };

    // 《…》 around a title, and （征求意见稿）, （2021—2025 年） behind it are not part of it.
    private static string Strip(string text)
    {
        text = Behind().Replace(text, "").Trim();
        return text is ['《', .. var inner, '》'] && !inner.Contains('》', StringComparison.Ordinal) ? inner : text;
    }

    private sealed record Candidate(string Text, int From, int To, int Score);

    [GeneratedRegex(@"(规划|计划|纲要|方案|说明|要点|意见|报告|办法|规定|条例|清单|通知|决定|行动|文本|草案)$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"(规划|纲要|计划|说明|方案)$")]
    private static partial Regex Plan();

    [GeneratedRegex(@"通知$|印发")]
    private static partial Regex Notice();

    [GeneratedRegex(@"^.{2,20}(人民政府|办公厅|办公室|生态环境局|委员会|文件)")]
    private static partial Regex Office();

    [GeneratedRegex(@"^[\d一二三四五六七八九〇○零十]{2,4}\s*年(\s*[\d一二三四五六七八九十]{1,3}\s*月.*)?$|〔\d{4}〕|﹝\d{4}﹞|\[\d{4}\]\s*\d+\s*号")]
    private static partial Regex Date();

    [GeneratedRegex(@"^[（(【\[〔].*[)）】\]〕]$|^[—─-]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s*[（(【〔\[][^（）()【】〔〕\[\]]{2,20}[)）】〕\]]\s*$")]
    private static partial Regex Behind();
}
