using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Subjects;

/// <summary>First and last year of the plan.</summary>
internal static partial class PeriodFinder
{
    /// <param name="title">The title and what stands on the cover.</param>
    /// <param name="text">The paragraphs, in order.</param>
    public static PlanPeriod? Find(string title, IReadOnlyList<string> text) =>
        InTitle(title) ?? Stated(text) ?? SubjectPlan(text) ?? MostNamed(text);

    internal static PlanPeriod? InTitle(string title) => Years(title) ?? FiveYear(title);

    // 规划期限为 2021—2025 年
    private static PlanPeriod? Stated(IReadOnlyList<string> text)
    {
        foreach (var paragraph in text)
        {
            if (Term().Match(paragraph) is { Success: true } term && Years(paragraph[term.Index..]) is { } period)
            {
                return period;
            }
        }

        return null;
    }

    // A note about a plan names it in 《》: the last one named before 制定 or 编制 is the plan itself, but the most named does as well.
    private static PlanPeriod? SubjectPlan(IReadOnlyList<string> text) =>
        text.SelectMany(paragraph => Quoted().Matches(paragraph).Select(match => match.Groups[1].Value))
            .Where(name => name.Contains("规划", StringComparison.Ordinal))
            .Select(InTitle)
            .OfType<PlanPeriod>()
            .GroupBy(period => period)
            .MaxBy(same => same.Count())?.Key;

    private static PlanPeriod? MostNamed(IReadOnlyList<string> text) =>
        text.SelectMany(paragraph => Fives().Matches(paragraph).Select(match => FiveYear(match.Value)))
            .OfType<PlanPeriod>()
            .GroupBy(period => period)
            .OrderByDescending(same => same.Count())
            .ThenByDescending(same => same.Key.Start)
            .FirstOrDefault()?.Key;

    private static PlanPeriod? Years(string text)
    {
        foreach (Match match in Range().Matches(text))
        {
            if (Year(match.Groups[1].Value) is { } start && Year(match.Groups[2].Value) is { } end && end > start && end - start <= 30)
            {
                return new PlanPeriod(start, end);
            }
        }

        return null;
    }

    /// <summary>True where a heading speaks of a five-year plan before this one: 十三五 in a plan of 2021 to 2025.</summary>
    internal static bool IsEarlier(string text, PlanPeriod? period) => period is not null && Named().Match(text) is { Success: true } named
        && ChineseNumber.Read(named.Groups[1].Value) is { } number && 1955 + (5 * number) < period.Start;

    // The 14th five-year plan ran from 2021: 1951 + 5 × 14. It holds from the sixth (1981) on.
    private static PlanPeriod? FiveYear(string text)
    {
        foreach (Match match in Fives().Matches(text))
        {
            var number = ChineseNumber.Read(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);
            if (number is >= 6 and <= 30)
            {
                return new PlanPeriod(1951 + 5 * number.Value, 1955 + 5 * number.Value);
            }
        }

        return null;
    }

    private static int? Year(string text) => ChineseNumber.Read(text) is >= 1949 and <= 2100 and var year ? year : null;

    [GeneratedRegex("(十[一二三四五六七八九]|二十)五(?![年月日个项])")]
    private static partial Regex Named();

    private const string AYear = "([0-9０-９]{4}|[一二三四五六七八九〇○零]{4})";

    [GeneratedRegex(AYear + @"\s*年?\s*(?:[-－—–‐─~～至到]+)\s*" + AYear + @"\s*年?")]
    private static partial Regex Range();

    [GeneratedRegex(@"[“""‘']?\s*(?<![一二三四五六七八九])(十?[一二三四五六七八九十])五\s*[”""’']|第([一二三四五六七八九十]{1,3})个五年")]
    private static partial Regex Fives();

    [GeneratedRegex(@"规划(期限|期|时限|年限|基准|时段|范围)?\s*[为是：:]")]
    private static partial Regex Term();

    [GeneratedRegex(@"《([^》]{4,60})》")]
    private static partial Regex Quoted();
}
