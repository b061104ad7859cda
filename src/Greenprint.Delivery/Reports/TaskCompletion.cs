using Greenprint.Planning;
using Greenprint.Platform;

namespace Greenprint.Delivery.Reports;

/// <summary>Answers Planning which year tasks are done: by their latest approved report.</summary>
internal sealed class TaskCompletion(GreenprintDb db, IChinaClock clock) : ITaskCompletion
{
    public async Task<IReadOnlySet<string>> Done(IReadOnlyList<YearTask> tasks, CancellationToken cancellation) =>
        (await TaskProgress.Of(db, tasks, clock.Today, cancellation)).Where(one => one.State == ProgressState.Done).Select(one => one.Task.Id).ToHashSet(StringComparer.Ordinal);
}
