using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Workbooks;
using Greenprint.Platform;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>The same file a second time changes nothing, however the person wrote what the plan shows in its own way.</summary>
public sealed class BroughtTwiceTests
{
    [Theory]
    [InlineData("指标", "air-pm25", "对应重点任务", "大气，水")]
    [InlineData("指标", "air-pm25", "属性", "anticipatory")]
    [InlineData("指标", "air-pm25", "小数位数", "")]
    [InlineData("指标", "air-pm25", "目标（原文）", "")]
    [InlineData("指标", "air-pm25", "基准值（原文）", "")]
    [InlineData("责任分工", "t1", "配合单位", "水利部门,jia/ecology")]
    [InlineData("责任分工", "air-pm25", "牵头单位", "jia/water")]
    [InlineData("计划项目", "p1", "牵头单位", "县水利局; 县生态环境局")]
    [InlineData("具体措施", "m1", "所属重点任务", "水")]
    public async Task A_changed_cell_changes_the_plan_once(string sheet, string code, string head, string text)
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Draft());
        var editing = new Editing(await store.Exported());
        editing.Type(sheet, code, head, text);

        var done = await store.Apply(editing.Bytes);
        Assert.Empty(done.Faults.Said());
        Assert.Single(done.Changes);

        var again = await store.Check(editing.Bytes);
        Assert.Empty(again.Faults.Said());
        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task Added_rows_are_added_once()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Draft());
        var editing = new Editing(await store.Exported());
        editing.Add("指标", ("指标名称", "湿地面积"), ("类别", "Environment"), ("计量单位", "公顷"), ("属性", "binding"), ("目标类型", "at least"), ("目标值", "38.0"), ("对应重点任务", "水, 大气"));
        editing.Add("年度目标", ("指标名称", "湿地面积"), ("2028年", "37.50"));
        editing.Add("责任分工", ("类型", "指标"), ("名称", "湿地面积"), ("牵头单位", "jia/water"), ("配合单位", "jia/ecology，水利部门"));
        editing.Add("计划项目", ("项目名称", "湿地工程"), ("牵头单位", "县水利局，各镇"), ("投资数值", "5"), ("投资单位", "万元"));
        editing.Add("具体措施", ("措施内容", "恢复湿地。"), ("所属重点任务", "水"));

        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        var again = await store.Check(editing.Bytes);

        Assert.Empty(again.Faults.Said());
        Assert.Empty(again.Changes);
        Assert.Equal(2, (await store.Plan("jia-15"))!.Indicators.Count);
    }

    [Fact]
    public async Task A_new_row_that_says_another_thing_than_the_one_added_before_is_named_and_not_added_beside_it()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Draft());
        var file = await store.Exported();
        var first = new Editing(file);
        first.Add("计划项目", ("项目名称", "湿地工程"), ("完成年", "2028"));
        Assert.Empty((await store.Apply(first.Bytes)).Faults.Said());

        var second = new Editing(file);
        var row = second.Add("计划项目", ("项目名称", "湿地工程"), ("完成年", "2029"));
        var fault = Assert.Single((await store.Check(second.Bytes)).Faults);

        Assert.Equal("PLN-045", fault.Code);
        Assert.EndsWith(row.ToString(System.Globalization.CultureInfo.InvariantCulture), fault.Place!.Source, StringComparison.Ordinal);
        Assert.Contains("它的完成年是“2028”，您的文件中是“2029”", fault.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_of_an_indicator_added_before_may_still_be_filled_in()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Draft());
        var editing = new Editing(await store.Exported());
        editing.Add("指标", ("指标名称", "湿地面积"), ("类别", "环境治理"), ("目标类型", "不低于"), ("目标值", "38"));
        await store.Apply(editing.Bytes);
        editing.Add("年度目标", ("指标名称", "湿地面积"), ("2028年", "37"));

        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());

        Assert.Equal([new(2028, 37)], (await store.Plan("jia-15"))!.Indicators[1].Steps);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_though_the_plan_has_nothing_there()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Draft() with { Indicators = [Pm25() with { Nature = null, Lead = null }] });
        var editing = new Editing(await store.Exported());
        var number = editing.Type("年度目标", "air-pm25", "2028年", "二十");
        Assert.StartsWith($"年度目标!{number}：“二十”不是数字", Assert.Single((await store.Check(editing.Bytes)).Faults.Said()), StringComparison.Ordinal);

        editing.Type("年度目标", "air-pm25", "2028年", "");
        editing.Type("指标", "air-pm25", "属性", "强制性");
        editing.Type("责任分工", "air-pm25", "牵头单位", "县水务局");
        Assert.Equal(2, (await store.Check(editing.Bytes)).Faults.Count);
    }

    [Fact]
    public void A_preview_that_comes_back_late_or_tampered_with_is_refused_by_its_cells()
    {
        PlanRowEdit changed = new(2, "air-pm25", "细颗粒物", new Dictionary<string, PlanCellEdit> { ["y2035"] = new("K2", "", "12") });
        PlanRowEdit added = new(9, "", "工程", new Dictionary<string, PlanCellEdit> { ["name"] = new("B9", "", "工程"), ["start"] = new("G9", "", "明年"), ["colour"] = new("Z9", "", "绿") });
        var verdict = new WorkbookVerdict(Books.Sheets, new State(Draft().ToView(), 3, new PlanUnits([Bureau], County.Code), []), new CarriedEdits(
            "jia-15", 1, English: false, "plan.xlsx",
            new Dictionary<string, PlanSheetEdits> { ["steps"] = new([changed], [], []), ["projects"] = new([], [added], []) },
            new Dictionary<string, IReadOnlyList<string>>()));

        Assert.Equal(
            ["年度目标!K2：工作表中已没有这一列。请重新导出后再改。", "计划项目!Z9：工作表中已没有这一列。请重新导出后再改。", "计划项目!G9：“明年”不是数字，起始年请填数字，没有的留空。"],
            verdict.Faults.Said());
    }

    private static PlanPack Draft() => Books.Draft() with
    {
        Units = [Bureau, new("jia/water", County.Code, ("水利部门", "Water"))],
        KeyTasks = [.. Pack().KeyTasks, new("t2", "2.", ("水", "Water"), ("正文", "text"), "c2")],
        Indicators = [Pm25() with { Target = Pm25().Target with { Text = ("20以下", "below 20") }, Baseline = Pm25().Baseline! with { Text = ("约22.5", "about 22.5") } }],
    };
}
