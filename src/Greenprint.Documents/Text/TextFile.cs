using System.Text.RegularExpressions;

namespace Greenprint.Documents.Text;

/// <summary>A plain text as blocks, a line each. A form feed turns the page, as pdftotext writes it.</summary>
internal static partial class TextFile
{
    public static List<Block> Blocks(string text)
    {
        var paged = text.Contains('\f', StringComparison.Ordinal);
        var blocks = new List<Block>();
        int line = 0, page = 1;
        var blank = false;
        foreach (var raw in Lines(text))
        {
            line++;
            var rest = raw;
            while (rest.IndexOf('\f') is >= 0 and var feed)
            {
                blank |= !Add(rest[..feed]);
                page++;
                blank = true;
                rest = rest[(feed + 1)..];
            }

            blank = !Add(rest) || blank && rest.Length == 0;
        }

        return blocks;

        bool Add(string piece)
        {
            var block = Block(piece, new BlockPlace(paged ? page : null, line), blank);
            if (block is null)
            {
                return false;
            }

            blocks.Add(block);
            blank = false;
            return true;
        }
    }

    /// <summary>One line as a block, or null where nothing stands on it.</summary>
    internal static TextBlock? Block(string line, BlockPlace place, bool afterBlank)
    {
        var bookmarks = Bookmark().Matches(line).Select(match => match.Groups["name"].Value).ToArray();
        var clean = Invisible().Replace(bookmarks.Length == 0 ? line : Bookmark().Replace(line, ""), "");
        var text = clean.Trim();
        return text.Length == 0
            ? null
            : new TextBlock(place, text) { Indent = Columns.Of(clean.AsSpan(0, clean.Length - clean.TrimStart().Length)), AfterBlank = afterBlank, Bookmarks = bookmarks };
    }

    /// <summary>Lines by LF, CR LF or CR alone; a text without a last line feed loses nothing.</summary>
    internal static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // Converters from Word leave their bookmarks in the text: [bookmark: _Toc1], []{#_Toc1 .anchor}, <a name="_Toc1"></a>.
    [GeneratedRegex(@"\[bookmark:\s*(?<name>[^\]\s]*)\s*\]|\[\]\{#(?<name>[^}\s]+)[^}]*\}|<a\s+(?:name|id)=""(?<name>[^""]*)""\s*(?:/>|>\s*</a>)", RegexOptions.IgnoreCase)]
    private static partial Regex Bookmark();

    // Zero-width and byte order marks, soft hyphens, the old end-of-file mark, and other control characters.
    [GeneratedRegex(@"[\u200B-\u200F\u2060\uFEFF\u00AD\u202A-\u202E\u0000-\u0008\u000B\u000E-\u001F\u007F]")]
    private static partial Regex Invisible();
}
