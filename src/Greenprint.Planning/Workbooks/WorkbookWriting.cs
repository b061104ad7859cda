using System.Globalization;
using Greenprint.Documents;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>The workbook of a plan, put together from the sheets.</summary>
internal static class WorkbookWriting
{
    private static readonly Bilingual Demo = ("演示数据", "演示数据 · sample data");

    public static SheetBook Of(PlanSheetSource source, int version, DateTimeOffset at, IEnumerable<IPlanSheet> sheets)
    {
        var status = source.Plan.Summary.Status;
        var tables = sheets.OrderBy(sheet => sheet.Order).Select(sheet => (Sheet: sheet, Table: sheet.Show(source).Written())).ToList();
        var exported = ChinaTime.WallClock(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var mark = new WorkbookMark(
            source.Plan.Summary.Id, version, source.English, exported,
            tables.ToDictionary(one => one.Sheet.Key, one => new ExportedSheet([.. one.Table.Columns.Select(column => column.Key)], one.Table.Rows), StringComparer.Ordinal));
        return new(
            source.Say(source.Plan.Summary.Title),
            [Notes(source, version, exported, tables.Select(one => one.Sheet)), .. tables.Select(one => Sheet(one.Sheet, one.Table, source, status)), mark.Write()])
        {
            Mark = source.Plan.Summary.IsDemo ? source.Say(Demo) : null,
        };
    }

    private static SheetToWrite Sheet(IPlanSheet sheet, PlanSheetTable table, PlanSheetSource source, PlanStatus status) => new(
        source.Say(sheet.Name),
        [
            .. table.Columns.Select(column => new SheetColumn(source.Say(column.Head), column.Width, column.Kind switch
            {
                PlanColumnKind.Number => SheetCellKind.Number,
                PlanColumnKind.Whole => SheetCellKind.Whole,
                _ => SheetCellKind.Text,
            })
            {
                Choices = column.Choices is { Count: > 0 } choices ? choices : null,
                Hint = column.Hint is { } hint ? source.Say(hint) : null,
                Locked = WorkbookRules.Locked(column.Rule, status) is { } why ? source.Say(why) : null,
            }),
        ],
        [.. table.Rows.Select(row => row.Cells)])
    {
        FrozenColumns = table.Columns.TakeWhile(column => column.Rule == PlanColumnRule.Key).Count() + 1,
    };

    private static SheetToWrite Notes(PlanSheetSource source, int version, string exported, IEnumerable<IPlanSheet> sheets)
    {
        var plan = source.Plan.Summary;
        var names = sheets.Select(sheet => sheet.Name).ToList();
        var status = plan.Status switch
        {
            PlanStatus.Draft => (Bilingual)("草稿：各表均可修改。", "Draft: everything may be changed."),
            PlanStatus.InForce => (
                "已生效：灰色的列是规划内容，不能在此修改；目标值和年度目标通过平台上的调整申请修订。可以修改责任单位、指标解释、项目起止年和投资数值、英文等，也可以增加、修改和取消年度任务。",
                "In force: the grey columns are the plan itself and are not changed here; targets and yearly targets are changed by an adjustment on the platform. You may change units, definitions, years and money of projects as numbers, English texts, and add, change and cancel year tasks."),
            _ => ("已关闭：仅供查阅。", "Closed: for reading only."),
        };
        List<string> lines =
        [
            source.Say(plan.Title),
            .. plan.IsDemo ? [source.Say(Demo)] : Array.Empty<string>(),
            source.Say((
                string.Create(CultureInfo.InvariantCulture, $"规划编号 {plan.Id}，版本 {version}，{exported} 导出。"),
                string.Create(CultureInfo.InvariantCulture, $"Plan {plan.Id}, version {version}, exported {exported} (China time)."))),
            source.Say(("工作表：" + string.Join("、", names.Select(name => name.Zh)) + "。", "Sheets: " + string.Join(", ", names.Select(name => name.En)) + ".")),
            source.Say(status),
            "",
            source.Say(("怎样填写", "How to fill it in")),
            source.Say(("1．直接改单元格。空单元格表示没有，零是数值。", "1. Change the cells. An empty cell means none; zero is a number.")),
            source.Say(("2．新增：在表末加一行，编号留空，由平台给出。新增指标的年度目标和责任分工，在相应表末加一行，编号留空，名称与指标表一致。",
                "2. To add, write a row below the last one and leave its code empty: the platform gives one. For yearly targets and units of a new indicator add a row there, code empty, with the same name.")),
            source.Say(("3．删除：删去整行。年度目标和责任分工的行随指标和重点任务，年度任务只取消，都不单独删除。", "3. To remove, delete the whole row. Rows of yearly targets and responsibilities follow the indicators and tasks, year tasks are only cancelled: none of these is deleted by itself.")),
            source.Say(("年度任务：规划生效后填写。改动已有任务须在“修改理由”写明理由；不再需要的，在“状态”选“已取消”，行不必删。",
                "Year tasks: once the plan is in force. A changed task needs its reason in its column; one that is not wanted any more is cancelled by its state, its row stays.")),
            source.Say(("4．灰色的列仅供查看，编号请勿修改。行的先后不影响导入。", "4. Grey columns are for reading; do not change the codes. The order of the rows does not matter.")),
            source.Say(("5．百分数按计量单位填写：单位是 % 的，95.5% 填 95.5。日期只在“完成时限”一列填写。", "5. Write percentages in the unit: 95.5 for 95.5 %. Only the column 'Due' takes dates.")),
            source.Say(("6．改好后在平台“规划管理—工作簿”上传：先显示会改什么，确认后才写入。他人同时改了别处，两边都保留；改了同一格，会指出来。",
                "6. Upload the file on the plan's workbook page. What would change is shown first; nothing is written before you confirm. What others changed elsewhere stays; a cell that both changed is named.")),
        ];
        return new(source.Say(("说明", "Notes")), [new("", 100)], [.. lines.Select(line => new[] { line })]) { Prose = true };
    }
}
