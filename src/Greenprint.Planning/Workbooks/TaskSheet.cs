using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>重点任务.</summary>
internal sealed class TaskSheet() : RowSheet<KeyTaskView>("tasks", 30, ("重点任务", "Key tasks"))
{
    protected override IReadOnlyList<Field<KeyTaskView>> Fields(PlanSheetSource source) =>
    [
        new(Columns.Code, one => one.Code),
        new(Columns.Text("title", ("任务名称", "Title"), 36), one => one.Title.Zh, (one, cell) => one with { Title = one.Title.Zh(cell.Text) }),
        new(Columns.Text("number", ("序号（原文）", "Number as printed"), 12), one => one.Number, (one, cell) => one with { Number = cell.Text ?? "" }),
        new(Columns.Text("text", ("任务内容", "What it says"), 70), one => one.Text.Zh, (one, cell) => one with { Text = one.Text.Zh(cell.Text) }),
        new(
            Columns.Text("clause", ("条款编号", "Clause"), 12, PlanColumnRule.Open) with { Hint = ("任务所在条款的编号，如 c3.2。", "Code of the clause where it stands, like c3.2.") },
            one => one.ClauseId ?? "",
            (one, cell) => one with { ClauseId = cell.Clause }),
        new(Columns.Text("titleEn", ("名称（英文）", "Title, English"), 32, PlanColumnRule.Open), one => one.Title.En ?? "", (one, cell) => one with { Title = one.Title.En(cell.Text) }),
        new(Columns.Text("textEn", ("内容（英文）", "Text, English"), 60, PlanColumnRule.Open), one => one.Text.En ?? "", (one, cell) => one with { Text = one.Text.En(cell.Text) }),
    ];

    protected override IReadOnlyList<KeyTaskView> Items(PlanSheetSource source) => source.Plan.KeyTasks;

    protected override void Put(PlanEdit edit, IReadOnlyList<KeyTaskView> items) => edit.Plan = edit.Plan with { KeyTasks = items };

    protected override string KeyOf(KeyTaskView item) => item.Code;

    protected override string TitleOf(KeyTaskView item) => item.Title.Zh;

    protected override KeyTaskView New(PlanEdit edit) => new(edit.NextCode("wt"), "", new Bilingual(""), new Bilingual(""));

    protected override KeyTaskView Settle(KeyTaskView item, PlanRowEdit row, PlanEdit edit)
    {
        if (string.IsNullOrWhiteSpace(item.Title.Zh))
        {
            edit.Refuse(Key, row.Cells.TryGetValue("title", out var title) ? title.Address : RowAddress(row), ("请填写任务名称。", "Give the task a title."));
        }

        return item;
    }
}
