using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Planning.Tests.Packs;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Confirming.Taishan;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>A later version of a plan's document.</summary>
public sealed class VersionTests
{
    private static readonly Adoption Adopted = new("台府〔2021〕9号", new DateOnly(2021, 12, 30));

    private const string Pm25 = "细颗粒物（PM2.5）年均浓度";
    private const string Forest = "森林覆盖率";

    // A chapter is put in front, so that every clause is counted anew; PM2.5 is tightened, the forest is gone, a new indicator is there.
    private static PlanReading Next { get; } = Taishan.Reading with
    {
        Source = new("plan2.pdf", "pdf", null, 1300, new string('b', 64)),
        Outline =
        [
            new("c1", 1, "第一章", "现状与形势", 1) { Line = 1 }, new("c2", 1, "第二章", "目标", 2) { Line = 1 }, new("c3", 1, "第三章", "任务", 3) { Line = 1 },
            new("c3.1", 2, "第一节", "大气", 3) { Line = 2 }, new("c3.2", 2, "第二节", "水", 4) { Line = 9 }, new("c4", 1, "第四章", "保障", 8) { Line = 1 }, new("c4.1", 2, "第一节", "组织", 8) { Line = 2 },
        ],
        Clauses =
        [
            new("c1", [new("“十三五”期间生态环境质量明显改善。", 1, 2)]), new("c2", [new("到2025年，生态环境持续改善。", 2, 4)]),
            new("c3.1", [new("第一段", 3, 5), new("开展油气回收治理（市生态环境局牵头）。", 3, 6)]), new("c4.1", [new("压实责任。", 8, 3)]),
        ],
        Goals = [new("生态环境持续改善", "c2")],
        KeyTasks = [new("第一节", "大气", "c3.1"), new("第二节", "水", "c3.2")],
        Safeguards = [new("第一节", "组织", "c4.1")],
        Indicators =
        [
            Taishan.Reading.Indicators[0] with { Target = new(2025, "≤20", PrintedTargetKind.AtMost, 20m), ClauseId = "c2" },
            .. Taishan.Reading.Indicators.Skip(1).Where(row => row.Name != Forest).Select(row => row with { ClauseId = "c2" }),
            Row("6", "城市空气质量优良天数比例", "%", new(2020, "90", 90m), new(2025, "≥95", PrintedTargetKind.AtLeast, 95m), "环境治理", 0.9m) with { ClauseId = "c2" },
        ],
        Responsibilities = [new("c3.1", ["市生态环境局"], ["市公安局"])],
        Measures = [Taishan.Reading.Measures[0] with { ClauseId = "c3.1" }],
        Projects = [Taishan.Reading.Projects[0] with { ClauseId = "c3.1" }],
    };

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_says_the_same_keeps_its_decision_and_what_changed_waits_again(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var wang = await store.Person("wang");
        var first = await store.View(wang);
        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 1, [.. first.Items.Where(item => item.CanAccept).Select(item => item.Seen())], Stop)));
        Assert.Null(await store.Desk(desk => desk.Add(wang, Plan, 1, FoundKind.Goal, new() { Name = "补充的目标" }, new(null, null, "c1", null), Stop)));
        var before = (await store.Plan(Plan))!;

        Assert.Equal(PlanImportOutcome.NextVersion, (await Import(store, Next)).Outcome);

        var view = await store.View(wang);
        Assert.Equal((2, "plan2.pdf", FoundChange.Same, FoundState.Accepted), (view.Document, view.SourceName, view.Named("大气").Change, view.Named("大气").State));
        var (pm25, gone, added) = (view.Named(Pm25), view.Items.Single(item => item.Change == FoundChange.Removed), view.Named("城市空气质量优良天数比例"));
        Assert.Equal((FoundChange.Changed, FoundState.Open, 20.5m, (decimal?)20m), (pm25.Change, pm25.State, pm25.Before!.TargetValue!.Value, pm25.Content.TargetValue));
        Assert.Equal((Forest, FoundState.Rejected), (gone.Before!.Name, gone.State));
        Assert.Equal((FoundChange.Added, FoundState.Open, "i6"), (added.Change, added.State, added.Id));
        Assert.Equal(FoundState.Added, view.Named("补充的目标").State);
        Assert.Equal(first.Named(Pm25).Id, pm25.Id);

        // The clause of the goals is known again though it is chapter two now; the new chapter has an id that no clause had.
        var plan = (await store.Plan(Plan))!;
        Assert.Equal(["现状与形势", "目标", "任务", "大气", "水", "保障", "组织"], plan.Clauses.Select(clause => clause.Title.Zh));
        Assert.Equal("c1", plan.Clauses[1].Id);
        Assert.DoesNotContain(plan.Clauses[0].Id, before.Clauses.Select(clause => clause.Id));
        Assert.Equal(["单位GDP能源消耗降低", "近岸海域水质优良比例"], plan.Indicators.Select(indicator => indicator.Name.Zh));
        Assert.Equal(2, plan.KeyTasks.Count);

        // What was decided on the first version is not taken back on the second.
        Assert.Null(view.UndoLabel);
        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 2, [pm25.Seen(), gone.Seen()], Stop)));
        var names = (await store.Plan(Plan))!.Indicators.Select(indicator => (indicator.Name.Zh, indicator.Target.Value)).ToList();
        Assert.Contains((Pm25, 20m), names);
        Assert.Contains((Forest, null), names);

        Assert.Equal("c1", (await store.View(wang, document: 1)).Clauses[0].Id);
        Assert.NotNull((await store.View(wang, document: 1)).WhyNotEdit);
        Assert.Equal("plan.next-version", (await store.In(services => services.GetRequiredService<IHistory>().Of($"plan/{Plan}", Stop)))[^1].Kind);
    }

    [Fact]
    public async Task A_correction_of_what_says_the_same_stands_and_a_third_version_still_knows_it()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var forest = (await store.View(wang)).Named(Forest);
        Assert.Null(await store.Desk(desk => desk.Correct(wang, Plan, 1, forest.Id, 0, forest.Content with { TargetValue = 48.6m }, Stop)));

        await Import(store, Taishan.Reading with { Source = Next.Source });
        await Import(store, Taishan.Reading with { Source = Next.Source! with { Sha256 = new string('c', 64) } });

        var view = await store.View(wang);
        Assert.Equal((3, FoundState.Corrected, FoundChange.Same, 48.6m), (view.Document, view.Named(Forest).State, view.Named(Forest).Change, view.Named(Forest).Content.TargetValue!.Value));
        Assert.Equal(48.6m, Assert.Single((await store.Plan(Plan))!.Indicators).Target.Value);
    }

    [Fact]
    public async Task What_an_editor_added_to_the_row_of_an_item_outlives_a_version_that_only_moves_it()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var view = await store.View(wang);
        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 1, [view.Named("近岸海域水质优良比例").Seen(), view.Named(Pm25).Seen(), .. view.Items.Where(item => item.Kind == FoundKind.Measure).Select(item => item.Seen())], Stop)));
        await store.Within((_, change) =>
        {
            change.Db.Add(new StepRow { Plan = Plan, Indicator = "sea-good", Revision = 1, Year = 2023, Value = 89 });
            change.Db.Add(ItemRow.Of(Plan, ItemKind.KeyTask, 7, "t1", "", new("工作簿里的任务"), new(""), null));
            change.Record("440781", "test", "test", 1);
            return Task.FromResult(0);
        });

        await Import(store, Next);
        Assert.Equal("PLN-018", (await store.Desk(async desk => await desk.Accept(wang, Plan, 2, [(await store.View(wang)).Named("大气").Seen()], Stop)))!.Code);

        var plan = (await store.Plan(Plan))!;
        Assert.Equal([new AnnualTarget(2023, 89)], plan.Indicators.Single(one => one.Code == "sea-good").Steps);
        Assert.Equal("工作簿里的任务", Assert.Single(plan.KeyTasks).Title.Zh);
        Assert.Equal("c2.1", Assert.Single(plan.Measures).ClauseId);
    }

    [Fact]
    public async Task A_screen_of_the_version_before_decides_about_nothing()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var (goal, forest) = ((await store.View(wang)).Named("生态环境持续改善").Seen(), (await store.View(wang)).Named(Forest));
        await Import(store, Next);

        Assert.Equal("PLN-012", (await store.Desk(desk => desk.Accept(wang, Plan, 1, [(forest with { Id = "i1" }).Seen()], Stop)))!.Code);   // PM2.5 is tightened: nobody saw that
        Assert.Equal("PLN-012", (await store.Desk(desk => desk.Correct(wang, Plan, 1, forest.Id, 0, forest.Content, Stop)))!.Code);
        Assert.Equal("PLN-012", (await store.Desk(desk => desk.Reject(wang, Plan, 1, [goal], null, Stop)))!.Code);
        Assert.Equal("PLN-012", (await store.Desk(desk => desk.Add(wang, Plan, 1, FoundKind.Goal, new() { Name = "x" }, new(null, null, null, null), Stop)))!.Code);
        Assert.Equal("PLN-012", (await store.Desk(desk => desk.Undo(wang, Plan, 1, Stop)))!.Code);
        Assert.Equal("PLN-012", (await store.Desk(desk => desk.Redo(wang, Plan, 1, Stop)))!.Code);
        Assert.Empty((await store.Plan(Plan))!.Indicators);
        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 2, [goal], Stop)));
    }

    [Fact]
    public async Task A_row_that_is_put_in_front_renumbers_the_others_and_opens_none_of_them_again()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [.. (await store.View(wang)).Items.Where(item => item.CanAccept).Select(item => item.Seen())], Stop)));
        var before = (await store.Plan(Plan))!;

        await Import(store, Taishan.Reading with
        {
            Source = Next.Source,
            Outline = [.. Taishan.Reading.Outline.Take(2), new("c2.1", 2, "第一节", "固体废物", 3) { Line = 2 }, new("c2.2", 2, "第二节", "大气", 3) { Line = 4 }, new("c2.3", 2, "第三节", "水", 4) { Line = 9 }, .. Taishan.Reading.Outline.Skip(4)],
            Clauses = [Taishan.Reading.Clauses[0], new("c2.1", [new("推进无废城市建设", 3, 3)]), Taishan.Reading.Clauses[1] with { ClauseId = "c2.2" }, Taishan.Reading.Clauses[2]],
            KeyTasks = [new("第一节", "固体废物", "c2.1"), new("第二节", "大气", "c2.2"), new("第三节", "水", "c2.3")],
            Indicators = [Row("1", "一般工业固体废物综合利用率", "%", new(2020, "80", 80m), new(2025, "≥85", PrintedTargetKind.AtLeast, 85m), "环境治理", 0.9m), .. Taishan.Reading.Indicators.Select((row, i) => row with { No = $"{i + 2}" })],
            Responsibilities = [new("c2.2", ["市生态环境局"], ["市公安局"])],
            Measures = [Taishan.Reading.Measures[0] with { ClauseId = "c2.2" }],
            Projects = [Taishan.Reading.Projects[0] with { ClauseId = "c2.2" }],
        });

        var (view, plan) = (await store.View(wang), (await store.Plan(Plan))!);
        Assert.Equal(["一般工业固体废物综合利用率", "固体废物"], view.Items.Where(item => item.Change != FoundChange.Same).Select(item => item.Content.Name!).Order(StringComparer.Ordinal));
        Assert.Equal(before.Indicators.Select(indicator => indicator.Code), plan.Indicators.Select(indicator => indicator.Code));
        Assert.Equal([("大气", "第二节"), ("水", "第三节")], plan.KeyTasks.Select(task => (task.Title.Zh, task.Number)));
    }

    [Fact]
    public async Task The_yearly_steps_of_an_indicator_that_waits_again_are_there_when_it_comes_back_and_go_when_it_is_left_out()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [(await store.View(wang)).Named(Pm25).Seen()], Stop)));
        await store.Within((_, change) =>
        {
            change.Db.Add(new StepRow { Plan = Plan, Indicator = "air-pm25", Revision = 1, Year = 2023, Value = 21 });
            change.Record("440781", "test", "test", 1);
            return Task.FromResult(0);
        });

        await Import(store, Next);
        Assert.Empty((await store.Plan(Plan))!.Indicators);
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 2, [(await store.View(wang)).Named(Pm25).Seen()], Stop)));
        Assert.Equal([new AnnualTarget(2023, 21)], Assert.Single((await store.Plan(Plan))!.Indicators).Steps);

        Assert.Null(await store.Desk(desk => desk.Undo(wang, Plan, 2, Stop)));
        Assert.Null(await store.Within(async (services, change) => await services.GetRequiredService<PlanLife>().Confirm(
            change, Plan, (await change.Db.Set<PlanRow>().AsNoTracking().SingleAsync(Stop)).Version, Adopted, Stop, leaveOpenOut: true)));
        Assert.Equal(0, await store.In(services => services.GetRequiredService<GreenprintDb>().Set<StepRow>().CountAsync(Stop)));
    }

    [Fact]
    public async Task What_an_editor_keeps_though_it_is_gone_keeps_the_editors_words_in_every_later_version()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var wordless = (await store.View(wang)).Named("某新指标");   // printed without a target: as found it is not enough for a plan
        Assert.Null(await store.Desk(desk => desk.Correct(
            wang, Plan, 1, wordless.Id, 0, wordless.Content with { TargetKind = TargetKind.Milestone, TargetYear = 2024, TargetText = "建成" }, Stop)));
        var without = Taishan.Reading with { Source = Next.Source, Indicators = [.. Taishan.Reading.Indicators.SkipLast(1)] };
        await Import(store, without);
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 2, [(await store.View(wang)).Named("某新指标").Seen()], Stop)));

        await Import(store, without with { Source = Next.Source! with { Sha256 = new string('c', 64) } });

        Assert.Equal((FoundState.Added, 2024), (await store.View(wang)).Named("某新指标") is var kept ? (kept.State, kept.Content.TargetYear!.Value) : default);
        Assert.Equal((TargetKind.Milestone, "建成"), Assert.Single((await store.Plan(Plan))!.Indicators).Target is var target ? (target.Kind, target.Text.Zh) : default);
    }

    [Fact]
    public async Task Beside_a_plan_in_force_a_version_lies_for_comparison_and_changes_nothing()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [(await store.View(wang)).Named(Pm25).Seen()], Stop)));
        Assert.Null(await store.Within((services, change) => services.GetRequiredService<PlanLife>().Confirm(change, Plan, 2, Adopted, Stop, leaveOpenOut: true)));
        var before = (await store.Plan(Plan))!;

        var done = await Import(store, Next);

        Assert.Equal((PlanImportOutcome.Compared, "PLN-021"), (done.Outcome, Assert.Single(done.Findings).Code));
        var view = await store.View(wang);
        Assert.Equal((2, FoundChange.Changed), (view.Document, view.Named(Pm25).Change));
        Assert.Equal("现状与形势", view.Clauses[0].Title.Zh);
        Assert.Equal("PLN-013", (await store.Desk(desk => desk.Accept(wang, Plan, 2, [view.Named(Pm25).Seen()], Stop)))!.Code);
        var plan = (await store.Plan(Plan))!;
        Assert.Equal(before.Clauses.Select(clause => clause.Id), plan.Clauses.Select(clause => clause.Id));
        Assert.Equal(before.Indicators[0].Target, Assert.Single(plan.Indicators).Target);
        Assert.Equal(PlanImportOutcome.Unchanged, (await Import(store, Next)).Outcome);
        Assert.Equal(PlanImportOutcome.Unchanged, (await Import(store, Taishan.Reading)).Outcome);
    }

    [Fact]
    public async Task A_version_is_refused_where_it_has_no_place()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        await store.Import(Pack());
        await store.Import(Pack("yi-15", PlanStatus.Draft));

        Assert.Equal(PlanImportOutcome.Unchanged, (await Import(store, Taishan.Reading)).Outcome);
        Assert.Equal("PLN-010", Assert.Single((await Import(store, Next, "none")).Findings).Code);
        Assert.Equal("PLN-013", Assert.Single((await Import(store, Next, "yi-15")).Findings).Code);
        Assert.Equal("PLN-016", Assert.Single((await store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(
            change, Next, new(VersionOf: Plan), Stop, _ => Task.FromResult(false)))).Findings).Code);
        Assert.Equal(PlanImportOutcome.Compared, (await Import(store, Next, "jia-15")).Outcome);
        store.Clock.Set(new DateOnly(2031, 1, 1));
        Assert.Null(await store.Within((services, change) => services.GetRequiredService<PlanLife>().Close(change, "jia-15", 1, Stop)));
        Assert.Equal("PLN-013", Assert.Single((await Import(store, Taishan.Reading, "jia-15")).Findings).Code);
    }

    [Fact]
    public async Task A_draft_of_an_earlier_program_gets_its_items_from_the_same_file()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        await store.Within(async (_, change) =>
        {
            await change.Db.Set<FoundRow>().ExecuteDeleteAsync(Stop);
            await change.Db.Set<DocumentRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Reading, (string?)null), Stop);
            change.Db.Add(ItemRow.Of(Plan, ItemKind.KeyTask, 0, "t1", "第一节", new("大气"), new(""), "c2.1"));
            change.Record("440781", "test", "test", 1);
            return 0;
        });
        var old = await store.View(wang);
        Assert.Contains("重新上传", old.WhyNotEdit!.Zh, StringComparison.Ordinal);
        Assert.False(old.HasFile);

        var again = await store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(change, Taishan.Reading, new(), Stop));

        Assert.Equal(PlanImportOutcome.NextVersion, again.Outcome);
        Assert.Equal(11, (await store.View(wang)).OpenCount);
        Assert.Empty((await store.Plan(Plan))!.KeyTasks);
    }

    private static Task<PlanImport> Import(TestStore store, PlanReading reading, string of = Plan) =>
        store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(change, reading, new(VersionOf: of), Stop));
}
