using Greenprint.Documents;

namespace Greenprint.PlanText.Versions;

/// <summary>A clause of one or both versions as it is shown: heading and text with what was inserted and deleted.</summary>
/// <param name="Clause">The clause. One that was moved stands twice: deleted where it was, inserted where it is.</param>
/// <param name="Revision">In which versions it stands here.</param>
/// <param name="Parts">Its heading, where it has one, and its paragraphs and tables.</param>
public sealed record ClauseDifference(ClauseMatch Clause, Revision Revision, IReadOnlyList<RevisedPart> Parts)
{
    /// <summary>True where anything of it differs between the versions.</summary>
    public bool IsChanged => Parts.Any(part => part.IsChanged);
}
