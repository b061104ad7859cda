using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Targets;

/// <summary>The number in a printed cell.</summary>
internal static partial class PrintedNumber
{
    /// <summary>The number of a cell that holds exactly one (<c>约 50</c>, <c>[11.13]</c>, <c>41.6*</c>, <c>20.7365</c>), or null.</summary>
    public static decimal? Of(string text)
    {
        var key = WithoutMarks(TextFold.Key(text));
        var found = Any().Matches(key);
        return found.Count == 1 ? Parse((Signed().IsMatch(key) ? "-" : "") + found[0].Value) : null;
    }

    public static decimal? Parse(string digits) =>
        decimal.TryParse(digits.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Without the marks of footnotes: <c>10809[1]</c>, <c>41.6*</c>, <c>35①</c>. A bracket around the whole cell is a five-year sum and stays.</summary>
    public static string WithoutMarks(string key) => Marks().Replace(key, "");

    // After folding, ① is 1: the marks are cut where a bracket or a star shows them, and folded superscripts are left alone.
    [GeneratedRegex(@"(?<=[^\s\[〔【])[\[〔【(][1-9][\]〕】)]$|[*＊※]+|(?<=\p{IsCJKUnifiedIdeographs}|[%％\]〕])[①-⑳]$|注[1-9]$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")]
    private static partial Regex Any();

    // -5.2 is a number below zero, 35—40 is not.
    [GeneratedRegex(@"^[-－−]\s*\d")]
    private static partial Regex Signed();
}
