using System.Text;
using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>Small rules of Chinese text: what counts as white space, how lines are joined, how two texts are compared.</summary>
internal static partial class TextFold
{
    /// <summary>Without any white space, full-width letters and brackets folded: for comparing, never for showing.</summary>
    public static string Key(string text) => White().Replace(text.Normalize(NormalizationForm.FormKC), "");

    /// <summary>White space runs as one space.</summary>
    public static string OneSpace(string text) => White().Replace(text, " ").Trim();

    /// <summary>
    /// A line of a laid-out page as its writer typed it: justification puts spaces between Chinese characters and around digits that nobody typed.
    /// </summary>
    public static string Unjustify(string text) => AroundChinese().Replace(text, "");

    /// <summary>A line of a title: a space between two phrases of it (<c>优化格局 构建屏障</c>) is meant, one between single letters is not.</summary>
    public static string UnjustifyTitle(string text) => Unjustify(Phrases().Replace(text, "\u2005")).Replace('\u2005', ' ');

    /// <summary>Joins two lines of one paragraph: with a space between Latin words, with nothing elsewhere.</summary>
    public static string Join(string left, string right) =>
        left.Length > 0 && right.Length > 0 && char.IsAsciiLetter(left[^1]) && char.IsAsciiLetter(right[0]) ? left + " " + right : left + right;

    /// <summary>True where the text ends a sentence.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("”’）)》」』 ");
        return end.Length > 0 && end[^1] is '。' or '；' or '：' or '！' or '？' or '.' or ';' or ':' or '!' or '?';
    }

    // Both sides of the space are two letters or more, and the left one is not the number.
    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}”]{3})[ \t\u3000]+(?=[\p{IsCJKUnifiedIdeographs}“]{2})")]
    private static partial Regex Phrases();

    private const string Wide = @"[\p{IsCJKUnifiedIdeographs}\u3000-\u303F\uFF00-\uFFEF\u2014\u2018-\u201D]";

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"(?<=" + Wide + @")[ \t]{1,2}(?=\S)|(?<=\S)[ \t]{1,2}(?=" + Wide + ")")]
    private static partial Regex AroundChinese();
}
