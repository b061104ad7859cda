using Greenprint.Planning.Adjusting;
using Greenprint.Platform;

namespace Greenprint.Planning;

/// <summary>
/// Adjustments (动态调整) of targets, key tasks and year tasks: requests that run from the draft over opinions to a decision and its publication. An approval writes
/// the new target or task in the same change. Events are only added. Nothing here asks who may:
/// that nobody decides what they proposed is kept everywhere.
/// </summary>
public interface IAdjustments
{
    /// <summary>The adjustments of a plan as they stand now, newest first. One query.</summary>
    Task<IReadOnlyList<Adjustment>> Of(string plan, CancellationToken cancellation);

    /// <summary>The same as it stood on record at the end of a day in China.</summary>
    Task<IReadOnlyList<Adjustment>> OfAsOf(string plan, DateOnly day, CancellationToken cancellation);

    /// <summary>One adjustment by its code, or null.</summary>
    Task<Adjustment?> Find(string plan, string code, CancellationToken cancellation);

    /// <summary>Requests, of every plan, after which something is still to be done: neither published, refused nor withdrawn; the oldest first. One query.</summary>
    Task<IReadOnlyList<Adjustment>> Unfinished(CancellationToken cancellation);

    /// <summary>Drafts a request. Its code is given here.</summary>
    Task<AdjustmentSaving> Propose(Change change, string plan, AdjustmentSubject subject, AdjustmentRequest request, CancellationToken cancellation);

    /// <summary>Does one act with a request.</summary>
    /// <returns>Empty when it was done; else why it was refused, and nothing was changed.</returns>
    Task<IReadOnlyList<FieldFinding>> Act(Change change, string plan, string code, AdjustmentOrder order, CancellationToken cancellation);
}

/// <summary>What became of a request.</summary>
/// <param name="Adjustment">The request as recorded; null when it was refused, and nothing was changed.</param>
/// <param name="Findings">Why it was refused.</param>
public sealed record AdjustmentSaving(Adjustment? Adjustment, IReadOnlyList<FieldFinding> Findings);

/// <summary>What somebody asks for.</summary>
/// <param name="Grounds">依据与理由.</param>
/// <param name="Seen">The revision of the target or task that they saw; another one refuses.</param>
public sealed record AdjustmentRequest(string Grounds, int Seen)
{
    /// <summary>The whole new target with its yearly steps, where a target is to be adjusted.</summary>
    public PlannedTarget? Target { get; init; }

    /// <summary>The whole new content, where a year task is to be adjusted.</summary>
    public YearTaskContent? Task { get; init; }

    /// <summary>The whole new content, where a key task is to be adjusted.</summary>
    public KeyTaskContent? KeyTask { get; init; }
}

/// <summary>A target with its yearly steps.</summary>
/// <param name="Target">The target.</param>
/// <param name="Steps">The steps.</param>
public sealed record PlannedTarget(Target Target, IReadOnlyList<AnnualTarget> Steps)
{
    /// <summary>The baseline that is given with it, where the plan has none; null leaves that as it is.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>True where both ask for the same.</summary>
    public bool Same(PlannedTarget other) => Target == other?.Target && Baseline == other.Baseline && Steps.SequenceEqual(other.Steps);
}

/// <summary>What is adjusted.</summary>
/// <param name="Kind">A target, a key task or a year task.</param>
/// <param name="Code">Code of the indicator or of the task.</param>
public sealed record AdjustmentSubject(AdjustmentSubjectKind Kind, string Code);

/// <summary>What can be adjusted.</summary>
public enum AdjustmentSubjectKind
{
    /// <summary>目标值和年度分解 of an indicator.</summary>
    Target,

    /// <summary>年度任务.</summary>
    YearTask,

    /// <summary>重点任务: its wording, and who answers for it.</summary>
    KeyTask,
}

/// <summary>What somebody wants to do with a request.</summary>
/// <param name="Act">The act.</param>
/// <param name="Seen">The version of the request that they saw; another one refuses.</param>
public sealed record AdjustmentOrder(AdjustmentAct Act, int Seen)
{
    /// <summary>Reason, remark or text of an opinion.</summary>
    public string? Why { get; init; }

    /// <summary>The request anew, for <see cref="AdjustmentAct.Amend"/>.</summary>
    public AdjustmentRequest? Request { get; init; }

    /// <summary>Ids of the units whose opinion is asked.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Last day for opinions; date of the document of a decision.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Id of the unit that gives its opinion.</summary>
    public string? Unit { get; init; }

    /// <summary>What it says.</summary>
    public OpinionKind? Opinion { get; init; }

    /// <summary>Number of the document that decides.</summary>
    public string? Document { get; init; }

    /// <summary>Number of the document that lets the target be weaker than the plan above asks.</summary>
    public string? Waiver { get; init; }

    /// <summary>Number of the document by which the government that assigned the target agrees.</summary>
    public string? Assigner { get; init; }

    /// <summary>True where who decides acts for the government above, which assigned the target.</summary>
    public bool IsAssigner { get; init; }
}
