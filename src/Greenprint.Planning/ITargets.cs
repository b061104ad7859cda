using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>Targets and their revisions. A revision is added beside what it replaces; nothing is ever overwritten.</summary>
public interface ITargets
{
    /// <summary>Every version of an indicator's target, the first adopted one first; empty when there is no such indicator.</summary>
    Task<IReadOnlyList<TargetVersion>> Versions(string plan, string indicator, CancellationToken cancellation);

    /// <summary>Adopts another target for an indicator, by a document and with a reason.</summary>
    /// <returns>Null when it was recorded; else why it was refused, and nothing was changed.</returns>
    Task<Finding?> Revise(Change change, string plan, string indicator, TargetRevision revision, CancellationToken cancellation);
}

/// <summary>A target that takes the place of another (调整后目标).</summary>
/// <param name="Target">The whole target, not the difference.</param>
/// <param name="Document">Number of the document that adopted it.</param>
/// <param name="On">Date of the document: it is in force from this day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Steps">Yearly steps that go with it; null keeps those given before.</param>
public sealed record TargetRevision(Target Target, string Document, DateOnly On, string Reason, IReadOnlyList<AnnualTarget>? Steps = null)
{
    /// <summary>The baseline that is given with it, where the plan has none; null leaves that as it is.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The number of versions that the editor saw; another number means that somebody revised it in between, and refuses. Null does not ask.</summary>
    public int? Seen { get; init; }
}

/// <summary>One version of a target as it stands on the record.</summary>
/// <param name="Number">1 for the first adopted one.</param>
/// <param name="Target">The target.</param>
/// <param name="Steps">Its yearly steps.</param>
/// <param name="Document">What adopted it; null for the plan itself.</param>
/// <param name="On">Date of that document.</param>
/// <param name="Reason">Reason given.</param>
/// <param name="RecordedAt">When it was entered here.</param>
/// <param name="RecordedBy">By whom.</param>
public sealed record TargetVersion(
    int Number, Target Target, IReadOnlyList<AnnualTarget> Steps, string? Document, DateOnly? On, string? Reason, DateTimeOffset RecordedAt, string RecordedBy);
