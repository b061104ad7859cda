using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Numbering;

/// <summary>Reads the number at the head of a paragraph: full- and half-width, Chinese and Arabic, with lost or doubled spaces.</summary>
internal static partial class NumberGrammar
{
    /// <summary>The number at the head of <paramref name="text"/>, or null.</summary>
    /// <param name="text">A paragraph without white space before it.</param>
    /// <param name="bare">Whether a plain number before a space (<c>1 总则</c>) counts; only where the document is known to number so.</param>
    public static NumberMark? Read(string text, bool bare = false)
    {
        if (Ordinal().Match(text) is { Success: true } ordinal)
        {
            return Mark(ordinal, ordinal.Groups["unit"].Value switch
            {
                "章" => NumberStyle.Chapter,
                "节" => NumberStyle.Section,
                "条" => NumberStyle.Article,
                _ => NumberStyle.Part,
            });
        }

        if (Ideograph().Match(text) is { Success: true } ideograph)
        {
            return Mark(ideograph, NumberStyle.Ideograph);
        }

        if (Bracketed().Match(text) is { Success: true } bracketed)
        {
            return Mark(bracketed, char.IsDigit(bracketed.Groups["n"].Value[0]) ? NumberStyle.BracketDigit : NumberStyle.BracketIdeograph);
        }

        if (Decimal().Match(text) is { Success: true } parts)
        {
            return Mark(parts, parts.Groups["more"].Captures.Count switch
            {
                1 => NumberStyle.Decimal2,
                2 => NumberStyle.Decimal3,
                _ => NumberStyle.Decimal4,
            });
        }

        if (Digit().Match(text) is { Success: true } digit)
        {
            return Mark(digit, NumberStyle.Digit);
        }

        if (HalfBracket().Match(text) is { Success: true } half)
        {
            return Mark(half, NumberStyle.HalfBracketDigit);
        }

        if (text[0] is >= '①' and <= '⑳')
        {
            return new NumberMark(NumberStyle.Circled, text[0] - '①' + 1, text[..1], 1 + Spaces(text, 1));
        }

        return bare && Bare().Match(text) is { Success: true } plain ? Mark(plain, NumberStyle.Digit) : null;
    }

    private static NumberMark? Mark(Match match, NumberStyle style)
    {
        var value = ChineseNumber.Read(White().Replace(match.Groups["n"].Value, ""));
        return value is > 0 and < 200
            ? new NumberMark(style, value.Value, White().Replace(match.Groups["printed"].Value, ""), match.Length)
            : null;
    }

    private static int Spaces(string text, int from) => text.AsSpan(from).IndexOfAnyExcept(' ', '\t', '\u3000') is >= 0 and var n ? n : text.Length - from;

    private const string Chinese = "[" + ChineseNumber.Characters + "]";
    private const string Either = "(?:[" + ChineseNumber.Characters + "](?:\\s*[" + ChineseNumber.Characters + "])*|[0-9０-９]{1,3})";

    // 第一章 but not 第一章程, 第一节课 and 第一条件.
    [GeneratedRegex(@"^(?<printed>第\s*(?<n>" + Either + @")\s*(?<unit>部分|[篇编]|章(?!程(?!序))|节(?![约课假])|条(?![例件款目约])))[\s:：、.．]*")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?<printed>(?<n>" + Chinese + @"(?:\s*" + Chinese + @"){0,3})\s*[、．.﹑,，:：](?!\d))\s*")]
    private static partial Regex Ideograph();

    // （一） and its wrong forms （一)、〔一〕、(一)、; a dot or 、 after it belongs to it.
    [GeneratedRegex(@"^(?<printed>[（(﹙〔【\[]\s*(?<n>" + Chinese + @"(?:\s*" + Chinese + @"){0,3}|[0-9０-９]{1,3})\s*[)）﹚〕】\]](?:\s*[、．.])?)\s*")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<printed>[1-9]\d?(?:[.．](?<more>(?<n>[1-9]\d?))){1,3}[.．、]?)(?![\d.．%％‰℃°，,。、；：~～\-—/×]|[a-zA-Zμ]|[度倍万亿吨米个年月日天毫微千克升元次人户家座处条平立公小])\s*")]
    private static partial Regex Decimal();

    // 1. 1． 1、 but not 1.5 and not 1,000. A lost dot leaves "1 ．".
    [GeneratedRegex(@"^(?<printed>(?<n>[0-9０-９]{1,3})\s*[.．、﹑])(?![0-9０-９.．])\s*")]
    private static partial Regex Digit();

    [GeneratedRegex(@"^(?<printed>(?<n>[0-9０-９]{1,2})\s*[)）﹚])\s*")]
    private static partial Regex HalfBracket();

    [GeneratedRegex(@"^(?<printed>(?<n>[1-9]\d?))[ \t\u3000]+(?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
