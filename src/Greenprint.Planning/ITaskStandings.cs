using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A port: how far year tasks are. Planning does not know it; a module that takes reports computes it from those that were approved, and nobody types it.</summary>
public interface ITaskStandings
{
    /// <summary>How far the tasks are, by id. Reads a fixed number of times, however many tasks.</summary>
    Task<IReadOnlyDictionary<string, TaskStanding>> Of(IReadOnlyList<YearTask> tasks, CancellationToken cancellation);

    /// <summary>How far the tasks were at the end of <paramref name="day"/> in China, by what was on record then. Reads a fixed number of times as well.</summary>
    Task<IReadOnlyDictionary<string, TaskStanding>> OfAsOf(IReadOnlyList<YearTask> tasks, DateOnly day, CancellationToken cancellation);

    /// <summary>What was called for about a task, the oldest first.</summary>
    Task<IReadOnlyList<TaskCall>> CallsOf(YearTask task, CancellationToken cancellation);

    /// <summary>What had been called for about a task by the end of <paramref name="day"/> in China, as it stood then.</summary>
    Task<IReadOnlyList<TaskCall>> CallsAsOf(YearTask task, DateOnly day, CancellationToken cancellation);
}

/// <summary>How far a task is.</summary>
/// <param name="State">The state.</param>
/// <param name="Share">Percent of the quantity asked for, by the last approved report; null where nothing is counted.</param>
/// <param name="ReportedOn">The day of that report; null where there is none.</param>
public sealed record TaskStanding(TaskState State, decimal? Share = null, DateOnly? ReportedOn = null);

/// <summary>States of a year task.</summary>
public enum TaskState
{
    /// <summary>未启动.</summary>
    NotStarted,

    /// <summary>推进中.</summary>
    InProgress,

    /// <summary>逾期未完成.</summary>
    Overdue,

    /// <summary>已完成.</summary>
    Done,
}

/// <summary>One call for progress about a task (调度事项).</summary>
/// <param name="Title">The cycle, or what it was opened for.</param>
/// <param name="State">Where it is.</param>
/// <param name="Due">Last day.</param>
/// <param name="Address">Its page, without a slash before it.</param>
/// <param name="Unit">Id of the unit in charge.</param>
public sealed record TaskCall(Bilingual Title, Bilingual State, DateOnly Due, string Address, string Unit);
