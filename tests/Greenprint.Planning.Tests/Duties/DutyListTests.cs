using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Greenprint.Documents;
using Greenprint.Planning.Duties;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.Duties;

public sealed class DutyListTests
{
    [Fact]
    public async Task Tasks_stand_in_the_order_of_the_plan_and_what_has_no_task_is_listed_as_such()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var whole = await store.Added(NewSewers());
        await store.Cancel(await store.Added(NewSewers()));
        await store.Added(NewSewers() with { Parent = whole.Code, Place = East.Code, Quantity = 0, Lead = EastOffice.Id, Support = [], Due = new(2026, 10, 15) });

        var rows = DutyList.Of(await Sheet(store), new() { Year = 2026 });

        Assert.Equal(["新建污水管网", "新建污水管网", "推进港口岸电使用。"], rows.Select(row => row.Measure.Zh));
        Assert.Equal(["320公里；通水验收合格", "东镇；0公里；通水验收合格", null], rows.Select(row => row.Goal?.Zh));
        Assert.Equal(["2026年11月底前", "2026年10月15日前", "2030年12月底前"], rows.Select(row => row.Due.Zh));
        Assert.Equal(["住房城乡建设部门", "东镇人民政府", "县交通局"], rows.Select(row => row.Lead.Zh));
        Assert.Equal([null, "2026-01 的分解任务", "2026 年未列入年度任务"], rows.Select(row => row.Remark?.Zh));
    }

    [Fact]
    public async Task A_unit_sees_what_it_leads_and_supports_and_the_part_can_be_chosen()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Added(NewSewers());
        var sheet = await Sheet(store);

        Assert.Single(DutyList.Of(sheet, new() { Year = 2026, Unit = Housing.Id }));
        Assert.Equal(2, DutyList.Of(sheet, new() { Year = 2026, Unit = Bureau.Id }).Count);   // supports the task and the measure
        Assert.Empty(DutyList.Of(sheet, new() { Year = 2026, Unit = Bureau.Id, Part = TaskPart.Lead }));
        Assert.Equal([(Housing.Id, 1, 0), (Bureau.Id, 0, 1)], DutyList.ByUnit(sheet, new() { Year = 2026 }).Select(unit => (unit.Unit, unit.Leads, unit.Supports)));
    }

    [Fact]
    public async Task The_files_hold_exactly_the_lines_that_are_shown_in_the_usual_columns()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Added(NewSewers());
        var table = await Table(store, $"?year=2026&unit={Uri.EscapeDataString(Housing.Id)}");

        var path = Path.Combine(store.Location.Folder, "duties.xlsx");
        await File.WriteAllBytesAsync(path, DutyExport.List(table, new(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(8))).ToWorkbook(), Stop);
        var read = WorkbookReader.ReadFile(path, "duties.xlsx", limits: null, Stop);
        var cells = read.Workbook!.Sheets.Single(one => one.Name == "责任清单").Rows.Select(row => row.Cells.Select(cell => cell.Text).ToList()).ToList();
        Assert.Equal(["序号", "重点任务", "具体举措", "工作目标（量化）", "牵头单位", "责任/配合单位", "完成时限", "备注"], cells[0]);
        Assert.Equal(["1", "大气", "新建污水管网", "320公里；通水验收合格", "住房城乡建设部门", "生态环境部门", "2026年11月底前", "演示数据"], cells[1]);
        Assert.Equal(2, cells.Count);

        using var word = new MemoryStream();
        OfficialWriter.Write(DutyExport.Document(table, new(2026, 11, 20)), word);
        word.Position = 0;
        using var document = WordprocessingDocument.Open(word, isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("《甲县规划》2026 年度责任清单（住房城乡建设部门）", text, StringComparison.Ordinal);
        Assert.Contains("320公里；通水验收合格", text, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => fault.Description));
    }

    [Fact]
    public async Task The_files_of_an_earlier_day_say_what_was_changed_since()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        store.Clock.Set(new DateOnly(2026, 3, 1));
        var task = await store.Added(NewSewers());
        store.Clock.Set(new DateOnly(2026, 5, 1));
        await store.Revise(task, NewSewers() with { Due = new(2026, 12, 31) });
        await store.Added(NewSewers() with { Title = ("检查排口", "Check outlets") });
        var table = await Table(store, "?year=2026&asOf=2026-04-01");

        var file = DutyExport.List(table, store.Clock.GetUtcNow());

        Assert.Equal("此后变化（当日 → 今）", file.Columns[^1].Head);
        Assert.Equal(["完成时限：2026年11月底前 → 2026年12月底前", "新增"], file.Rows.Where(row => row[2] is "新建污水管网" or "检查排口").Select(row => row[^1]));
        using var word = new MemoryStream();
        OfficialWriter.Write(DutyExport.Document(table, new(2026, 5, 1)), word);
        word.Position = 0;
        using var document = WordprocessingDocument.Open(word, isEditable: false);
        Assert.Contains("2026年11月底前 → 2026年12月底前", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => fault.Description));
    }

    private static async Task<DutyTable> Table(TestStore store, string query) =>
        (await store.In(services => DutyTable.Find(services.GetRequiredService<YearTaskDesk>(), "jia-15", new QueryCollection(QueryHelpers.ParseQuery(query)), Stop)))!;

    private static async Task<YearTaskSheet> Sheet(TestStore store) => (await store.In(services => services.GetRequiredService<YearTaskDesk>().Find("jia-15", 2026, null, Stop)))!;
}
