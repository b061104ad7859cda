using Greenprint.PlanText.Alignment;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Versions;

/// <summary>A clause with what it is compared by.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Parent">Place of the clause it stands under, or null.</param>
/// <param name="Children">How many stand directly under it.</param>
/// <param name="Title">Its heading, folded.</param>
/// <param name="Text">Its text, folded.</param>
/// <param name="Path">The headings above it and its own, folded.</param>
/// <param name="Place">From 0 at the beginning of the plan to 1 at its end.</param>
/// <param name="TitlePairs">Pairs of characters of its heading.</param>
/// <param name="Pairs">Pairs of characters of its text.</param>
internal sealed record ComparedClause(
    VersionedClause Clause, int? Parent, int Children, string Title, string Text, string Path, double Place, Dictionary<int, int> TitlePairs, Dictionary<int, int> Pairs)
{
    // Bounds the cost; of 400 clauses of six plans, 6 are longer.
    private const int MostCharacters = 3_000;
    private const char Apart = '\u001F';

    /// <summary>Heading and text.</summary>
    public string Whole => Title + Apart + Text;

    /// <summary>Heading and text with the headings above.</summary>
    public string InPlace => Path + Apart + Text;

    public static ComparedClause[] Of(IReadOnlyList<VersionedClause> clauses)
    {
        var parents = Parents(clauses);
        var children = parents.Where(parent => parent is not null).CountBy(parent => parent!.Value).ToDictionary();
        var compared = new ComparedClause[clauses.Count];
        for (var i = 0; i < clauses.Count; i++)
        {
            var title = TextFold.Key(clauses[i].Title);
            var text = TextFold.Key(clauses[i].Text);
            compared[i] = new ComparedClause(
                clauses[i], parents[i], children.GetValueOrDefault(i), title, text, parents[i] is { } parent ? compared[parent].Path + Apart + title : title,
                (i + 0.5) / clauses.Count, CharacterPairs.Of(title), CharacterPairs.Of(text.AsSpan(0, Math.Min(text.Length, MostCharacters))));
        }

        return compared;
    }

    private static int?[] Parents(IReadOnlyList<VersionedClause> clauses)
    {
        var parents = new int?[clauses.Count];
        var open = new Stack<int>();
        for (var i = 0; i < clauses.Count; i++)
        {
            while (open.TryPeek(out var above) && clauses[above].Level >= clauses[i].Level)
            {
                open.Pop();
            }

            parents[i] = open.TryPeek(out var parent) ? parent : null;
            open.Push(i);
        }

        return parents;
    }
}
