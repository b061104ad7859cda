using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Inbox;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Store;

public sealed class DispatchStoreTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_order_of_the_same_key_is_the_same_item(StoreEngine engine)
    {
        await using var county = await County.Open(engine);

        var first = await county.Order();
        Assert.Equal(first, await county.Order());
        Assert.NotEqual(first, await county.Order("warning/2"));
        Assert.Equal(2, await county.In(services => services.GetRequiredService<GreenprintDb>().Set<ItemRow>().CountAsync(County.Stop)));

        // Two in one change, before anything is saved.
        var pair = await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("warning"),
            async change =>
            {
                var orders = services.GetRequiredService<IWorkOrders>();
                var order = new WorkOrder("warning/3", County.Region, County.Water, "x", ("题", "t"), ("由", "r"), new DateOnly(2026, 4, 9));
                return (await orders.Open(change, order, County.Stop), await orders.Open(change, order, County.Stop));
            },
            County.Stop));
        Assert.Equal(pair.Item1, pair.Item2);
    }

    [Fact]
    public async Task An_order_for_a_unit_that_is_not_there_is_refused()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);

        Assert.Equal("DLV-011", (await Assert.ThrowsAsync<RefusedException>(() => county.Order(unit: "jia/gone"))).Finding.Code);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_two_people_who_act_on_one_item_the_second_is_told_who_was_first(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.Order();

        Assert.Null(await county.Do("wang", id, DispatchAct.Review, seen: 1));
        var told = await county.Do("zhao", id, DispatchAct.Reject, "重复", seen: 1);

        Assert.Equal("DLV-002", told!.Code);
        Assert.Equal(DispatchStage.Reviewed, (await county.Stored(id)).Item.Stage);
        Assert.Contains((await county.Stored(id)).Events[^1].ByName, told.Message.Zh, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task At_the_same_moment_only_one_of_them_acts(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.Order();

        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => county.Do(i % 2 == 0 ? "wang" : "zhao", id, DispatchAct.Review, seen: 1)));

        Assert.Equal(1, told.Count(finding => finding is null));
        Assert.Equal(2, (await county.Stored(id)).Item.Version);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_row_says_what_its_events_say_after_a_long_way(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.InHand();
        Assert.Null(await county.Do("chen", id, DispatchAct.AskExtension, "雨季", day: new DateOnly(2026, 4, 20)));
        Assert.Null(await county.Do("wang", id, DispatchAct.GrantExtension));
        Assert.Null(await county.Do("wang", id, DispatchAct.Urge, "请抓紧"));
        Assert.Null(await county.Do("wang", id, DispatchAct.Suspend, "等待省级批复"));
        county.Store.Clock.Set(new DateOnly(2026, 3, 9));
        Assert.Null(await county.Do("wang", id, DispatchAct.Resume));
        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "职责调整", unit: County.Farming));

        var stored = await county.Stored(id);
        var row = stored.Row;
        Assert.Equal(
            (stored.Item.Unit, stored.Item.Person, stored.Item.Due, stored.Item.Stage, stored.Item.Ending, stored.Item.IsSuspended, stored.Item.Urged, stored.Item.Version),
            (row.Unit, row.Person, row.Due, row.Stage, row.Ending, row.IsSuspended, row.Urged, row.Version));
        Assert.Equal((County.Farming, DispatchStage.Issued), (row.Unit, row.Stage));

        // Stood still from Monday 2 to Monday 9 March: five working days after 20 April.
        Assert.Equal(new DateOnly(2026, 4, 27), row.Due);
        var history = await county.In(services => services.GetRequiredService<IHistory>().Of($"dispatch/{id}", County.Stop));
        Assert.Equal(stored.Events.Count, history.Count);
        Assert.Equal("dispatch.handed-over", history[^1].Kind);
        Assert.Equal("职责调整", history[^1].Why);
    }

    [Fact]
    public async Task An_item_is_handed_over_only_to_a_unit_of_its_region_and_to_somebody_of_that_unit()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var regions = services.GetRequiredService<IRegions>();
                await regions.Add(change, [new Region("990102", "990100", ("乙县", "Yi"), RegionLevel.County, true)], County.Stop);
                await change.Db.SaveChangesAsync(County.Stop);
                await regions.Add(change, [new Organization("yi/water", "990102", ("乙县水利局", "Water of Yi"))], County.Stop);
                return 0;
            },
            County.Stop));
        var id = await county.InHand();

        Assert.Equal("DLV-003", (await county.Do("wang", id, DispatchAct.HandOver, "职责调整", unit: "yi/water"))!.Code);
        var seen = (await county.Stored(id)).Item.Version;
        var stranger = new ActOrder(DispatchAct.HandOver, seen) { Why = "职责调整", Unit = County.Farming, Person = "nobody" };
        Assert.Equal("DLV-003", (await county.In(services => services.GetRequiredService<DispatchDesk>().Do(county["wang"], id, stranger, County.Stop)))!.Code);

        // The unit that takes it over has its own days for signing.
        county.Store.Clock.Set(new DateOnly(2026, 3, 23));
        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "职责调整", unit: County.Farming));
        Assert.True((await county.Stored(id)).Row.SignBy > new DateOnly(2026, 3, 23));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_person_answers_for_passes_to_another_with_a_record(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.InHand();
        Task Pass(string from, string to) => county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await services.GetServices<IHandOver>().OfType<ItemHandOver>().Single().HandOver(change, [id], from, to, "离任", County.Stop);
                return 0;
            },
            County.Stop));
        var (stored, chen) = (await county.Stored(id), county["chen"].FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value);
        await Assert.ThrowsAsync<RefusedException>(() => Pass(chen, "sun"));
        await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var there = (await DispatchStore.Find(change.Db, id, County.Stop))!;
                DispatchStore.Append(change, there, new DispatchEvent(there.Item.Version + 1, DispatchAct.HandOver, change.At, "x", "x") { Person = chen, Why = "指定" });
                return 0;
            },
            County.Stop));

        Assert.Equal(id, Assert.Single(await county.In(services => services.GetServices<IHandOver>().OfType<ItemHandOver>().Single().HeldBy(chen, County.Stop))).Id);

        // Only somebody who works in the unit in charge can take it over.
        var sun = county["sun"].FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value;
        Assert.Equal("DLV-003", (await Assert.ThrowsAsync<RefusedException>(() => Pass(chen, sun))).Finding.Code);
        await county.Appoint("sun", County.Farming);
        Assert.Equal("DLV-003", (await Assert.ThrowsAsync<RefusedException>(() => Pass(chen, sun))).Finding.Code);
        await county.Appoint("sun", County.Water);
        await Pass(chen, sun);
        var after = await county.Stored(id);
        Assert.Equal((sun, stored.Item.Stage, stored.Item.Version + 2), (after.Row.Person, after.Item.Stage, after.Row.Version));
    }

    [Fact]
    public async Task What_is_reported_or_checked_passes_to_another_person_of_the_unit_with_its_report_and_to_no_other_unit()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.Appoint("chen", County.Water);
        await county.Appoint("sun", County.Water);
        var id = await county.InHand();
        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "指定", person: county.IdOf("chen")));
        await county.Report("chen", id);

        Assert.Contains("先退回报告", (await county.Do("wang", id, DispatchAct.HandOver, "职责调整", unit: County.Farming))!.Message.Zh, StringComparison.Ordinal);
        await Pass("chen", "sun");
        var after = await county.Stored(id);
        Assert.Equal((county.IdOf("sun"), DispatchStage.Reported, county.IdOf("chen")), (after.Row.Person, after.Item.Stage, after.Item.ReportedBy));

        // Returned after all: somebody who is still there answers for it.
        Assert.Null(await county.Do("zhao", id, DispatchAct.Check));
        await Pass("sun", "chen");
        Assert.Null(await county.Do("zhao", id, DispatchAct.Return, "补正"));
        Assert.Equal((county.IdOf("chen"), DispatchStage.InHand), ((await county.Stored(id)).Row.Person, (await county.Stored(id)).Item.Stage));

        Task Pass(string from, string to) => county.In(async services =>
        {
            var holder = services.GetServices<IHandOver>().OfType<ItemHandOver>().Single();
            Assert.Equal([id], (await holder.HeldBy(county.IdOf(from), County.Stop)).Select(item => item.Id));
            return await services.GetRequiredService<IChanges>().Apply(
                Actor.System("test"),
                async change =>
                {
                    await holder.HandOver(change, [id], county.IdOf(from), county.IdOf(to), "离任", County.Stop);
                    return 0;
                },
                County.Stop);
        });
    }

    [Fact]
    public async Task T21_rights_are_asked_for_the_unit_of_the_item_and_not_for_any()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.Order();
        Assert.Equal("DLV-003", (await county.Do("chen", id, DispatchAct.Review))!.Code);
        Assert.Equal("DLV-003", (await county.Do("li", id, DispatchAct.Review))!.Code);
        Assert.Null(await county.Do("wang", id, DispatchAct.Review));
        Assert.Null(await county.Do("wang", id, DispatchAct.Issue));
        Assert.Equal("DLV-003", (await county.Do("he", id, DispatchAct.Sign))!.Code);
        Assert.Equal("DLV-003", (await county.Do("wang", id, DispatchAct.Sign))!.Code);
        Assert.Null(await county.Do("chen", id, DispatchAct.Sign));
        Assert.Equal(4, (await county.Stored(id)).Item.Version);
    }

    [Fact]
    public async Task A_refused_act_leaves_neither_row_nor_record()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.Order();
        await county.Do("he", id, DispatchAct.Review);

        Assert.Single((await county.Stored(id)).Events);
        Assert.Single(await county.In(services => services.GetRequiredService<IHistory>().Of($"dispatch/{id}", County.Stop)));
    }

    [Fact]
    public async Task Bulk_acts_do_what_can_be_done_and_name_the_rest()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var (a, b) = (await county.Order("warning/a"), await county.Order("warning/b"));
        await county.Do("zhao", b, DispatchAct.Review);

        var result = await county.In(services => services.GetRequiredService<DispatchDesk>().Do(
            county["wang"], [(a, new ActOrder(DispatchAct.Review, 1)), (b, new ActOrder(DispatchAct.Review, 1)), ("none", new ActOrder(DispatchAct.Review, 1))], County.Stop));

        Assert.Equal(1, result.Done);
        Assert.Equal(["DLV-002", "DLV-001"], result.Refused.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Who_comes_by_the_door_does_an_act_with_all_items_or_with_none()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var (a, b) = (await county.Order("warning/a"), await county.Order("warning/b"));
        Task Review(string who, params string[] items) => county.In(async services =>
        {
            await services.GetRequiredService<IDispatch>().Do(county[who], new(DispatchAct.Review), items, County.Stop);
            return 0;
        });

        Assert.Equal("DLV-003", (await Assert.ThrowsAsync<RefusedException>(() => Review("chen", a, b))).Finding.Code);
        Assert.Equal("DLV-001", (await Assert.ThrowsAsync<RefusedException>(() => Review("wang", a, "none"))).Finding.Code);
        Assert.Equal(DispatchStage.Registered, (await county.Stored(a)).Item.Stage);
        await Review("wang", a, b);
        Assert.Equal([DispatchStage.Reviewed, DispatchStage.Reviewed], [(await county.Stored(a)).Item.Stage, (await county.Stored(b)).Item.Stage]);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_inbox_holds_what_the_own_units_must_do(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        await county.InHand("warning/1");
        await county.Order("warning/2");

        Assert.Single(await county.In(services => services.GetRequiredService<WorkLists>().ToReport(county["chen"], County.Stop)));
        Assert.Empty(await county.In(services => services.GetRequiredService<WorkLists>().ToReport(county["he"], County.Stop)));
        Assert.Empty(await county.In(services => services.GetRequiredService<WorkLists>().ToReport(county["li"], County.Stop)));
        Assert.Single(await county.In(services => services.GetRequiredService<WorkLists>().ToRun(county["wang"], County.Stop)));
    }

    [Fact]
    public async Task A_unit_with_open_items_says_so_before_it_is_closed()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.InHand();

        var lines = await county.In(services => services.GetServices<IUnitUse>().OfType<OpenWork>().Single().HangsOn(County.Water, new DateOnly(2026, 3, 31), County.Stop));
        Assert.Contains("1 项", Assert.Single(lines).Zh, StringComparison.Ordinal);
    }
}
