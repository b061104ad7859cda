using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Paragraphs;

/// <summary>The edges between which the text of a page is set.</summary>
/// <param name="Left">Where lines begin that go on a paragraph.</param>
/// <param name="Right">Where full lines end.</param>
internal readonly record struct PageShape(double Left, double Right)
{
    private const double SameEdge = 3;
    private const double LongLine = 0.5;
    private const int FewLines = 4;

    public double Width => Right - Left;

    /// <summary>The shape of each page; one with too few lines takes that of the pages of its width.</summary>
    public static Dictionary<int, PageShape> Of(IReadOnlyList<(PageContent Page, IReadOnlyList<TextLine> Lines)> pages)
    {
        var own = pages.ToDictionary(page => page.Page.Number, page => Of(page.Page, page.Lines));
        var shapes = new Dictionary<int, PageShape>();
        foreach (var (page, lines) in pages)
        {
            var usual = pages.Where(other => Math.Abs(other.Page.Width - page.Width) < 1 && own[other.Page.Number] is not null)
                .Select(other => own[other.Page.Number]!.Value).OrderBy(shape => shape.Width).ToArray();
            var left = lines.Count == 0 ? 0 : lines.Min(line => line.Left);
            var all = new PageShape(left, Math.Max(page.Width - left, lines.Count == 0 ? 0 : lines.Max(line => line.Right)));
            shapes[page.Number] = own[page.Number] ?? (usual.Length > 0 ? usual[usual.Length / 2] : all);
        }

        return shapes;
    }

    private static PageShape? Of(PageContent page, IReadOnlyList<TextLine> lines)
    {
        var full = lines.Where(line => line.Right - line.Left > LongLine * page.Width).ToArray();
        if (full.Length < FewLines)
        {
            return null;
        }

        var right = Common(full.Select(line => line.Right), last: true);
        var left = Common(full.Where(line => line.Right > right - 2 * line.Size).Select(line => line.Left), last: false);
        return left is { } from && right is { } to ? new PageShape(from, to) : null;
    }

    // The outermost place at which at least a tenth of the lines, and two, begin or end.
    private static double? Common(IEnumerable<double> places, bool last)
    {
        var sorted = (last ? places.OrderDescending() : places.Order()).ToArray();
        var enough = Math.Max(2, sorted.Length / 10);
        for (var i = 0; i + enough <= sorted.Length; i++)
        {
            if (Math.Abs(sorted[i + enough - 1] - sorted[i]) <= SameEdge)
            {
                return sorted[i];
            }
        }

        return sorted.Length == 0 ? null : sorted[0];
    }
}
