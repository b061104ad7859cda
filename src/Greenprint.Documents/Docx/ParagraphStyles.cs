using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Docx;

/// <summary>What the style of a paragraph says of it.</summary>
internal readonly record struct ParagraphStyle(int? HeadingLevel, BlockRole Role);

/// <summary>Looks a paragraph's properties up through its style and the styles that one is based on.</summary>
internal sealed partial class ParagraphStyles
{
    // A chain of styles that bases itself on itself would never end.
    private const int LongestChain = 32;
    private readonly Dictionary<string, Style> byId = new(StringComparer.Ordinal);
    private readonly string? defaultId;

    public ParagraphStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id && (style.Type?.Value ?? StyleValues.Paragraph) == StyleValues.Paragraph)
            {
                byId.TryAdd(id, style);
                defaultId = style.Default?.Value == true ? id : defaultId;
            }
        }
    }

    public ParagraphStyle Of(Paragraph paragraph)
    {
        var chain = Chain(paragraph).ToArray();
        var role = BlockRole.Body;
        foreach (var name in chain.Select(style => style.StyleName?.Val?.Value ?? "").Concat([paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? ""]))
        {
            role = Contents().IsMatch(name) ? BlockRole.Contents : Title().IsMatch(name) ? BlockRole.Title : role;
            if (role != BlockRole.Body)
            {
                break;
            }
        }

        return new ParagraphStyle(role == BlockRole.Body ? Level(paragraph, chain) : null, role);
    }

    /// <summary>The list a paragraph belongs to: its own, or that of its style.</summary>
    public (int List, int Level)? NumberingOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var level = own?.NumberingLevelReference?.Val?.Value;
        if (own?.NumberingId?.Val?.Value is { } list)
        {
            return list == 0 ? null : (list, level ?? 0);
        }

        foreach (var style in Chain(paragraph))
        {
            var inherited = style.StyleParagraphProperties?.NumberingProperties;
            level ??= inherited?.NumberingLevelReference?.Val?.Value;
            if (inherited?.NumberingId?.Val?.Value is { } id)
            {
                return id == 0 ? null : (id, level ?? style.StyleParagraphProperties?.OutlineLevel?.Val?.Value ?? 0);
            }
        }

        return null;
    }

    private static int? Level(Paragraph paragraph, Style[] chain)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own)
        {
            return Heading(own);
        }

        foreach (var style in chain)
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } inherited)
            {
                return Heading(inherited);
            }

            if (HeadingName().Match(style.StyleName?.Val?.Value ?? "") is { Success: true } name)
            {
                return int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    // Level 9 is Word's "body text".
    private static int? Heading(int outlineLevel) => outlineLevel is >= 0 and < 9 ? outlineLevel + 1 : null;

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? defaultId;
        for (var i = 0; i < LongestChain && id is not null && byId.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    [GeneratedRegex(@"^(?:heading|标题)\s*([1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"^(toc\s*([1-9]|heading)|目录\s*[1-9]?|目录标题|table of figures|图表目录)$", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();

    [GeneratedRegex(@"^(title|标题)$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
