using Greenprint.Documents;

namespace Greenprint.PlanText.Versions;

/// <summary>A clause of one or both versions as it is shown: heading and text with what was inserted and deleted.</summary>
/// <param name="Clause">The clause. One that was moved stands twice: deleted where it was, inserted where it is.</param>
/// <param name="Revision">In which versions it stands here.</param>
/// <param name="Parts">Its heading, where it has one, and its paragraphs and tables.</param>
public sealed record ClauseDifference(ClauseMatch Clause, Revision Revision, IReadOnlyList<RevisedPart> Parts)
{
    /// <summary>Of a clause that was moved to here, its heading and text beside those it had; null of any other.</summary>
    public IReadOnlyList<RevisedPart>? BesideOld { get; init; }

    /// <summary>True of a clause where it stood before it was moved away.</summary>
    public bool IsMovedAway => Revision == Revision.Deleted && !Clause.IsGone;

    /// <summary>
    /// The parts for a reader's eye: of what was moved to here only what changed is marked, of what was moved away only the heading is left. A document
    /// that must give either version takes <see cref="Parts"/>.
    /// </summary>
    public IReadOnlyList<RevisedPart> ToRead => BesideOld ?? (IsMovedAway ? [.. Parts.OfType<RevisedHeading>()] : Parts);

    /// <summary>True where anything of it differs between the versions.</summary>
    public bool IsChanged => Parts.Any(part => part.IsChanged);
}
