using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What may be changed by a workbook, and when. The grey columns and the refusals say the same.</summary>
internal static class WorkbookRules
{
    /// <summary>Why nothing may be entered in a column; null where something may.</summary>
    public static Bilingual? Locked(PlanColumnRule rule, PlanStatus status) => (rule, status) switch
    {
        (PlanColumnRule.Key, _) => Columns.CodeHint,
        (PlanColumnRule.Shown, _) => ("此列仅供查看，请在它所属的工作表中修改。", "This column is for reading; change it in the sheet where it belongs."),
        (PlanColumnRule.Work, PlanStatus.Draft) => ("规划还是草稿，确认后才能设年度任务。", "The plan is a draft; year tasks are set once it is confirmed."),
        (_, PlanStatus.Closed) => ("规划已经关闭，仅供查阅。", "The plan is closed."),
        (PlanColumnRule.Target, PlanStatus.InForce) => ("规划已生效，目标通过调整申请修订。", "The plan is in force; its targets are changed by an adjustment."),
        (PlanColumnRule.Plan, PlanStatus.InForce) => ("规划已生效，这是规划内容，不能在此修改。", "The plan is in force; this is its own wording and not changed here."),
        _ => null,
    };

    /// <summary>What the state of the plan forbids, by its cell.</summary>
    public static IEnumerable<Finding> Check(PlanSummary plan, Bilingual sheet, PlanSheetTable table, PlanSheetEdits edits, bool english)
    {
        var columns = table.Columns.ToDictionary(column => column.Key, StringComparer.Ordinal);
        if (plan.Status == PlanStatus.Closed)
        {
            return edits.Count == 0 ? [] : [WorkbookFindings.Closed(plan.Id)];
        }

        var isWork = IsWork(table);
        var mayAdd = plan.Status == (isWork ? PlanStatus.InForce : PlanStatus.Draft);
        return
        [
            .. from row in edits.Changed
               from cell in row.Cells
               let fault = Of(columns[cell.Key], row, cell.Value, plan, At(sheet, cell.Value.Address, english))
               where fault is not null
               select fault,
            .. from row in mayAdd ? edits.Added : []
               from cell in row.Cells
               let fault = Filled(columns[cell.Key], cell.Value, At(sheet, cell.Value.Address, english))
               where fault is not null
               select fault,
            .. mayAdd ? [] : edits.Added.Select(row => WorkbookFindings.Law(
                At(sheet, CellInput.Plain(row.Row), english),
                isWork ? ($"“{row.Title}”：规划还是草稿，确认后才能设年度任务。", $"'{row.Title}': the plan is a draft; year tasks are set once it is confirmed.") : ($"“{row.Title}”：规划已生效，不能在工作簿中增加。", $"'{row.Title}': the plan is in force; nothing is added to it by a workbook."))),
            .. plan.Status == PlanStatus.Draft || isWork ? [] : edits.Removed.Select(row => WorkbookFindings.Law(
                Name(sheet, english), ($"“{row.Title}”：规划已生效，不能在工作簿中删除。", $"'{row.Title}': the plan is in force; nothing is removed from it by a workbook."))),
        ];
    }

    /// <summary>True for a sheet of the work of the years: its rows are never removed.</summary>
    public static bool IsWork(PlanSheetTable table) => table.Columns.Any(column => column.Rule == PlanColumnRule.Work);

    /// <summary>Sheet and address as people say them: 指标!E7.</summary>
    public static string At(Bilingual sheet, string address, bool english) => address.Length == 0 ? Name(sheet, english)
        : char.IsAsciiDigit(address[0]) ? $"{Name(sheet, english)}!{address}:{address}" : $"{Name(sheet, english)}!{address}";

    private static string Name(Bilingual sheet, bool english) => english ? sheet.En! : sheet.Zh;

    private static Finding? Of(PlanColumn column, PlanRowEdit row, PlanCellEdit cell, PlanSummary plan, string place)
    {
        var (zh, en) = ($"“{row.Title}”的{column.Head.Zh}", $"{column.Head.En} of '{row.Title}'");
        return column.Rule switch
        {
            PlanColumnRule.Key or PlanColumnRule.Shown =>
                WorkbookFindings.Cell(place, ($"{zh}仅供查看，不能在这里修改。请恢复为“{cell.Before}”。", $"{en} is for reading and not changed here. Put '{cell.Before}' back.")),
            _ when Cells.IsCutOff(cell.Before) =>
                WorkbookFindings.Cell(place, ($"{zh}过长，工作簿里不是全文，请在平台上修改。", $"{en} is too long for a workbook, which does not hold all of it. Change it on the platform.")),
            PlanColumnRule.Target when plan.Status == PlanStatus.InForce => WorkbookFindings.Law(place, (
                $"{zh}已随规划生效，不能由“{cell.Before}”改为“{cell.After}”。请提出调整申请：/office/plans/{plan.Id}/indicators/{row.Key}/target。",
                $"{en} is in force and is not changed from '{cell.Before}' to '{cell.After}' here. Propose an adjustment at /office/plans/{plan.Id}/indicators/{row.Key}/target.")),
            PlanColumnRule.Plan when plan.Status == PlanStatus.InForce => WorkbookFindings.Law(place, (
                $"{zh}是已生效规划的内容，不能由“{Short(cell.Before)}”改为“{Short(cell.After)}”。",
                $"{en} is part of a plan in force and is not changed from '{Short(cell.Before)}' to '{Short(cell.After)}'.")),
            _ => Filled(column, cell, place),
        };
    }

    /// <summary>The refusal of what no cell of the column takes, be it changed or new; null for what it takes.</summary>
    public static Finding? Filled(PlanColumn column, PlanCellEdit cell, string place) =>
        Cells.IsTooLong(cell.After) ? WorkbookFindings.Cell(place, (
            "单元格内容超过 16000 字，工作簿不能写入，请在平台上修改。", "The cell holds more than 16,000 signs, which a workbook does not bring back. Change it on the platform."))
        : cell.After.Length == 0 || column.Kind == PlanColumnKind.Text ? null
        : column.Kind != PlanColumnKind.Day ? NoNumber(column, cell, place)
        : Cells.DayOf(cell.After) is null ? WorkbookFindings.Cell(place, ($"“{Short(cell.After)}”不是日期，{column.Head.Zh}请写成 2026-11-30 的样子。", $"'{Short(cell.After)}' is no day; write {column.Head.En} like 2026-11-30."))
        : null;

    private static Finding? NoNumber(PlanColumn column, PlanCellEdit cell, string place)
    {
        if (!Office.RevisionForm.TryNumber(cell.After, out var number) || number is not { } value)
        {
            return WorkbookFindings.Cell(place, ($"“{Short(cell.After)}”不是数字，{column.Head.Zh}请填数字，没有的留空。", $"'{Short(cell.After)}' is no number; {column.Head.En} takes a number, or nothing."));
        }

        return column.Kind == PlanColumnKind.Whole && (value != decimal.Truncate(value) || value is < 0 or > 9999)
            ? WorkbookFindings.Cell(place, ($"{column.Head.Zh}应为整数，不能是“{Short(cell.After)}”。", $"{column.Head.En} is a whole number, not '{Short(cell.After)}'."))
            : Plans.Figure.Fits(value) ? null
            : WorkbookFindings.Cell(place, ($"{column.Head.Zh}最多 {Plans.Figure.Places} 位小数。", $"{column.Head.En} has at most {Plans.Figure.Places} decimals."));
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
