using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Reports;

/// <summary>Answers Planning how far year tasks are, as the page of their progress computes it, and what was called for about one.</summary>
internal sealed class TaskStandings(GreenprintDb db, IChinaClock clock) : ITaskStandings
{
    public async Task<IReadOnlyDictionary<string, TaskStanding>> Of(IReadOnlyList<YearTask> tasks, CancellationToken cancellation) =>
        (await TaskProgress.Of(db, tasks, clock.Today, cancellation)).ToDictionary(
            one => one.Task.Id, one => new TaskStanding(Of(one.State), one.Share, one.ReportedAt is { } at ? ChinaTime.DayOf(at) : null), StringComparer.Ordinal);

    public async Task<IReadOnlyList<TaskCall>> CallsOf(YearTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Subject == task.Id && item.Ending == DispatchEnding.None).OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation);
        return
        [
            .. (await DispatchStore.With(db, rows, cancellation)).Select(stored => new TaskCall(
                stored.Cycle is { } cycle ? CycleWords.Title(cycle.ToPeriod()) : ("单项调度", "A single item"), DispatchWords.Standing(stored.Item), stored.Row.Due, $"office/work/{stored.Row.Id}", stored.Row.Unit)),
        ];
    }

    private static TaskState Of(ProgressState state) => state switch
    {
        ProgressState.NotStarted => TaskState.NotStarted,
        ProgressState.InProgress => TaskState.InProgress,
        ProgressState.Overdue => TaskState.Overdue,
        _ => TaskState.Done,
    };
}
