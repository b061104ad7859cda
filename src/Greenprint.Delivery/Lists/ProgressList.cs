using System.Security.Claims;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Delivery.Lists;

/// <summary>A year task with its progress: on the day that is looked at, beside now.</summary>
/// <param name="Then">Of the day; null for a task that was set since. Of now where the list is of now.</param>
/// <param name="Now">As it is now; null for a task that was cancelled since.</param>
internal sealed record ProgressLine(TaskProgress? Then, TaskProgress? Now)
{
    public TaskProgress Shown => Then ?? Now!;

    /// <summary>What differs between the day and now.</summary>
    public IReadOnlyList<(Bilingual Name, string? Was, string? Now)> Cells(ProgressList list) => (Then, Now) is not ({ } then, { } now) ? [] :
    [
        (("任务", "Task"), then.Task.Content.Title.Here, now.Task.Content.Title.Here), (("牵头单位", "Lead unit"), list.UnitName(then.Task.Content.Lead), list.UnitName(now.Task.Content.Lead)),
        (("完成时限", "Due"), Times.Day(then.Task.Content.Due), Times.Day(now.Task.Content.Due)), (("完成/目标", "Done / target"), ProgressList.Amount(then), ProgressList.Amount(now)),
        (("状态", "State"), TaskProgress.Name(then.State).Here, TaskProgress.Name(now.State).Here), (("最近报告", "Last report"), ProgressList.Reported(then), ProgressList.Reported(now)),
    ];

    /// <summary>What was done since the day, in words; empty for nothing.</summary>
    public string Since(ProgressList list) => Then is null ? SinceThen.Added.Here : Now is null ? SinceThen.Gone.Here : SinceThen.Say(Cells(list));
}

/// <summary>The progress of a year's tasks that an address asks for. The page and its files read this and nothing else.</summary>
/// <param name="Plan">The plan, of the day.</param>
/// <param name="Plans">The plans to choose from.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Day">The day that is looked at.</param>
/// <param name="All">Every task of the plan and year on that day, whatever the filter.</param>
/// <param name="Lines">The lines that the filter shows.</param>
/// <param name="Units">The units in charge, with their names.</param>
internal sealed record ProgressList(
    PlanView Plan, IReadOnlyList<PlanSummary> Plans, YearFilter Filter, DateOnly Day, IReadOnlyList<TaskProgress> All, IReadOnlyList<ProgressLine> Lines, IReadOnlyList<(string Id, string Name)> Units)
{
    public bool IsPast => Filter.AsOf is not null;

    /// <summary>How many tasks of the day a filter would show.</summary>
    public int CountOf(YearFilter filter) => All.Count(one => Shows(filter, one, Day));

    /// <summary>The tasks of the day.</summary>
    public IReadOnlyList<TaskProgress> Tasks => [.. Lines.Select(line => line.Then).OfType<TaskProgress>()];

    /// <summary>Null where the reader sees no such plan.</summary>
    public static async Task<ProgressList?> Find(
        ClaimsPrincipal user, IQueryCollection query, CycleDesk desk, IPlans plans, IYearTasks tasks, IUnits units, GreenprintDb db, IChinaClock clock, CancellationToken cancellation)
    {
        var seen = await desk.PlansSeenBy(user, cancellation);
        if (YearFilter.Of(query, seen, clock.Today) is not { } filter
            || await (filter.AsOf is { } asOf ? plans.FindAsOf(filter.Plan, asOf, cancellation) : plans.Find(filter.Plan, cancellation)) is not { } plan)
        {
            return null;
        }

        var now = await TaskProgress.Of(db, await tasks.Of(filter.Plan, filter.Year, cancellation), clock.Today, cancellation);
        var then = filter.AsOf is { } day ? await TaskProgress.OfAsOf(db, await tasks.OfAsOf(filter.Plan, filter.Year, day, cancellation), day, cancellation) : now;
        var names = await UnitNames.Of(units, filter.AsOf, clock.Today, cancellation);
        var (after, before) = (now.ToDictionary(one => one.Task.Id, StringComparer.Ordinal), then.Select(one => one.Task.Id).ToHashSet(StringComparer.Ordinal));
        var lines = then.Select(one => new ProgressLine(one, after.GetValueOrDefault(one.Task.Id))).Concat(now.Where(one => !before.Contains(one.Task.Id)).Select(one => new ProgressLine(null, one)));

        // Under their key task or measure, in the order of the tasks: the page groups them, and the file is the page.
        return new(
            plan, seen, filter, filter.AsOf ?? clock.Today, then, [.. lines.Where(line => Shows(filter, line.Shown, filter.AsOf ?? clock.Today)).GroupBy(line => line.Shown.Task.Content.Source).SelectMany(group => group)],
            [.. then.Concat(now).Select(one => one.Task.Content.Lead).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(unit => (unit, names[unit]))]);
    }

    public string UnitName(string id) => Units.FirstOrDefault(unit => unit.Id == id).Name ?? id;

    /// <summary>The wording of what a task is a step of.</summary>
    public string NameOf(YearTaskSource source) =>
        Plan.KeyTasks.FirstOrDefault(task => task.Code == source.Code) is { } key && source.Kind == YearTaskSourceKind.KeyTask ? key.Title.Here
        : Plan.Measures.FirstOrDefault(measure => measure.Code == source.Code)?.Text.Here ?? source.Code;

    public static string Amount(TaskProgress one) => one.Task.Content.Quantity is not { } asked ? ""
        : $"{(one.Quantity is { } done ? Figures.Exact(done) : ((Bilingual)("暂无", "none")).Here)} / {Figures.Exact(asked)} {one.Task.Content.Unit}{(one.Share is { } share ? $" ({Figures.Exact(share)} %)" : "")}";

    public static string Reported(TaskProgress one) => one.ReportedAt is { } at ? Times.Minute(at) : ((Bilingual)("暂无", "none")).Here;

    private static bool Shows(YearFilter filter, TaskProgress one, DateOnly day) =>
        (filter.Unit is null || one.Task.Content.Lead == filter.Unit)
        && (filter.State is null || one.State.ToString() == filter.State)
        && (filter.Phase is null || one.Phase.ToString() == filter.Phase)
        && (filter.Recency is null || one.RecencyOn(day)?.ToString() == filter.Recency);
}
