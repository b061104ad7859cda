using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.YearTasks;

/// <summary>One field in which two revisions differ.</summary>
/// <param name="Field">Its name in the form.</param>
/// <param name="Name">Its name for a person.</param>
/// <param name="Before">What stood there; null for none.</param>
/// <param name="After">What stands there now; null for none.</param>
public sealed record YearTaskChange(string Field, Bilingual Name, string? Before, string? After)
{
    /// <summary>The fields in which <paramref name="after"/> differs from <paramref name="before"/>, in the order of the form.</summary>
    internal static IReadOnlyList<YearTaskChange> Between(YearTask before, YearTask after) =>
    [
        .. Between(before.Content, after.Content),
        .. before.IsCancelled == after.IsCancelled ? [] : new[] { new YearTaskChange("cancelled", ("状态", "State"), State(before), State(after)) },
    ];

    internal static IReadOnlyList<YearTaskChange> Between(YearTaskContent before, YearTaskContent after)
    {
        var old = Fields(before);
        return [.. Fields(after).Zip(old, (now, then) => new YearTaskChange(now.Field, now.Name, then.Text, now.Text)).Where(change => change.Before != change.After)];
    }

    /// <summary>The state of a cancelled task. It is kept in the history, so it is no word of the editor's language.</summary>
    internal const string Cancelled = "cancelled";

    private static string State(YearTask task) => task.IsCancelled ? Cancelled : "in-force";

    private static IReadOnlyList<(string Field, Bilingual Name, string? Text)> Fields(YearTaskContent task) =>
    [
        ("year", ("年度", "Year"), Text(task.Year)),
        ("source", ("所属任务", "Step of"), YearTaskForm.Text(task.Source)),
        ("title", ("任务内容", "Task"), task.Title.Zh),
        ("title-en", ("任务内容（英文）", "Task (English)"), task.Title.En),
        ("quantity", ("工作量", "Quantity"), Text(task.Quantity)),
        ("unit", ("计量单位", "Unit"), task.Unit),
        ("due", ("完成时限", "Due"), task.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("lead", ("牵头单位", "Lead unit"), task.Lead),
        ("support", ("配合单位", "Supporting units"), Text(task.Support)),
        ("accountable", ("责任人", "Accountable person"), task.Accountable),
        ("criterion", ("完成标准", "Counts as done when"), task.Criterion?.Zh),
        ("criterion-en", ("完成标准（英文）", "Counts as done when (English)"), task.Criterion?.En),
        ("evidence", ("佐证要求", "Proof asked for"), task.Evidence is { } evidence ? Text((int)evidence) : null),
        ("parent", ("上级任务", "Part of"), task.Parent),
        ("place", ("地区", "Place"), task.Place),
        ("depends", ("前置任务", "Waits for"), Text(task.DependsOn)),
        ("effects", ("预期效果", "Expected effect"), Text([.. task.Effects.Select(effect => $"{effect.Indicator} {(effect.Direction == EffectDirection.Raises ? "↑" : "↓")}{Text(effect.Amount)}")])),
        ("remark", ("备注", "Remark"), task.Remark),
    ];

    private static string? Text(IReadOnlyList<string> list) => list.Count == 0 ? null : string.Join("、", list);

    private static string? Text(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
