namespace Greenprint.Documents.Text;

/// <summary>Width on a page: a Chinese character or full-width sign is two columns, everything else one, a tab goes to the next eighth.</summary>
internal static class Columns
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var c in text)
        {
            columns += c == '\t' ? 8 - columns % 8 : IsWide(c) ? 2 : 1;
        }

        return columns;
    }

    private static bool IsWide(char c) =>
        c >= '\u1100' && (c is >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F'
            or >= '\uFF01' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6')
        || c is '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u2014' or '\u2026' or '\u00B7' or (>= '\u2160' and <= '\u217F') or (>= '\u2460' and <= '\u24FF');
}
