using System.Globalization;
using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.YearTasks;

/// <summary>Which year tasks a list shows. It stands in the address, so that a list can be sent, kept and exported exactly as it is seen.</summary>
public sealed record TaskFilter
{
    /// <summary>The year; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Id of a unit that leads or supports; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The part of that unit; null for either.</summary>
    public TaskPart? Part { get; init; }

    /// <summary>Code of a key task; null for all.</summary>
    public string? KeyTask { get; init; }

    /// <summary>Cancelled ones as well.</summary>
    public bool WithCancelled { get; init; }

    /// <summary>Words that the task, its place or its remark contains; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The day whose record is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>By which column the table is sorted; what is drawn or grouped keeps the order of the plan.</summary>
    public GridSort Sort { get; init; }

    /// <summary>The filter of an address. Without a year it is the running one, within the plan.</summary>
    internal static TaskFilter Of(IQueryCollection query, PlanSummary plan, DateOnly today)
    {
        var year = query["year"].ToString();
        return new()
        {
            Year = year == "all" ? null : int.TryParse(year, CultureInfo.InvariantCulture, out var one) && one >= plan.Start && one <= plan.End ? one : Math.Clamp(today.Year, plan.Start, plan.End),
            Unit = AddressQuery.Text(query["unit"]),
            Part = query["part"].ToString() switch { "lead" => TaskPart.Lead, "support" => TaskPart.Support, _ => null },
            KeyTask = AddressQuery.Text(query["task"]),
            WithCancelled = query["cancelled"] == "yes",
            Text = AddressQuery.Text(query["q"]),
            AsOf = AsOfDay.Of(query["asOf"], today),
            Sort = GridSort.Of(query["sort"], TaskList.Columns.Names),
        };
    }

    /// <summary>The address's query, beginning with a question mark.</summary>
    internal string Query() => AddressQuery.Of(
        ("year", Year?.ToString(CultureInfo.InvariantCulture) ?? "all"),
        ("unit", Unit),
        ("part", Unit is null ? null : Part switch { TaskPart.Lead => "lead", TaskPart.Support => "support", _ => null }),
        ("task", KeyTask),
        ("cancelled", WithCancelled ? "yes" : null),
        ("q", Text),
        ("asOf", AsOf is { } day ? AsOfDay.Text(day) : null),
        ("sort", Sort.Text));

    /// <summary>True where a task is shown. <paramref name="sheet"/> knows the names.</summary>
    internal bool Shows(YearTask task, YearTaskSheet sheet) =>
        (Year is null || task.Content.Year == Year)
        && (WithCancelled || !task.IsCancelled)
        && (Unit is null || (Part != TaskPart.Support && task.Content.Lead == Unit) || (Part != TaskPart.Lead && task.Content.Support.Contains(Unit)))
        && (KeyTask is null || sheet.KeyTaskOf(task.Content.Source)?.Code == KeyTask)
        && (Text is null || Texts(task, sheet).Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));

    private static IEnumerable<string?> Texts(YearTask task, YearTaskSheet sheet) =>
        [task.Code, task.Content.Title.Zh, task.Content.Title.En, task.Content.Remark, task.Content.Place is { } place ? sheet.PlaceName(place).Here : null];
}
