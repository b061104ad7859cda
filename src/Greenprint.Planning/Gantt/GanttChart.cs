using Greenprint.Planning.YearTasks;

namespace Greenprint.Planning.Gantt;

/// <summary>A task as a bar.</summary>
/// <param name="Task">The task.</param>
/// <param name="Standing">How far it is.</param>
/// <param name="From">Where its bar begins.</param>
/// <param name="LateDays">Days since its last one, while it is overdue; else null.</param>
/// <param name="Top">Top of its row in pixels from the top of the chart.</param>
public sealed record GanttBar(YearTask Task, TaskStanding Standing, DateOnly From, int? LateDays, int Top)
{
    /// <summary>Middle of its row, from the top of the chart.</summary>
    public int Middle => Top + (GanttChart.RowHeight / 2);
}

/// <summary>Tasks under one key task.</summary>
/// <param name="KeyTask">The key task; null for tasks that stand under none.</param>
/// <param name="Bars">Its tasks.</param>
public sealed record GanttGroup(KeyTaskView? KeyTask, IReadOnlyList<GanttBar> Bars);

/// <summary>Year tasks on an axis of time. Pure.</summary>
/// <param name="Scale">The axis.</param>
/// <param name="Groups">The tasks by key task, in the order of the plan.</param>
public sealed record GanttChart(GanttScale Scale, IReadOnlyList<GanttGroup> Groups)
{
    /// <summary>Height of a task's row in pixels: lines between rows are drawn by it.</summary>
    public const int RowHeight = 56;

    /// <summary>Height of a key task's row in pixels.</summary>
    public const int GroupHeight = 40;

    /// <summary>All tasks, from the top down.</summary>
    public IReadOnlyList<GanttBar> Bars { get; } = [.. Groups.SelectMany(group => group.Bars)];

    /// <summary>
    /// The tasks that a filter shows. A bar begins where its year does, or on the day after the last of what it waits for is due; it ends on its own last day.
    /// </summary>
    public static GanttChart Of(YearTaskSheet sheet, TaskFilter filter, IReadOnlyDictionary<string, TaskStanding> standings, DateOnly today)
    {
        var all = sheet.Tasks.ToDictionary(task => task.Code, StringComparer.Ordinal);
        var shown = sheet.InOrder().Where(task => !task.IsCancelled && filter.Shows(task, sheet)).ToLookup(task => sheet.KeyTaskOf(task.Content.Source)?.Code);
        List<GanttGroup> groups = [];
        var top = 0;
        foreach (var keyTask in sheet.Plan.KeyTasks.Append(null).Where(keyTask => shown.Contains(keyTask?.Code)))
        {
            top += GroupHeight;
            List<GanttBar> bars = [];
            foreach (var task in shown[keyTask?.Code])
            {
                var standing = standings.GetValueOrDefault(task.Id) ?? new(today > task.Content.Due ? TaskState.Overdue : TaskState.NotStarted);
                bars.Add(new(task, standing, FromOf(task, all), standing.State == TaskState.Overdue ? today.DayNumber - task.Content.Due.DayNumber : null, top));
                top += RowHeight;
            }

            groups.Add(new(keyTask, bars));
        }

        var (start, end) = (sheet.Plan.Summary.Start, sheet.Plan.Summary.End);
        return new(filter.Year is { } year ? new(year, year) : new(start, end), groups);
    }

    /// <summary>The bars that a task waits for and that are in sight.</summary>
    public IEnumerable<GanttBar> Before(GanttBar bar) => Bars.Where(other => bar.Task.Content.DependsOn.Contains(other.Task.Code));

    private static DateOnly FromOf(YearTask task, Dictionary<string, YearTask> all)
    {
        var begin = new DateOnly(task.Content.Year, 1, 1);
        var after = task.Content.DependsOn.Select(code => all.GetValueOrDefault(code)).OfType<YearTask>().Select(before => before.Content.Due.AddDays(1)).Append(begin).Max();

        // What waits for something that is due later than itself has a day, not less.
        return after > task.Content.Due ? task.Content.Due : after;
    }
}
