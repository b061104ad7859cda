using System.Text.RegularExpressions;
using Greenprint.Documents;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>Removes what belongs to the page and not to the text: page numbers and running heads.</summary>
internal static partial class PageFurniture
{
    private const int RunningHeadPages = 3;

    public static List<Block> Remove(IReadOnlyList<Block> blocks, BlockLayout layout)
    {
        var furniture = new HashSet<Block>(ReferenceEqualityComparer.Instance);
        var texts = blocks.OfType<TextBlock>().Where(block => block.Role != BlockRole.Contents).ToArray();
        foreach (var block in texts.Where(block => DashedNumber().IsMatch(block.Text) || NamedPage().IsMatch(block.Text)))
        {
            furniture.Add(block);
        }

        var pages = texts.Where(block => block.Place.Page is not null).GroupBy(block => block.Place.Page).Select(page => page.ToArray()).ToArray();
        if (layout == BlockLayout.Lines || pages.Length > 1)
        {
            foreach (var edge in pages.SelectMany(Edges).Where(block => PlainNumber().IsMatch(block.Text)))
            {
                furniture.Add(edge);
            }
        }

        RunningHeads(pages, furniture);
        return [.. blocks.Where(block => !furniture.Contains(block))];
    }

    // A line that opens or closes many pages, apart from its digits, is a running head.
    private static void RunningHeads(TextBlock[][] pages, HashSet<Block> furniture)
    {
        var edges = pages.Where(page => page.Length > 2)
            .SelectMany(page => Edges([.. page.Where(block => !furniture.Contains(block))]))
            .Distinct<TextBlock>(ReferenceEqualityComparer.Instance)
            .GroupBy(block => Digits().Replace(TextFold.Key(block.Text), "#"));
        foreach (var same in edges.Where(same => same.Key.Length is > 1 and < 50))
        {
            var count = same.Select(block => block.Place.Page).Distinct().Count();
            if (count >= RunningHeadPages && count * 4 >= pages.Length)
            {
                furniture.UnionWith(same);
            }
        }
    }

    private static IEnumerable<TextBlock> Edges(TextBlock[] page) => page.Length <= 4 ? page : [page[0], page[1], page[^2], page[^1]];

    // A dash far from its number is a row of a table: — 1321.
    [GeneratedRegex(@"^[-－—–‐─·•]+\s*(\d{1,4}|[０-９]{1,4}|[ivxlIVXL]{1,6})\s*[-－—–‐─·•]+$|^[-－—–‐─·•]+\s{0,2}(\d{1,4}|[０-９]{1,4}|[ivxlIVXL]{1,6})$|^(\d{1,4}|[０-９]{1,4})\s{0,2}[-－—–‐─]+$")]
    private static partial Regex DashedNumber();

    [GeneratedRegex(@"^第\s*\d{1,4}\s*页(\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*/\s*\d{1,4}$", RegexOptions.None)]
    private static partial Regex NamedPage();

    [GeneratedRegex(@"^(\d{1,4}|[０-９]{1,4}|[ivxlIVXL]{1,6})$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Digits();
}
