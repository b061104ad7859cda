using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>Takes the signs and lines of a page out of the library's form, turned as a reader holds the page.</summary>
internal sealed class PageExtractor
{
    // The same sign printed twice, a hair apart, is how some programs make bold letters.
    private const double SamePlace = 1.2;
    private const int Recent = 6;

    private readonly Dictionary<string, int> fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<string> fontNames = [];

    /// <summary>Names of the fonts; a sign knows its font by the index.</summary>
    public IReadOnlyList<string> FontNames => fontNames;

    public PageContent Extract(Page page)
    {
        var turned = Turned(page.Letters);
        var glyphs = new List<Glyph>(page.Letters.Count);
        var isAfterSpace = false;
        foreach (var letter in page.Letters)
        {
            // Slanting text is a stamp or a watermark, not part of the text.
            if (letter.TextOrientation == turned && GlyphOf(letter, page, turned) is { } glyph && !Repeats(glyph, glyphs))
            {
                glyphs.Add(isAfterSpace ? glyph with { IsAfterSpace = true } : glyph);
            }

            isAfterSpace = string.IsNullOrWhiteSpace(letter.Value);
        }

        var isSideways = turned is TextOrientation.Rotate90 or TextOrientation.Rotate270;
        var rulings = RulingFinder.Find(page.Paths, page.Height);
        var pictures = page.NumberOfImages > 0 ? page.GetImages().Select(image => image.BoundingBox).ToArray() : [];
        return new PageContent(page.Number, isSideways ? page.Height : page.Width, isSideways ? page.Width : page.Height, glyphs.Count > 0 ? PageOrigin.Text : PageOrigin.None)
        {
            Glyphs = glyphs,
            Rulings = [.. rulings.Select(ruling => Turn(ruling, page, turned))],
            Pictures = turned == TextOrientation.Horizontal ? InsetPictures.Find(pictures, page.Width, page.Height, glyphs) : [],
            HasLargePicture = pictures.Any(picture => picture.Area >= page.Width * page.Height / 5),
        };
    }

    // A table set sideways on an upright page: most signs stand on their side.
    private static TextOrientation Turned(IReadOnlyList<Letter> letters) =>
        letters.Count == 0 ? TextOrientation.Horizontal : letters.GroupBy(letter => letter.TextOrientation).MaxBy(same => same.Count())!.Key is var most and not TextOrientation.Other
            ? most
            : TextOrientation.Horizontal;

    private Glyph? GlyphOf(Letter letter, Page page, TextOrientation turned)
    {
        var text = Clean(letter.Value);
        if (text.Length == 0 || letter.PointSize is < 1 or > 400)
        {
            return null;
        }

        var (left, baseline) = Turn(letter.StartBaseLine.X, page.Height - letter.StartBaseLine.Y, page, turned);
        var (right, _) = Turn(letter.EndBaseLine.X, page.Height - letter.EndBaseLine.Y, page, turned);
        var size = letter.PointSize;
        if (right - left < size * 0.05)
        {
            right = left + size * (text[0] >= '\u2E80' ? 1 : 0.5);   // a font that does not say how wide its signs are
        }

        var isOnPage = left > -size && baseline > 0 && right < Math.Max(page.Width, page.Height) + size && baseline < Math.Max(page.Width, page.Height) + size;
        return isOnPage ? new Glyph(text, left, right, baseline, size, Font(letter.FontName)) : null;
    }

    private static (double X, double Y) Turn(double x, double y, Page page, TextOrientation turned) => turned switch
    {
        TextOrientation.Rotate90 => (y, page.Width - x),
        TextOrientation.Rotate270 => (page.Height - y, x),
        TextOrientation.Rotate180 => (page.Width - x, page.Height - y),
        _ => (x, y),
    };

    private static Ruling Turn(Ruling ruling, Page page, TextOrientation turned)
    {
        if (turned == TextOrientation.Horizontal)
        {
            return ruling;
        }

        var one = ruling.IsLevel ? Turn(ruling.From, ruling.At, page, turned) : Turn(ruling.At, ruling.From, page, turned);
        var two = ruling.IsLevel ? Turn(ruling.To, ruling.At, page, turned) : Turn(ruling.At, ruling.To, page, turned);
        return Math.Abs(one.Y - two.Y) < Math.Abs(one.X - two.X)
            ? new Ruling(true, one.Y, Math.Min(one.X, two.X), Math.Max(one.X, two.X))
            : new Ruling(false, one.X, Math.Min(one.Y, two.Y), Math.Max(one.Y, two.Y));
    }

    private static bool Repeats(Glyph glyph, List<Glyph> before)
    {
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - Recent); i--)
        {
            if (before[i].Text == glyph.Text && Math.Abs(before[i].Left - glyph.Left) < SamePlace && Math.Abs(before[i].Baseline - glyph.Baseline) < SamePlace)
            {
                return true;
            }
        }

        return false;
    }

    // Some fonts name their signs by the radicals of the dictionary (⽣) or by compatibility forms: the letter itself is meant.
    private string Clean(string value)
    {
        if (value is null || texts.TryGetValue(value, out var known))
        {
            return value is null ? "" : texts[value];
        }

        var clean = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF' or >= '\uFB00' and <= '\uFB06')
            {
                clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            }
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c != '\uFFFD' && char.GetUnicodeCategory(c) is not (UnicodeCategory.PrivateUse or UnicodeCategory.Format))
            {
                clean.Append(c);
            }
        }

        return texts[value] = string.Intern(clean.ToString());
    }

    /// <summary>The index of a font by its name.</summary>
    public int Font(string? name)
    {
        name ??= "";
        if (!fonts.TryGetValue(name, out var index))
        {
            fonts[name] = index = fontNames.Count;
            fontNames.Add(name.Length > 7 && name[6] == '+' ? name[7..] : name);
        }

        return index;
    }
}
