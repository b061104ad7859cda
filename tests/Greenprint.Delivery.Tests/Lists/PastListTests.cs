using System.Text;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Lists;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Cycles;
using Greenprint.Delivery.Tests.Dispatch;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Lists;

/// <summary>Lists of the dispatch of now and of an earlier day, and their files.</summary>
public sealed class PastListTests
{
    private const string Plan = "jia-15";
    private static readonly DateOnly Evening = new(2026, 4, 7);

    [Fact]
    public void An_item_of_a_day_is_the_fold_of_what_happened_before_midnight_in_China()
    {
        // 23:59 on 5 March in China is still the afternoon before in UTC.
        var story = Story.Issued().Then(DispatchAct.Sign, "chen", ChinaTime.At(new(2026, 3, 5, 23, 59, 59))).Then(DispatchAct.Begin, "chen", ChinaTime.At(new(2026, 3, 6, 0, 0, 0)));
        var stored = new StoredItem(null!, story.Events, story.Item, null);

        Assert.Null(stored.AsOf(new(2026, 3, 1)));
        Assert.Equal(DispatchStage.Issued, stored.AsOf(new(2026, 3, 4))!.Stage);
        Assert.Equal(DispatchStage.Signed, stored.AsOf(new(2026, 3, 5))!.Stage);
        Assert.Equal(DispatchStage.InHand, stored.AsOf(new(2026, 3, 6))!.Stage);
        Assert.Equal(story.Item.Version, stored.AsOf(new(2030, 1, 1))!.Version);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_items_of_an_earlier_day_stand_as_they_stood_beside_what_they_are_now(StoreEngine engine)
    {
        await using var county = await AfterMarch(engine);

        var then = await Items(county, "li", $"?plan={Plan}&asOf=2026-03-20");
        var now = await Items(county, "li", $"?plan={Plan}");

        Assert.Equal(["待签收", "待签收"], then.Lines.Select(line => line.Shown.Standing));
        Assert.Equal(["待核查", "待签收"], now.Lines.OrderBy(line => line.Title.Zh, StringComparer.Ordinal).Select(line => line.Shown.Standing));
        var reported = then.Lines.Single(line => line.IsChanged);
        Assert.Equal("环节：待签收 → 待核查", reported.Since);
        Assert.Equal(2, then.Count);
        Assert.All((await Items(county, "li", $"?plan={Plan}&asOf=2026-03-02")).Lines, line => Assert.Equal((null, "新增"), (line.Then, line.Since)));

        // A stage is asked for as it was.
        Assert.Equal(2, (await Items(county, "li", $"?plan={Plan}&asOf=2026-03-20&stage=Issued")).Lines.Count);
        Assert.Empty((await Items(county, "li", $"?plan={Plan}&asOf=2026-03-20&stage=Reported")).Lines);
        Assert.Single((await Items(county, "li", $"?plan={Plan}&stage=Reported")).Lines);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_not_closed_is_asked_for_now_and_as_of_a_day(StoreEngine engine)
    {
        await using var county = await AfterMarch(engine);
        var first = (await Items(county, "li", $"?plan={Plan}&stage=Reported")).Lines.Single().Id;
        Assert.Null(await county.Do("zhao", first, DispatchAct.Check));
        Assert.Null(await county.Do("wang", first, DispatchAct.Close));

        Assert.Equal([first], (await Items(county, "li", $"?plan={Plan}")).Lines.Select(line => line.Id).Except((await Items(county, "li", $"?plan={Plan}&stage=Unfinished")).Lines.Select(line => line.Id)));
        Assert.Equal(2, (await Items(county, "li", $"?plan={Plan}&asOf=2026-03-20&stage=Unfinished")).Lines.Count);
        Assert.Contains("stage=Unfinished", ItemFilter.Of(Query("?stage=Unfinished"), Evening).Query(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_merged_is_not_unfinished_and_a_page_shows_a_thousand_lines_of_more()
    {
        var open = Story.Issued().Item;
        Assert.True(new ItemFilter { Stage = ItemFilter.Unfinished }.IsAt(open));
        Assert.False(new ItemFilter { Stage = ItemFilter.Unfinished }.IsAt(open with { Ending = DispatchEnding.Merged }));

        var line = new ItemLine("1", new("任务"), null, null, null!, IsGone: false);
        var list = new ItemList(null!, new(), [.. Enumerable.Repeat(line, ItemList.Most + 1)], []);
        Assert.Equal((1001, 1000), (list.Lines.Count, list.OnPage.Count));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_cycles_of_a_plan_come_in_a_file_with_what_stands_where_and_another_countys_do_not(StoreEngine engine)
    {
        await using var county = await AfterMarch(engine);

        var file = await county.In(services => CycleTableFile.GetCycles(As(county, "li", $"?plan={Plan}"), services.GetRequiredService<CycleDesk>(), services.GetRequiredService<IChinaClock>(), County.Stop));
        var row = Assert.Single(file!.Rows);
        Assert.Equal(["2", "0", "1", "1", "0", "进行中"], row.Skip(5));
        Assert.Null(await county.In(services => CycleTableFile.GetCycles(As(county, "li", "?plan=yi-15"), services.GetRequiredService<CycleDesk>(), services.GetRequiredService<IChinaClock>(), County.Stop)));
    }

    [Fact]
    public async Task A_list_as_of_today_is_the_list_of_now()
    {
        await using var county = await AfterMarch(StoreEngine.Sqlite);
        foreach (var query in new[] { "", "&sort=-stage", "&unit=jia/water&sort=title", "&light=Green", "&month=2026-04&q=任务" })
        {
            var (then, now) = (await Items(county, "li", $"?plan={Plan}&asOf=2026-04-07{query}"), await Items(county, "li", $"?plan={Plan}{query}"));
            Assert.Equal(now.Lines.Select(line => (line.Id, line.Shown.Full, line.Shown.Due)), then.Lines.Select(line => (line.Id, line.Shown.Full, line.Shown.Due)));
            Assert.All(then.Lines, line => Assert.Equal("", line.Since));
        }
    }

    [Theory]
    [InlineData(""), InlineData("&stage=Reported"), InlineData("&sort=-title"), InlineData("&sort=stage&q=任务"), InlineData("&asOf=2026-03-20&sort=-title")]
    public async Task The_files_hold_the_items_of_the_page_in_its_order(string query)
    {
        await using var county = await AfterMarch(StoreEngine.Sqlite);

        var list = await Items(county, "li", $"?plan={Plan}{query}");
        var file = await county.In(services => ItemListFile.GetItems(As(county, "li", $"?plan={Plan}{query}"), services.GetRequiredService<ItemLists>(), services.GetRequiredService<IChinaClock>(), County.Stop));

        Assert.NotEmpty(list.Lines);
        Assert.Equal(list.Lines.Select(line => line.Title.Here), file!.Rows.Select(row => row[0]));
        Assert.Equal(list.Lines.Select(line => line.Shown.Standing), file.Rows.Select(row => row[4]));
        Assert.Equal(list.IsPast ? list.Lines.Select(line => line.Since) : [], list.IsPast ? file.Rows.Select(row => row[^1]) : []);
        var text = Encoding.UTF8.GetString(file.ToCsv());
        Assert.Contains("甲县规划", text, StringComparison.Ordinal);
        Assert.Contains("2026-04-07 10:00（北京时间）", text, StringComparison.Ordinal);
        Assert.Contains("演示数据", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T21_the_dispatch_of_another_county_gives_no_page_and_no_file_and_a_cycle_only_to_who_runs_it()
    {
        await using var county = await AfterMarch(StoreEngine.Sqlite);
        await county.Person("niemand");
        var cycle = await county.In(services => services.GetRequiredService<GreenprintDb>().Set<CycleRow>().Select(row => row.Id).SingleAsync(County.Stop));

        Assert.Null(await county.In(services => services.GetRequiredService<ItemLists>().OfPlan(county["niemand"], new() { Plan = Plan }, County.Stop)));
        Assert.Null(await Matrix(county, "niemand", $"?plan={Plan}"));
        Assert.Null(await Progress(county, "niemand", $"?plan={Plan}"));
        Assert.Null(await Matrix(county, "li", "?plan=none"));
        foreach (var (who, sees) in new[] { ("wang", true), ("li", false), ("chen", false), ("niemand", false) })
        {
            var file = await county.In(services => ItemListFile.GetCycleItems(
                cycle, As(county, who, "?stage=Reported"), services.GetRequiredService<CycleDesk>(), services.GetRequiredService<ItemLists>(), services.GetRequiredService<IChinaClock>(), County.Stop));
            Assert.Equal(sees, file is { Rows.Count: 1 });
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_matrix_and_the_progress_of_a_day_count_what_was_on_record_then(StoreEngine engine)
    {
        await using var county = await AfterMarch(engine);

        var past = (await Matrix(county, "li", $"?plan={Plan}&year=2026&asOf=2026-03-20"))!;
        Assert.Equal("待 2", MatrixList.Cell(past.Then, County.Water, 4));
        Assert.Equal(new UnitMonth(0, 0, 2), past.Then.Cells[(County.Water, 4)]);
        Assert.Equal(new UnitMonth(1, 0, 1), past.Now.Cells[(County.Water, 4)]);
        var today = (await Matrix(county, "li", $"?plan={Plan}&year=2026&asOf=2026-04-07"))!;
        Assert.Equal(today.Now.Cells, today.Then.Cells);
        var file = MatrixListFile.Of(past, county.Store.Clock.Now);
        Assert.Equal(past.Rows.Select(unit => unit.Name), file.Rows.Select(row => row[0]));
        Assert.StartsWith("4月：待 2 → 100", file.Rows[0][^1], StringComparison.Ordinal);

        var progress = (await Progress(county, "li", $"?plan={Plan}&year=2026&asOf=2026-03-20"))!;
        Assert.All(progress.Lines, line => Assert.Equal(ProgressState.NotStarted, line.Then!.State));
        Assert.Equal([ProgressState.InProgress, ProgressState.NotStarted], progress.Lines.Select(line => line.Now!.State));
        Assert.Equal(["状态：未启动 → 推进中", ""], progress.Lines.Select(line => line.Since(progress)));
        var same = (await Progress(county, "li", $"?plan={Plan}&year=2026&asOf=2026-04-07"))!;
        Assert.All(same.Lines, line => Assert.Equal(line.Now!.State, line.Then!.State));
        Assert.Equal(["2026-01", "2026-02"], ProgressListFile.Of(progress, county.Store.Clock.Now).Rows.Select(row => row[1]));
        Assert.Equal(["2026-01"], ProgressListFile.Of((await Progress(county, "li", $"?plan={Plan}&state=InProgress"))!, county.Store.Clock.Now).Rows.Select(row => row[1]));
    }

    [Fact]
    public async Task The_rings_count_what_the_other_choices_leave_and_their_parts_filter_page_and_file()
    {
        await using var county = await AfterMarch(StoreEngine.Sqlite);
        var id = (await Items(county, "li", $"?plan={Plan}&stage=Reported")).Lines[0].Id;
        Assert.Null(await county.Do("zhao", id, DispatchAct.Check));

        // One is checked and reported on today, the other waits to be signed for and has no report.
        var all = (await Progress(county, "li", $"?plan={Plan}&year=2026"))!;
        Assert.Equal(["1 1 0 0", "0 1 0 0 1", "1 0 0 1"], ProgressRings.Of(all, "here").Select(ring => string.Join(' ', ring.Parts.Select(part => part.Count))));
        foreach (var (query, code) in new[] { ("phase=Checked", "2026-01"), ("phase=ToSign", "2026-02"), ("recency=Month", "2026-01"), ("recency=Never", "2026-02"), ("state=InProgress&recency=Month", "2026-01") })
        {
            var list = (await Progress(county, "li", $"?plan={Plan}&year=2026&{query}"))!;
            Assert.Equal([code], list.Lines.Select(line => line.Shown.Task.Code));
            Assert.Equal([code], ProgressListFile.Of(list, county.Store.Clock.Now).Rows.Select(row => row[1]));
        }

        // A chosen part is given up by its own address; the others of its ring keep their counts.
        var chosen = ProgressRings.Of((await Progress(county, "li", $"?plan={Plan}&year=2026&phase=Checked"))!, "here");
        Assert.Equal([0, 1, 0, 0, 1], chosen[1].Parts.Select(part => part.Count));
        Assert.Equal($"here?plan={Plan}&year=2026", chosen[1].Parts[^1].Address);
        Assert.Equal((1, 100m), (chosen[2].Total, chosen[2].GoodShare));

        // On the evening before it was reported nobody had.
        var before = (await Progress(county, "li", $"?plan={Plan}&year=2026&asOf=2026-04-06"))!;
        Assert.Equal([0, 0, 0, 2], ProgressRings.Of(before, "here")[2].Parts.Select(part => part.Count));
        Assert.Contains("最近报告：从未报告", (await Progress(county, "li", $"?plan={Plan}&recency=Never"))!.Filter.Words(id => id).Select(name => name.Zh));
    }

    [Fact]
    public async Task An_approved_report_counts_from_its_approval_on_and_not_before()
    {
        await using var county = await AfterMarch(StoreEngine.Sqlite);
        var id = (await Items(county, "li", $"?plan={Plan}&stage=Reported")).Lines[0].Id;
        county.Store.Clock.Set(new DateOnly(2026, 4, 9));
        Assert.Null(await county.Do("zhao", id, DispatchAct.Check));
        county.Store.Clock.Set(new DateOnly(2026, 4, 12));

        var before = (await Progress(county, "li", $"?plan={Plan}&asOf=2026-04-08"))!.Lines[0];
        Assert.Null(before.Then!.Quantity);
        Assert.Equal(12m, before.Now!.Quantity);
        Assert.Equal(12m, (await Progress(county, "li", $"?plan={Plan}&asOf=2026-04-09"))!.Lines[0].Then!.Quantity);
        var standing = await county.In(async services => await services.GetRequiredService<ITaskStandings>().OfAsOf([before.Now.Task], new(2026, 4, 8), County.Stop));
        Assert.Equal((TaskState.InProgress, (decimal?)null), (standing[before.Now.Task.Id].State, standing[before.Now.Task.Id].Share));
        var call = Assert.Single(await county.In(services => services.GetRequiredService<ITaskStandings>().CallsAsOf(before.Now.Task, new(2026, 4, 8), County.Stop)));
        Assert.Equal("待核查", call.State.Zh);
    }

    [Fact]
    public async Task A_unit_that_was_opened_since_the_day_bears_its_name_and_not_its_id()
    {
        await using var county = await AfterMarch(StoreEngine.Sqlite);
        await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await services.GetRequiredService<IRegions>().Add(change, [new Organization("jia/sewers", County.Region, ("排水中心", "Sewers"), Opened: new DateOnly(2026, 4, 1))], County.Stop);
                await change.Db.SaveChangesAsync(County.Stop);
                var tasks = services.GetRequiredService<IYearTasks>();
                var task = (await tasks.Of(Plan, 2026, County.Stop))[0];
                Assert.Empty((await tasks.Revise(change, task.Id, task.Content with { Lead = "jia/sewers", Accountable = null }, "划转", task.Revision, County.Stop)).Findings);
                return 0;
            },
            County.Stop));

        var progress = (await Progress(county, "li", $"?plan={Plan}&year=2026&asOf=2026-03-20"))!;

        Assert.Contains("排水中心", progress.Units.Select(unit => unit.Name));
        Assert.Contains(progress.Lines, line => line.Since(progress).Contains("水利局 → 排水中心", StringComparison.Ordinal));
    }

    // A cycle of March of two tasks, issued on the 5th; one of them is signed for on the 25th and reported on 7 April, when the clock stands.
    private static async Task<County> AfterMarch(StoreEngine engine)
    {
        var county = await CycleDeskTests.WithPlan(engine);
        var (cycle, refusal) = await CycleDeskTests.Open(county, "wang", null, "jia-15/2026-01", "jia-15/2026-02");
        Assert.Null(refusal);
        county.Store.Clock.Set(new DateOnly(2026, 3, 5));
        var items = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items.Select(item => item.Row.Id).ToList();
        foreach (var id in items)
        {
            Assert.Null(await county.Do("zhao", id, DispatchAct.Review));
            Assert.Null(await county.Do("wang", id, DispatchAct.Issue));
        }

        county.Store.Clock.Set(new DateOnly(2026, 3, 25));
        Assert.Null(await county.Do("chen", items[0], DispatchAct.Sign));
        county.Store.Clock.Set(Evening);
        var seen = (await county.Stored(items[0])).Item.Version;
        Assert.Empty(await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county["chen"], items[0], seen, new("12", "进展", "", "", false), County.Stop)));
        return county;
    }

    private static async Task<ItemList> Items(County county, string who, string query) =>
        (await county.In(services => services.GetRequiredService<ItemLists>().OfPlan(county[who], ItemFilter.Of(Query(query), services.GetRequiredService<IChinaClock>().Today), County.Stop)))!;

    private static Task<MatrixList?> Matrix(County county, string who, string query) => county.In(services => MatrixList.Find(
        county[who], Query(query), services.GetRequiredService<CycleDesk>(), services.GetRequiredService<GreenprintDb>(), services.GetRequiredService<IUnits>(), services.GetRequiredService<IChinaClock>(), County.Stop));

    private static Task<ProgressList?> Progress(County county, string who, string query) => county.In(services => ProgressList.Find(
        county[who], Query(query), services.GetRequiredService<CycleDesk>(), services.GetRequiredService<IPlans>(), services.GetRequiredService<IYearTasks>(), services.GetRequiredService<IUnits>(),
        services.GetRequiredService<GreenprintDb>(), services.GetRequiredService<IChinaClock>(), County.Stop));

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));

    private static DefaultHttpContext As(County county, string who, string query)
    {
        var context = new DefaultHttpContext { User = county[who] };
        context.Request.QueryString = new(query);
        return context;
    }
}
