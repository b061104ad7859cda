using Greenprint.Ui.Grids;

namespace Greenprint.Planning.YearTasks;

/// <summary>Year tasks as a filter shows them: what the page lists, and what its files hold. As of a day they stand beside what they are now.</summary>
internal sealed class TaskList
{
    private readonly Dictionary<string, YearTask> now = [];
    private readonly HashSet<string> then;

    /// <param name="sheet">The tasks of the day, or of now.</param>
    /// <param name="after">The tasks of now; null where the list is of now.</param>
    /// <param name="filter">Which are shown.</param>
    public TaskList(YearTaskSheet sheet, YearTaskSheet? after, TaskFilter filter)
    {
        (Sheet, After, Filter) = (sheet, after, filter);
        then = sheet.Tasks.Select(task => task.Code).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<YearTask> rows = [.. sheet.InOrder().Where(task => filter.Shows(task, sheet))];
        if (after is not null)
        {
            now = after.Tasks.ToDictionary(task => task.Code, StringComparer.Ordinal);

            // What was set since stands below, marked: it is not there on the day.
            rows = [.. rows, .. after.InOrder().Where(task => !then.Contains(task.Code) && filter.Shows(task, after))];
            Since = sheet.Tasks.Select(task => (task.Code, Changes: YearTaskChange.Between(task, NowOf(task)))).Where(pair => pair.Changes.Count > 0)
                .ToDictionary(pair => pair.Code, pair => pair.Changes, StringComparer.Ordinal);
        }

        Rows = [.. filter.Sort.Order([.. rows.Select(task => (task, this))], Columns).Select(row => row.Item1)];
    }

    /// <summary>By which columns it can be sorted.</summary>
    public static GridColumns<(YearTask Task, TaskList List)> Columns { get; } = new(
        ("code", row => row.Task.Code),
        ("title", row => row.Task.Content.Title.Here),
        ("quantity", row => row.Task.Content.Quantity),
        ("due", row => row.Task.Content.Due),
        ("lead", row => row.List.Sheet.UnitName(row.Task.Content.Lead).Here));

    public YearTaskSheet Sheet { get; }

    public YearTaskSheet? After { get; }

    public TaskFilter Filter { get; }

    /// <summary>The lines, in the order in which they are shown.</summary>
    public IReadOnlyList<YearTask> Rows { get; }

    /// <summary>What was changed since the day, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<YearTaskChange>> Since { get; } = new Dictionary<string, IReadOnlyList<YearTaskChange>>();

    public int Later => Filter.AsOf is null ? 0 : now.Count - Sheet.Tasks.Count;

    public int Revised => Since.Values.Count(changes => changes.Any(change => change.Field != "cancelled"));

    public int Cancelled => Since.Values.Count(changes => changes.Any(change => change.Field == "cancelled" && change.After == YearTaskChange.Cancelled));

    public int Restored => Since.Values.Count(changes => changes.Any(change => change.Field == "cancelled")) - Cancelled;

    /// <summary>True for what was set since the day: it is listed below the day's own, and not counted among it.</summary>
    public bool IsNew(YearTask task) => Filter.AsOf is not null && !then.Contains(task.Code);

    /// <summary>A task as it is now.</summary>
    public YearTask NowOf(YearTask task) => now.GetValueOrDefault(task.Code) ?? task;

    /// <summary>Name of the accountable person; null for nobody.</summary>
    public string? PersonOf(YearTask task) => task.Content.Accountable is not { } person ? null : Sheet.Persons.GetValueOrDefault(person) ?? After?.PersonName(person) ?? person;
}
