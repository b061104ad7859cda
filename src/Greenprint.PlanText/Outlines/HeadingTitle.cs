using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Outlines;

/// <summary>Parts a heading from the text that runs on behind it: the title ends at the first 。, or at an early ：.</summary>
internal static partial class HeadingTitle
{
    private const int LongestBeforeColon = 16;
    private const int LongestTitle = 60;

    public static (string Title, string? Body) Split(string text)
    {
        text = text.Trim();
        var stop = text.IndexOfAny(['。', '\n']);
        if (stop < 0 && HalfStop().Match(text) is { Success: true } half)
        {
            stop = half.Index;   // a half-width full stop between two Chinese characters
        }

        if (stop < 0 || stop > LongestTitle)
        {
            var colon = text.IndexOfAny(['：', ':']);
            if (colon is > 1 and <= LongestBeforeColon && colon < text.Length - 1 && text.Length > LongestBeforeColon * 2)
            {
                return (text[..colon].Trim(), text[(colon + 1)..].Trim());
            }
        }

        if (stop < 0)
        {
            return (Closing().Replace(text, ""), null);
        }

        var rest = text[(stop + 1)..].Trim();
        return (text[..stop].Trim(), rest.Length == 0 ? null : rest);
    }

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})\.(?=\s*\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex HalfStop();

    [GeneratedRegex(@"[。.．:：]+$")]
    private static partial Regex Closing();
}
