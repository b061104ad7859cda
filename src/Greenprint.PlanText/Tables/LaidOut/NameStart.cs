using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>Small rules of names in laid-out tables.</summary>
internal static partial class NameStart
{
    /// <summary>True for a name that begins with its number: 12．森林覆盖率.</summary>
    public static bool IsNumbered(string text) => Numbered().IsMatch(text);

    /// <summary>A justified line parts every letter: 地表 水质 量 劣 V 类水 体比例.</summary>
    public static string CloseSpaces(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"^\d{1,2}\s?[.．、]\s*(?=\D)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}（）Ⅰ-Ⅻ])\s+|\s+(?=[\p{IsCJKUnifiedIdeographs}（）Ⅰ-Ⅻ])")]
    private static partial Regex Spaces();
}
