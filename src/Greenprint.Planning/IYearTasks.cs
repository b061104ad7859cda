using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>
/// Year tasks (年度任务): dated steps of key tasks and measures. Nothing is overwritten: an edit is a further revision with who, when and why.
/// Every reading takes a fixed number of queries, however many tasks there are.
/// </summary>
public interface IYearTasks
{
    /// <summary>The tasks of a plan, of one year or of all, as they stand now, by code; cancelled ones are among them.</summary>
    Task<IReadOnlyList<YearTask>> Of(string plan, int? year, CancellationToken cancellation);

    /// <summary>
    /// The same as it was in force at the end of a day in China: what an adjustment decided counts from the date of its document, as it does for targets, and
    /// every other revision from the day on which it was recorded.
    /// </summary>
    Task<IReadOnlyList<YearTask>> OfAsOf(string plan, int? year, DateOnly day, CancellationToken cancellation);

    /// <summary>One task by its id, as it stands now, or null.</summary>
    Task<YearTask?> Find(string id, CancellationToken cancellation);

    /// <summary>All revisions of a task, the first one first; empty when there is no such task.</summary>
    Task<IReadOnlyList<YearTask>> Revisions(string id, CancellationToken cancellation);

    /// <summary>Sets a further task of a plan in force. Its code is given here.</summary>
    Task<YearTaskSaving> Add(Change change, string plan, YearTaskContent content, string? why, CancellationToken cancellation);

    /// <summary>Gives a task another content.</summary>
    /// <param name="change">The change under way.</param>
    /// <param name="id">Id of the task.</param>
    /// <param name="content">The whole content, not the difference.</param>
    /// <param name="why">The reason.</param>
    /// <param name="seen">The revision that the editor saw; another one refuses. Null does not ask.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<YearTaskSaving> Revise(Change change, string id, YearTaskContent content, string why, int? seen, CancellationToken cancellation);

    /// <summary>Cancels a task, or takes a cancellation back; with the reason.</summary>
    Task<YearTaskSaving> Cancel(Change change, string id, bool cancel, string why, int? seen, CancellationToken cancellation);

    /// <summary>
    /// Takes over a list that was set elsewhere, with its codes, all of it or nothing; a code that is here already stays as it is. Also for a plan that is
    /// closed: its past years are facts. Codes may name each other.
    /// </summary>
    Task<IReadOnlyList<FieldFinding>> TakeOver(Change change, string plan, IReadOnlyList<YearTaskEntry> entries, CancellationToken cancellation);
}

/// <summary>A task of a list that was set elsewhere.</summary>
/// <param name="Code">Its code: the year, a hyphen, a number, for example <c>2026-07</c>.</param>
/// <param name="Task">What it asks for.</param>
public sealed record YearTaskEntry(string Code, YearTaskContent Task);

/// <summary>What became of a write.</summary>
/// <param name="Task">The task as recorded; null when it was refused, and nothing was changed.</param>
/// <param name="Findings">Why it was refused.</param>
public sealed record YearTaskSaving(YearTask? Task, IReadOnlyList<FieldFinding> Findings)
{
    internal static YearTaskSaving Refused(Finding finding, string field = "") => new(null, [new(field, finding)]);
}

/// <summary>A finding about one field of a form.</summary>
/// <param name="Field">Name of the field; empty for the whole.</param>
/// <param name="Finding">What is wrong and what to do.</param>
public sealed record FieldFinding(string Field, Finding Finding);
