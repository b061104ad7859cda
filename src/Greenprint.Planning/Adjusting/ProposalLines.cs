using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.Adjusting;

/// <summary>One line of old and new side by side.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Was">The old one; null for none.</param>
/// <param name="Now">The new one; null for none.</param>
public sealed record ProposalLine(Bilingual Name, Bilingual? Was, Bilingual? Now)
{
    /// <summary>True where it is to change.</summary>
    public bool IsChanged => Was != Now;
}

/// <summary>Old and new of a request, line by line (调整前后对照).</summary>
internal static class ProposalLines
{
    /// <summary>All lines of a target and of a key task; of a year task those that change.</summary>
    public static IReadOnlyList<ProposalLine> Of(AdjustmentProposal proposal, YearTaskSheet tasks) => proposal switch
    {
        { OldTarget: { } old, NewTarget: { } target } => Of(old, target),
        { OldTask: { } old, NewTask: { } task } =>
        [
            .. YearTaskChange.Between(old, task).Select(change => new ProposalLine(
                change.Name, Text(tasks.Say(change.Field, change.Before)), Text(tasks.Say(change.Field, change.After)))),
        ],
        { OldKeyTask: { } old, NewKeyTask: { } task } => Of(old, task, tasks),
        _ => [],
    };

    private static IReadOnlyList<ProposalLine> Of(KeyTaskContent old, KeyTaskContent task, YearTaskSheet tasks) =>
    [
        new(("任务名称", "Title"), old.Title, task.Title),
        new(("任务内容", "What it says"), old.Text, task.Text),
        new(("牵头单位", "Lead unit"), Unit(old.Lead, tasks), Unit(task.Lead, tasks)),
        new(("配合单位", "Supporting units"), Units(old.Support, tasks), Units(task.Support, tasks)),
    ];

    private static Bilingual? Unit(string? unit, YearTaskSheet tasks) => unit is null ? null : tasks.UnitName(unit);

    private static Bilingual? Units(IReadOnlyList<string> units, YearTaskSheet tasks)
    {
        List<Bilingual> names = [.. units.Select(tasks.UnitName)];
        return names.Count == 0 ? null : new(string.Join("、", names.Select(name => name.Zh)), string.Join("; ", names.Select(name => name.En ?? name.Zh)));
    }

    private static IReadOnlyList<ProposalLine> Of(PlannedTarget old, PlannedTarget target) =>
    [
        .. target.Baseline is { } given ? new[] { new ProposalLine(("基准值", "Baseline"), null, new(FormattableString.Invariant($"{given.Text.Zh}（{given.Year} 年）"), FormattableString.Invariant($"{given.Text.Zh} ({given.Year})"))) } : [],
        new(("目标值", "Target"), Target(old.Target), Target(target.Target)),
        .. old.Steps.Concat(target.Steps).Select(step => step.Year).Distinct().Order().Select(year => new ProposalLine(
            Figures.Year(year), Step(old, year), Step(target, year))),
    ];

    private static Bilingual Target(Target target) => new(
        FormattableString.Invariant($"{target.Text.Zh}（{target.Year} 年）"), FormattableString.Invariant($"{target.Text.En ?? target.Text.Zh} ({target.Year})"));

    private static Bilingual? Step(PlannedTarget planned, int year) => planned.Steps.FirstOrDefault(step => step.Year == year) is { } step ? new(Figures.Exact(step.Value)) : null;

    private static Bilingual? Text(string? text) => text is null ? null : new(text);
}
