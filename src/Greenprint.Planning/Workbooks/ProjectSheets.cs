using Greenprint.Planning.Packs;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>计划项目.</summary>
internal sealed class ProjectSheet() : RowSheet<ProjectView>("projects", 50, ("计划项目", "Planned projects"))
{
    private static readonly Bilingual UnitsHint = ("多个单位用顿号分开；不在本平台的单位也可以写。", "Several units parted by commas; units that are not known here may be named too.");

    protected override IReadOnlyList<Field<ProjectView>> Fields(PlanSheetSource source) =>
    [
        new(Columns.Code, one => one.Code),
        new(Columns.Text("name", ("项目名称", "Name"), 34), one => one.Name.Zh, (one, cell) => one with { Name = one.Name.Zh(cell.Text) }),
        new(Columns.Text("number", ("序号（原文）", "Number as printed"), 10), one => one.Number, (one, cell) => one with { Number = cell.Text ?? "" }),
        new(Columns.Text("category", ("类别", "Category"), 16), one => one.Category?.Zh ?? "", (one, cell) => one with { Category = one.Category.Zh(cell.Text).OrNone() }),
        new(Columns.Text("content", ("建设内容及规模", "What is built"), 50), one => one.Content?.Zh ?? "", (one, cell) => one with { Content = one.Content.Zh(cell.Text).OrNone() }),
        new(
            Columns.Text("period", ("建设年限（原文）", "Years as printed"), 14) with { Hint = ("留空则由起止年生成。", "Made from the years where left empty.") },
            one => one.Period ?? "",
            (one, cell) => one with { Period = cell.Text }),
        new(Columns.Whole("start", ("起始年", "First year"), PlanColumnRule.Open), one => CellInput.Plain(one.Start), (one, cell) => one with { Start = cell.Whole }),
        new(Columns.Whole("end", ("完成年", "Last year"), PlanColumnRule.Open), one => CellInput.Plain(one.End), (one, cell) => one with { End = cell.Whole }),
        new(
            Columns.Text("money", ("投资（原文）", "Investment as printed"), 16) with { Hint = ("如“约1.2亿元”；留空则由数值和单位生成。", "Like 约1.2亿元; made from number and unit where left empty.") },
            one => one.Investment?.Text ?? "",
            (one, cell) => one with { Investment = Money(one) with { Text = cell.Text ?? "" } }),
        new(Columns.Number("moneyValue", ("投资数值", "Investment, number"), PlanColumnRule.Open), one => CellInput.Plain(one.Investment?.Value), (one, cell) => one with { Investment = Money(one) with { Value = cell.Number } }),
        new(Columns.List("moneyUnit", ("投资单位", "Investment, unit"), 10, ["万元", "亿元", "元"], PlanColumnRule.Open), one => one.Investment?.Unit ?? "", (one, cell) => one with { Investment = Money(one) with { Unit = cell.Text } }),
        new(Columns.Text("lead", ("牵头单位", "Lead"), 26, PlanColumnRule.Open) with { Hint = UnitsHint }, one => Names(one.Lead, source), (one, cell) => one with { Lead = cell.Units(one.Lead) }),
        new(Columns.Text("support", ("配合单位", "Support"), 34, PlanColumnRule.Open) with { Hint = UnitsHint }, one => Names(one.Support, source), (one, cell) => one with { Support = cell.Units(one.Support) }),
        new(Columns.Text("clause", ("条款编号", "Clause"), 12, PlanColumnRule.Open), one => one.ClauseId ?? "", (one, cell) => one with { ClauseId = cell.Clause }),
        new(Columns.Whole("page", ("页码", "Page"), PlanColumnRule.Open), one => CellInput.Plain(one.Page), (one, cell) => one with { Page = cell.Whole }),
        new(Columns.Text("nameEn", ("名称（英文）", "Name, English"), 32, PlanColumnRule.Open), one => one.Name.En ?? "", (one, cell) => one with { Name = one.Name.En(cell.Text) }),
        new(Columns.Text("categoryEn", ("类别（英文）", "Category, English"), 16, PlanColumnRule.Open), one => one.Category?.En ?? "", (one, cell) => one with { Category = one.Category.En(cell.Text).OrNone() }),
        new(Columns.Text("contentEn", ("内容（英文）", "What is built, English"), 46, PlanColumnRule.Open), one => one.Content?.En ?? "", (one, cell) => one with { Content = one.Content.En(cell.Text).OrNone() }),
    ];

    protected override IReadOnlyList<ProjectView> Items(PlanSheetSource source) => source.Plan.Projects;

    protected override void Put(PlanEdit edit, IReadOnlyList<ProjectView> items) => edit.Plan = edit.Plan with { Projects = items };

    protected override string KeyOf(ProjectView item) => item.Code;

    protected override string TitleOf(ProjectView item) => item.Name.Zh;

    protected override ProjectView New(PlanEdit edit) => new(edit.NextCode("wp"), new Bilingual(""));

    // The printed words follow a number only in a draft: an adopted plan goes on saying what it says.
    protected override ProjectView Settle(ProjectView item, PlanRowEdit row, PlanEdit edit)
    {
        var isDraft = edit.Plan.Summary.Status == PlanStatus.Draft;
        var money = item.Investment is { Text: "", Value: null, Unit: null } ? null : item.Investment;
        if (!isDraft && money is { Text: "" } && row.Cells.FirstOrDefault(cell => cell.Key is "moneyValue" or "moneyUnit").Value is { } added)
        {
            edit.Refuse(Key, added.Address, ("已生效的规划没有写明这个项目的投资，不能在此补写。", "The plan in force names no money for this project; none is added here."));
            money = null;
        }
        else if (isDraft && money is { Value: not null } && (money.Text.Length == 0 || (Touched(row, "moneyValue", "moneyUnit") && !row.Cells.ContainsKey("money"))))
        {
            money = money with { Text = CellInput.Plain(money.Value) + (money.Unit ?? "") };
        }

        var settled = item with { Investment = money };
        if (settled.Start is not null && isDraft && !row.Cells.ContainsKey("period") && Touched(row, "start", "end"))
        {
            settled = settled with { Period = (ProjectTexts.Years(settled with { Period = null })?.Zh ?? "") + "年" };
        }

        if (ProjectRules.OfProject(settled).FirstOrDefault() is { } fault)
        {
            edit.Refuse(Key, RowAddress(row), fault);
        }

        return settled;
    }

    private static bool Touched(PlanRowEdit row, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (row.Cells.ContainsKey(column))
            {
                return true;
            }
        }

        return false;
    }

    private static PlannedMoney Money(ProjectView project) => project.Investment ?? new PlannedMoney("");

    private static string Names(IEnumerable<NamedUnit> units, PlanSheetSource source) => CellInput.Join(units.Select(unit => CellInput.NameOf(unit, source)));
}

/// <summary>具体措施.</summary>
internal sealed class MeasureSheet() : RowSheet<MeasureView>("measures", 60, ("具体措施", "Measures"))
{
    private static readonly Bilingual UnitsHint = ("多个单位用顿号分开。", "Several units parted by commas.");

    protected override IReadOnlyList<Field<MeasureView>> Fields(PlanSheetSource source) =>
    [
        new(Columns.Code, one => one.Code),
        new(Columns.Text("text", ("措施内容", "What it says"), 70), one => one.Text.Zh, (one, cell) => one with { Text = one.Text.Zh(cell.Text) }),
        new(
            Columns.Text("keyTask", ("所属重点任务", "Key task"), 16, PlanColumnRule.Open) with { Hint = ("填重点任务的编号或名称。", "Code or title of the key task.") },
            one => one.KeyTask ?? "",
            (one, cell) => one with { KeyTask = cell.Text }),
        new(Columns.Text("lead", ("牵头单位", "Lead"), 26, PlanColumnRule.Open) with { Hint = UnitsHint }, one => Names(one.Lead, source), (one, cell) => one with { Lead = cell.Units(one.Lead) }),
        new(Columns.Text("support", ("配合单位", "Support"), 34, PlanColumnRule.Open) with { Hint = UnitsHint }, one => Names(one.Support, source), (one, cell) => one with { Support = cell.Units(one.Support) }),
        new(Columns.Text("clause", ("条款编号", "Clause"), 12, PlanColumnRule.Open), one => one.ClauseId ?? "", (one, cell) => one with { ClauseId = cell.Clause }),
        new(Columns.Whole("page", ("页码", "Page"), PlanColumnRule.Open), one => CellInput.Plain(one.Page), (one, cell) => one with { Page = cell.Whole }),
        new(Columns.Text("textEn", ("内容（英文）", "Text, English"), 60, PlanColumnRule.Open), one => one.Text.En ?? "", (one, cell) => one with { Text = one.Text.En(cell.Text) }),
    ];

    protected override IReadOnlyList<MeasureView> Items(PlanSheetSource source) => source.Plan.Measures;

    protected override void Put(PlanEdit edit, IReadOnlyList<MeasureView> items) => edit.Plan = edit.Plan with { Measures = items };

    protected override string KeyOf(MeasureView item) => item.Code;

    protected override string TitleOf(MeasureView item) => item.Text.Zh;

    protected override MeasureView New(PlanEdit edit) => new(edit.NextCode("wm"), new Bilingual(""));

    protected override MeasureView Settle(MeasureView item, PlanRowEdit row, PlanEdit edit)
    {
        if (string.IsNullOrWhiteSpace(item.Text.Zh))
        {
            edit.Refuse(Key, row.Cells.TryGetValue("text", out var text) ? text.Address : RowAddress(row), ("请填写措施内容。", "Say what the measure is."));
        }

        return item;
    }

    private static string Names(IEnumerable<NamedUnit> units, PlanSheetSource source) => CellInput.Join(units.Select(unit => CellInput.NameOf(unit, source)));
}
