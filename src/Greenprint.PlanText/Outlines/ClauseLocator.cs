using Greenprint.Documents;

namespace Greenprint.PlanText.Outlines;

/// <summary>Under which heading a place of the document stands.</summary>
internal sealed class ClauseLocator
{
    private readonly IReadOnlyList<OutlineNode> nodes;

    // For each heading the earliest place of it and of all that follow: they rise, so that the last heading at or before a place can be searched by halves.
    private readonly long[] earliest;

    public ClauseLocator(Outline outline)
    {
        nodes = outline.Nodes;
        earliest = [.. nodes.Select(node => Order(node.Heading.Candidate.Paragraph.Place))];
        for (var i = earliest.Length - 2; i >= 0; i--)
        {
            earliest[i] = Math.Min(earliest[i], earliest[i + 1]);
        }
    }

    /// <summary>The id of the last heading at or before the place, or null before the first one.</summary>
    public string? At(BlockPlace place) => NodeAt(place)?.Item.Id;

    public OutlineNode? NodeAt(BlockPlace place)
    {
        var at = Order(place);
        var (from, to) = (0, earliest.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = earliest[middle] <= at ? (middle + 1, to) : (from, middle);
        }

        return from == 0 ? null : nodes[from - 1];
    }

    // In a text the line counts through the file, in a PDF through the page: page first is right for both.
    internal static long Order(BlockPlace place) => (long)(place.Page ?? 0) << 32 | (uint)(place.Line ?? 0);
}
