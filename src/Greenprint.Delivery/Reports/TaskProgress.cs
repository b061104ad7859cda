using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Reports;

/// <summary>How far a task is: computed from its items and approved reports, never typed.</summary>
internal enum ProgressState
{
    /// <summary>未启动: nobody has signed for anything about it.</summary>
    NotStarted,

    /// <summary>推进中.</summary>
    InProgress,

    /// <summary>逾期未完成: its day has passed.</summary>
    Overdue,

    /// <summary>已完成: an approved report says so, with the proof it needed.</summary>
    Done,
}

/// <summary>A year task with what is known of it.</summary>
/// <param name="Task">The task.</param>
/// <param name="State">Where it is.</param>
/// <param name="Quantity">Done so far by the last approved report on an item of its own; null where none counted. Zero is a value.</param>
/// <param name="ReportedAt">When that report was handed in.</param>
internal sealed record TaskProgress(YearTask Task, ProgressState State, decimal? Quantity, DateTimeOffset? ReportedAt)
{
    /// <summary>Percent of the quantity asked for; null where nothing is counted or nothing is asked for: a share of nothing is no share.</summary>
    public decimal? Share => Quantity is { } done && Task.Content.Quantity is > 0 and var asked ? decimal.Round(100 * done / asked, 1, MidpointRounding.ToEven) : null;

    /// <summary>Where the latest call for it stands.</summary>
    public CallPhase Phase { get; init; }

    /// <summary>How old its last approved report is on a day; null for a task that is done, of which none is waited for.</summary>
    public Recency? RecencyOn(DateOnly day) => State == ProgressState.Done ? null : CallPhases.Of(ReportedAt is { } at ? ChinaTime.DayOf(at) : null, day);

    /// <summary>State of one task.</summary>
    /// <param name="isDone">The latest approved report says that it is done.</param>
    /// <param name="isClaimed">A report that was handed in by the last day says so and waits to be checked: a slow reviewer makes nobody late.</param>
    /// <param name="isBegun">Somebody signed for it.</param>
    /// <param name="due">Its last day.</param>
    /// <param name="today">Today.</param>
    public static ProgressState Of(bool isDone, bool isClaimed, bool isBegun, DateOnly due, DateOnly today) =>
        isDone ? ProgressState.Done : today > due && !isClaimed ? ProgressState.Overdue : isBegun ? ProgressState.InProgress : ProgressState.NotStarted;

    /// <summary>State of a key task from its year tasks: overdue when one is, done when all are, not started when none is begun, else in progress.</summary>
    public static ProgressState Of(IReadOnlyCollection<ProgressState> parts) =>
        parts.Contains(ProgressState.Overdue) ? ProgressState.Overdue
        : parts.Count > 0 && parts.All(part => part == ProgressState.Done) ? ProgressState.Done
        : parts.All(part => part == ProgressState.NotStarted) ? ProgressState.NotStarted
        : ProgressState.InProgress;

    public static Bilingual Name(ProgressState state) => state switch
    {
        ProgressState.NotStarted => ("未启动", "Not started"),
        ProgressState.InProgress => ("推进中", "In progress"),
        ProgressState.Overdue => ("逾期未完成", "Overdue"),
        _ => ("已完成", "Done"),
    };

    /// <summary>Progress of the tasks of a plan and year. Five queries beside the tasks', however many.</summary>
    public static async Task<IReadOnlyList<TaskProgress>> Of(GreenprintDb db, IReadOnlyList<YearTask> tasks, DateOnly today, CancellationToken cancellation)
    {
        var (asked, ends) = await Asked(db, tasks, await Mergers.Read(db, null, cancellation), cancellation);
        var items = await db.Set<ItemRow>().AsNoTracking().Where(item => ends.Contains(item.Id) && item.Ending == DispatchEnding.None)
            .Select(item => new Call(item.Id, item.Subject, item.Stage, item.Due)).ToListAsync(cancellation);
        return await Of(db, tasks, asked, items, today, cancellation);
    }

    /// <summary>Progress at the end of <paramref name="day"/> in China, by the events and reports recorded until then, of tasks as they were that day. As many queries, whatever the number.</summary>
    public static async Task<IReadOnlyList<TaskProgress>> OfAsOf(GreenprintDb db, IReadOnlyList<YearTask> tasks, DateOnly day, CancellationToken cancellation)
    {
        var (asked, ends) = await Asked(db, tasks, await Mergers.Read(db, day, cancellation), cancellation);
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => ends.Contains(item.Id)).ToListAsync(cancellation);
        var items = (await DispatchStore.With(db, rows, cancellation)).Select(stored => (stored.Row, Item: stored.AsOf(day))).Where(one => one.Item is { Ending: DispatchEnding.None });
        return await Of(db, tasks, asked, [.. items.Select(one => new Call(one.Row.Id, one.Row.Subject, one.Item!.Stage, one.Item.Due))], day, cancellation);
    }

    // By a task's id, the items in which those opened for it go on; and each of them once.
    private static async Task<(ILookup<string, string> Asked, List<string> Ends)> Asked(GreenprintDb db, IReadOnlyList<YearTask> tasks, Mergers mergers, CancellationToken cancellation)
    {
        var subjects = tasks.Select(task => task.Id).ToList();
        var asked = (await db.Set<ItemRow>().AsNoTracking().Where(item => subjects.Contains(item.Subject))
            .Select(item => new { item.Id, item.Subject }).ToListAsync(cancellation)).ToLookup(item => item.Subject, item => mergers.EndOf(item.Id), StringComparer.Ordinal);
        return (asked, [.. asked.SelectMany(group => group).Distinct(StringComparer.Ordinal)]);
    }

    private static async Task<IReadOnlyList<TaskProgress>> Of(GreenprintDb db, IReadOnlyList<YearTask> tasks, ILookup<string, string> asked, List<Call> calls, DateOnly today, CancellationToken cancellation)
    {
        var items = calls.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var handed = calls.Where(item => item.Stage >= DispatchStage.Reported).Select(item => item.Id).ToList();
        var reports = (await db.Set<ReportRow>().AsNoTracking().Where(report => handed.Contains(report.Item))
            .Select(report => new { report.Item, report.Number, report.Quantity, report.IsDone, report.At }).ToListAsync(cancellation))
            .Where(report => ChinaTime.DayOf(report.At) <= today)
            .GroupBy(report => report.Item).ToDictionary(group => group.Key, group => group.MaxBy(report => report.Number)!, StringComparer.Ordinal);
        var midnight = ChinaTime.StartOf(today.AddDays(1));
        var proofs = (await db.Set<EvidenceRow>().AsNoTracking().Where(proof => proof.AddedAt < midnight && (proof.RemovedAt == null || proof.RemovedAt >= midnight) && handed.Contains(proof.Item))
            .Select(proof => new { proof.Item, proof.Class }).ToListAsync(cancellation)).ToLookup(proof => proof.Item, proof => proof.Class, StringComparer.Ordinal);
        return
        [
            .. tasks.Where(task => !task.IsCancelled).Select(task =>
            {
                var mine = asked[task.Id].Distinct(StringComparer.Ordinal).Where(items.ContainsKey).Select(id => items[id]).OrderBy(item => item.Due).ToList();

                // The report of the item that a task was merged into speaks for both: of done only with the proof that this task asks for, which that item may not have.
                bool IsDone(string item, string subject) => reports.GetValueOrDefault(item) is { IsDone: true } && (subject == task.Id || task.Content.Evidence is not { } weakest || proofs[item].Any(proof => proof <= weakest));
                var counted = mine.Where(item => item.Stage >= DispatchStage.Checked && reports.ContainsKey(item.Id)).ToList();
                var isClaimed = mine.Exists(item => item.Stage == DispatchStage.Reported && IsDone(item.Id, item.Subject) && ChinaTime.DayOf(reports[item.Id].At) <= task.Content.Due);

                // The latest decides: what was called done and is not any more is not done.
                var state = Of(counted is [.., var last] && IsDone(last.Id, last.Subject), isClaimed, mine.Exists(item => item.Stage >= DispatchStage.Signed), task.Content.Due, today);

                // A quantity is that of the task the item was opened for, and of no other: counted twice it would be done twice.
                var quantity = counted.Where(item => item.Subject == task.Id).Select(item => reports[item.Id].Quantity).LastOrDefault(done => done is not null);
                return new TaskProgress(task, state, ReportForm.Trimmed(quantity), counted is [.., var latest] ? reports[latest.Id].At : null) { Phase = CallPhases.Of(mine is [.., var called] ? called.Stage : null) };
            }),
        ];
    }

    // An item as far as the progress of its task goes.
    private sealed record Call(string Id, string Subject, DispatchStage Stage, DateOnly Due);
}
