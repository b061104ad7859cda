using Greenprint.Planning.KeyTasks;
using Greenprint.Planning.Tests.Adjusting;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Workbooks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>An edited workbook comes back into a plan of a store.</summary>
public sealed class BringingBackTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_draft_takes_what_was_changed_added_and_removed_and_the_same_file_again_does_nothing(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        editing.Type("指标", "air-pm25", "目标值", "19.5", isNumber: true);
        editing.Type("年度目标", "air-pm25", "2027年", "21.30", isNumber: true);
        editing.Type("责任分工", "t1", "配合单位", "");
        editing.Type("计划项目", "p1", "投资数值", "1.35");
        editing.Type("计划项目", "p1", "牵头单位", "县水利局、生态环境部门");
        editing.Delete("计划项目", "p2");
        editing.Add("重点任务", ("任务名称", "保护海湾"), ("任务内容", "清理岸滩。"));
        editing.Add("指标", ("指标名称", "自然岸线保有率"), ("类别", "海洋"), ("计量单位", "%"), ("小数位数", "0"), ("目标类型", "不低于"), ("目标年", "2030"), ("目标值", "38"), ("对应重点任务", "保护海湾"));
        editing.Add("年度目标", ("指标名称", "自然岸线保有率"), ("2028年", "37"));
        editing.Add("责任分工", ("名称", "自然岸线保有率"), ("牵头单位", "生态环境部门"));

        var done = await store.Apply(editing.Bytes);

        Assert.Empty(done.Faults.Said());
        var plan = (await store.Plan("jia-15"))!;
        var pm = plan.Indicators[0];
        Assert.Equal((19.5m, "≤19.5", 22.5m, "air-pm25-mean"), (pm.Target.Value, pm.Target.Text.Zh, pm.Baseline!.Value, pm.Method!.Method));
        Assert.Equal([new(2026, 22), new(2027, 21.3m), new(2030, 20)], pm.Steps);
        var shore = plan.Indicators[1];
        Assert.Equal(("自然岸线保有率", "%", TargetKind.AtLeast, 38m, "≥38", DesiredDirection.Up, "jia/ecology"), (shore.Name.Zh, shore.Unit, shore.Target.Kind, shore.Target.Value, shore.Target.Text.Zh, shore.Direction, shore.Lead));
        Assert.Equal([new(2028, 37)], shore.Steps);
        Assert.Equal("海洋", plan.Groups.Single(group => group.Code == shore.Group).Name.Zh);
        Assert.Equal(plan.KeyTasks.Single(task => task.Title.Zh == "保护海湾").Code, Assert.Single(shore.KeyTasks));
        Assert.Empty(plan.KeyTasks[0].Support);
        var project = Assert.Single(plan.Projects);
        Assert.Equal(new PlannedMoney("1.35亿元", 1.35m, "亿元"), project.Investment);
        Assert.Equal([new NamedUnit("县水利局"), new NamedUnit("生态环境部门", "jia/ecology")], project.Lead);
        Assert.Equal("Sewers", project.Name.En);

        var history = await store.In(services => services.GetRequiredService<IHistory>().Of("plan/jia-15", Stop));
        Assert.Equal(("plan.workbook", "王编辑"), (history[^1].Kind, history[^1].ActorName));
        Assert.Contains("19.5", history[^1].Body, StringComparison.Ordinal);

        var again = await store.Check(editing.Bytes);
        Assert.Empty(again.Faults.Said());
        Assert.Empty(again.Changes);
        Assert.Empty((await store.Check(await store.Exported())).Changes);
    }

    [Fact]
    public async Task What_others_changed_elsewhere_stays_and_a_cell_that_both_changed_is_named()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var (mine, yours) = (new Editing(await store.Exported()), new Editing(await store.Exported()));
        yours.Type("计划项目", "p1", "建设内容及规模", "建设管网40公里");
        yours.Type("计划项目", "p1", "完成年", "2029", isNumber: true);
        await store.Apply(yours.Bytes);

        mine.Type("计划项目", "p1", "项目名称", "城区管网工程");
        Assert.Empty((await store.Apply(mine.Bytes)).Faults.Said());
        var project = (await store.Plan("jia-15"))!.Projects[0];
        Assert.Equal(("城区管网工程", "建设管网40公里", 2029), (project.Name.Zh, project.Content!.Zh, project.End));

        var cell = mine.Type("计划项目", "p1", "完成年", "2030", isNumber: true);
        var refused = await store.Apply(mine.Bytes);
        Assert.Equal("PLN-045", Assert.Single(refused.Faults).Code);
        Assert.StartsWith($"计划项目!{cell}：“管网工程”：导出时为“2028”，他人已改为“2029”，您的文件中是“2030”", Assert.Single(refused.Faults.Said()), StringComparison.Ordinal);

        mine.Delete("计划项目", "p1");
        Assert.Contains("他人在导出之后改了它的", Assert.Single((await store.Apply(mine.Bytes)).Faults.Said()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_plan_in_force_takes_units_and_refuses_targets_by_their_cells(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack());
        var editing = new Editing(await store.Exported());
        editing.Type("责任分工", "air-pm25", "配合单位", "");
        editing.Type("计划项目", "p1", "投资数值", "1.3", isNumber: true);
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        var plan = (await store.Plan("jia-15"))!;
        Assert.Empty(plan.Indicators[0].Support);
        Assert.Single(await store.In(services => services.GetRequiredService<IKeyTasks>().Versions("jia-15", "t1", Stop)));

        // The plan goes on saying what it printed; only what the number is taken for changed.
        Assert.Equal(new PlannedMoney("约1.2亿元", 1.3m, "亿元"), plan.Projects[0].Investment);

        var target = editing.Type("指标", "air-pm25", "目标值", "25", isNumber: true);
        var step = editing.Type("年度目标", "air-pm25", "2026年", "23", isNumber: true);
        var name = editing.Type("重点任务", "t1", "任务名称", "别的");
        var row = editing.Add("计划项目", ("项目名称", "新项目"));
        editing.Delete("具体措施", "m1");
        var refused = await store.Apply(editing.Bytes);

        Assert.Equal(
            [$"指标!{target}", $"年度目标!{step}", $"重点任务!{name}", $"计划项目!{row}:{row}", "具体措施"], refused.Faults.Select(fault => fault.Place!.Source!));
        Assert.All(refused.Faults, fault => Assert.Equal("PLN-044", fault.Code));
        Assert.All(refused.Faults.Take(2), fault => Assert.Contains("/office/plans/jia-15/indicators/air-pm25/target", fault.Message.Zh, StringComparison.Ordinal));
        Assert.Equal(20, (await store.Plan("jia-15"))!.Indicators[0].Target.Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Units_of_a_key_task_changed_by_a_workbook_are_a_version_and_an_earlier_day_shows_the_first_ones(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack());
        var first = (await store.Plan("jia-15"))!.KeyTasks[0];
        var day = ChinaTime.DayOf(store.Clock.GetUtcNow());
        store.Clock.Advance(TimeSpan.FromDays(5));
        var editing = new Editing(await store.Exported());
        editing.Type("责任分工", "t1", "配合单位", "");
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());

        var versions = await store.In(services => services.GetRequiredService<IKeyTasks>().Versions("jia-15", "t1", Stop));
        Assert.Equal(2, versions.Count);
        Assert.True(versions[0].Content.Same(KeyTaskContent.Of(first)));
        Assert.Equal((null, day.AddDays(5)), (versions[1].Document, versions[1].On!.Value));
        Assert.Empty((await store.Plan("jia-15"))!.KeyTasks[0].Support);
        Assert.Equal(first.Support, (await store.In(services => services.GetRequiredService<IPlans>().FindAsOf("jia-15", day.AddDays(4), Stop)))!.KeyTasks[0].Support);
    }

    [Fact]
    public async Task A_mended_translation_of_a_key_task_is_no_version_and_a_documents_day_may_be_before_that_of_a_workbook()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack());
        var day = ChinaTime.DayOf(store.Clock.GetUtcNow());
        Task<IReadOnlyList<KeyTaskVersion>> Versions() => store.In(services => services.GetRequiredService<IKeyTasks>().Versions("jia-15", "t1", Stop));
        var editing = new Editing(await store.Exported());
        editing.Type("重点任务", "t1", "名称（英文）", "Mended");
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        Assert.Equal("Mended", Assert.Single(await Versions()).Content.Title.En);

        store.Clock.Advance(TimeSpan.FromDays(5));
        editing = new Editing(await store.Exported());
        editing.Type("责任分工", "t1", "配合单位", "");
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        editing = new Editing(await store.Exported());
        editing.Type("重点任务", "t1", "名称（英文）", "Mended again");
        Assert.Empty((await store.Apply(editing.Bytes)).Faults.Said());
        Assert.Equal(["Mended", "Mended again"], (await Versions()).Select(version => version.Content.Title.En));

        // A page of a day on which the last version held shows it as its versions are told: in words mended since.
        foreach (var (after, title) in new[] { (4, "Mended"), (5, "Mended again") })
        {
            Assert.Equal(title, (await store.In(services => services.GetRequiredService<IPlans>().FindAsOf("jia-15", day.AddDays(after), Stop)))!.KeyTasks[0].Title.En);
        }

        var plan = (await store.Plan("jia-15"))!;
        var asked = KeyTaskContent.Of(plan.KeyTasks[0]) with { Title = new("加快治污") };
        var revised = await store.As("li", (services, change) => services.GetRequiredService<StoredKeyTasks>().Revise(change, plan, "t1", asked, "甲府〔2026〕9号", day.AddDays(2), "决定", 2, Stop));
        Assert.Equal((3, null), revised);
    }

    [Fact]
    public async Task A_closed_plan_takes_nothing()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack("jia-15", PlanStatus.Closed));
        var editing = new Editing(await store.Exported());
        Assert.Empty((await store.Check(editing.Bytes)).Faults);
        editing.Type("责任分工", "air-pm25", "配合单位", "");

        Assert.Contains("已经关闭", Assert.Single((await store.Check(editing.Bytes)).Faults).Message.Zh, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_crash_in_the_middle_stores_nothing(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        editing.Type("计划项目", "p1", "项目名称", "别的工程");
        editing.Delete("计划项目", "p2");
        var check = await store.Check(editing.Bytes);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Within<int>(async (services, change) =>
        {
            await services.GetRequiredService<PlanWorkbooks>().Apply(change, "jia-15", check.Edits, Stop);
            await change.Db.SaveChangesAsync(Stop);
            throw new InvalidOperationException("The power fails.");
        }));

        Assert.Empty((await store.Check(await store.Exported())).Changes);
        Assert.Equal(["管网工程", "监测能力建设"], (await store.Plan("jia-15"))!.Projects.Select(project => project.Name.Zh));
        Assert.Equal(2, (await store.Check(editing.Bytes)).Changes.Count);
    }
}
