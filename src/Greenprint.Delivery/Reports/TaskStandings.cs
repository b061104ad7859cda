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
        Of(await TaskProgress.Of(db, tasks, clock.Today, cancellation));

    public async Task<IReadOnlyDictionary<string, TaskStanding>> OfAsOf(IReadOnlyList<YearTask> tasks, DateOnly day, CancellationToken cancellation) =>
        Of(await TaskProgress.OfAsOf(db, tasks, day, cancellation));

    public async Task<IReadOnlyList<TaskCall>> CallsOf(YearTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Subject == task.Id && item.Ending != DispatchEnding.Rejected).OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation);
        return [.. (await DispatchStore.With(db, rows, cancellation)).Select(stored => CallOf(stored, stored.Item))];
    }

    public async Task<IReadOnlyList<TaskCall>> CallsAsOf(YearTask task, DateOnly day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Subject == task.Id).ToListAsync(cancellation);
        var items = (await DispatchStore.With(db, rows, cancellation)).Select(stored => (Stored: stored, Item: stored.AsOf(day))).Where(one => one.Item is not null and not { Ending: DispatchEnding.Rejected });
        return [.. items.Select(one => CallOf(one.Stored, one.Item!)).OrderBy(call => call.Due).ThenBy(call => call.Address, StringComparer.Ordinal)];
    }

    private static TaskCall CallOf(StoredItem stored, DispatchItem item) => new(
        stored.Cycle is { } cycle ? CycleWords.Title(cycle.ToPeriod()) : ("单项调度", "A single item"), DispatchWords.Standing(item), item.Due, $"office/work/{stored.Row.Id}", item.Unit);

    private static Dictionary<string, TaskStanding> Of(IEnumerable<TaskProgress> progress) => progress.ToDictionary(
        one => one.Task.Id, one => new TaskStanding(Of(one.State), one.Share, one.ReportedAt is { } at ? ChinaTime.DayOf(at) : null), StringComparer.Ordinal);

    private static TaskState Of(ProgressState state) => state switch
    {
        ProgressState.NotStarted => TaskState.NotStarted,
        ProgressState.InProgress => TaskState.InProgress,
        ProgressState.Overdue => TaskState.Overdue,
        _ => TaskState.Done,
    };
}
