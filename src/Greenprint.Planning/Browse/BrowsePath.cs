using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Browse;

/// <summary>What is open in the columns. It stands in the address; what the plan does not have, and what hangs below it, is left out.</summary>
/// <param name="Group">Code of a group of indicators, or <see cref="Unmeasured"/>.</param>
/// <param name="Indicator">Code of an indicator of the group.</param>
/// <param name="KeyTask">Code of a key task of the indicator.</param>
/// <param name="Task">Code of a year task of the key task.</param>
public sealed record BrowsePath(string? Group, string? Indicator, string? KeyTask, string? Task)
{
    /// <summary>The day whose record is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The entry for key tasks that no indicator measures.</summary>
    public const string Unmeasured = "-";

    /// <summary>The path of an address.</summary>
    internal static BrowsePath Of(IQueryCollection query, YearTaskSheet sheet, DateOnly? asOf)
    {
        var plan = sheet.Plan;
        string? Known(string name, Func<string, bool> isThere) => query[name].ToString() is { Length: > 0 } code && isThere(code) ? code : null;

        var group = Known("group", code => code == Unmeasured || plan.Groups.Any(one => one.Code == code));
        var indicator = group is null or Unmeasured ? null : Known("indicator", code => plan.Indicators.Any(one => one.Group == group && one.Code == code));
        var path = new BrowsePath(group, indicator, null, null) { AsOf = asOf };
        var keyTask = Known("keytask", code => path.KeyTasksIn(plan).Any(one => one.Code == code));
        return path with { KeyTask = keyTask, Task = keyTask is null ? null : Known("task", code => TasksOf(sheet, keyTask).Any(one => one.Code == code)) };
    }

    /// <summary>The key tasks below what is open: those of the indicator, or those that no indicator measures.</summary>
    internal IEnumerable<KeyTaskView> KeyTasksIn(PlanView plan) =>
        Group == Unmeasured ? plan.KeyTasks.Where(task => plan.Indicators.All(one => !one.KeyTasks.Contains(task.Code)))
        : plan.Indicators.FirstOrDefault(one => one.Code == Indicator) is { } indicator ? plan.KeyTasks.Where(task => indicator.KeyTasks.Contains(task.Code))
        : [];

    /// <summary>The year tasks below a key task, without their rows by place.</summary>
    internal static IEnumerable<YearTask> TasksOf(YearTaskSheet sheet, string keyTask) =>
        sheet.Tasks.Where(task => !task.IsCancelled && task.Content.Parent is null && sheet.KeyTaskOf(task.Content.Source)?.Code == keyTask);

    /// <summary>What is open, by its names in the address.</summary>
    internal IReadOnlyList<(string Name, string? Value)> Parts => [("group", Group), ("indicator", Indicator), ("keytask", KeyTask), ("task", Task)];

    /// <summary>The address's query, beginning with a question mark; empty where nothing is open.</summary>
    internal string Query() => AddressQuery.Of(Parts.Append(("asOf", AsOf is { } day ? AsOfDay.Text(day) : null)));
}

/// <summary>A card in a column.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Title">Its name.</param>
public sealed record BrowseCard(string Address, Bilingual Title)
{
    /// <summary>What stands above the name.</summary>
    public string? Over { get; init; }

    /// <summary>What stands below it.</summary>
    public IReadOnlyList<Bilingual> Lines { get; init; } = [];

    /// <summary>How far it is; null where that is not said.</summary>
    public TaskState? State { get; init; }

    /// <summary>How much hangs below it; null for a leaf, which leads to a page of its own.</summary>
    public int? Below { get; init; }

    /// <summary>What was done to it since the day that is looked at; null for nothing.</summary>
    public Bilingual? Mark { get; init; }

    /// <summary>True for the one that is open.</summary>
    public bool IsOpen { get; init; }
}
