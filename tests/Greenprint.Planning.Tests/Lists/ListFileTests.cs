using System.Text.RegularExpressions;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.Workbooks;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.Lists;

/// <summary>Lists as files, told over HTTP: a file is its page, for whoever asks.</summary>
public sealed partial class ListFileTests
{
    private const string Plan = "/office/plans/taishan-15";

    [Theory]
    [InlineData("?year=2026"), InlineData("?year=2026&sort=due"), InlineData("?year=all&sort=-title"), InlineData("?year=all&q=管网&sort=-due"), InlineData("?year=2026&asOf=2026-04-01&sort=quantity")]
    public async Task The_year_tasks_of_a_file_are_those_of_the_page_in_its_order(string query)
    {
        await using var site = await Site();
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var page = await leader.Get(Plan + "/tasks" + query);
        var csv = await leader.Get(Plan + "/tasks.csv" + query);

        var shown = CodesOnPage().Matches(page.Text).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown, Rows(csv).Select(row => row.Split(',')[0]));
        Assert.Contains($"行数,{shown.Count}", csv.Text, StringComparison.Ordinal);
        Assert.Equal("PK", (await leader.Get(Plan + "/tasks.xlsx" + query)).Text[..2]);
    }

    [Fact]
    public async Task A_sorted_column_says_so_and_the_form_the_views_and_the_files_keep_the_order()
    {
        await using var site = await Site();
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var page = (await leader.Get(Plan + "/tasks?year=2026&sort=-due")).Text;

        Assert.Contains("aria-sort=\"descending\"", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"sort\" value=\"-due\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"query\" value=\"?year=2026&sort=-due\"", page, StringComparison.Ordinal);
        Assert.Contains("/tasks.csv?year=2026&sort=-due", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-sort=\"descending\"", (await leader.Get(Plan + "/tasks?year=2026&sort=nothing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_earlier_day_says_what_was_changed_since()
    {
        await using var site = await Site();
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var csv = await leader.Get(Plan + "/tasks.csv?year=2026&asOf=2026-04-01");

        Assert.Contains(Rows(csv), row => row.Contains("新建污水管网", StringComparison.Ordinal) && row.EndsWith("完成时限：2026-11-30 → 2026-12-31", StringComparison.Ordinal));
        Assert.Contains(Rows(csv), row => row.Contains("检查排口", StringComparison.Ordinal) && row.EndsWith(",新增", StringComparison.Ordinal));
        Assert.Contains("2026年4月1日结束时的情况", csv.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T21_whoever_reads_for_one_unit_finds_only_the_requests_of_that_unit_in_the_file()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        var task = (await site.Store.Tasks("taishan-15"))[0];
        Assert.Empty((await site.Store.Within((services, change) => services.GetRequiredService<IAdjustments>().Propose(
            change, "taishan-15", new(AdjustmentSubjectKind.YearTask, task.Code), new("工期有变。", task.Revision) { Task = task.Content with { Quantity = 500 } }, Stop))).Findings);
        await site.Store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson("陈科员", "陈科员", "clear water 2030", [new(Role.Reporter, OfficeSite.Taishan, Bureau.Id)], Stop));
        var unit = site.Browser();
        await unit.Get("/sign-in");
        await unit.Post("sign-in", ("UserName", "陈科员"), ("Password", "clear water 2030"));
        var elsewhere = await site.SignedIn("开平领导", Role.Leader, OfficeSite.Kaiping);

        var all = await editor.Get(Plan + "/adjustments.csv");
        Assert.Contains("A20", Assert.Single(Rows(all)), StringComparison.Ordinal);
        var theirs = await unit.Get(Plan + "/adjustments.csv");
        Assert.Equal((200, CodesOnPage().Count((await unit.Get(Plan + "/adjustments")).Text)), (theirs.Status, Rows(theirs).Count));
        Assert.Empty(Rows(theirs));
        foreach (var list in new[] { "tasks", "key-tasks", "adjustments", "duties", "health", "targets" })
        {
            Assert.Equal(403, (await elsewhere.Get($"{Plan}/{list}.csv")).Status);
            Assert.Equal(403, (await elsewhere.Get($"{Plan}/{list}.xlsx")).Status);
        }

        // Targets are read by everybody who works on the plan, as on their page.
        Assert.Equal(Rows(await editor.Get(Plan + "/targets.csv")), Rows(await unit.Get(Plan + "/targets.csv")));
    }

    [Fact]
    public async Task Key_tasks_targets_duties_and_findings_come_as_they_are_filtered()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);

        Assert.Single(Rows(await editor.Get(Plan + "/key-tasks.csv?q=大气")));
        Assert.Empty(Rows(await editor.Get(Plan + "/key-tasks.csv?q=没有的字")));
        Assert.Single(Rows(await editor.Get(Plan + "/targets.csv?unit=")));
        Assert.Empty(Rows(await editor.Get(Plan + "/targets.csv?unit=nobody")));
        Assert.Contains("没有符合条件的事项", (await editor.Get(Plan + "/duties?q=没有的字")).Text, StringComparison.Ordinal);
        Assert.Empty(Rows(await editor.Get(Plan + "/duties.csv?q=没有的字")));
        var sorted = await editor.Get(Plan + "/health.csv?sort=-code");
        var codes = Rows(sorted).Select(row => row.Split(',')[0]).ToList();
        Assert.True(codes.Count > 1);
        Assert.Equal(codes.OrderDescending(StringComparer.Ordinal), codes);
        Assert.Contains("aria-sort=\"descending\"", (await editor.Get(Plan + "/health?sort=-code")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("duties", "?year=2026&q=管网"), InlineData("health", "?group=proof"), InlineData("key-tasks", "?unit=&q=大气"), InlineData("targets", "?unit=&q=PM")]
    public async Task A_filter_of_every_list_is_kept_under_a_name_and_opened_with(string list, string query)
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get($"{Plan}/{list}{query}");

        Assert.Equal(302, (await editor.PostTo("/office/views", "save", ("act", "save"), ("name", "常用"))).Status);
        Assert.Contains(">常用</a>", (await editor.Get($"{Plan}/{list}{query}")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await editor.PostTo("/office/views", "default", ("act", "default"))).Status);
        Assert.EndsWith(query, Uri.UnescapeDataString((await editor.Get($"{Plan}/{list}")).Location!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_and_the_columns_of_an_earlier_day_show_that_day_and_mark_what_was_changed_since()
    {
        await using var site = await Site();
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var gantt = (await leader.Get(Plan + "/gantt?year=2026&asOf=2026-04-01")).Text;
        Assert.Contains("2026年4月1日结束时的情况", gantt, StringComparison.Ordinal);
        Assert.Contains("<del><span class=\"hidden\">原为 </span>2026-11-30</del>", gantt, StringComparison.Ordinal);
        Assert.Contains("当日还没有，图中不画", gantt, StringComparison.Ordinal);
        Assert.Contains("检查排口", gantt, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>", (await leader.Get(Plan + "/gantt?year=2026")).Text, StringComparison.Ordinal);

        var columns = (await leader.Get(Plan + "/browse?group=air&indicator=air-pm25&keytask=t1&asOf=2026-04-01")).Text;
        Assert.Contains("时限：2026-11-30 → 2026-12-31", columns, StringComparison.Ordinal);
        Assert.Contains("＋ 新增", columns, StringComparison.Ordinal);
        Assert.Contains("&asOf=2026-04-01", columns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_and_links_that_a_workbook_changed_since_are_marked_in_the_columns_and_in_the_responsibility_list()
    {
        await using var site = await Site();
        site.Store.Clock.Set(new DateOnly(2026, 5, 20));
        var editing = new Editing(await site.Store.Exported("taishan-15"));
        editing.Type("责任分工", "air-pm25", "牵头单位", Housing.Name.Zh);
        editing.Type("具体措施", "m1", "牵头单位", Housing.Name.Zh);
        editing.Type("指标", "air-pm25", "对应重点任务", "");
        Assert.Empty((await site.Store.Apply(editing.Bytes, "taishan-15")).Faults.Said());
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var columns = (await leader.Get(Plan + "/browse?group=air&indicator=air-pm25&asOf=2026-05-19")).Text;
        Assert.Contains($"± 责任单位：{Bureau.Name.Zh} → {Housing.Name.Zh}", columns, StringComparison.Ordinal);
        Assert.Contains("－ 不再对应", columns, StringComparison.Ordinal);
        Assert.DoesNotContain("责任单位：", (await leader.Get(Plan + "/browse?group=air&indicator=air-pm25&asOf=2026-05-20")).Text, StringComparison.Ordinal);
        Assert.Contains($"牵头单位：县交通局 → {Housing.Name.Zh}", (await leader.Get(Plan + "/duties.csv?year=2026&asOf=2026-05-19")).Text, StringComparison.Ordinal);

        // What changed hands is not gone for who had it, and not new for who has it.
        site.Store.Clock.Set(new DateOnly(2026, 5, 25));
        editing = new Editing(await site.Store.Exported("taishan-15"));
        editing.Type("具体措施", "m1", "牵头单位", Bureau.Name.Zh);
        Assert.Empty((await site.Store.Apply(editing.Bytes, "taishan-15")).Faults.Said());
        leader = await site.SignedIn("李副县长", Role.Leader, OfficeSite.Taishan);   // a session does not outlive five days
        var had = Assert.Single(Rows(await leader.Get($"{Plan}/duties.csv?year=2026&part=lead&asOf=2026-05-24&q=岸电&unit={Uri.EscapeDataString(Housing.Id)}")));
        Assert.Contains($"牵头单位：{Housing.Name.Zh} → {Bureau.Name.Zh}", had, StringComparison.Ordinal);
        Assert.Empty(Rows(await leader.Get($"{Plan}/duties.csv?year=2026&part=lead&asOf=2026-05-24&q=岸电&unit={Uri.EscapeDataString(Bureau.Id)}")));

        // Among what no indicator measures it came in because an indicator let go of it.
        var unmeasured = (await leader.Get(Plan + "/browse?group=-&asOf=2026-05-19")).Text;
        Assert.Contains("－ 不再对应", unmeasured, StringComparison.Ordinal);
        Assert.DoesNotContain("＋ 此后对应", unmeasured, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_without_a_task_that_day_is_not_gone_because_it_has_one_now()
    {
        await using var site = await Site();
        site.Store.Clock.Set(new DateOnly(2026, 5, 20));
        await site.Store.Added(NewSewers() with { Title = ("建设岸电", "Build shore power"), Source = new(YearTaskSourceKind.Measure, "m1"), Due = new(2026, 12, 31) }, "taishan-15");
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var rows = Rows(await leader.Get(Plan + "/duties.csv?year=2026&asOf=2026-05-19"));
        Assert.DoesNotContain(rows, row => row.Contains("撤下", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("建设岸电", StringComparison.Ordinal) && row.Contains("新增", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_measure_that_a_workbook_moved_since_says_so_and_its_key_task_did_not_come_new()
    {
        await using var site = await OfficeSite.Open();
        await site.Store.Import(Pack("taishan-15") with { Region = OfficeSite.Taishan, Demo = false, Regions = [], Units = [Bureau with { Region = OfficeSite.Taishan }] });
        site.Store.Clock.Set(new DateOnly(2026, 5, 20));
        var editing = new Editing(await site.Store.Exported("taishan-15"));
        editing.Type("具体措施", "m1", "所属重点任务", "");
        Assert.Empty((await site.Store.Apply(editing.Bytes, "taishan-15")).Faults.Said());
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        var rows = Rows(await leader.Get(Plan + "/duties.csv?year=2026&asOf=2026-05-19"));
        Assert.Contains("重点任务：大气 → —", Assert.Single(rows), StringComparison.Ordinal);
        Assert.Contains("现不属于任何重点任务", (await leader.Get(Plan + "/duties?year=2026&asOf=2026-05-19")).Text, StringComparison.Ordinal);
        Assert.All(Rows(await leader.Get(Plan + "/duties.csv?year=2026&asOf=2026-05-20")), row => Assert.DoesNotContain("→", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_that_was_cancelled_on_the_day_and_taken_up_again_since_is_named_on_the_chart_and_in_the_columns()
    {
        await using var site = await Site();
        var sewers = (await site.Store.Tasks("taishan-15")).Single(task => task.Content.Title.Zh == "改造老旧管网");
        await site.Store.Cancel(sewers);
        site.Store.Clock.Set(new DateOnly(2026, 5, 10));
        await site.Store.Cancel((await site.Store.Tasks("taishan-15")).Single(task => task.Id == sewers.Id), cancel: false, "仍需实施");
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);

        Assert.Contains($"＋ {sewers.Code} 改造老旧管网", (await leader.Get(Plan + "/gantt?year=2026&asOf=2026-05-02")).Text, StringComparison.Ordinal);
        Assert.Contains("＋ 恢复", (await leader.Get(Plan + "/browse?group=air&indicator=air-pm25&keytask=t1&asOf=2026-05-02")).Text, StringComparison.Ordinal);
    }

    // Two tasks on 1 March 2026, one of them put off in May, when a third was set.
    private static async Task<OfficeSite> Site()
    {
        var site = await OfficeSite.Open();
        await site.Store.Import(Pack("taishan-15") with
        {
            Region = OfficeSite.Taishan,
            Demo = false,
            Regions = [],
            Units = [Bureau with { Region = OfficeSite.Taishan }, Housing with { Region = OfficeSite.Taishan }],
        });
        site.Store.Clock.Set(new DateOnly(2026, 3, 1));
        var sewers = await site.Store.Added(NewSewers(), "taishan-15");
        await site.Store.Added(NewSewers() with { Title = ("改造老旧管网", "Mend sewers"), Due = new(2026, 6, 30), Quantity = 12 }, "taishan-15");
        site.Store.Clock.Set(new DateOnly(2026, 5, 1));
        await site.Store.Revise(sewers, NewSewers() with { Due = new(2026, 12, 31) });
        await site.Store.Added(NewSewers() with { Title = ("检查排口", "Check outlets"), Due = new(2026, 9, 30), Quantity = 40 }, "taishan-15");
        return site;
    }

    // The rows of a file without its head and without what it says of itself.
    private static List<string> Rows(Answer csv)
    {
        Assert.Equal(200, csv.Status);
        return [.. csv.Text.Split("\r\n").Skip(1).TakeWhile(line => line.Trim(',').Length > 0)];
    }

    [GeneratedRegex("<th scope=\"row\" class=\"code\">(?:<a [^>]*>)?([^<]+)<")]
    private static partial Regex CodesOnPage();
}
