using System.Globalization;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Outlines;

/// <summary>A heading with its place in the tree.</summary>
internal sealed record OutlineNode(OutlineItem Item, DecidedHeading Heading, OutlineNode? Parent, List<OutlineNode> Children, List<ClauseParagraph> Body)
{
    /// <summary>This heading and all below it, in reading order.</summary>
    public IEnumerable<OutlineNode> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <summary>The outline of a plan with the text under each heading.</summary>
internal sealed class Outline
{
    public const string BeforeFirstHeading = "c0";

    /// <summary>Id of the text of the annexes, which is kept but has no headings of the plan.</summary>
    public const string Annexes = "annex";

    // A plan of 150 pages has some 400. A text that has more numbers than this is a list or an attack.
    private const int MostCandidates = 20_000;

    private Outline(List<OutlineNode> nodes, List<ClauseParagraph> before, List<ClauseParagraph> annexes)
    {
        Nodes = nodes;
        Before = before;
        AnnexText = annexes;
    }

    /// <summary>Headings in reading order.</summary>
    public IReadOnlyList<OutlineNode> Nodes { get; }

    public IReadOnlyList<ClauseParagraph> Before { get; }

    public IReadOnlyList<ClauseParagraph> AnnexText { get; }

    /// <summary>The paragraph from which on numbers were not looked at any more, or null.</summary>
    public PlanParagraph? CutOffAt { get; private init; }

    public IEnumerable<OutlineNode> Top => Nodes.Where(node => node.Parent is null);

    public static Outline Of(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var annex = AnnexStart.Of(paragraphs);
        var text = paragraphs.Take(annex).ToArray();
        var candidates = CandidateFinder.Find(text);
        var headings = OutlineSearch.Decide(candidates.Count > MostCandidates ? [.. candidates.Take(MostCandidates)] : candidates);
        var levels = OutlineLevels.Of(headings);
        var nodes = new List<OutlineNode>();
        var before = new List<ClauseParagraph>();
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (next < headings.Count && headings[next].Candidate.Index == i)
            {
                nodes.Add(Node(headings[next], levels, nodes));
                if (headings[next].Candidate.Body is { } body)
                {
                    nodes[^1].Body.Add(new ClauseParagraph(body, text[i].Place.Page, text[i].Place.Line));
                }

                next++;
            }
            else
            {
                (nodes.Count == 0 ? before : nodes[^1].Body).Add(Paragraph(text[i]));
            }
        }

        return new Outline(nodes, before, [.. paragraphs.Skip(annex).Select(Paragraph)]) { CutOffAt = candidates.Count > MostCandidates ? candidates[MostCandidates].Paragraph : null };
    }

    private static OutlineNode Node(DecidedHeading heading, Dictionary<double, int> levels, List<OutlineNode> nodes)
    {
        var parent = nodes.Count == 0 ? null : nodes[^1];
        while (parent is not null && parent.Heading.Rank >= heading.Rank)
        {
            parent = parent.Parent;
        }

        var order = (parent is null ? nodes.Count(node => node.Parent is null) : parent.Children.Count) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{(parent is null ? "c" : parent.Item.Id + ".")}{order}");
        var candidate = heading.Candidate;
        var item = new OutlineItem(id, levels[heading.Rank], candidate.Mark?.Printed ?? "", candidate.Title, candidate.Paragraph.Place.Page)
        {
            Line = candidate.Paragraph.Place.Line,
            Depth = (parent?.Item.Depth ?? 0) + 1,
            RunIn = candidate.Body is not null,
        };
        var node = new OutlineNode(item, heading, parent, [], []);
        parent?.Children.Add(node);
        return node;
    }

    private static ClauseParagraph Paragraph(PlanParagraph paragraph) =>
        new(paragraph.Text, paragraph.Place.Page, paragraph.Place.Line)
        {
            Rows = paragraph.Rows,
            IsLaidOut = paragraph is { IsTabular: true, Rows: null },
        };
}
