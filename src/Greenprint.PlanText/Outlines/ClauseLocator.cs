using Greenprint.Documents;

namespace Greenprint.PlanText.Outlines;

/// <summary>Under which heading a place of the document stands.</summary>
internal sealed class ClauseLocator(Outline outline)
{
    private readonly (long At, OutlineNode Node)[] headings = [.. outline.Nodes.Select(node => (Order(node.Heading.Candidate.Paragraph.Place), node))];

    /// <summary>The id of the last heading at or before the place, or null before the first one.</summary>
    public string? At(BlockPlace place) => NodeAt(place)?.Item.Id;

    public OutlineNode? NodeAt(BlockPlace place)
    {
        var at = Order(place);
        var found = Array.FindLastIndex(headings, heading => heading.At <= at);
        return found < 0 ? null : headings[found].Node;
    }

    // In a text the line counts through the file, in a PDF through the page: page first is right for both.
    internal static long Order(BlockPlace place) => (long)(place.Page ?? 0) << 32 | (uint)(place.Line ?? 0);
}
