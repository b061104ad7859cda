using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>Year tasks go out in the workbook, are changed in a spreadsheet, and come back as revisions.</summary>
public sealed class YearTaskSheetTests
{
    private const string Sheet = "年度任务";

    // A whole with two parts, one that waits for it, one that is cancelled.
    private static async Task<TestStore> Filled(StoreEngine engine, params PlanPack[] packs)
    {
        var store = await Prepared(engine, packs);
        var whole = await store.Added(NewSewers() with { Remark = "=不是公式", Effects = [new("air-pm25", EffectDirection.Lowers, 0.2m)] });
        foreach (var (place, quantity) in new[] { (East.Code, 200m), (West.Code, 120m) })
        {
            await store.Added(NewSewers() with { Parent = whole.Code, Place = place, Quantity = quantity, Effects = [] });
        }

        await store.Added(NewSewers() with { Title = ("排查雨污混接", "Find wrong connections"), DependsOn = [whole.Code], Quantity = 0.5m, Evidence = null, Criterion = null, Effects = [new("air-pm25", EffectDirection.Raises)] });
        var cancelled = await store.Added(NewSewers() with { Title = new("停办的任务"), Quantity = null, Unit = null, Support = [] });
        await store.Cancel(cancelled);
        return store;
    }

    [Theory]
    [InlineData("zh-Hans", StoreEngine.Sqlite)]
    [InlineData("zh-Hans", StoreEngine.PostgreSql)]
    [InlineData("en", StoreEngine.Sqlite)]
    public async Task T20_year_tasks_that_were_exported_and_brought_back_change_nothing(string language, StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var check = await store.Check(await store.Exported());

            Assert.Empty(check.Changes);
            Assert.Empty(check.Faults.Concat(check.Remarks).Said());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task T20_nor_do_they_after_another_spreadsheet_has_opened_and_saved_them()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice") && File.Exists("/usr/lib/libreoffice/program/libsclo.so"), "LibreOffice Calc is not installed (apt-get install libreoffice-calc-nogui).");
        await using var store = await Filled(StoreEngine.Sqlite);
        var folder = Directory.CreateTempSubdirectory("greenprint-workbook-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.xlsx");
            await File.WriteAllBytesAsync(file, await store.Exported(), Stop);
            using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder.FullName, "saved"), file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Assert.True(office.WaitForExit(TimeSpan.FromMinutes(3)), "LibreOffice did not end.");

            var check = await store.Check(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "saved", "plan.xlsx"), Stop));

            Assert.Empty(check.Changes);
            Assert.Empty(check.Faults.Concat(check.Remarks).Said());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_changed_row_a_new_one_and_a_cancellation_are_revisions_with_who_when_and_why(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var editing = new Editing(await store.Exported());
        editing.Type(Sheet, "2026-04", "工作量", "3", isNumber: true);
        editing.Type(Sheet, "2026-04", "完成时限", "2026/12/1");
        editing.Type(Sheet, "2026-04", "预期效果", "细颗粒物 下降 0.1");
        editing.Type(Sheet, "2026-04", "修改理由", "年中调整");
        editing.Type(Sheet, "2026-03", "状态", "已取消");
        editing.Type(Sheet, "2026-03", "修改理由", "并入东镇");
        editing.Add(Sheet, ("任务内容", "新建泵站"), ("年度", "2026"), ("所属任务", "t1"), ("完成时限", "2026-10-31"), ("牵头单位", Housing.Name.Zh));

        var done = await store.Apply(editing.Bytes);

        Assert.Empty(done.Faults.Said());
        var tasks = (await store.Tasks()).ToDictionary(task => task.Code);
        Assert.Equal((3m, new DateOnly(2026, 12, 1), 2, "年中调整"), (tasks["2026-04"].Content.Quantity, tasks["2026-04"].Content.Due, tasks["2026-04"].Revision, tasks["2026-04"].Why));
        Assert.Equal([new ExpectedEffect("air-pm25", EffectDirection.Lowers, 0.1m)], tasks["2026-04"].Content.Effects);
        Assert.Equal((true, "并入东镇"), (tasks["2026-03"].IsCancelled, tasks["2026-03"].Why));
        Assert.Equal(("新建泵站", Housing.Id, 1), (tasks["2026-06"].Content.Title.Zh, tasks["2026-06"].Content.Lead, tasks["2026-06"].Revision));
        Assert.Equal([0.5m, 3m], (await store.Revisions("jia-15/2026-04")).Select(task => task.Content.Quantity!.Value));
        Assert.Equal("year-task.cancelled", (await store.In(services => services.GetRequiredService<IHistory>().Of("year-task/jia-15/2026-03", Stop)))[^1].Kind);

        // The same file a second time finds everything there.
        var again = await store.Check(editing.Bytes);
        Assert.Empty(again.Changes);
        Assert.Empty(again.Faults.Said());
    }

    [Fact]
    public async Task A_whole_its_parts_and_what_waits_for_it_can_come_in_one_file_by_their_texts()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var editing = new Editing(await store.Exported());
        var key = (await store.Plan("jia-15"))!.KeyTasks[0];
        (string, string)[] common = [("年度", "2026"), ("所属任务", key.Title.Zh), ("完成时限", "2026-10-31"), ("牵头单位", Housing.Name.Zh)];
        editing.Add(Sheet, [("任务内容", "东镇部分"), ("上级任务", "全县管网"), ("地区", "东镇"), .. common]);
        editing.Add(Sheet, [("任务内容", "验收"), ("前置任务", "全县管网"), .. common]);
        editing.Add(Sheet, [("任务内容", "全县管网"), .. common]);

        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());

        var tasks = (await store.Tasks()).ToDictionary(task => task.Content.Title.Zh);
        Assert.Equal((tasks["全县管网"].Code, East.Code), (tasks["东镇部分"].Content.Parent, tasks["东镇部分"].Content.Place));
        Assert.Equal([tasks["全县管网"].Code], tasks["验收"].Content.DependsOn);
        Assert.Equal(new YearTaskSource(YearTaskSourceKind.KeyTask, key.Code), tasks["验收"].Content.Source);
        Assert.Empty((await store.Check(editing.Bytes)).Changes);
    }

    [Fact]
    public async Task Each_wrong_cell_is_named_by_sheet_row_and_column_and_nothing_is_stored()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var editing = new Editing(await store.Exported());
        var quantity = editing.Type(Sheet, "2026-01", "工作量", "三百");
        var due = editing.Type(Sheet, "2026-01", "完成时限", "年底");
        Assert.Equal([$"{Sheet}!{quantity}", $"{Sheet}!{due}"], (await store.Apply(editing.Bytes)).Faults.Select(fault => fault.Place!.Source!).Order(StringComparer.Ordinal));

        editing = new Editing(await store.Exported());
        var proof = editing.Type(Sheet, "2026-01", "佐证要求", "照片");
        var effect = editing.Type(Sheet, "2026-01", "预期效果", "air-pm25 少一点");
        var lead = editing.Type(Sheet, "2026-02", "牵头单位", "没有的局");
        var year = editing.Type(Sheet, "2026-04", "年度", "2027", isNumber: true);
        editing.Type(Sheet, "2026-04", "修改理由", "换年");
        var row = editing.Add(Sheet, ("任务内容", "缺时限"), ("年度", "2026"), ("所属任务", "t9"), ("牵头单位", Housing.Name.Zh));

        var faults = (await store.Apply(editing.Bytes)).Faults;

        var places = faults.Select(fault => fault.Place!.Source).ToList();
        foreach (var at in new[] { proof, effect, lead, year, $"{row}:{row}" })
        {
            Assert.Contains($"{Sheet}!{at}", places);
        }

        Assert.Contains(faults.Said(), said => said.Contains("规划中没有“t9”", StringComparison.Ordinal));
        Assert.Contains(faults.Said(), said => said.Contains("请在“修改理由”一列写明理由", StringComparison.Ordinal));
        Assert.Equal(5, (await store.Tasks()).Count);
        Assert.All(await store.Tasks(), task => Assert.True(task.Revision == 1 || task.IsCancelled));
    }

    [Fact]
    public async Task A_day_that_the_spreadsheet_made_a_date_of_is_that_day()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var editing = new Editing(await store.Exported());
        uint date = 0;
        editing.Open((book, _) =>
        {
            var looks = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
            date = (uint)looks.Count();
            looks.Append(new CellFormat { NumberFormatId = 14 });
        }, Sheet);
        editing.Type(Sheet, "2026-01", "完成时限", "46356", isNumber: true, look: date);   // 2026-11-30, as it stands
        Assert.Empty((await store.Check(editing.Bytes)).Changes);

        editing.Type(Sheet, "2026-01", "完成时限", "46357", isNumber: true, look: date);
        Assert.Equal("2026-12-01", Assert.Single((await store.Check(editing.Bytes)).Changes).After);
    }

    [Fact]
    public async Task A_file_without_some_of_the_rows_leaves_these_tasks_alone()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var editing = new Editing(await store.Exported());
        editing.Delete(Sheet, "2026-05");

        var check = await store.Check(editing.Bytes);

        Assert.Empty(check.Changes);
        Assert.Contains("有 1 项任务不在文件中，未作改动", Assert.Single(check.Remarks.Said()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_that_everybody_may_read_has_no_year_tasks_and_says_nothing_of_them_when_it_comes_back()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var file = await store.In(async services =>
        {
            using var stream = new MemoryStream();
            Assert.True(await services.GetRequiredService<IPlanWorkbooks>().Write("jia-15", stream, Stop));
            return stream.ToArray();
        });

        Assert.DoesNotContain(Books.Read(file).Sheets, sheet => sheet.Name == Sheet);
        Assert.DoesNotContain(Books.Read(file).Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells), cell => cell.Text.Contains("新建污水管网", StringComparison.Ordinal));
        var check = await store.Check(file);
        Assert.Empty(check.Changes);
        Assert.Empty(check.Faults.Concat(check.Remarks).Said());
    }

    [Fact]
    public async Task A_draft_takes_no_year_tasks_and_says_when_it_will()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        var row = editing.Add(Sheet, ("任务内容", "新建泵站"));

        Assert.Equal([$"{Sheet}!{row}:{row}：“新建泵站”：规划还是草稿，确认后才能设年度任务。"], (await store.Apply(editing.Bytes)).Faults.Said());
    }

    [Fact]
    public async Task The_change_of_another_editor_stays_and_a_cell_that_both_changed_is_named()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var editing = new Editing(await store.Exported());
        editing.Type(Sheet, "2026-04", "备注", "工作簿");
        editing.Type(Sheet, "2026-04", "修改理由", "补备注");
        var task = (await store.Tasks()).Single(one => one.Code == "2026-04");
        Assert.Empty((await store.Revise(task, task.Content with { Quantity = 9 })).Findings);
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        var after = (await store.Tasks()).Single(one => one.Code == "2026-04");
        Assert.Equal((9m, "工作簿", 3), (after.Content.Quantity, after.Content.Remark, after.Revision));

        editing.Type(Sheet, "2026-04", "工作量", "8", isNumber: true);
        Assert.Equal("PLN-045", Assert.Single((await store.Check(editing.Bytes)).Faults).Code);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T15_year_tasks_brought_into_one_plan_leave_another_as_it_is_byte_by_byte(StoreEngine engine)
    {
        await using var store = await Filled(engine, Towns(), Towns("yi-15"));
        await store.Added(NewSewers(), "yi-15");
        var (rows, file) = (await Rows("jia-15"), Without(await store.Exported()));
        var editing = new Editing(await store.Exported("yi-15"));
        editing.Type(Sheet, "2026-01", "工作量", "1", isNumber: true);
        editing.Type(Sheet, "2026-01", "修改理由", "调整");
        editing.Add(Sheet, ("任务内容", "新建泵站"), ("年度", "2026"), ("所属任务", "t1"), ("完成时限", "2026-10-31"), ("牵头单位", Housing.Name.Zh));

        Assert.Empty((await store.Apply(editing.Bytes, "yi-15")).Faults.Said());

        Assert.Equal(2, (await store.Tasks("yi-15")).Count);
        Assert.Equal(rows, await Rows("jia-15"));
        Assert.Equal(file, Without(await store.Exported()));

        Task<string> Rows(string plan) => store.In(async services => JsonSerializer.Serialize(
            await services.GetRequiredService<GreenprintDb>().Set<YearTaskRow>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Code).ThenBy(row => row.Revision).ToListAsync(Stop)));

        // The cells of the sheet, which say everything; the packed file itself carries the minute of its writing.
        static string Without(byte[] bytes) => JsonSerializer.Serialize(Books.Read(bytes).Sheets.Single(sheet => sheet.Name == Sheet));
    }
}
