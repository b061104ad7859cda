using Greenprint.Planning.Packs;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>指标: what is measured, from where, to what.</summary>
internal sealed class IndicatorSheet() : RowSheet<IndicatorView>("indicators", 10, ("指标", "Indicators"))
{
    private const int NoYear = 0;

    private static readonly string[] TargetColumns = ["targetKind", "targetYear", "targetValue", "targetUpper"];

    protected override IReadOnlyList<Field<IndicatorView>> Fields(PlanSheetSource source) =>
    [
        new(Columns.Code, one => one.Code),
        new(Columns.Text("name", ("指标名称", "Name"), 32), one => one.Name.Zh, (one, cell) => one with { Name = one.Name.Zh(cell.Text) }),
        new(
            Columns.List("group", ("类别", "Group"), 14, source.Plan.Groups.Select(group => source.Say(group.Name))),
            one => GroupName(one.Group, source),
            (one, cell) => one with { Group = GroupOf(cell) }),
        new(Columns.Text("unit", ("计量单位", "Unit"), 12), one => one.Unit, (one, cell) => one with { Unit = cell.Text ?? "" }),
        new(Columns.List("nature", ("属性", "Nature"), 10, Choices.Natures.Names(source)), one => Choices.Natures.Name(one.Nature, source), (one, cell) => one with { Nature = cell.Choice(Choices.Natures) }),
        new(
            Columns.List("direction", ("方向", "Direction"), 12, Choices.Directions.Names(source)),
            one => Choices.Directions.Name<DesiredDirection>(one.Direction, source),
            (one, cell) => one with { Direction = cell.Choice(Choices.Directions) ?? DesiredDirection.None }),
        new(Columns.Whole("decimals", ("小数位数", "Decimals")), one => CellInput.Plain(one.Decimals), (one, cell) => one with { Decimals = cell.Whole ?? 0 }),
        new(Columns.Whole("baseYear", ("基准年", "Base year")), one => CellInput.Plain(one.Baseline?.Year), (one, cell) => one with { Baseline = Base(one) with { Year = cell.Whole ?? NoYear } }),
        new(Columns.Number("baseValue", ("基准值", "Baseline")), one => CellInput.Plain(one.Baseline?.Value), (one, cell) => one with { Baseline = Base(one) with { Value = cell.Number } }),
        new(
            Columns.Text("baseText", ("基准值（原文）", "Baseline as printed"), 16) with { Hint = ("留空则由数值生成。", "Made from the number where left empty.") },
            one => one.Baseline?.Text.Zh ?? "",
            (one, cell) => one with { Baseline = Base(one) with { Text = Base(one).Text.Zh(cell.Text) } }),
        new(
            Columns.List("targetKind", ("目标类型", "Kind of target"), 12, Choices.Kinds.Names(source), PlanColumnRule.Target),
            one => Choices.Kinds.Name<TargetKind>(one.Target.Kind, source),
            (one, cell) => one with { Target = one.Target with { Kind = cell.Choice(Choices.Kinds) ?? TargetKind.Direction } }),
        new(Columns.Whole("targetYear", ("目标年", "Target year"), PlanColumnRule.Target), one => CellInput.Plain(one.Target.Year), (one, cell) => one with { Target = one.Target with { Year = cell.Whole ?? NoYear } }),
        new(
            Columns.Number("targetValue", ("目标值", "Target"), PlanColumnRule.Target) with { Hint = ("区间填下限。没有数值的留空；零是数值。", "The lower edge of a range. Empty where there is none; zero is a number.") },
            one => CellInput.Plain(one.Target.Value),
            (one, cell) => one with { Target = one.Target with { Value = cell.Number } }),
        new(Columns.Number("targetUpper", ("区间上限", "Upper edge"), PlanColumnRule.Target), one => CellInput.Plain(one.Target.Upper), (one, cell) => one with { Target = one.Target with { Upper = cell.Number } }),
        new(
            Columns.Text("targetText", ("目标（原文）", "Target as printed"), 20, PlanColumnRule.Target) with { Hint = ("如“≥97”；留空则由类型和数值生成。", "Like ≥97; made from kind and number where left empty.") },
            one => one.Target.Text.Zh,
            (one, cell) => one with { Target = one.Target with { Text = one.Target.Text.Zh(cell.Text) } }),
        new(Columns.Text("targetDocument", ("下达文件", "Assigned by document"), 18, PlanColumnRule.Target), one => one.Target.Document ?? "", (one, cell) => one with { Target = one.Target with { Document = cell.Text } }),
        new(Columns.Whole("targetFrom", ("累计起始年", "Sum begins"), PlanColumnRule.Target), one => CellInput.Plain(one.Target.From), (one, cell) => one with { Target = one.Target with { From = cell.Whole } }),
        new(
            Columns.List("deciding", ("以何值为准", "Decided by"), 14, Choices.Origins.Names(source)),
            one => Choices.Origins.Name<ValueOrigin>(one.Deciding, source),
            (one, cell) => one with { Deciding = cell.Choice(Choices.Origins) ?? ValueOrigin.Reported }),
        new(
            Columns.Text("keyTasks", ("对应重点任务", "Key tasks"), 14, PlanColumnRule.Open) with { Hint = ("填重点任务的编号或名称，多个用顿号分开。", "Codes or titles of key tasks, parted by commas.") },
            one => CellInput.Join(one.KeyTasks),
            (one, cell) => one with { KeyTasks = cell.Parts }),
        new(Columns.Text("definition", ("指标解释", "Definition"), 40, PlanColumnRule.Open), one => one.Definition?.Zh ?? "", (one, cell) => one with { Definition = one.Definition.Zh(cell.Text).OrNone() }),
        new(Columns.Text("nameEn", ("名称（英文）", "Name, English"), 28, PlanColumnRule.Open), one => one.Name.En ?? "", (one, cell) => one with { Name = one.Name.En(cell.Text) }),
        new(Columns.Text("baseTextEn", ("基准值（英文）", "Baseline, English"), 14, PlanColumnRule.Open), one => one.Baseline?.Text.En ?? "", (one, cell) => one with { Baseline = Base(one) with { Text = Base(one).Text.En(cell.Text) } }),
        new(Columns.Text("targetTextEn", ("目标（英文）", "Target, English"), 18, PlanColumnRule.Target), one => one.Target.Text.En ?? "", (one, cell) => one with { Target = one.Target with { Text = one.Target.Text.En(cell.Text) } }),
        new(Columns.Text("definitionEn", ("解释（英文）", "Definition, English"), 36, PlanColumnRule.Open), one => one.Definition?.En ?? "", (one, cell) => one with { Definition = one.Definition.En(cell.Text).OrNone() }),
    ];

    protected override IReadOnlyList<IndicatorView> Items(PlanSheetSource source) => source.Plan.Indicators;

    protected override void Put(PlanEdit edit, IReadOnlyList<IndicatorView> items)
    {
        var plan = edit.Plan;

        // A group comes to be with the first indicator that names it.
        var groups = plan.Groups.Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        var named = items.Select(item => item.Group).Distinct(StringComparer.Ordinal).Where(code => code.StartsWith(NewGroup, StringComparison.Ordinal) && groups.Add(code));
        edit.Plan = plan with { Indicators = items, Groups = [.. plan.Groups, .. named.Select(code => new IndicatorGroup(code, new Bilingual(code[NewGroup.Length..])))] };
    }

    protected override string KeyOf(IndicatorView item) => item.Code;

    protected override string TitleOf(IndicatorView item) => item.Name.Zh;

    protected override IndicatorView New(PlanEdit edit) => new(
        edit.Plan.Summary.Id, edit.NextCode("wi"), new Bilingual(""), "", "", 1, DesiredDirection.None, null, [], null, [], ValueOrigin.Reported, null, null,
        new Target(TargetKind.Direction, edit.Plan.Summary.End, null, null, new Bilingual("")), null, [], null, null);

    protected override IndicatorView Settle(IndicatorView item, PlanRowEdit row, PlanEdit edit)
    {
        if (string.IsNullOrWhiteSpace(item.Name.Zh))
        {
            edit.Refuse(Key, row.Cells.TryGetValue("name", out var name) ? name.Address : RowAddress(row), ("请填写指标名称。", "Give the indicator a name."));
        }

        return item with { Direction = DirectionOf(item, row), Target = TargetOf(item.Target, row, edit.Plan.Summary.Start), Baseline = BaselineOf(item.Baseline, row, edit) };
    }

    // In a new row the direction may be left to the kind of the target, as in a plan pack.
    private static DesiredDirection DirectionOf(IndicatorView item, PlanRowEdit row) => row.Key.Length > 0 || row.Cells.ContainsKey("direction")
        ? item.Direction
        : PackReading.DirectionOf(new PackIndicator
        {
            Code = item.Code,
            Name = item.Name,
            Group = item.Group,
            Decimals = item.Decimals,
            Deciding = item.Deciding,
            Baseline = item.Baseline is { } from ? new PackBaseline(from.Year, from.Value) : null,
            Target = new PackTarget(item.Target.Kind, item.Target.Year, item.Target.Value, item.Target.Upper),
        }) ?? DesiredDirection.None;

    private static Target TargetOf(Target target, PlanRowEdit row, int start)
    {
        var whole = target with { From = target.Kind == TargetKind.Cumulative ? target.From ?? start : target.From };
        var made = TargetText.Of(new PackTarget(whole.Kind, whole.Year, whole.Value, whole.Upper));
        return whole with { Text = Printed(whole.Text, made, row, TargetColumns.Any(row.Cells.ContainsKey), "targetText", "targetTextEn") };
    }

    // What was typed stands, in each language by itself; what was not follows the number.
    private static Bilingual Printed(Bilingual text, Bilingual made, PlanRowEdit row, bool moved, string zh, string en) => new(
        text.Zh.Length == 0 || (moved && !row.Cells.ContainsKey(zh)) ? made.Zh : text.Zh,
        row.Cells.ContainsKey(en) ? text.En : moved || text.Zh.Length == 0 ? made.En : text.En);

    private Baseline? BaselineOf(Baseline? baseline, PlanRowEdit row, PlanEdit edit)
    {
        if (baseline is null or { Year: NoYear, Value: null, Text: { Zh: "", En: null or "" } })
        {
            return null;
        }

        if (baseline.Year == NoYear)
        {
            var at = row.Cells.FirstOrDefault(cell => cell.Key.StartsWith("base", StringComparison.Ordinal)).Value?.Address ?? RowAddress(row);
            edit.Refuse(Key, at, ("有基准值的，请填写基准年。", "A baseline needs its year."));
        }

        var plain = TargetText.Plain(baseline.Value);
        return baseline with { Text = Printed(baseline.Text, new Bilingual(plain, plain), row, row.Cells.ContainsKey("baseValue"), "baseText", "baseTextEn") };
    }

    private static Baseline Base(IndicatorView indicator) => indicator.Baseline ?? new Baseline(NoYear, null, new Bilingual(""));

    // A new group is known by its name until it is given a code; see GroupCodes.
    private const string NewGroup = "\u0001";

    private static string GroupName(string code, PlanSheetSource source) => source.Plan.Groups.FirstOrDefault(group => group.Code == code) is { } known ? source.Say(known.Name) : code;

    private static string GroupOf(CellInput cell) => cell.Text is not { } name ? ""
        : cell.Edit.Plan.Groups.FirstOrDefault(group => group.Name.Zh == name || group.Name.En == name)?.Code ?? NewGroup + name;

    /// <summary>Gives new groups their codes.</summary>
    public static PlanView WithGroupCodes(PlanView plan)
    {
        if (!plan.Groups.Any(group => group.Code.StartsWith(NewGroup, StringComparison.Ordinal)))
        {
            return plan;
        }

        var taken = plan.Groups.Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        var codes = plan.Groups.Where(group => group.Code.StartsWith(NewGroup, StringComparison.Ordinal))
            .ToDictionary(group => group.Code, _ => Enumerable.Range(1, taken.Count + 1).Select(number => "g" + CellInput.Plain(number)).First(taken.Add), StringComparer.Ordinal);
        return plan with
        {
            Groups = [.. plan.Groups.Select(group => codes.TryGetValue(group.Code, out var code) ? group with { Code = code } : group)],
            Indicators = [.. plan.Indicators.Select(one => codes.TryGetValue(one.Group, out var code) ? one with { Group = code } : one)],
        };
    }
}
