using System.Text.Json;
using Greenprint.Planning.AsOf;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Tests.Workbooks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.AsOf;

/// <summary>What may change of a plan in force beside its targets and tasks: an earlier day shows what held at its end.</summary>
public sealed class EarlierContentTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Units_links_definitions_years_and_money_that_a_workbook_changes_stand_on_an_earlier_day_as_they_were(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack() with { Units = [Bureau, Water] });
        var first = (await store.Plan("jia-15"))!;
        var day = ChinaTime.DayOf(store.Clock.GetUtcNow());

        await Edit(5, ("责任分工", "air-pm25", "牵头单位", "水利部门"), ("责任分工", "air-pm25", "配合单位", ""), ("指标", "air-pm25", "对应重点任务", ""), ("指标", "air-pm25", "指标解释", "全年平均"));
        await Edit(5, ("具体措施", "m1", "牵头单位", "水利部门"), ("具体措施", "m1", "所属重点任务", ""), ("计划项目", "p1", "完成年", "2029"), ("计划项目", "p1", "投资数值", "1.3"));
        await Edit(5, ("责任分工", "air-pm25", "配合单位", "生态环境部门"));

        var (then, now) = (await On(0), (await store.Plan("jia-15"))!);
        Assert.Equal(Said(first), Said(then));
        Assert.Equal(Said(then), Said(await On(4)));
        Assert.Equal((Water.Id, "", "", "全年平均"), IndicatorOf(await On(5)));
        Assert.Equal((Water.Id, "", "", "全年平均"), IndicatorOf(await On(14)));
        Assert.Equal((Water.Id, Bureau.Id, "", "全年平均"), IndicatorOf(now));
        Assert.Equal((2028, 1.2m), (then.Projects[0].End, (await On(9)).Projects[0].Investment!.Value));
        Assert.Equal((2029, 1.3m), ((await On(10)).Projects[0].End, now.Projects[0].Investment!.Value));
        Assert.Equal(("t1", null), ((await On(9)).Measures[0].KeyTask, (await On(10)).Measures[0].KeyTask));
        Assert.Equal(Said(now), Said(await On(15)));

        Task<PlanView> On(int days) => store.In(async services => (await services.GetRequiredService<IPlans>().FindAsOf("jia-15", day.AddDays(days), Stop))!);

        async Task Edit(int days, params (string Sheet, string Code, string Head, string Value)[] cells)
        {
            store.Clock.Advance(TimeSpan.FromDays(days));
            var editing = new Editing(await store.Exported());
            foreach (var cell in cells)
            {
                editing.Type(cell.Sheet, cell.Code, cell.Head, cell.Value, isNumber: char.IsAsciiDigit(cell.Value.FirstOrDefault()));
            }

            Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        }

        static (string? Lead, string Support, string KeyTasks, string? Definition) IndicatorOf(PlanView plan) =>
            (plan.Indicators[0].Lead, string.Join(',', plan.Indicators[0].Support), string.Join(',', plan.Indicators[0].KeyTasks), plan.Indicators[0].Definition?.Zh);

        static string Said(PlanView plan) => JsonSerializer.Serialize(new { plan.Indicators, plan.Projects, plan.Measures }, PlanPackJson.Compact);
    }

    [Fact]
    public async Task A_translation_that_is_mended_holds_for_earlier_days_too_and_a_draft_keeps_nothing_earlier()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack());
        await store.Import(Books.Draft("yi-15"));
        var day = ChinaTime.DayOf(store.Clock.GetUtcNow());
        store.Clock.Advance(TimeSpan.FromDays(1));
        await Edit("jia-15", ("计划项目", "p1", "名称（英文）", "Sewer mains"));
        await Edit("yi-15", ("责任分工", "air-pm25", "配合单位", ""));

        Assert.Equal("Sewer mains", (await store.In(services => services.GetRequiredService<IPlans>().FindAsOf("jia-15", day, Stop)))!.Projects[0].Name.En);
        Assert.Equal(0, await store.In(services => services.GetRequiredService<GreenprintDb>().Set<EarlierContentRow>().CountAsync(Stop)));

        async Task Edit(string plan, (string Sheet, string Code, string Head, string Value) cell)
        {
            var editing = new Editing(await store.Exported(plan));
            editing.Type(cell.Sheet, cell.Code, cell.Head, cell.Value);
            Assert.Empty((await store.Apply(editing.Bytes, plan)).Faults.Said());
        }
    }

    [Fact]
    public async Task The_table_of_targets_filters_by_the_unit_of_the_day_and_marks_another_one()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack() with { Units = [Bureau, Water] });
        var day = ChinaTime.DayOf(store.Clock.GetUtcNow());
        store.Clock.Advance(TimeSpan.FromDays(1));
        var editing = new Editing(await store.Exported());
        editing.Type("责任分工", "air-pm25", "牵头单位", "水利部门");
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());

        var line = Assert.Single((await Table(new() { AsOf = day, Unit = Bureau.Id })).Lines);
        Assert.Equal((true, Bureau.Id, Water.Id), (line.IsChanged, line.Indicator.Lead, line.IndicatorNow.Lead));
        Assert.False(Assert.Single((await Table(new() { Unit = Water.Id })).Lines).IsChanged);
        var file = TargetListFile.Of(await Table(new() { AsOf = day }), store.Clock.GetUtcNow());
        Assert.Equal("责任单位：生态环境部门 → 水利部门", Assert.Single(file.Rows)[^1]);

        Task<TargetTable> Table(LineFilter filter) => store.In(async services => (await services.GetRequiredService<TargetTables>().Find("jia-15", filter, Stop))!);
    }

    private static Organization Water { get; } = new("jia/water", County.Code, ("水利部门", "Water"));
}
