using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Outlines;

/// <summary>Finds every paragraph that may be a heading and weighs it by itself; the search then weighs them together.</summary>
internal static partial class CandidateFinder
{
    private const int ShortTitle = 42;
    private const int LongTitle = 70;
    private const int LongParagraph = 50;
    private const double CostOfLostNumber = 2.6;

    public static List<HeadingCandidate> Find(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var bare = paragraphs.Any(paragraph => !paragraph.IsTabular && NumberGrammar.Read(paragraph.Text) is { Style: NumberStyle.Decimal2 } && paragraph.Text.Length < ShortTitle);
        var regions = BoxRegions.Of(paragraphs, bare);
        var found = new List<HeadingCandidate>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!paragraphs[i].IsTabular && !paragraphs[i].IsTitle && Weigh(i, paragraphs[i], bare, regions[i], HasText(paragraphs, i)) is { } candidate)
            {
                found.Add(IsListItem(paragraphs, i) ? AsListItem(candidate) : candidate);
            }
        }

        return found;
    }

    private static bool HasText(IReadOnlyList<PlanParagraph> paragraphs, int i) =>
        i + 1 < paragraphs.Count && paragraphs[i + 1] is { IsTabular: false } next && (NumberGrammar.Read(next.Text) is { } mark
            ? NumberGrammar.Read(paragraphs[i].Text) is null && mark.Value == 1
            : next.Text.Length >= LongParagraph);

    // （1）绿色发展；（2）系统治理。: items of a sentence, each on a line of its own; the last one ends it.
    private static bool IsListItem(IReadOnlyList<PlanParagraph> paragraphs, int i) =>
        paragraphs[i].Text[^1] is '；' or ';' or '，' or '、'
        || i > 0 && paragraphs[i - 1].Text[^1] is '；' or ';' && NumberGrammar.Read(paragraphs[i - 1].Text)?.Style == NumberGrammar.Read(paragraphs[i].Text)?.Style;

    private static HeadingCandidate AsListItem(HeadingCandidate candidate) =>
        candidate.Mark is { Style: > NumberStyle.Article } && candidate.Paragraph.HeadingLevel is null
            ? candidate with { CostOfRefusal = Math.Min(candidate.CostOfRefusal, 1), CostOfAcceptance = candidate.CostOfAcceptance + 4 }
            : candidate;

    private static HeadingCandidate? Weigh(int index, PlanParagraph paragraph, bool bare, Region region, bool hasText)
    {
        if (Foreword().IsMatch(paragraph.Text))
        {
            return new HeadingCandidate(index, paragraph, null, TextFold.Key(paragraph.Text), null, 8, 0) { IsForeword = true };
        }

        if (NumberGrammar.Read(paragraph.Text, bare || paragraph.HeadingLevel is not null) is { } mark)
        {
            var (title, body) = HeadingTitle.Split(paragraph.Text[mark.Length..]);
            return title.Length == 0 ? null : Weigh(new HeadingCandidate(index, paragraph, mark, TextFold.OneSpace(title), body, 0, 0), region, hasText);
        }

        if (paragraph.HeadingLevel is not null)
        {
            return paragraph.Text.Length <= LongTitle && !Caption().IsMatch(paragraph.Text)
                ? new HeadingCandidate(index, paragraph, null, HeadingTitle.Split(paragraph.Text).Title, null, 9, 0)
                : null;
        }

        // Converters lose automatic numbers: a short line over text may be a heading, if a number is missing just there.
        return hasText && region == Region.Text && paragraph.IsWhole && BareTitle().IsMatch(paragraph.Text)
            ? new HeadingCandidate(index, paragraph, null, paragraph.Text, null, 0.1, CostOfLostNumber) { IsBare = true }
            : null;
    }

    private static HeadingCandidate Weigh(HeadingCandidate candidate, Region region, bool hasText)
    {
        var style = candidate.Mark!.Value.Style;
        var isWide = style <= NumberStyle.Article;
        var text = candidate.Paragraph.Text;
        double accept = 0;
        if (candidate.Title.Length > ShortTitle)
        {
            accept += candidate.Title.Length > LongTitle ? 9 : 3;
        }

        accept += text[^1] is '：' or ':' ? 3 : 0;
        if (Listing().IsMatch(candidate.Title))
        {
            accept += 3;
        }

        // 森林覆盖率：2025年58.66，2030年≥58.9 is an item of a list of indicators.
        var isData = !isWide && Data().IsMatch(candidate.Paragraph.Text);
        accept += isData ? 6 : 0;

        double refuse = candidate.Body is null ? 7 : 5.5;
        if (candidate.Paragraph.HeadingLevel is not null)
        {
            refuse = 10;
        }
        else if (isData)
        {
            refuse = 0.5;
        }
        else if (isWide)
        {
            // 第一节 at the head of a long sentence is a reference to it.
            refuse = candidate.Body is null && candidate.Title.Length <= ShortTitle ? 12 : 3;
            accept += candidate.Title.Length > ShortTitle || Reference().IsMatch(candidate.Title) ? 6 : 0;
        }
        else if (candidate.Title.Length > ShortTitle)
        {
            refuse = 1;
        }

        if (region != Region.Text && !isWide)
        {
            // A title on a line of its own over a long paragraph may be the first heading after a box; （一）修复工程。 is one of its projects.
            var mayEnd = candidate.Body is null && hasText && !Project().IsMatch(candidate.Title);
            refuse = !mayEnd ? 0.5 : style <= NumberStyle.BracketIdeograph ? 5.5 : 3;
            accept += mayEnd ? 0 : 8;
        }

        return candidate with { CostOfRefusal = refuse, CostOfAcceptance = accept };
    }

    [GeneratedRegex(@"^(前\s*言|序\s*言|引\s*言|导\s*言|导\s*论|绪\s*论|结\s*语|结\s*束\s*语)$")]
    private static partial Regex Foreword();

    [GeneratedRegex(@"^(专\s*栏|[表图]\s*\d|附\s*[件表录图]|目\s*[录次]$)")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}“”]{4,20}$")]
    private static partial Regex BareTitle();

    [GeneratedRegex(@"^.{2,60}[：:，,由].{0,6}20\d\d\s*年.{0,10}[≥≤]?\d|[（(](约束性|预期性|引领性)[）)][。；;]?$|[，,](约束性|预期性|引领性)(指标)?[。；;]?$")]
    private static partial Regex Data();

    [GeneratedRegex(@"(工程|项目|行动|计划|试点|示范)$")]
    private static partial Regex Project();

    // 一、二类 and 一、二级: an enumeration, not a number.
    [GeneratedRegex(@"^[一二三四五六七八九十]+[、类级期是]")]
    private static partial Regex Listing();

    [GeneratedRegex(@"^(的|所|中|规定|要求|之)")]
    private static partial Regex Reference();
}
