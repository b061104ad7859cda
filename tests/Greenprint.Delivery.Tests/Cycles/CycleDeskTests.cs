using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Cycles;

public sealed class CycleDeskTests
{
    private const string Plan = "jia-15";
    private static readonly Period March = Period.OfMonth(2026, 3);

    internal static async Task<County> WithPlan(StoreEngine engine)
    {
        var county = await County.Open(engine);
        var pack = new PlanPack
        {
            Format = PlanPack.CurrentFormat,
            Id = Plan,
            Region = County.Region,
            Title = ("甲县规划", "Plan of Jia"),
            Start = 2026,
            End = 2030,
            Demo = true,
            Clauses = [new("c1", 1, "第一章", ("任务", "Tasks"), [])],
            KeyTasks = [new("t1", "1.", ("治水", "Water"), ("正文", "text"), "c1", County.Water)],
        };
        var done = await county.Store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var imported = await services.GetRequiredService<IPlanPacks>().Import(change, pack, County.Stop);
                await change.Db.SaveChangesAsync(County.Stop);
                return (imported, await services.GetRequiredService<IYearTasks>().TakeOver(change, Plan, [Entry("2026-01", 40), Entry("2026-02", 12)], County.Stop));
            },
            County.Stop));
        Assert.Empty(done.imported.Findings);
        Assert.Empty(done.Item2);
        return county;
    }

    private static YearTaskEntry Entry(string code, decimal quantity) => new(code, new YearTaskContent(2026, new(YearTaskSourceKind.KeyTask, "t1"), ($"任务{code}", $"task {code}"), new DateOnly(2026, 12, 20), County.Water)
    {
        Quantity = quantity,
        Unit = "公里",
        Criterion = ("验收合格", "accepted"),
        Evidence = EvidenceClass.Record,
    });

    internal static Task<(string? Cycle, Finding? Refusal)> Open(County county, string who, CycleWindow? window = null, params string[] tasks) => county.In(services =>
    {
        var desk = services.GetRequiredService<CycleDesk>();
        var (proposed, signBy, _) = desk.Propose(March);
        return desk.Open(county[who], new(Plan, March, window ?? proposed, signBy, tasks), County.Stop);
    });

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_cycle_registers_an_item_for_each_task_once(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        var (cycle, refusal) = await Open(county, "wang", null, "jia-15/2026-01");
        Assert.Null(refusal);
        Assert.Equal("DLV-005", (await Open(county, "wang", null, "jia-15/2026-01")).Refusal!.Code);

        Assert.Null(await county.In(services => services.GetRequiredService<CycleDesk>().Call(county["wang"], cycle!, ["jia-15/2026-01", "jia-15/2026-02"], [], County.Stop)));
        var view = await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop));

        Assert.Equal(["jia-15/2026-01", "jia-15/2026-02"], view!.Items.Select(item => item.Row.Subject));
        Assert.Empty(view.NotCalled);
        var row = view.Items[0].Row;
        Assert.Equal((County.Water, new DateOnly(2026, 4, 8), "公里", EvidenceClass.Record), (row.Unit, row.Due, row.QuantityUnit, row.Evidence!.Value));
        Assert.Equal(DispatchStage.Registered, row.Stage);
    }

    [Fact]
    public async Task T21_a_cycle_is_shown_to_who_runs_it_and_an_item_to_who_has_to_do_with_its_unit()
    {
        await using var county = await WithPlan(StoreEngine.Sqlite);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01");
        var item = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items[0].Row.Id;

        foreach (var (who, runs, sees) in new[] { ("wang", true, true), ("zhao", true, true), ("chen", false, true), ("li", false, true), ("he", false, false) })
        {
            Assert.Equal(runs, await county.In(services => services.GetRequiredService<CycleDesk>().Find(county[who], cycle!, County.Stop)) is not null);
            Assert.Equal(sees, await county.In(services => services.GetRequiredService<DispatchDesk>().Find(county[who], item, County.Stop)) is not null);
        }
    }

    [Fact]
    public async Task The_day_for_signing_that_the_bureau_names_is_the_day_of_its_items()
    {
        await using var county = await WithPlan(StoreEngine.Sqlite);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01");
        var view = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!;
        var id = view.Items[0].Row.Id;
        Assert.Null(await county.Do("zhao", id, DispatchAct.Review));
        Assert.Null(await county.Do("wang", id, DispatchAct.Issue));
        Assert.Equal(view.Cycle.SignBy, (await county.Stored(id)).Row.SignBy);

        // For a period that is over the proposal can be opened as it stands.
        county.Store.Clock.Set(new DateOnly(2026, 6, 1));
        var (window, signBy, _) = await county.In(services => Task.FromResult(services.GetRequiredService<CycleDesk>().Propose(March)));
        Assert.True(signBy <= window.Due);
    }

    [Theory]
    [InlineData("chen", "jia-15/2026-01"), InlineData("li", "jia-15/2026-01"), InlineData("wang", "jia-15/2026-99"), InlineData("wang")]
    public async Task What_cannot_be_opened_leaves_nothing_behind(string who, params string[] tasks)
    {
        await using var county = await WithPlan(StoreEngine.Sqlite);

        Assert.Equal("DLV-006", (await Open(county, who, null, tasks)).Refusal!.Code);
        Assert.Equal(0, await county.In(services => services.GetRequiredService<GreenprintDb>().Set<CycleRow>().CountAsync(County.Stop)));
    }

    [Fact]
    public async Task Days_out_of_order_are_refused()
    {
        await using var county = await WithPlan(StoreEngine.Sqlite);
        var day = new DateOnly(2026, 4, 1);

        Assert.Equal("DLV-006", (await Open(county, "wang", new(day, day.AddDays(-1), day.AddDays(9)), "jia-15/2026-01")).Refusal!.Code);
        Assert.Equal("DLV-006", (await Open(county, "wang", new(day, day.AddDays(5), day), "jia-15/2026-01")).Refusal!.Code);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_closed_cycle_takes_no_report_until_it_is_opened_again_with_a_reason(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01");
        Assert.Equal("DLV-004", (await Close(county, "chen", cycle!, true, null))!.Code);
        Assert.Null(await Close(county, "wang", cycle!, true, null));

        var id = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items[0].Row.Id;
        var found = await county.In(services => services.GetRequiredService<DispatchDesk>().Find(county["chen"], id, County.Stop));
        Assert.Equal(LockReason.CycleClosed, found!.Value.Choices.Lock!.Reason);
        Assert.Equal("DLV-006", (await Close(county, "wang", cycle!, false, " "))!.Code);
        Assert.Null(await Close(county, "wang", cycle!, false, "补报"));
        var history = await county.In(services => services.GetRequiredService<IHistory>().Of($"dispatch-cycle/{cycle}", County.Stop));
        Assert.Equal(["cycle.opened", "cycle.closed", "cycle.reopened"], history.Select(entry => entry.Kind));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_matrix_counts_in_time_late_and_waiting_and_shows_no_share_of_nothing(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01", "jia-15/2026-02");
        foreach (var item in (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items)
        {
            Assert.Null(await county.Do("zhao", item.Row.Id, DispatchAct.Review));
            Assert.Null(await county.Do("wang", item.Row.Id, DispatchAct.Issue));
        }

        var before = await Matrix(county, new DateOnly(2026, 4, 8));
        Assert.Equal(new UnitMonth(0, 0, 2), before.Cells[(County.Water, 4)]);
        Assert.Null(before.Cells[(County.Water, 4)].Share);
        Assert.Equal(2, before.WithoutPerson);
        var after = await Matrix(county, new DateOnly(2026, 4, 9));
        Assert.Equal(new UnitMonth(0, 2, 0), after.Cells[(County.Water, 4)]);
        Assert.Equal(0m, after.Cells[(County.Water, 4)].Share);
    }

    private static Task<CycleView> View(County county, string cycle) => county.In(async services => (await services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle, County.Stop))!);

    private static Task<Finding?> Call(County county, string cycle, params string[] tasks) => county.In(services => services.GetRequiredService<CycleDesk>().Call(county["wang"], cycle, tasks, [], County.Stop));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_task_that_was_refused_by_mistake_is_called_again_in_its_cycle_and_one_that_goes_on_in_another_item_is_not(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01", "jia-15/2026-02");
        var items = (await View(county, cycle!)).Items.ToDictionary(item => item.Row.Subject, item => item.Row.Id);

        // Merged, it goes on: nothing to call. Once the other is refused, neither goes on.
        Assert.Null(await county.Do("zhao", items["jia-15/2026-01"], DispatchAct.Merge, "并案", into: items["jia-15/2026-02"]));
        Assert.Empty((await View(county, cycle!)).NotCalled);
        Assert.Null(await county.Do("zhao", items["jia-15/2026-02"], DispatchAct.Reject, "误退"));
        Assert.Equal(["jia-15/2026-01", "jia-15/2026-02"], (await View(county, cycle!)).NotCalled.Select(task => task.Id));

        Assert.Null(await Call(county, cycle!, "jia-15/2026-01", "jia-15/2026-02"));
        Assert.Null(await Call(county, cycle!, "jia-15/2026-02"));   // there again: once
        var again = (await View(county, cycle!)).Items.Where(item => item.Row.Ending == DispatchEnding.None).ToList();
        Assert.Equal(["jia-15/2026-01", "jia-15/2026-02"], again.Select(item => item.Row.Subject));
        Assert.Null(await county.Do("zhao", again[1].Row.Id, DispatchAct.Reject, "又一次"));
        Assert.Null(await Call(county, cycle!, "jia-15/2026-02"));
        Assert.Equal(5, (await View(county, cycle!)).Items.Count);
    }

    private static Task<TaskProgress> Progress(County county, string task, DateOnly today) => county.In(async services =>
    {
        var tasks = await services.GetRequiredService<IYearTasks>().Of(Plan, 2026, County.Stop);
        return (await TaskProgress.Of(services.GetRequiredService<GreenprintDb>(), tasks, today, County.Stop)).Single(one => one.Task.Id == task);
    });

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_report_of_the_item_that_a_task_was_merged_into_counts_for_it_without_its_quantity_and_done_only_with_its_proof(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01", "jia-15/2026-02");
        var items = (await View(county, cycle!)).Items.ToDictionary(item => item.Row.Subject, item => item.Row.Id);
        var goesOn = items["jia-15/2026-02"];
        Assert.Null(await county.Do("zhao", items["jia-15/2026-01"], DispatchAct.Merge, "并案办理", into: goesOn));
        Assert.Equal(ProgressState.NotStarted, (await Progress(county, "jia-15/2026-01", new(2026, 4, 1))).State);

        county.Store.Clock.Set(new DateOnly(2026, 4, 1));
        foreach (var (who, act) in new[] { ("zhao", DispatchAct.Review), ("wang", DispatchAct.Issue), ("chen", DispatchAct.Sign) })
        {
            Assert.Null(await county.Do(who, goesOn, act));
        }

        Assert.Equal(ProgressState.InProgress, (await Progress(county, "jia-15/2026-01", new(2026, 4, 1))).State);
        await county.In(async services =>
        {
            using var file = new MemoryStream("%PDF-1.7\n%%EOF\n"u8.ToArray());
            Assert.Null(await services.GetRequiredService<EvidenceDesk>().Add(county["chen"], goesOn, new("验收.pdf", file, EvidenceClass.Record, ""), County.Stop));
            return 0;
        });
        await county.Report("chen", goesOn, isDone: true, quantity: "12");
        Assert.Null(await county.Do("zhao", goesOn, DispatchAct.Check));

        var (own, merged) = (await Progress(county, "jia-15/2026-02", new(2026, 4, 1)), await Progress(county, "jia-15/2026-01", new(2026, 4, 1)));
        Assert.Equal((ProgressState.Done, 12m), (own.State, own.Quantity!.Value));
        Assert.Equal((ProgressState.Done, null, own.ReportedAt), (merged.State, merged.Quantity, merged.ReportedAt));
        var calls = await county.In(async services => await services.GetServices<ITaskStandings>().Single().CallsOf(merged.Task, County.Stop));
        Assert.Equal("已并案", Assert.Single(calls).State.Zh);

        // A task that asks for a stronger proof than that report had is not done by it.
        await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var done = await services.GetRequiredService<IYearTasks>().Revise(change, merged.Task.Id, merged.Task.Content with { Evidence = EvidenceClass.Official }, "补充要求", merged.Task.Revision, County.Stop);
                Assert.Empty(done.Findings);
                return 0;
            },
            County.Stop));
        Assert.Equal(ProgressState.InProgress, (await Progress(county, "jia-15/2026-01", new(2026, 4, 1))).State);

        // One that is handed in later makes it done from then on, and the day before stays as it was.
        county.Store.Clock.Set(new DateOnly(2026, 4, 3));
        await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var row = await change.Db.Set<EvidenceRow>().AsNoTracking().SingleAsync(County.Stop);
                change.Db.Add(new EvidenceRow
                {
                    Id = "later",
                    Item = goesOn,
                    Name = "批复.pdf",
                    Kind = row.Kind,
                    Bytes = row.Bytes,
                    Sha256 = row.Sha256,
                    Class = EvidenceClass.Official,
                    Note = "",
                    AddedAt = change.At,
                    AddedBy = row.AddedBy,
                    AddedByName = row.AddedByName,
                });
                change.Record(County.Region, $"dispatch/{goesOn}", "proof.added", new { });
                return 0;
            },
            County.Stop));
        await county.In(async services =>
        {
            var tasks = await services.GetRequiredService<IYearTasks>().Of(Plan, 2026, County.Stop);
            foreach (var (day, state) in new[] { (2, ProgressState.InProgress), (3, ProgressState.Done) })
            {
                var progress = await TaskProgress.OfAsOf(services.GetRequiredService<GreenprintDb>(), tasks, new(2026, 4, day), County.Stop);
                Assert.Equal(state, progress.Single(one => one.Task.Id == "jia-15/2026-01").State);
            }

            return 0;
        });
    }

    [Fact]
    public async Task Who_closes_a_cycle_is_told_what_is_cut_off_and_what_has_a_later_day_and_goes_on()
    {
        await using var county = await WithPlan(StoreEngine.Sqlite);
        var (cycle, _) = await Open(county, "wang", null, "jia-15/2026-01", "jia-15/2026-02");
        county.Store.Clock.Set(new DateOnly(2026, 4, 1));
        foreach (var item in (await View(county, cycle!)).Items)
        {
            Assert.Null(await county.Do("zhao", item.Row.Id, DispatchAct.Review));
            Assert.Null(await county.Do("wang", item.Row.Id, DispatchAct.Issue));
        }

        var extended = (await View(county, cycle!)).Items[0].Row.Id;
        Assert.Null(await county.Do("chen", extended, DispatchAct.Sign));
        Assert.Null(await county.Do("chen", extended, DispatchAct.AskExtension, "雨季", day: new DateOnly(2026, 5, 20)));
        Assert.Null(await county.Do("wang", extended, DispatchAct.GrantExtension));
        var (cutOff, later) = (await View(county, cycle!)).LeftOn(new DateOnly(2026, 4, 9));
        Assert.Equal((1, extended), (cutOff.Count, Assert.Single(later).Row.Id));

        Assert.Null(await Close(county, "wang", cycle!, true, null));
        await county.Report("chen", extended);
        Assert.Empty((await View(county, cycle!)).LeftOn(new DateOnly(2026, 4, 9)).WithLaterDay);
    }

    private static Task<UnitMonths> Matrix(County county, DateOnly today) =>
        county.In(services => UnitMonths.Of(services.GetRequiredService<GreenprintDb>(), Plan, 2026, today, County.Stop));

    private static Task<Finding?> Close(County county, string who, string cycle, bool close, string? why) =>
        county.In(services => services.GetRequiredService<CycleDesk>().Close(county[who], cycle, close, why, County.Stop));
}
