using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>年度任务: the steps of each year. A changed row is a revision with its reason; a task that is not wanted any more is cancelled, not removed.</summary>
internal sealed partial class YearSheet() : RowSheet<EditedTask>("year-tasks", 70, ("年度任务", "Year tasks"))
{
    private const PlanColumnRule Rule = PlanColumnRule.Work;

    private static readonly Bilingual KeyTask = ("重点任务", "key task");
    private static readonly Bilingual Measure = ("措施", "measure");
    private static readonly char[] BetweenEffects = ['；', ';', '\n'];

    protected override IReadOnlyList<Field<EditedTask>> Fields(PlanSheetSource source) =>
    [
        new(Columns.Code, one => one.Code),
        new(Columns.Text("title", ("任务内容", "Task"), 44, Rule), one => one.Content.Title.Zh, (one, cell) => one.With(task => task with { Title = task.Title.Zh(cell.Text) })),
        new(
            Columns.Whole("year", ("年度", "Year"), Rule) with { Hint = ("已有任务的年度不能改，请另设任务。", "A task stays in its year: add another one.") },
            one => CellInput.Plain(one.Content.Year),
            (one, cell) => one.With(task => task with { Year = cell.Whole ?? EditedTask.NoYear })),
        new(
            Columns.Text("source", ("所属任务", "Step of"), 12, Rule) with { Hint = ("填重点任务或措施的编号，或重点任务的名称。", "Code of a key task or measure, or title of a key task.") },
            one => SourceOf(one.Content.Source, source),
            (one, cell) => one.With(task => task with { Source = SourceIn(cell) })),
        new(Columns.Text("sourceTitle", ("所属任务名称", "Title of what it is a step of"), 30, PlanColumnRule.Shown), one => TitleOf(one.Content.Source, source.Plan)),
        new(Columns.Number("quantity", ("工作量", "Quantity"), Rule), one => CellInput.Plain(one.Content.Quantity), (one, cell) => one.With(task => task with { Quantity = cell.Number })),
        new(Columns.Text("unit", ("计量单位", "Unit"), 10, Rule), one => one.Content.Unit ?? "", (one, cell) => one.With(task => task with { Unit = cell.Text })),
        new(
            Columns.Day("due", ("完成时限", "Due"), Rule) with { Hint = ("写成 2026-11-30 的样子。", "Like 2026-11-30.") },
            one => one.Content.Due == default ? "" : CellInput.Plain(one.Content.Due),
            (one, cell) => one.With(task => task with { Due = cell.Day ?? default })),
        new(
            Columns.List("lead", ("牵头单位", "Lead"), 26, source.Units.Known.Select(name => name.Zh), Rule),
            one => UnitName(one.Content.Lead, source),
            (one, cell) => one.With(task => task with { Lead = cell.Text is { } name ? cell.KnownUnit(name) ?? "" : "" })),
        new(
            Columns.Text("support", ("配合单位", "Support"), 34, Rule) with { Hint = ("多个单位用顿号分开。", "Several units parted by commas.") },
            one => CellInput.Join(one.Content.Support.Select(unit => UnitName(unit, source))),
            (one, cell) => one.With(task => task with
            {
                Support = [.. cell.Parts.Select(name => task.Support.FirstOrDefault(unit => UnitName(unit, source) == name) ?? cell.KnownUnit(name)).OfType<string>()],
            })),
        new(
            Columns.Text("accountable", ("责任人", "Accountable"), 12, Rule) with { Hint = ("在牵头单位任职的一人。", "One person with a post in the lead unit.") },
            one => one.Named ?? (one.Content.Accountable is { } person ? source.Work.Persons.GetValueOrDefault(person, person) : ""),
            (one, cell) => one with { Named = cell.Text ?? "" }),
        new(Columns.Text("criterion", ("完成标准", "Counts as done when"), 34, Rule), one => one.Content.Criterion?.Zh ?? "", (one, cell) => one.With(task => task with { Criterion = task.Criterion.Zh(cell.Text).OrNone() })),
        new(
            Columns.List("evidence", ("佐证要求", "Proof asked for"), 26, Choices.Proofs.Names(source), Rule),
            one => Choices.Proofs.Name(one.Content.Evidence, source),
            (one, cell) => one.With(task => task with { Evidence = cell.Choice(Choices.Proofs) })),
        new(
            Columns.Text("parent", ("上级任务", "Part of"), 12, Rule) with { Hint = ("地区分解任务填总任务的编号；总任务也是新增的，填它的内容。", "For a part by place: the code of the whole; of a whole that is new too, its text.") },
            one => one.Content.Parent ?? "",
            (one, cell) => one.With(task => task with { Parent = cell.Text is { } name ? cell.Edit.Work.FindTask(name) : null })),
        new(
            Columns.Text("place", ("地区", "Place"), 14, Rule),
            one => one.Content.Place is { } place ? source.Work.PlaceName(place) : "",
            (one, cell) => one.With(task => task with { Place = cell.Text is { } name ? cell.Edit.Work.FindPlace(name) : null })),
        new(
            Columns.Text("depends", ("前置任务", "Waits for"), 16, Rule) with { Hint = ("填任务编号，多个用顿号分开。", "Codes of tasks, parted by commas.") },
            one => CellInput.Join(one.Content.DependsOn),
            (one, cell) => one.With(task => task with { DependsOn = [.. cell.Parts.Select(cell.Edit.Work.FindTask)] })),
        new(
            Columns.Text("effects", ("预期效果", "Expected effect"), 26, Rule) with { Hint = ("指标编号、方向、数值，如“air-pm25 ↓0.2”；多个用分号分开，数值可以不填。", "Code of the indicator, direction, amount, like 'air-pm25 ↓0.2'; parted by semicolons, the amount may be left out.") },
            one => string.Join('；', one.Content.Effects.Select(Written)),
            (one, cell) => one.With(task => task with { Effects = EffectsIn(cell) })),
        new(Columns.Text("remark", ("备注", "Remark"), 24, Rule), one => one.Content.Remark ?? "", (one, cell) => one.With(task => task with { Remark = cell.Text })),
        new(
            Columns.List("state", ("状态", "State"), 10, Choices.TaskStates.Names(source), Rule) with { Hint = ("要取消任务，选“已取消”，不要删除行。", "To cancel a task choose 'Cancelled'; do not delete the row.") },
            one => Choices.TaskStates.Name<bool>(one.IsCancelled, source),
            (one, cell) => one with { IsCancelled = cell.Choice(Choices.TaskStates) ?? false }),
        new(
            Columns.Text("why", ("修改理由", "Reason of the change"), 24, Rule) with { IsNote = true, Hint = ("修改、取消已有任务须写明理由，记入履历。", "A change or cancellation needs its reason, which is kept on record.") },
            _ => "",
            (one, cell) => one with { Why = cell.Text }),
        new(Columns.Text("titleEn", ("任务内容（英文）", "Task, English"), 30, Rule), one => one.Content.Title.En ?? "", (one, cell) => one.With(task => task with { Title = task.Title.En(cell.Text) })),
        new(
            Columns.Text("criterionEn", ("完成标准（英文）", "Counts as done when, English"), 30, Rule),
            one => one.Content.Criterion?.En ?? "",
            (one, cell) => one.With(task => task with { Criterion = task.Criterion.En(cell.Text).OrNone() })),
    ];

    protected override IReadOnlyList<EditedTask> Items(PlanSheetSource source) => [.. source.Work.Context.Tasks.Values.Select(EditedTask.Of)];

    protected override void Put(PlanEdit edit, IReadOnlyList<EditedTask> items) => edit.Tasks = [.. items.Where(item => item.Row is not null)];

    protected override string KeyOf(EditedTask item) => item.Code;

    protected override string TitleOf(EditedTask item) => item.Content.Title.Zh;

    protected override EditedTask New(PlanEdit edit) => EditedTask.Empty;

    protected override EditedTask Settle(EditedTask item, PlanRowEdit row, PlanEdit edit)
    {
        var settled = item with { Row = row };
        return item.Named is { } name ? settled.With(task => task with { Accountable = PersonOf(name, task, row, edit) }) with { Named = null } : settled;
    }

    // The one of that name in the lead unit. Who answers for it already stays who they are.
    private string? PersonOf(string name, YearTaskContent task, PlanRowEdit row, PlanEdit edit)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var found = edit.Work.Staff[task.Lead].Where(post => post.Name == name || post.Person == name).Select(post => post.Person).Distinct(StringComparer.Ordinal).ToList();
        if (found is [var one])
        {
            return one;
        }

        edit.Refuse(Key, row.Cells["accountable"].Address, found is []
            ? ($"“{name}”不在牵头单位任职。请填写牵头单位的人员，或先登记任职。", $"'{name}' holds no post in the lead unit. Name one of its people, or enter the post first.")
            : ($"牵头单位有不止一位“{name}”，请在平台上指定。", $"The lead unit has more than one '{name}': choose on the platform."));
        return null;
    }

    private static string UnitName(string unit, PlanSheetSource source) => source.Units.Names.TryGetValue(unit, out var name) ? name.Zh : unit;

    private static string TitleOf(YearTaskSource of, PlanView plan) => (of.Kind == YearTaskSourceKind.Measure
        ? plan.Measures.FirstOrDefault(one => one.Code == of.Code)?.Text
        : plan.KeyTasks.FirstOrDefault(one => one.Code == of.Code)?.Title)?.Zh ?? "";

    // A code that is a key task's and a measure's says which of them.
    private static string SourceOf(YearTaskSource of, PlanSheetSource source) => of.Code.Length == 0 ? ""
        : IsTwofold(of.Code, source.Plan) ? $"{source.Say(of.Kind == YearTaskSourceKind.Measure ? Measure : KeyTask)} {of.Code}" : of.Code;

    private static bool IsTwofold(string code, PlanView plan) => plan.KeyTasks.Any(one => one.Code == code) && plan.Measures.Any(one => one.Code == code);

    private static YearTaskSource SourceIn(CellInput cell)
    {
        var (plan, text) = (cell.Edit.Plan, cell.Text ?? "");
        var (kind, code) = text.Split(' ', 2) is [var word, var rest] && (word == Measure.Zh || word == Measure.En) ? (YearTaskSourceKind.Measure, rest)
            : text.StartsWith(KeyTask.Zh + " ", StringComparison.Ordinal) ? (YearTaskSourceKind.KeyTask, text[(KeyTask.Zh.Length + 1)..])
            : text.StartsWith(KeyTask.En + " ", StringComparison.Ordinal) ? (YearTaskSourceKind.KeyTask, text[(KeyTask.En!.Length + 1)..])
            : (plan.KeyTasks.Any(one => one.Code == text) || plan.Measures.All(one => one.Code != text) ? YearTaskSourceKind.KeyTask : YearTaskSourceKind.Measure, text);
        var named = kind == YearTaskSourceKind.KeyTask && plan.KeyTasks.All(one => one.Code != code) ? plan.KeyTasks.Where(one => one.Title.Zh == code).ToList() : [];
        return new(kind, named is [var one] ? one.Code : code);
    }

    private static string Written(ExpectedEffect effect) => $"{effect.Indicator} {(effect.Direction == EffectDirection.Raises ? '↑' : '↓')}{CellInput.Plain(effect.Amount)}";

    private static List<ExpectedEffect> EffectsIn(CellInput cell)
    {
        List<ExpectedEffect> effects = [];
        foreach (var part in (cell.Text ?? "").Split(BetweenEffects, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            decimal? amount = null;
            if (Effect().Match(part) is not { Success: true } match
                || (match.Groups["amount"] is { Success: true, Value: var digits } && (amount = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null) is null))
            {
                cell.Refuse(($"“{part}”不是预期效果。请写成“指标编号 ↓0.2”或“指标编号 上升”的样子。", $"'{part}' is no expected effect. Write it like 'code ↓0.2' or 'code up'."));
                return [];
            }

            var (name, direction) = (match.Groups["what"].Value, match.Groups["way"].Value is "↑" or "上升" or "up" ? EffectDirection.Raises : EffectDirection.Lowers);
            var indicators = cell.Edit.Plan.Indicators;
            effects.Add(new(indicators.All(one => one.Code != name) && indicators.FirstOrDefault(one => one.Name.Zh == name) is { } named ? named.Code : name, direction, amount));
        }

        return effects;
    }

    [GeneratedRegex(@"^(?<what>.+?)\s*(?<way>↑|↓|上升|下降|\bup\b|\bdown\b)\s*(?<amount>[0-9.]+)?$")]
    private static partial Regex Effect();
}
