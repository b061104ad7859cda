using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Greenprint.Documents.Docx;

namespace Greenprint.Documents.Writing;

/// <summary>A number as Word can count it: what stands before and after the counter, and in which figures it is written.</summary>
/// <param name="Before"><c>第</c>, <c>（</c> or empty.</param>
/// <param name="Chinese">True for 一二三, false for 123.</param>
/// <param name="After"><c>章</c>, <c>）</c>, <c>、</c>, <c>.</c>.</param>
internal readonly record struct NumberShape(string Before, bool Chinese, string After)
{
    private const string Figures = "一二三四五六七八九十百零";
    private static readonly SearchValues<char> Counters = SearchValues.Create(Figures + "0123456789");
    private static readonly SearchValues<char> NotAround = SearchValues.Create("0123456789%");

    private static readonly FrozenDictionary<string, int> Counted = Enumerable.Range(1, 999).ToFrozenDictionary(ListNumberFormat.Counted);

    /// <summary>第一章 and 第一节 stand in the middle of the line, the others are indented like a paragraph.</summary>
    internal bool IsCentred => Before == "第";

    /// <summary>Reads a printed number.</summary>
    /// <returns>False where Word could not count it so: 壹、, 1.2, ①.</returns>
    internal static bool TryRead(string printed, out NumberShape shape, out int value)
    {
        (shape, value) = (default, 0);
        var first = printed.AsSpan().IndexOfAny(Counters);
        if (first < 0)
        {
            return false;
        }

        var chinese = !char.IsAsciiDigit(printed[first]);
        var length = 1;
        while (first + length < printed.Length && (chinese ? Figures.Contains(printed[first + length]) : char.IsAsciiDigit(printed[first + length])))
        {
            length++;
        }

        var digits = printed.Substring(first, length);
        var (before, after) = (printed[..first], printed[(first + length)..]);
        var known = chinese
            ? Counted.TryGetValue(digits, out value)
            : digits[0] != '0' && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 999;
        shape = new(before, chinese, after);
        return known && after.Length is > 0 and <= 3 && before.Length <= 2 && !after.AsSpan().ContainsAny(NotAround) && !before.AsSpan().ContainsAny(NotAround);
    }

    /// <summary>As Word writes it on a level, from 0: <c>第%1章</c>.</summary>
    internal string Pattern(int level) => string.Create(CultureInfo.InvariantCulture, $"{Before}%{level + 1}{After}");
}
