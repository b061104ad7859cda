using Greenprint.PlanText.Outlines;

namespace Greenprint.PlanText.Versions;

/// <summary>A clause of one version of a plan, as far as another version's clause is known by it.</summary>
/// <param name="Id">Its id, unique in the version.</param>
/// <param name="Level">Level of its heading, from 1: a clause stands under the nearest one before it with a smaller level.</param>
/// <param name="Number">Number of the heading as printed, or empty.</param>
/// <param name="Title">The heading, or empty.</param>
/// <param name="Text">The text directly under it, paragraphs parted by line feeds; empty where the heading has none.</param>
public sealed record VersionedClause(string Id, int Level, string Number, string Title, string Text)
{
    /// <summary>The clauses of a reading in reading order: text before the first heading, headings with their text, annexes.</summary>
    public static IReadOnlyList<VersionedClause> Of(PlanReading reading)
    {
        var texts = reading.Clauses.ToDictionary(clause => clause.ClauseId, clause => string.Join('\n', clause.Paragraphs.Select(paragraph => paragraph.Text)), StringComparer.Ordinal);
        var headings = reading.Outline.Select(item => new VersionedClause(item.Id, item.Level, item.Number, item.Title, texts.GetValueOrDefault(item.Id, "")));
        return [.. Alone(Outline.BeforeFirstHeading), .. headings, .. Alone(Outline.Annexes)];

        IEnumerable<VersionedClause> Alone(string id) => texts.TryGetValue(id, out var text) ? [new VersionedClause(id, 1, "", "", text)] : [];
    }

    /// <summary>True of the text before the first heading and of the annexes: there is one of each at most, and its id is a name.</summary>
    internal bool IsNamed => Id is Outline.BeforeFirstHeading or Outline.Annexes;
}
