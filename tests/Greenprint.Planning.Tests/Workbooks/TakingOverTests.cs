using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Quantities;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>What a typed cell makes of a plan, and what it leaves as it was.</summary>
public sealed class TakingOverTests
{
    [Fact]
    public async Task A_text_too_long_for_a_workbook_is_refused_in_changed_and_in_new_rows()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        var cell = editing.Type("计划项目", "p1", "建设内容及规模", new string('长', 16_001));
        var row = editing.Add("具体措施", ("措施内容", new string('长', 17_000)));

        var faults = (await store.Check(editing.Bytes)).Faults.Said().ToList();

        Assert.Equal([$"计划项目!{cell}：单元格内容超过 16000 字，工作簿不能写入，请在平台上修改。", $"具体措施!B{row}：单元格内容超过 16000 字，工作簿不能写入，请在平台上修改。"], faults);
    }

    [Theory]
    [InlineData(16_000)]
    [InlineData(15_999)]
    public void A_cell_that_was_cut_off_and_not_touched_leaves_the_plan_its_whole_text(int before)
    {
        // The second text has a sign of two halves just where it is cut.
        var text = new string('长', before) + "𠮷" + new string('文', 3_000);
        var plan = Books.Draft().ToView();
        plan = plan with { Projects = [plan.Projects[0] with { Content = new(text) }] };
        var editing = new Editing(Books.Written(plan, [Bureau]));
        editing.Type("计划项目", "p1", "项目名称", "别的工程");

        var (verdict, comparison) = Books.Compare(plan, [Bureau], editing.Bytes);

        Assert.Empty(verdict.Faults.Concat(comparison.Faults).Said());
        Assert.Equal(("别的工程", text), (verdict.After.Projects[0].Name.Zh, verdict.After.Projects[0].Content!.Zh));
    }

    [Theory]
    [InlineData("目标值", "目标（英文）", "at most 19", "≤19", "at most 19")]
    [InlineData("目标值", "目标（原文）", "19以下", "19以下", "≤19")]
    [InlineData("目标值", null, "", "≤19", "≤19")]
    [InlineData("基准值", "基准值（英文）", "about 19", "19", "about 19")]
    [InlineData("基准值", "基准值（原文）", "约19", "约19", "19")]
    [InlineData("基准值", null, "", "19", "19")]
    public void What_is_typed_beside_a_new_number_stands_and_the_other_language_follows_the_number(string number, string? head, string text, string zh, string en)
    {
        var plan = (Books.Draft() with
        {
            Indicators = [Pm25() with { Target = Pm25().Target with { Text = ("20以下", "below 20") }, Baseline = Pm25().Baseline! with { Text = ("约22.5", "about 22.5") } }],
        }).ToView();
        var editing = new Editing(Books.Written(plan, [Bureau]));
        editing.Type("指标", "air-pm25", number, "19", isNumber: true);
        if (head is not null)
        {
            editing.Type("指标", "air-pm25", head, text);
        }

        var (verdict, _) = Books.Compare(plan, [Bureau], editing.Bytes);

        Assert.Empty(verdict.Faults.Said());
        var taken = verdict.After.Indicators[0];
        Assert.Equal(new Bilingual(zh, en), number == "目标值" ? taken.Target.Text : taken.Baseline!.Text);
    }

    [Fact]
    public async Task The_code_of_a_deleted_row_is_not_given_again()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var first = new Editing(await store.Exported());
        first.Add("计划项目", ("项目名称", "湿地工程"));
        await store.Apply(first.Bytes);
        var code = (await store.Plan("jia-15"))!.Projects[^1].Code;
        var second = new Editing(await store.Exported());
        second.Delete("计划项目", code);
        await store.Apply(second.Bytes);
        var third = new Editing(await store.Exported());
        third.Add("计划项目", ("项目名称", "岸线工程"));
        await store.Apply(third.Bytes);

        Assert.Equal(("wp1-1", "wp3-1", "岸线工程"), (code, (await store.Plan("jia-15"))!.Projects[^1].Code, (await store.Plan("jia-15"))!.Projects[^1].Name.Zh));
    }

    [Fact]
    public async Task A_plan_in_force_that_names_no_money_for_a_project_is_given_none()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack());
        var editing = new Editing(await store.Exported());
        var cell = editing.Type("计划项目", "p2", "投资数值", "5", isNumber: true);
        editing.Type("计划项目", "p2", "投资单位", "万元");

        Assert.Equal([$"计划项目!{cell}：已生效的规划没有写明这个项目的投资，不能在此补写。"], (await store.Apply(editing.Bytes)).Faults.Said());
    }

    [Fact]
    public void A_unit_that_supports_already_stays_the_one_it_is_though_another_bears_its_name()
    {
        Organization[] units = [Bureau, new("jia/water", County.Code, ("水利部门", "Water")), new("jia/rivers", County.Code, ("水利部门", "Rivers"))];
        var pack = Books.Draft();
        var plan = (pack with { Units = units, KeyTasks = [pack.KeyTasks[0] with { Support = ["jia/rivers"] }] }).ToView();
        var editing = new Editing(Books.Written(plan, units));
        editing.Type("责任分工", "t1", "配合单位", "生态环境部门、水利部门");

        var (verdict, _) = Books.Compare(plan, units, editing.Bytes);

        Assert.Empty(verdict.Faults.Said());
        Assert.Equal([Bureau.Id, "jia/rivers"], verdict.After.KeyTasks[0].Support);
    }

    [Fact]
    public void A_new_row_of_duties_goes_to_the_kind_that_stands_in_it()
    {
        var pack = Books.Draft();
        var plan = (pack with { KeyTasks = [pack.KeyTasks[0] with { Title = Pm25().Name, Lead = null }], Indicators = [Pm25() with { Lead = null }] }).ToView();
        var editing = new Editing(Books.Written(plan, [Bureau]));
        editing.Add("责任分工", ("类型", "重点任务"), ("名称", "细颗粒物"), ("牵头单位", "生态环境部门"));

        var (verdict, _) = Books.Compare(plan, [Bureau], editing.Bytes);

        Assert.Empty(verdict.Faults.Said());
        Assert.Equal((Bureau.Id, null), (verdict.After.KeyTasks[0].Lead, verdict.After.Indicators[0].Lead));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_sheet_of_a_sample_says_in_print_that_it_is_one(bool isDemo)
    {
        var plan = Books.Draft().ToView();
        plan = plan with { Summary = plan.Summary with { IsDemo = isDemo } };
        using var package = SpreadsheetDocument.Open(new MemoryStream(Books.Written(plan, [Bureau])), isEditable: false);

        Assert.All(package.WorkbookPart!.WorksheetParts, part => Assert.Equal(isDemo, part.Worksheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text.Contains("演示数据", StringComparison.Ordinal)));
    }
}
