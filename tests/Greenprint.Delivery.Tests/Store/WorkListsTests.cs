using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Inbox;
using Greenprint.Delivery.Reports;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Store;

public sealed class WorkListsTests
{
    private static Task<int> Count(County county, string who, Func<WorkLists, ClaimsPrincipal, Task<IReadOnlyList<WorkLine>>> list) =>
        county.In(async services => (await list(services.GetRequiredService<WorkLists>(), county[who])).Count);

    // How many items wait for each: to run for wang and zhao, to ask the strike-off for chen and he, to accept for li, zhao and wang.
    private static async Task<string> Lists(County county)
    {
        List<int> counts = [];
        foreach (var who in new[] { "wang", "zhao" })
        {
            counts.Add(await Count(county, who, (lists, user) => lists.ToRun(user, County.Stop)));
        }

        foreach (var who in new[] { "chen", "he" })
        {
            counts.Add(await Count(county, who, (lists, user) => lists.ToStrikeOff(user, County.Stop)));
        }

        foreach (var who in new[] { "li", "zhao", "wang" })
        {
            counts.Add(await Count(county, who, (lists, user) => lists.ToAccept(user, County.Stop)));
        }

        return string.Join(' ', counts);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_item_without_a_cycle_is_led_to_its_end_and_its_strike_off_from_hand_to_hand(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var item = await county.InHand();
        await county.Report("chen", item);
        Assert.Equal("0 0|0 0|0 0 0", Grouped(await Lists(county)));

        Assert.Null(await county.Do("zhao", item, DispatchAct.Check));
        Assert.Equal("1 1|0 0|0 0 0", Grouped(await Lists(county)));   // nothing but this list leads to 办结
        Assert.Null(await county.Do("wang", item, DispatchAct.Close));
        Assert.Equal("0 0|1 0|0 0 0", Grouped(await Lists(county)));
        Assert.Null(await county.Do("chen", item, DispatchAct.AskStrikeOff));
        Assert.Equal("0 0|0 0|1 0 0", Grouped(await Lists(county)));

        // Refused, and asked for again.
        Assert.Null(await county.Do("li", item, DispatchAct.RefuseStrikeOff, "现场未清理"));
        Assert.Equal("0 0|1 0|0 0 0", Grouped(await Lists(county)));
        Assert.Null(await county.Do("chen", item, DispatchAct.AskStrikeOff));
        Assert.Null(await county.Do("li", item, DispatchAct.AcceptStrikeOff));
        Assert.Equal("1 1|0 0|0 0 0", Grouped(await Lists(county)));   // nobody in the prefecture: the bureau records it
        Assert.Null(await county.Do("wang", item, DispatchAct.RecordAcceptance, "甲市验〔2026〕9号"));
        Assert.Equal("0 0|0 0|0 1 0", Grouped(await Lists(county)));
        Assert.Null(await county.Do("zhao", item, DispatchAct.AcceptStrikeOff));
        Assert.Equal("0 0|0 0|0 0 0", Grouped(await Lists(county)));

        static string Grouped(string counts) => $"{counts[..3]}|{counts[4..7]}|{counts[8..]}";
    }

    [Fact]
    public async Task The_bureau_is_told_of_what_is_to_be_closed_and_the_unit_of_a_strike_off_to_ask_for()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        async Task<int> Unread(string who) => await county.In(services => services.GetRequiredService<INotices>().Unread(county.IdOf(who), County.Stop));
        var item = await county.InHand();
        await county.Report("chen", item);
        var (bureau, unit) = (await Unread("wang"), await Unread("sun"));

        Assert.Null(await county.Do("zhao", item, DispatchAct.Check));
        Assert.Equal(bureau + 1, await Unread("wang"));
        Assert.Null(await county.Do("zhao", item, DispatchAct.Close));
        Assert.Equal((bureau, unit + 1), (await Unread("wang"), await Unread("sun")));
        Assert.Null(await county.Do("chen", item, DispatchAct.AskStrikeOff));
        Assert.Equal(unit, await Unread("sun"));
    }

    [Fact]
    public async Task An_item_is_merged_only_into_another_open_one_of_its_unit_and_region()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var item = await county.InHand("warning/1");
        var open = await county.InHand("warning/2");
        var (beside, refused, closed) = (await county.Order("warning/3", County.Farming), await county.Order("warning/4"), await county.InHand("warning/5"));
        Assert.Null(await county.Do("zhao", refused, DispatchAct.Reject, "重复"));
        await county.Report("chen", closed);
        Assert.Null(await county.Do("zhao", closed, DispatchAct.Check));
        Assert.Null(await county.Do("wang", closed, DispatchAct.Close));

        Assert.Equal([open], await county.In(async services => (await services.GetRequiredService<WorkLists>().MergeInto((await county.Stored(item)).Row, County.Stop)).Select(row => row.Id).ToList()));
        foreach (var into in new[] { item, refused, closed, "none", null })
        {
            Assert.Equal("DLV-003", (await county.Do("wang", item, DispatchAct.Merge, "并案办理", into: into))!.Code);
        }

        Assert.Equal("DLV-003", (await county.Do("chen", item, DispatchAct.Merge, "并案办理", into: open))!.Code);
        Assert.Equal("DLV-003", (await county.Do("wang", item, DispatchAct.Merge, into: open))!.Code);   // without a reason
        Assert.Null(await county.Do("wang", item, DispatchAct.Merge, "并案办理", into: open));
        Assert.Equal((DispatchEnding.Merged, open), ((await county.Stored(item)).Item.Ending, (await county.Stored(item)).Item.MergedInto!));
        Assert.Equal("DLV-003", (await county.Do("wang", open, DispatchAct.Merge, "绕回", into: item))!.Code);   // what has ended takes nothing in
        Assert.NotNull(beside);
    }

    [Fact]
    public async Task A_report_is_withdrawn_by_its_unit_before_it_is_checked_and_by_nobody_else()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var item = await county.InHand();
        await county.Report("chen", item);

        foreach (var who in new[] { "wang", "zhao", "he", "li" })
        {
            Assert.Equal("DLV-003", (await county.Do(who, item, DispatchAct.Withdraw))!.Code);
        }

        Assert.Null(await county.Do("sun", item, DispatchAct.Withdraw));
        Assert.Equal(DispatchStage.InHand, (await county.Stored(item)).Item.Stage);
        Assert.Equal(0, await Count(county, "zhao", (lists, user) => lists.ToCheck(user, County.Stop)));
        await county.Report("chen", item);
        Assert.Null(await county.Do("zhao", item, DispatchAct.Check));
        Assert.Equal("DLV-003", (await county.Do("chen", item, DispatchAct.Withdraw))!.Code);
    }

    [Theory]
    [InlineData(null, null), InlineData("a", "a"), InlineData("b", "c"), InlineData("d", "a"), InlineData("gone", "a")]
    public void After_a_report_the_next_line_that_takes_one_opens_or_the_first_that_does(string? at, string? opens) =>
        Assert.Equal(opens, QuickLine.Opening(["a", "b", "c", "d"], new HashSet<string> { "a", "c" }, at));

    [Theory]
    [InlineData("3", true), InlineData("３.0", true), InlineData("4", false), InlineData("drei", false)]
    public void What_is_sent_a_second_time_is_known_again_however_the_number_was_typed(string quantity, bool isSame) =>
        Assert.Equal(isSame, new TypedReport(quantity, " 已推进。 ", "", "", false).Says(new(3m, "已推进。", "", "", false)));

    [Fact]
    public async Task A_line_of_the_inbox_takes_a_report_once_it_is_signed_for_and_while_nothing_was_begun_or_returned()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var item = await county.InHand();
        Assert.Equal((item, (await county.Stored(item)).Item.Version), await Quick());

        // Words that somebody is writing are finished where they stand.
        await county.In(services => services.GetRequiredService<ReportDesk>().Save(county["sun"], item, new("", "正在写", "", "", false), 0, County.Stop));
        Assert.Null(await Quick());
        await county.Report("sun", item);
        Assert.Null(await county.Do("zhao", item, DispatchAct.Return, "请补充"));
        Assert.Null(await Quick());

        async Task<(string, int)?> Quick()
        {
            var lines = await county.In(services => services.GetRequiredService<WorkLists>().ToReport(county["chen"], County.Stop));
            var line = lines.Single(one => one.Row.Id == item);
            var begun = await county.In(services => services.GetRequiredService<ReportDesk>().Begun([item], County.Stop));
            return QuickLine.Of(line, begun, null) is { } quick ? (quick.Item, quick.Seen) : null;
        }
    }
}
