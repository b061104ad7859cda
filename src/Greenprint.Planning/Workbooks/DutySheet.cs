using Greenprint.Planning.Plans;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What one unit leads and others support.</summary>
internal sealed record Duty(string Subject, string Code, string Title, string? Lead, IReadOnlyList<string> Support);

/// <summary>责任分工: who leads and who supports each indicator and each key task. Projects and measures name their units themselves.</summary>
internal sealed class DutySheet() : RowSheet<Duty>("duties", 40, ("责任分工", "Responsibilities"))
{
    private static readonly Bilingual Indicator = ("指标", "Indicator");
    private static readonly Bilingual KeyTask = ("重点任务", "Key task");

    protected override Bilingual? Follows => ("指标”和“重点任务", "Indicators' or 'Key tasks");

    protected override IReadOnlyList<Field<Duty>> Fields(PlanSheetSource source) =>
    [
        new(Columns.Text("subject", ("类型", "Kind"), 12, PlanColumnRule.Key) with { Hint = Columns.CodeHint }, one => source.Say(one.Subject == Subjects.Indicator ? Indicator : KeyTask)),
        new(Columns.Code, one => one.Code),
        new(Columns.Text("name", ("名称", "Name"), 44, PlanColumnRule.Shown), one => one.Title),
        new(
            Columns.List("lead", ("牵头单位", "Lead"), 28, source.Units.Known.Select(name => name.Zh), PlanColumnRule.Open),
            one => NameOf(one.Lead, source),
            (one, cell) => one with { Lead = cell.Text is { } name ? cell.KnownUnit(name) : null }),
        new(
            Columns.Text("support", ("配合单位", "Support"), 50, PlanColumnRule.Open) with { Hint = ("多个单位用顿号分开。", "Several units parted by commas.") },
            one => CellInput.Join(one.Support.Select(unit => NameOf(unit, source))),
            (one, cell) => one with { Support = [.. cell.Parts.Select(name => one.Support.FirstOrDefault(unit => NameOf(unit, source) == name) ?? cell.KnownUnit(name)).OfType<string>()] }),
    ];

    protected override IReadOnlyList<Duty> Items(PlanSheetSource source) =>
    [
        .. source.Plan.Indicators.Select(one => new Duty(Subjects.Indicator, one.Code, one.Name.Zh, one.Lead, one.Support)),
        .. source.Plan.KeyTasks.Select(one => new Duty(Subjects.KeyTask, one.Code, one.Title.Zh, one.Lead, one.Support)),
    ];

    protected override void Put(PlanEdit edit, IReadOnlyList<Duty> items)
    {
        var plan = edit.Plan;

        // What was not touched stays the very object it was: only that tells the store what to write.
        var duties = items.ToDictionary(one => (one.Subject, one.Code));
        edit.Plan = plan with
        {
            Indicators = [.. plan.Indicators.Select(one => duties[(Subjects.Indicator, one.Code)] is var duty && IsSame(duty, one.Lead, one.Support) ? one : one with { Lead = duty.Lead, Support = duty.Support })],
            KeyTasks = [.. plan.KeyTasks.Select(one => duties[(Subjects.KeyTask, one.Code)] is var duty && IsSame(duty, one.Lead, one.Support) ? one : one with { Lead = duty.Lead, Support = duty.Support })],
        };
    }

    // The kind as it is shown would tie the key to a language.
    protected override string KeyOf(Duty item) => $"{item.Subject}/{item.Code}";

    protected override string TitleOf(Duty item) => item.Title;

    private static bool IsSame(Duty duty, string? lead, IReadOnlyList<string> support) => duty.Lead == lead && duty.Support.SequenceEqual(support);

    private static string NameOf(string? unit, PlanSheetSource source) => unit is null ? "" : source.Units.Names.TryGetValue(unit, out var name) ? name.Zh : unit;
}
