using System.Text.RegularExpressions;
using Greenprint.Documents.Text;

namespace Greenprint.Documents.Markdown;

/// <summary>Markdown as blocks: headings, tables, and a block per line of text. Only what plan texts use; the rest is read as text.</summary>
internal static partial class MarkdownFile
{
    public static List<Block> Blocks(string text)
    {
        var lines = TextFile.Lines(Comment().Replace(text, KeepLines)).ToArray();
        var blocks = new List<Block>();
        var blank = false;
        for (var i = SkipFrontMatter(lines); i < lines.Length; i++)
        {
            var place = new BlockPlace(null, i + 1);
            if (Heading().Match(lines[i]) is { Success: true } heading)
            {
                Add(TextFile.Block(Inline(heading.Groups[2].Value), place, blank), heading.Groups[1].Length);
            }
            else if (IsTableHead(lines, i))
            {
                var end = i + 2;
                while (end < lines.Length && lines[end].Contains('|', StringComparison.Ordinal))
                {
                    end++;
                }

                blocks.Add(new TableBlock(place, [.. lines[i..end].Where((_, row) => row != 1).Select(Row)]));
                i = end - 1;
            }
            else if (i + 1 < lines.Length && lines[i].Trim().Length > 0 && Underline().Match(lines[i + 1]) is { Success: true } underline && !IsBullet(lines[i]))
            {
                Add(TextFile.Block(Inline(lines[i]), place, blank), underline.Value.TrimStart()[0] == '=' ? 1 : 2);
                i++;
            }
            else if (Rule().IsMatch(lines[i]))
            {
                blank = true;
            }
            else
            {
                Add(TextFile.Block(Inline(Bullet().Replace(lines[i], "")), place, blank), null);
            }
        }

        return blocks;

        void Add(TextBlock? block, int? level)
        {
            if (block is not null)
            {
                blocks.Add(block with { HeadingLevel = level, Indent = 0 });
            }

            blank = block is null;
        }
    }

    private static int SkipFrontMatter(string[] lines)
    {
        var end = lines is ["---", ..] ? Array.IndexOf(lines, "---", 1) : -1;
        return end + 1;
    }

    private static bool IsTableHead(string[] lines, int i) =>
        i + 1 < lines.Length && lines[i].Contains('|', StringComparison.Ordinal) && TableRule().IsMatch(lines[i + 1]);

    private static bool IsBullet(string line) => Bullet().IsMatch(line);

    private static TableRow Row(string line)
    {
        var cells = Pipe().Split(line.Trim().Trim('|'));
        return new TableRow([.. cells.Select(cell => new TableCell(Inline(cell.Trim()).Replace("\\|", "|", StringComparison.Ordinal)))]);
    }

    // Emphasis, code, links and escapes leave their words.
    private static string Inline(string text)
    {
        text = Link().Replace(text, "$1");
        text = Emphasis().Replace(text, "$2");
        text = Span().Replace(text, "");
        return Escape().Replace(text, "$1");
    }

    private static string KeepLines(Match comment) => new('\n', comment.Value.Count(c => c == '\n'));

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t\u3000]+(.*?)[ \t]*#*[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(=+|-{2,})[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}([-*_])([ \t]*\1){2,}[ \t]*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[ \t]*([-*+>][ \t]+)+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipe();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(\*\*\*|\*\*|\*|__|`)(?=\S)(.+?)(?<=\S)\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(\[\])?\{#[^}]*\}|</?[A-Za-z][^<>]*>")]
    private static partial Regex Span();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!<>])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
