using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Notices;

public sealed class ItemNoticesTests
{
    private static string IdOf(County county, string who) => county[who].FindFirst(ClaimTypes.NameIdentifier)!.Value;

    private static Task<int> Unread(County county, string who) => county.In(services => services.GetRequiredService<INotices>().Unread(IdOf(county, who), County.Stop));

    private static async Task<string> Unread(County county, params string[] who)
    {
        var counts = new int[who.Length];
        for (var i = 0; i < who.Length; i++)
        {
            counts[i] = await Unread(county, who[i]);
        }

        return string.Join(' ', counts);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_act_tells_whom_it_concerns_and_settles_what_it_answers(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.Order();
        Assert.Null(await county.Do("zhao", id, DispatchAct.Review));
        Assert.Equal("0 0 0", await Unread(county, "chen", "sun", "he"));

        Assert.Null(await county.Do("wang", id, DispatchAct.Issue));
        Assert.Equal("1 1 0", await Unread(county, "chen", "sun", "he"));
        Assert.Null(await county.Do("wang", id, DispatchAct.Urge, "请抓紧"));
        Assert.Equal("2 2", await Unread(county, "chen", "sun"));

        // Who signs reads what they had; the colleague has nothing to sign any more and still reads the urging.
        Assert.Null(await county.Do("chen", id, DispatchAct.Sign));
        Assert.Equal("0 1", await Unread(county, "chen", "sun"));

        Assert.Null(await county.Do("chen", id, DispatchAct.AskExtension, "雨季", day: new DateOnly(2026, 4, 20)));
        Assert.Equal("1 1 0", await Unread(county, "wang", "zhao", "li"));
        Assert.Null(await county.Do("wang", id, DispatchAct.GrantExtension));
        Assert.Equal("0 0 1 1", await Unread(county, "wang", "zhao", "chen", "sun"));   // the asker alone is told; the colleague has the urging

        var seen = (await county.Stored(id)).Item.Version;
        Assert.Empty(await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county["chen"], id, seen, new("", "已完成排查", "", "", false), County.Stop)));
        Assert.Equal("0 1 0", await Unread(county, "chen", "zhao", "sun"));
        Assert.Null(await county.Do("zhao", id, DispatchAct.Return, "请补充数据"));
        Assert.Equal("1 0 0", await Unread(county, "chen", "zhao", "sun"));

        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "职责调整", unit: County.Farming));
        Assert.Equal("1 1 1", await Unread(county, "chen", "sun", "he"));
        Assert.Equal(
            [$"“排查超标原因”的报告被{IdOf(county, "zhao")}退回，请补正后再报送。|请补充数据"],
            await county.In(services => services.GetRequiredService<GreenprintDb>().Database.SqlQueryRaw<string>(
                "SELECT text_zh || '|' || note AS \"Value\" FROM platform_notices WHERE kind = 'dispatch.returned'").ToListAsync(County.Stop)));
    }

    [Fact]
    public async Task A_request_that_outlives_a_hand_over_within_the_unit_still_waits_for_its_answer_and_goes_with_the_unit_that_made_it()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.Appoint("chen", County.Water);
        var id = await county.InHand();
        Assert.Null(await county.Do("chen", id, DispatchAct.AskExtension, "雨季", day: new DateOnly(2026, 4, 20)));
        var before = await Unread(county, "zhao");

        var seen = (await county.Stored(id)).Item.Version;
        var person = IdOf(county, "chen");
        Assert.Null(await county.In(services => services.GetRequiredService<DispatchDesk>().Do(county["wang"], id, new ActOrder(DispatchAct.HandOver, seen) { Why = "明确责任人", Person = person }, County.Stop)));
        Assert.NotNull((await county.Stored(id)).Item.Extension);
        Assert.Equal(before, await Unread(county, "zhao"));

        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "职责调整", unit: County.Farming));
        Assert.Null((await county.Stored(id)).Item.Extension);
        Assert.Equal(0, await Unread(county, "zhao"));
    }

    [Fact]
    public async Task What_is_handed_over_once_reported_says_that_there_is_nothing_to_report_and_is_settled_when_it_is_checked()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.Appoint("sun", County.Water);
        var id = await county.InHand();
        await county.Report("chen", id);
        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "明确责任人", person: county.IdOf("sun")));
        Assert.Equal(
            ["“排查超标原因”移交给您负责。报告已经报送；如被退回，请补正。"],
            await county.In(services => services.GetRequiredService<GreenprintDb>().Database.SqlQueryRaw<string>("SELECT text_zh AS \"Value\" FROM platform_notices WHERE kind = 'dispatch.handed-over'").ToListAsync(County.Stop)));
        var told = await Unread(county, "sun");

        Assert.Null(await county.Do("zhao", id, DispatchAct.Check));

        Assert.Equal(told - 1, await Unread(county, "sun"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_strike_off_tells_the_next_acceptor_of_each_government_and_in_the_end_who_asked(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        await county.Person("mayor", new RoleIn(Role.Leader, "990100"));
        var id = await county.InHand();
        var seen = (await county.Stored(id)).Item.Version;
        Assert.Empty(await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county["chen"], id, seen, new("", "已完成", "", "", false), County.Stop)));
        Assert.Null(await county.Do("zhao", id, DispatchAct.Check));
        Assert.Null(await county.Do("wang", id, DispatchAct.Close));

        Assert.Null(await county.Do("chen", id, DispatchAct.AskStrikeOff));
        Assert.Equal("1 1 0", await Unread(county, "li", "mayor", "zhao"));   // a right in the prefecture holds in the county
        Assert.Null(await county.Do("li", id, DispatchAct.AcceptStrikeOff));
        Assert.Equal("0 1 0", await Unread(county, "li", "mayor", "zhao"));
        Assert.Null(await county.Do("mayor", id, DispatchAct.AcceptStrikeOff));
        Assert.Equal("0 0 1", await Unread(county, "li", "mayor", "zhao"));
        Assert.Null(await county.Do("zhao", id, DispatchAct.AcceptStrikeOff));
        Assert.Equal("0 1", await Unread(county, "zhao", "chen"));
    }

    [Fact]
    public async Task An_act_that_is_refused_tells_nobody_and_one_that_is_rolled_back_neither()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.Order();
        Assert.NotNull(await county.Do("wang", id, DispatchAct.Issue));
        Assert.Null(await county.Do("zhao", id, DispatchAct.Review));
        await Assert.ThrowsAsync<InvalidOperationException>(() => county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var seen = (await DispatchStore.Find(change.Db, id, County.Stop))!.Item.Version;
                Assert.Null(await services.GetRequiredService<DispatchDesk>().Do(change, county["wang"], id, new ActOrder(DispatchAct.Issue, seen), County.Stop));
                await change.Db.SaveChangesAsync(County.Stop);
                return Fail();
            },
            County.Stop)));

        Assert.Equal("0 0", await Unread(county, "chen", "sun"));
        Assert.Equal(DispatchStage.Reviewed, (await county.Stored(id)).Item.Stage);

        static int Fail() => throw new InvalidOperationException("The power went.");
    }

    [Fact]
    public async Task Many_items_issued_at_once_take_no_query_for_each_notice()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        List<string> items = [];
        for (var i = 0; i < 12; i++)
        {
            items.Add(await county.Order($"warning/{i}"));
            Assert.Null(await county.Do("zhao", items[i], DispatchAct.Review));
        }

        using var count = new CommandCount(county.Store);
        async Task<int> Issue(IEnumerable<string> ids)
        {
            count.Take();
            var result = await county.In(services => services.GetRequiredService<DispatchDesk>().Do(county["wang"], [.. ids.Select(id => (id, new ActOrder(DispatchAct.Issue, 2)))], County.Stop));
            Assert.Empty(result.Refused);
            return count.Take();
        }

        // Statements that write grow with the rows; questions do not: eight items more are eight updates and sixteen rows each of events, records and notices.
        var (few, many) = (await Issue(items[..2]), await Issue(items[2..]));
        Assert.True(many - few <= 8 * 7, $"{few} commands for two items, {many} for ten.");
        Assert.Equal(12, await Unread(county, "chen"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_due_in_three_working_days_is_told_once(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.InHand();   // due Thursday, 9 April 2026; Monday the 6th is a holiday
        async Task<int> Remind(DateOnly day)
        {
            county.Store.Clock.Set(day);
            await county.In(async services =>
            {
                await services.GetServices<IRoutine>().Single(routine => routine.Name == "due-reminders").Run(County.Stop);
                return 0;
            });
            return await Unread(county, "chen");
        }

        var before = await Unread(county, "chen");
        Assert.Equal(before, await Remind(new DateOnly(2026, 4, 2)));
        Assert.Equal(before + 1, await Remind(new DateOnly(2026, 4, 3)));   // Tuesday, Wednesday, Thursday
        Assert.Equal(before + 1, await Remind(new DateOnly(2026, 4, 3)));
        Assert.Equal(before + 1, await Remind(new DateOnly(2026, 4, 8)));
        Assert.NotNull(id);
    }

    private static async Task<int> Reminded(County county, DateOnly day, string who)
    {
        county.Store.Clock.Set(day);
        await county.In(async services =>
        {
            await services.GetServices<IRoutine>().Single(routine => routine.Name == "due-reminders").Run(County.Stop);
            return 0;
        });
        return await Unread(county, who);
    }

    [Fact]
    public async Task What_is_issued_after_a_reminder_of_its_day_is_reminded_of_too_and_nothing_twice()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.InHand("warning/1");   // due 9 April, issued 2 March
        var before = await Unread(county, "sun");
        Assert.Equal(before + 1, await Reminded(county, new DateOnly(2026, 4, 3), "sun"));

        var later = await county.InHand("warning/2");   // issued on 3 April for the same day, of which the issue tells
        Assert.Equal(before + 1, await Reminded(county, new DateOnly(2026, 4, 3), "sun"));   // its own notice was settled by the signing
        Assert.Equal(before + 2, await Reminded(county, new DateOnly(2026, 4, 7), "sun"));
        Assert.Equal(before + 2, await Reminded(county, new DateOnly(2026, 4, 8), "sun"));

        // Fewer than were told: nothing new.
        await county.Report("chen", later);
        Assert.Equal(before + 2, await Reminded(county, new DateOnly(2026, 4, 9), "sun"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_day_that_has_passed_is_told_once_to_who_answers_for_the_item_and_again_only_for_another_day(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        await county.Appoint("sun", County.Water);
        await county.Person("qian", []);
        await county.Appoint("qian", County.Water, isDeputy: true);
        var id = await county.Order();
        Assert.Null(await county.Do("zhao", id, DispatchAct.Review));
        Assert.Null(await county.Do("wang", id, DispatchAct.HandOver, "指定", person: county.IdOf("sun")));
        Assert.Null(await county.Do("wang", id, DispatchAct.Issue));   // to be signed for by 4 March
        var (sun, chen, qian) = (await Unread(county, "sun"), await Unread(county, "chen"), await Unread(county, "qian"));

        Assert.Equal(sun, await Reminded(county, new DateOnly(2026, 3, 4), "sun"));
        Assert.Equal(sun + 1, await Reminded(county, new DateOnly(2026, 3, 5), "sun"));
        Assert.Equal(sun + 1, await Reminded(county, new DateOnly(2026, 3, 6), "sun"));
        Assert.Equal((chen, qian + 1), (await Unread(county, "chen"), await Unread(county, "qian")));   // the person is named: nobody else is told but who stands in

        // Signing answers it. Then the due day passes, is extended, and passes again.
        Assert.Null(await county.Do("chen", id, DispatchAct.Sign));
        sun = await Unread(county, "sun");
        Assert.Equal(sun + 2, await Reminded(county, new DateOnly(2026, 4, 9), "sun") + 1);   // due soon, to the whole unit
        Assert.Equal(sun + 2, await Reminded(county, new DateOnly(2026, 4, 10), "sun"));
        Assert.Equal(sun + 2, await Reminded(county, new DateOnly(2026, 4, 13), "sun"));
        Assert.Null(await county.Do("chen", id, DispatchAct.AskExtension, "雨季", day: new DateOnly(2026, 5, 20)));
        Assert.Null(await county.Do("wang", id, DispatchAct.GrantExtension));
        Assert.Equal(sun + 1, await Unread(county, "sun"));
        Assert.Equal(sun + 2, await Reminded(county, new DateOnly(2026, 5, 21), "sun"));

        // Suspended, no day passes.
        Assert.Null(await county.Do("wang", id, DispatchAct.Suspend, "等待批复"));
        Assert.Equal(sun + 1, await Reminded(county, new DateOnly(2026, 5, 25), "sun"));
    }
}
