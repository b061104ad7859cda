using System.Globalization;
using System.Text.RegularExpressions;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>
/// Removes what belongs to the page and not to the text: page numbers, wherever they stand at the edge (a table may surround them),
/// and running heads and feet. Both are known by coming again, not by their look alone.
/// </summary>
internal static partial class Furniture
{
    // Head and foot lie in the outer eighth of the page; the sides serve for the numbers of pages that are bound turned.
    private const double Edge = 0.125;
    private const double SameHeight = 6;
    private const double PieceGap = 1.5;
    private const int FewPages = 3;
    private const int LeastText = 2;
    private const int ShortNumber = 6;

    public static List<PageContent> Remove(IReadOnlyList<PageContent> pages)
    {
        var edges = pages.SelectMany(page => AtEdge(page)).ToArray();
        var furniture = new HashSet<EdgePiece>(ReferenceEqualityComparer.Instance);
        PageNumbers(edges, furniture);
        RunningHeads(edges, pages, furniture);
        Misread(edges, pages, furniture);
        var gone = furniture.GroupBy(piece => piece.Page).ToDictionary(page => page.Key, page => page.SelectMany(piece => piece.Line.Glyphs).ToHashSet());
        return [.. pages.Select(page => gone.TryGetValue(page.Number, out var signs) ? page with { Glyphs = [.. page.Glyphs.Where(glyph => !signs.Contains(glyph))] } : page)];
    }

    private static IEnumerable<EdgePiece> AtEdge(PageContent page)
    {
        foreach (var line in LineBuilder.Lines(page.Glyphs.Where(glyph => glyph.Baseline < page.Height * Edge || glyph.Baseline > page.Height * (1 - Edge))))
        {
            foreach (var piece in line.Pieces(PieceGap))
            {
                yield return new EdgePiece(page.Number, piece, piece.Baseline < page.Height / 2, NumberOf(piece.Text));
            }
        }
    }

    // A number that grows with the page, at the same height: the difference to the page's own number is the same on many pages. Once that
    // is proved, a page of another format may have its number elsewhere, as long as it stands outermost. A dashed one needs no such proof.
    private static void PageNumbers(EdgePiece[] edges, HashSet<EdgePiece> furniture)
    {
        var numbered = edges.Where(piece => piece.Value is not null).ToArray();
        foreach (var same in numbered.GroupBy(piece => piece.Page - piece.Value!.Value))
        {
            var proved = same.GroupBy(piece => (piece.IsHead, Level: (int)(piece.Line.Baseline / SameHeight)))
                .Where(level => level.Select(piece => piece.Page).Distinct().Count() is var pages && (pages >= FewPages || pages == 2 && level.All(piece => IsOutermost(piece, edges))))
                .SelectMany(level => level).ToHashSet();
            var isCounted = proved.Select(piece => piece.Page).Distinct().Count() >= FewPages;
            furniture.UnionWith(same.Where(piece => proved.Contains(piece) || DashedNumber().IsMatch(piece.Line.Text) || isCounted && proved.All(other => other.Page != piece.Page) && IsOutermost(piece, edges)));
        }
    }

    // The same words, apart from digits, at the same height on several pages, over more text: a page of one line has no head.
    private static void RunningHeads(EdgePiece[] edges, IReadOnlyList<PageContent> pages, HashSet<EdgePiece> furniture)
    {
        var signs = pages.ToDictionary(page => page.Number, page => page.Glyphs.Count);
        foreach (var same in edges.Where(piece => !furniture.Contains(piece) && piece.Line.Text.Length is > 1 and < 60)
            .GroupBy(piece => (piece.IsHead, Digits().Replace(piece.Line.Text, "#"))))
        {
            foreach (var level in same.GroupBy(piece => (int)(piece.Line.Baseline / SameHeight)))
            {
                var count = level.Select(piece => piece.Page).Distinct().Count();
                if (count >= FewPages && count * 5 >= pages.Count && level.All(piece => IsOutermost(piece, edges) && signs[piece.Page] > LeastText * piece.Line.Glyphs.Count))
                {
                    furniture.UnionWith(level);
                }
            }
        }
    }

    // Of a picture, the number of a page may be read as anything short that is no word. It stands alone on its line: beside other text it is a cell of a row.
    private static void Misread(EdgePiece[] edges, IReadOnlyList<PageContent> pages, HashSet<EdgePiece> furniture)
    {
        var pictures = pages.Where(page => page.Origin == PageOrigin.Picture).Select(page => page.Number).ToHashSet();
        furniture.UnionWith(edges.Where(piece => pictures.Contains(piece.Page) && piece.Line.Text.Length <= ShortNumber && !ChineseWord().IsMatch(piece.Line.Text) && IsOutermost(piece, edges)
            && !edges.Any(other => !ReferenceEquals(other, piece) && other.Page == piece.Page && Math.Abs(other.Line.Baseline - piece.Line.Baseline) < SameHeight)));
    }

    // Nothing but other furniture stands between it and the edge of the page.
    private static bool IsOutermost(EdgePiece piece, EdgePiece[] edges)
    {
        var beyond = edges.Where(other => other.Page == piece.Page && other.IsHead == piece.IsHead
            && (piece.IsHead ? other.Line.Bottom < piece.Line.Top : other.Line.Top > piece.Line.Bottom));
        return beyond.All(other => other.Value is not null || other.Line.Text.Length < 60) && beyond.Count() <= 1;
    }

    private static int? NumberOf(string text)
    {
        var match = PageNumber().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = string.Concat(match.Groups["number"].Value.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Roman(digits);
    }

    private static int Roman(string text)
    {
        var total = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = RomanDigit(text[i]);
            total += i + 1 < text.Length && RomanDigit(text[i + 1]) > value ? -value : value;
        }

        return total;
    }

    private static int RomanDigit(char c) => char.ToUpperInvariant(c) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };

    [GeneratedRegex(@"^[-－—–‐─·•\s]*(第\s*)?(?<number>[0-9]{1,4}|[０-９]{1,4}|[ivxlIVXL]{1,6})(\s*页)?(\s*[/,，]?\s*共?\s*[0-9]{1,4}(\s*页)?)?[-－—–‐─·•\s]*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^[-－—–‐─]+\s*([0-9]{1,4}|[０-９]{1,4}|[ivxlIVXL]{1,6})\s*[-－—–‐─]+$|^第\s*[0-9]{1,4}\s*页")]
    private static partial Regex DashedNumber();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}-[一]]")]
    private static partial Regex ChineseWord();

    [GeneratedRegex("[0-9０-９]+")]
    private static partial Regex Digits();

    private sealed record EdgePiece(int Page, TextLine Line, bool IsHead, int? Value);
}
