using Greenprint.Planning.Plans;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.YearTasks;

public sealed class YearTaskTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_task_comes_back_as_it_was_set_whatever_the_engine(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var before = await store.Added(NewSewers());
        var content = NewSewers() with { Quantity = 0.035m, DependsOn = [before.Code], Remark = "先行段" };

        var task = await store.Added(content);

        Assert.Equal(("2026-01", "2026-02", "jia-15/2026-02", 1), (before.Code, task.Code, task.Id, task.Revision));
        var found = (await store.In(services => services.GetRequiredService<IYearTasks>().Find(task.Id, Stop)))!;
        Assert.Empty(YearTaskChange.Between(found.Content, content));
        Assert.Equal(("王编辑", false, null), (found.RecordedBy, found.IsCancelled, found.Why));
        Assert.Equal([before.Code, task.Code], (await store.Tasks()).Select(one => one.Code));
        Assert.Empty(await store.Tasks(year: 2027));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_edit_is_a_further_revision_and_any_earlier_day_can_be_read(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        store.Clock.Set(new DateOnly(2026, 2, 1));
        var task = await store.Added(NewSewers());
        store.Clock.Set(new DateOnly(2026, 5, 20));
        var revised = await store.Revise(task, task.Content with { Quantity = 300, Due = new(2026, 12, 31) }, "工程量核减", seen: 1);
        store.Clock.Set(new DateOnly(2026, 8, 9));
        Assert.Empty((await store.Cancel(revised.Task!)).Findings);

        Assert.Equal([1, 2, 3], (await store.Revisions(task.Id)).Select(one => one.Revision));
        var now = Assert.Single(await store.Tasks());
        Assert.Equal((true, "并入其他任务", 300m), (now.IsCancelled, now.Why, now.Content.Quantity));
        Assert.Empty(await store.TasksAsOf(new(2026, 1, 31)));
        Assert.Equal((320m, false), Assert.Single(await store.TasksAsOf(new(2026, 5, 19))) is var first ? (first.Content.Quantity!.Value, first.IsCancelled) : default);
        Assert.Equal((300m, "工程量核减", "李编辑"), Assert.Single(await store.TasksAsOf(new(2026, 5, 20))) is var second ? (second.Content.Quantity!.Value, second.Why, second.RecordedBy) : default);

        var changes = YearTaskChange.Between((await store.Revisions(task.Id))[0], revised.Task!);
        Assert.Equal([("quantity", "320", "300"), ("due", "2026-11-30", "2026-12-31")], changes.Select(change => (change.Field, change.Before, change.After)));
        var history = await store.In(services => services.GetRequiredService<IHistory>().Of($"year-task/{task.Id}", Stop));
        Assert.Equal(["year-task.added", "year-task.revised", "year-task.cancelled"], history.Select(entry => entry.Kind));
        Assert.Equal("工程量核减", history[1].Why);
    }

    [Fact]
    public async Task A_cancelled_task_is_not_edited_until_that_is_taken_back()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var task = await store.Added(NewSewers());
        await store.Cancel(task);

        Assert.Equal("PLN-024", Code(await store.Revise(task, task.Content with { Quantity = 1 })));
        Assert.Equal("PLN-024", Code(await store.Cancel(task)));
        Assert.Empty((await store.Cancel(task, cancel: false, why: "仍需实施")).Findings);
        Assert.Empty((await store.Revise(task, task.Content with { Quantity = 1 })).Findings);
        Assert.Equal(4, (await store.Revisions(task.Id)).Count);
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_task_the_second_is_told_and_nothing_is_lost()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var task = await store.Added(NewSewers());
        Assert.Empty((await store.Revise(task, task.Content with { Quantity = 310 }, seen: 1)).Findings);

        Assert.Equal("PLN-012", Code(await store.Revise(task, task.Content with { Quantity = 305 }, seen: 1)));

        Assert.Equal(310m, Assert.Single(await store.Tasks()).Content.Quantity);
    }

    [Theory]
    [InlineData("draft", "PLN-013")]
    [InlineData("closed", "PLN-013")]
    [InlineData("none", "PLN-010")]
    public async Task Tasks_are_set_in_a_plan_in_force_only(string plan, string code)
    {
        await using var store = await Prepared(StoreEngine.Sqlite, Towns(), Towns("draft", PlanStatus.Draft), Towns("closed", PlanStatus.Closed));

        Assert.Equal(code, Code(await store.Add(NewSewers(), plan)));
        Assert.Empty(await store.Tasks(plan));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T15_what_is_set_in_one_plan_leaves_another_with_the_same_words_as_it_was(StoreEngine engine)
    {
        await using var store = await Prepared(engine, Towns(), Towns("yi-15"));
        var other = await store.Added(NewSewers(), "yi-15");
        var before = await store.Revisions(other.Id);

        var task = await store.Added(NewSewers());
        await store.Revise(task, task.Content with { Quantity = 5 });
        await store.Cancel(task);

        Assert.Equal(other.Code, task.Code);
        var after = await store.Revisions(other.Id);
        Assert.Empty(YearTaskChange.Between(Assert.Single(before), Assert.Single(after)));
    }

    [Fact]
    public async Task A_number_is_never_given_twice_even_after_a_cancellation()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Added(NewSewers());
        await store.Cancel(await store.Added(NewSewers()));

        Assert.Equal("2026-03", (await store.Added(NewSewers())).Code);
        Assert.Equal("2027-01", (await store.Added(NewSewers(2027))).Code);
    }

    [Fact]
    public async Task A_change_that_fails_in_the_middle_leaves_no_task()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);

        await Assert.ThrowsAsync<IOException>(() => store.Within<int>(async (services, change) =>
        {
            Assert.Empty((await services.GetRequiredService<IYearTasks>().Add(change, "jia-15", NewSewers(), null, Stop)).Findings);
            throw new IOException("The disk is gone.");
        }));

        Assert.Empty(await store.Tasks());
        Assert.Equal(0, await store.In(services => services.GetRequiredService<GreenprintDb>().Set<YearTaskRow>().CountAsync(Stop)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_list_set_elsewhere_is_taken_over_whole_once_also_for_past_years_of_a_closed_plan(StoreEngine engine)
    {
        await using var store = await Prepared(engine, Towns("closed", PlanStatus.Closed));
        YearTaskEntry[] entries =
        [
            new("2026-11", NewSewers() with { DependsOn = ["2026-12"] }),
            new("2026-12", NewSewers() with { Accountable = "left-long-ago" }),
            new("2026-13", NewSewers() with { Parent = "2026-12", Place = East.Code, Quantity = 100 }),
        ];

        Assert.Empty(await TakeOver(store, entries));
        Assert.Empty(await TakeOver(store, entries));

        Assert.Equal([("2026-11", null), ("2026-12", "left-long-ago"), ("2026-13", null)], (await store.Tasks("closed")).Select(task => (task.Code, task.Content.Accountable)));
        Assert.All(await store.Tasks("closed"), task => Assert.Equal(1, task.Revision));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_one_accountable_person_holds_a_post_in_the_lead_unit(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, builder => builder.AddPlanning(), StoreKind.Demo, new(2026, 3, 1));
        await store.Import(Towns());
        var person = await store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson("gao", "高杉", password: null, [], Stop));
        Assert.Equal("accountable", Assert.Single((await store.Add(NewSewers() with { Accountable = person })).Findings).Field);

        await store.Within((services, change) => services.GetRequiredService<IUnits>().Appoint(change, new(person, Housing.Id, ("副局长", "Deputy"), IsDeputy: false, new(2026, 1, 1)), null, Stop));

        var task = await store.Added(NewSewers() with { Accountable = person });
        Assert.Equal(person, Assert.Single(await store.Tasks()).Content.Accountable);
        Assert.Equal("accountable", Assert.Single((await store.Revise(task, task.Content with { Lead = Bureau.Id, Support = [] })).Findings).Field);
    }

    [Fact]
    public async Task What_a_person_answers_for_passes_to_a_colleague_of_the_lead_unit_and_to_nobody_else()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddPlanning(), StoreKind.Demo, new(2026, 3, 1));
        await store.Import(Towns());
        var (from, to, stranger) = (await Person(store, "gao", Housing.Id), await Person(store, "ding", Housing.Id), await Person(store, "xu", Bureau.Id));
        var task = await store.Added(NewSewers() with { Accountable = from });

        var held = Assert.Single(await store.In(services => services.GetServices<IHandOver>().Single(one => one.Name.Zh == "年度任务").HeldBy(from, Stop)));
        Assert.Equal((task.Id, Housing.Id), (held.Id, held.Unit));
        await Assert.ThrowsAsync<RefusedException>(() => Pass(stranger));
        await Pass(to);

        Assert.Equal([from, to], (await store.Revisions(task.Id)).Select(revision => revision.Content.Accountable));
        await Assert.ThrowsAsync<RefusedException>(() => Pass(to));

        Task<int> Pass(string whom) => store.Within(async (services, change) =>
        {
            await services.GetServices<IHandOver>().Single(one => one.Name.Zh == "年度任务").HandOver(change, [task.Id], from, whom, "调离", Stop);
            return 0;
        });
    }

    [Fact]
    public async Task What_is_overdue_passes_to_a_successor_who_came_after_the_day_it_was_due_also_in_the_year_after()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddPlanning(), StoreKind.Demo, new(2026, 3, 1));
        await store.Import(Towns());
        var from = await Person(store, "gao", Housing.Id);
        var task = await store.Added(NewSewers() with { Accountable = from });
        store.Clock.Set(new DateOnly(2027, 1, 20));
        var successor = await Person(store, "ding", Housing.Id, new(2027, 1, 10));

        var held = Assert.Single(await store.In(services => services.GetServices<IHandOver>().Single(one => one.Name.Zh == "年度任务").HeldBy(from, Stop)));
        await store.Within(async (services, change) =>
        {
            await services.GetServices<IHandOver>().Single(one => one.Name.Zh == "年度任务").HandOver(change, [held.Id], from, successor, "调离", Stop);
            return 0;
        });

        Assert.Equal([from, successor], (await store.Revisions(task.Id)).Select(revision => revision.Content.Accountable));
    }

    [Fact]
    public async Task What_is_done_stays_with_who_did_it_and_so_does_what_a_unit_led_that_is_gone()
    {
        var isDone = new Completion();
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddPlanning().Services.AddSingleton<ITaskCompletion>(isDone), StoreKind.Demo, new(2026, 3, 1));
        await store.Import(Towns());
        var person = await Person(store, "gao", Housing.Id);
        var (done, open) = (await store.Added(NewSewers() with { Accountable = person }), await store.Added(NewSewers() with { Title = ("另一项", "Another one"), Accountable = person }));
        isDone.Ids.Add(done.Id);

        Assert.Equal(open.Id, Assert.Single(await Held()).Id);
        await store.Within((_, change) => change.Db.Database.ExecuteSqlAsync($"UPDATE platform_organizations SET closed = '2026-02-01' WHERE id = {Housing.Id}", Stop));
        Assert.Empty(await Held());

        Task<IReadOnlyList<HeldItem>> Held() => store.In(services => services.GetServices<IHandOver>().Single(one => one.Name.Zh == "年度任务").HeldBy(person, Stop));
    }

    [Fact]
    public async Task A_unit_is_not_closed_while_it_supports_a_task_that_is_due_later()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        store.Clock.Set(new DateOnly(2026, 9, 1));
        var task = await store.Added(NewSewers());

        var lines = await HangsOn();
        Assert.Contains("由它配合的年度任务 1 项（2026-01）", Assert.Single(lines).Zh, StringComparison.Ordinal);

        Assert.Empty((await store.Revise(task, task.Content with { Support = [] })).Findings);
        Assert.Empty(await HangsOn());

        Task<IReadOnlyList<Bilingual>> HangsOn() => store.In(services => new UnitsWithTasks(services.GetRequiredService<GreenprintDb>(), services.GetRequiredService<IPlans>()).HangsOn(Bureau.Id, new(2026, 8, 31), Stop));
    }

    [Fact]
    public async Task A_unit_is_not_closed_while_it_leads_indicators_or_key_tasks_of_a_plan_in_force_or_holds_shares_for_years_to_come()
    {
        var busy = Towns();
        await using var store = await Prepared(StoreEngine.Sqlite, busy, Towns("draft-15") with { Status = PlanStatus.Draft }, Towns("old-15") with { Status = PlanStatus.Closed });
        Assert.Empty(await store.Within((services, change) => services.GetRequiredService<IAllocations>().Allocate(
            change, "jia-15", "air-pm25", 2026, AllocationTo.Units, new(CombinationRule.Mean, [new(Housing.Id, 21)], null, "分解会议"), null, Stop)));

        var lines = await HangsOn(Bureau.Id, new(2026, 8, 31));
        Assert.Equal(4, lines.Count);
        Assert.Contains("《甲县规划》由它牵头的指标 1 项（细颗粒物），请先在工作簿", lines[0].Zh, StringComparison.Ordinal);
        Assert.Contains("由它牵头的重点任务 1 项（大气）", lines[2].Zh, StringComparison.Ordinal);
        Assert.Contains("分解给它的目标 1 项（细颗粒物 2026 年）", Assert.Single(await HangsOn(Housing.Id, new(2026, 12, 30))).Zh, StringComparison.Ordinal);
        Assert.Empty(await HangsOn(Housing.Id, new(2026, 12, 31)));
        Assert.Empty(await HangsOn(EastOffice.Id, new(2026, 8, 31)));

        Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last) => store.In(services => services.GetServices<IUnitUse>().OfType<UnitsInPlans>().Single().HangsOn(unit, last, Stop));
    }

    [Fact]
    public async Task A_difference_is_told_apart_by_kind_of_source_and_kept_in_no_language_of_a_screen()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var task = await store.Added(NewSewers());

        Assert.Equal(("cancelled", "in-force", "cancelled"), Assert.Single(YearTaskChange.Between(task, task with { IsCancelled = true })) is var state ? (state.Field, state.Before, state.After) : default);
        Assert.Equal(("source", "key-task/t1", "measure/t1"), Assert.Single(YearTaskChange.Between(task.Content, task.Content with { Source = new(YearTaskSourceKind.Measure, "t1") })) is var source ? (source.Field, source.Before, source.After) : default);
    }

    private static async Task<string> Person(TestStore store, string name, string unit, DateOnly? since = null)
    {
        var person = await store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, password: null, [], Stop));
        await store.Within((services, change) => services.GetRequiredService<IUnits>().Appoint(change, new(person, unit, ("科员", "Officer"), IsDeputy: false, since ?? new(2026, 1, 1)), null, Stop));
        return person;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_unit_is_not_closed_while_it_leads_a_task_that_is_due_later(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        store.Clock.Set(new DateOnly(2026, 9, 1));
        var task = await store.Added(NewSewers());

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Close());
        Assert.Contains("2026-01", refused.Finding.Message.Zh, StringComparison.Ordinal);

        Assert.Empty((await store.Revise(task, task.Content with { Lead = Bureau.Id, Support = [] })).Findings);
        await Close();

        Task<int> Close() => store.Within(async (services, change) =>
        {
            await services.GetRequiredService<IUnits>().Close(change, Housing.Id, new(2026, 8, 31), "机构改革", Stop);
            return 0;
        });
    }

    [Fact]
    public async Task Of_a_list_with_one_fault_nothing_is_taken_over()
    {
        await using var store = await Prepared(StoreEngine.Sqlite, Towns("closed", PlanStatus.Closed));

        var findings = await TakeOver(store, [new("2026-01", NewSewers()), new("2027-02", NewSewers()), new("2026-03", NewSewers() with { Lead = "nobody" })]);

        Assert.Equal(["code", "lead"], findings.Select(finding => finding.Field));
        Assert.Empty(await store.Tasks("closed"));
    }

    private static Task<IReadOnlyList<FieldFinding>> TakeOver(TestStore store, IReadOnlyList<YearTaskEntry> entries) =>
        store.Within((services, change) => services.GetRequiredService<IYearTasks>().TakeOver(change, "closed", entries, Stop));

    private static string Code(YearTaskSaving saving) => Assert.Single(saving.Findings).Finding.Code;

    private sealed class Completion : ITaskCompletion
    {
        public HashSet<string> Ids { get; } = [];

        public Task<IReadOnlySet<string>> Done(IReadOnlyList<YearTask> tasks, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>>(Ids);
    }
}
