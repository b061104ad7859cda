using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Greenprint.Planning.Confirming;

/// <summary>A part of a page, in per cent of its width and height, whatever size its picture is shown in.</summary>
internal readonly record struct PageArea(decimal Left, decimal Top, decimal Width, decimal Height)
{
    public decimal Right => Left + Width;

    public decimal Bottom => Top + Height;

    public decimal Middle => Top + (Height / 2);
}

/// <summary>The words of one page with their places, as pdftotext tells them.</summary>
internal sealed partial class PageWords
{
    private readonly List<(string Text, PageArea Area)> words = [];
    private readonly string text;
    private readonly List<(int Word, int Sign)> places = [];

    private PageWords(IEnumerable<(string Text, PageArea Area)> words)
    {
        this.words.AddRange(words);
        foreach (var (i, word) in this.words.Index())
        {
            places.AddRange(Enumerable.Range(0, word.Text.Length).Select(sign => (i, sign)));
        }

        text = string.Concat(this.words.Select(word => word.Text));
    }

    /// <summary>Reads what <c>pdftotext -bbox</c> writes of one page.</summary>
    public static PageWords Parse(string bbox)
    {
        var page = Page().Match(bbox);
        var (width, height) = (Figure(page, 1) ?? 0, Figure(page, 2) ?? 0);
        if (width <= 0 || height <= 0)
        {
            return new([]);
        }

        return new(Word().Matches(bbox).Select(match => (
            Bare(WebUtility.HtmlDecode(match.Groups[5].Value)),
            new PageArea(100 * (Figure(match, 1) ?? 0) / width, 100 * (Figure(match, 2) ?? 0) / height, 100 * ((Figure(match, 3) ?? 0) - (Figure(match, 1) ?? 0)) / width, 100 * ((Figure(match, 4) ?? 0) - (Figure(match, 2) ?? 0)) / height)))
            .Where(word => word.Item1.Length > 0));
    }

    /// <summary>
    /// Where <paramref name="quote"/> stands: as a whole, else its parts (the cells of a row) on the lines of <paramref name="name"/>.
    /// Empty where the page does not say it in words: a picture, or a table read in another order.
    /// </summary>
    public IReadOnlyList<PageArea> Find(string? quote, string? name)
    {
        if (quote is not null && Occurrences(Bare(quote)).FirstOrDefault() is { } whole)
        {
            return whole;
        }

        if (name is null || Occurrences(Bare(name)).FirstOrDefault() is not { } own)
        {
            return [];
        }

        var (top, bottom) = (own.Min(area => area.Top) - own[0].Height, own.Max(area => area.Bottom) + own[0].Height);
        var cells = (quote ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(cell => Occurrences(Bare(cell)).Where(areas => areas.All(area => area.Middle > top && area.Middle < bottom)).Take(1))
            .SelectMany(areas => areas);
        return [.. own.Concat(cells).Distinct()];
    }

    private IEnumerable<List<PageArea>> Occurrences(string wanted)
    {
        for (var at = wanted.Length == 0 ? -1 : text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            yield return Areas(at, wanted.Length);
        }
    }

    // Signs of one word stand evenly in its area; words of one line become one area.
    private List<PageArea> Areas(int at, int length)
    {
        List<PageArea> areas = [];
        foreach (var signs in places.GetRange(at, length).GroupBy(place => place.Word))
        {
            var (word, area) = words[signs.Key];
            var (first, count) = (signs.Min(sign => sign.Sign), signs.Count());
            var part = new PageArea(area.Left + (area.Width * first / word.Length), area.Top, area.Width * count / word.Length, area.Height);
            if (areas.Count > 0 && areas[^1] is var last && Math.Abs(last.Middle - part.Middle) < last.Height / 2 && part.Left >= last.Left && part.Left - last.Right < 3)
            {
                areas[^1] = last with { Width = part.Right - last.Left };
            }
            else
            {
                areas.Add(part);
            }
        }

        return areas;
    }

    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static decimal? Figure(Match match, int group) => decimal.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex("""<page width="([^"]+)" height="([^"]+)">""")]
    private static partial Regex Page();

    [GeneratedRegex("""<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</word>""")]
    private static partial Regex Word();
}
