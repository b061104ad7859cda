using Greenprint.Planning.Targets;
using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;

namespace Greenprint.Planning.Duties;

/// <summary>One line of the responsibility list.</summary>
/// <param name="KeyTask">The key task; null for measures that stand under none.</param>
/// <param name="Measure">具体举措.</param>
/// <param name="Goal">工作目标（量化）.</param>
/// <param name="Lead">牵头单位, by name.</param>
/// <param name="Support">责任/配合单位, by name.</param>
/// <param name="Due">完成时限.</param>
/// <param name="Remark">备注.</param>
/// <param name="Task">Code of the year task; null for what has none in the year.</param>
public sealed record DutyRow(
    KeyTaskView? KeyTask, Bilingual Measure, Bilingual? Goal, Bilingual Lead, Bilingual Support, Bilingual Due, Bilingual? Remark, string? Task)
{
    /// <summary>By what a line of one day is known again on another: its task, measure or key task.</summary>
    public required string Key { get; init; }

    /// <summary>True for a measure or key task that has no task: it stands for what is not there, and comes and goes with that.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>A line of an earlier day beside the same line now; one of the two may be missing.</summary>
/// <param name="Then">Of the day; null for what came since.</param>
/// <param name="Now">As it is now; null for what is gone.</param>
public sealed record DutyPair(DutyRow? Then, DutyRow? Now)
{
    /// <summary>The one that there is, the earlier first.</summary>
    public DutyRow Any => Then ?? Now!;

    /// <summary>True where it is there on both days and says something else.</summary>
    public bool IsChanged => Then is not null && Now is not null && (Then with { KeyTask = null } != Now with { KeyTask = null } || IsMoved);

    /// <summary>True where it stands under another key task now.</summary>
    public bool IsMoved => Then is not null && Now is not null && Then.KeyTask?.Code != Now.KeyTask?.Code;
}

/// <summary>How many tasks a unit has in what is shown.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Leads">Tasks that it leads.</param>
/// <param name="Supports">Tasks that it supports.</param>
public sealed record UnitDuties(string Unit, int Leads, int Supports);

/// <summary>
/// The responsibility list (责任清单): the year tasks in the order of the plan, and after them what of the plan has no task in the year, so that nothing
/// falls out of sight.
/// </summary>
internal static class DutyList
{
    public static IReadOnlyList<DutyRow> Of(YearTaskSheet sheet, TaskFilter filter)
    {
        // What was cancelled is no duty.
        var tasks = sheet.InOrder().Where(task => !task.IsCancelled && filter.Shows(task, sheet)).ToList();
        var planned = sheet.Tasks.Where(task => !task.IsCancelled).Select(task => task.Content.Source).ToHashSet();
        return
        [
            .. sheet.Plan.KeyTasks.Append(null).SelectMany(keyTask => tasks.Where(task => sheet.KeyTaskOf(task.Content.Source)?.Code == keyTask?.Code).Select(task => Row(sheet, keyTask, task))
                .Concat(sheet.Plan.Measures.Where(measure => measure.KeyTask == keyTask?.Code && !planned.Contains(new(YearTaskSourceKind.Measure, measure.Code))).Where(measure => Shows(filter, measure)).Select(measure => Row(sheet, filter, keyTask, measure)))
                .Concat(keyTask is not null && !planned.Any(source => sheet.KeyTaskOf(source)?.Code == keyTask.Code) && sheet.Plan.Measures.All(measure => measure.KeyTask != keyTask.Code) && Shows(filter, keyTask) ? [Row(sheet, filter, keyTask)] : [])),
        ];
    }

    /// <summary>The lines of an earlier day beside those of now, in the order of the day; what came since stands at the end of its key task.</summary>
    /// <param name="then">The lines of the day that are shown.</param>
    /// <param name="now">The lines of now that would be shown.</param>
    /// <param name="allThen">Every line of the day: what was there and is shown only now did not come since.</param>
    /// <param name="allNow">Every line of now: what is shown no more need not be gone.</param>
    public static IReadOnlyList<DutyPair> Since(IReadOnlyList<DutyRow> then, IReadOnlyList<DutyRow> now, IReadOnlyList<DutyRow> allThen, IReadOnlyList<DutyRow> allNow)
    {
        var after = allNow.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var before = allThen.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var order = then.Concat(now).Select(row => row.KeyTask?.Code ?? "").Distinct(StringComparer.Ordinal);
        return
        [
            .. order.SelectMany(code => then.Where(row => (row.KeyTask?.Code ?? "") == code).Select(row => new DutyPair(row, after.GetValueOrDefault(row.Key) ?? (row.IsEmpty ? row : null)))
                .Concat(now.Where(row => (row.KeyTask?.Code ?? "") == code && !row.IsEmpty && !before.Contains(row.Key)).Select(row => new DutyPair(null, row)))),
        ];
    }

    /// <summary>Units by what they have to do in the tasks shown, those with most to lead first.</summary>
    public static IReadOnlyList<UnitDuties> ByUnit(YearTaskSheet sheet, TaskFilter filter)
    {
        var tasks = sheet.Tasks.Where(task => !task.IsCancelled && filter.Shows(task, sheet)).ToList();
        return
        [
            .. sheet.Units.Select(unit => new UnitDuties(unit.Id, tasks.Count(task => task.Content.Lead == unit.Id), tasks.Count(task => task.Content.Support.Contains(unit.Id))))
                .Where(unit => unit.Leads + unit.Supports > 0).OrderByDescending(unit => unit.Leads).ThenByDescending(unit => unit.Supports).ThenBy(unit => unit.Unit, StringComparer.Ordinal),
        ];
    }

    /// <summary>The last day of a month is told as its end: <c>2026年11月底前</c>.</summary>
    public static Bilingual Due(DateOnly day) => day.AddDays(1).Month != day.Month
        ? (Words.Text($"{day.Year}年{day.Month}月底前"), Words.Text($"end of {day:MMMM yyyy}"))
        : (Words.Text($"{day.Year}年{day.Month}月{day.Day}日前"), Words.Text($"{day:d MMMM yyyy}"));

    private static DutyRow Row(YearTaskSheet sheet, KeyTaskView? keyTask, YearTask task)
    {
        var content = task.Content;
        var isMeasure = content.Source.Kind == YearTaskSourceKind.Measure;
        var place = content.Place is { } code ? sheet.PlaceName(code) : null;
        Bilingual?[] goal =
        [
            place,
            isMeasure ? content.Title : null,
            TaskWords.Quantity(content) is { } quantity ? new(quantity.Replace(" ", "", StringComparison.Ordinal), quantity) : null,
            content.Criterion,
        ];
        return new(
            keyTask,
            isMeasure ? sheet.SourceText(content.Source) : content.Title,
            Joined(goal.OfType<Bilingual>(), "；", "; "),
            sheet.UnitName(content.Lead),
            Joined(content.Support.Select(sheet.UnitName), "、", "; ") ?? new(""),
            Due(content.Due),
            Joined(new[] { content.Parent is { } parent ? new Bilingual($"{parent} 的分解任务", $"part of {parent}") : null, content.Remark is { } remark ? new(remark) : null }.OfType<Bilingual>(), "；", "; "),
            task.Code)
        {
            Key = "task/" + task.Code,
        };
    }

    private static DutyRow Row(YearTaskSheet sheet, TaskFilter filter, KeyTaskView? keyTask, MeasureView measure) => new(
        keyTask, measure.Text, null, Names(sheet, measure.Lead), Names(sheet, measure.Support), Due(new(sheet.Plan.Summary.End, 12, 31)), NoTask(filter), null)
    {
        Key = "measure/" + measure.Code,
        IsEmpty = true,
    };

    private static DutyRow Row(YearTaskSheet sheet, TaskFilter filter, KeyTaskView keyTask) => new(
        keyTask, keyTask.Title, null, keyTask.Lead is { } lead ? sheet.UnitName(lead) : new(""), Joined(keyTask.Support.Select(sheet.UnitName), "、", "; ") ?? new(""),
        Due(new(sheet.Plan.Summary.End, 12, 31)), NoTask(filter), null)
    {
        Key = "key-task/" + keyTask.Code,
        IsEmpty = true,
    };

    private static Bilingual NoTask(TaskFilter filter) => filter.Year is { } year
        ? (Words.Text($"{year} 年未列入年度任务"), Words.Text($"no task in {year}"))
        : ("未列入年度任务", "no year task");

    private static bool Shows(TaskFilter filter, MeasureView measure) =>
        Shows(filter, measure.KeyTask, measure.Text, [.. measure.Lead.Select(unit => unit.Unit)], [.. measure.Support.Select(unit => unit.Unit)]);

    private static bool Shows(TaskFilter filter, KeyTaskView task) => Shows(filter, task.Code, task.Title, [task.Lead], [.. task.Support]);

    private static bool Shows(TaskFilter filter, string? keyTask, Bilingual text, IReadOnlyList<string?> lead, IReadOnlyList<string?> support) =>
        (filter.KeyTask is null || filter.KeyTask == keyTask)
        && (filter.Unit is null || (filter.Part != TaskPart.Support && lead.Contains(filter.Unit)) || (filter.Part != TaskPart.Lead && support.Contains(filter.Unit)))
        && (filter.Text is null || text.Zh.Contains(filter.Text, StringComparison.OrdinalIgnoreCase) || text.En?.Contains(filter.Text, StringComparison.OrdinalIgnoreCase) == true);

    private static Bilingual Names(YearTaskSheet sheet, IReadOnlyList<NamedUnit> units) =>
        Joined(units.Select(unit => unit.Unit is { } id ? sheet.UnitName(id) : new Bilingual(unit.Name!)), "、", "; ") ?? new("");

    private static Bilingual? Joined(IEnumerable<Bilingual> texts, string zh, string en)
    {
        var all = texts.ToList();
        return all.Count == 0 ? null : new(string.Join(zh, all.Select(text => text.Zh)), string.Join(en, all.Select(text => text.En ?? text.Zh)));
    }
}
