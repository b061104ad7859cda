using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.YearTasks;

/// <summary>Year tasks, responsibilities and allocations on the pages, told over HTTP; and who is kept out.</summary>
public sealed class YearTaskPageTests
{
    private const string Tasks = "/office/plans/taishan-15/tasks";
    private const string Duties = "/office/plans/taishan-15/duties";
    private const string Target = "/office/plans/taishan-15/indicators/assigned/target";
    private const string Allocation = "/office/plans/taishan-15/indicators/air-pm25/allocation?year=2027&to=areas";

    [Fact]
    public async Task A_measure_becomes_a_task_in_one_click_with_its_fields_filled_in_and_leaves_the_list_of_the_open_ones()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("tasks/new?of=measure/m1&year=2026", (await editor.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);

        var form = await editor.Get(Tasks + "/new?of=measure/m1&year=2026");
        Assert.Contains("推进港口岸电使用</textarea>", form.Text, StringComparison.Ordinal);
        var refused = await editor.Post("task", ("quantity", "四"));
        Assert.Contains("工作量请用阿拉伯数字", refused.Text, StringComparison.Ordinal);
        var done = await editor.Follow(await editor.Post("task", ("title", "新建港口岸电"), ("quantity", "４"), ("unit", "套"), ("lead", Housing.Id)));

        Assert.Contains("年度任务已设立", done.Text, StringComparison.Ordinal);
        var task = Assert.Single(await site.Store.Tasks("taishan-15"));
        Assert.Equal(("2026-01", "新建港口岸电", 4m, "套", Housing.Id), (task.Code, task.Content.Title.Zh, task.Content.Quantity!.Value, task.Content.Unit!, task.Content.Lead));
        Assert.Equal([Bureau.Id], task.Content.Support);
        Assert.Equal([new ExpectedEffect("air-pm25", EffectDirection.Lowers), new ExpectedEffect("assigned", EffectDirection.Lowers)], task.Content.Effects);
        var list = (await editor.Get(Tasks + "?year=2026")).Text;
        Assert.Contains("新建港口岸电", list, StringComparison.Ordinal);
        Assert.Contains("各项措施本年度都已列入任务", list, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的年度任务", (await editor.Get(Tasks + "?year=2027")).Text, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的年度任务", (await editor.Get(Tasks + $"?year=2026&unit={Bureau.Id}&part=lead")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_edit_one_task_the_second_keeps_what_he_typed_and_sees_what_the_first_changed()
    {
        await using var site = await Site();
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        var first = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        var second = await site.SignedIn("李编辑", Role.Editor, OfficeSite.Taishan);
        await first.Get($"{Tasks}/{task.Code}/edit");
        await second.Get($"{Tasks}/{task.Code}/edit");

        Assert.Equal(302, (await first.Post("task", ("quantity", "300"), ("why", "核减"))).Status);
        var told = await second.Post("task", ("title", "新建县城污水管网"), ("why", "改名"));

        Assert.Contains("王编辑在您编辑期间改动了", told.Text, StringComparison.Ordinal);
        Assert.Contains("320 → 300", told.Text, StringComparison.Ordinal);
        Assert.Contains("新建县城污水管网</textarea>", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Store.Revisions(task.Id)).Count);
        var again = await second.Follow(await second.Post("task", ("quantity", "300")));
        Assert.Contains("核减", again.Text, StringComparison.Ordinal);
        Assert.Equal(("新建县城污水管网", 300m), (await site.Store.Revisions(task.Id))[2].Content is var now ? (now.Title.Zh, now.Quantity!.Value) : default);
    }

    [Fact]
    public async Task A_task_is_split_by_place_in_one_form_and_the_sum_stands_beside_the_whole()
    {
        await using var site = await Site();
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get($"{Tasks}/{task.Code}");

        var split = await editor.Follow(await editor.Post("split", ("Quantities[440781100]", "200"), ("Quantities[440781101]", "0"), ("SplitWhy", "分解会议")));

        Assert.Contains("各地区合计 200 公里，总任务 320 公里，差 −120", split.Text, StringComparison.Ordinal);
        Assert.Equal([320m, 200m, 0m], (await site.Store.Tasks("taishan-15")).Select(one => one.Content.Quantity!.Value));
        // The town's government leads, not whatever unit of the town comes first; where none is registered the lead of the whole.
        Assert.Equal([Housing.Id, "jia/east-town", Housing.Id], (await site.Store.Tasks("taishan-15")).Select(one => one.Content.Lead));
        var even = await editor.Follow(await editor.Post("split", ("Quantities[440781101]", "120"), ("SplitWhy", "补足")));
        Assert.Contains("差 ±0", even.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Store.Revisions("taishan-15/2026-03")).Count);

        await editor.Get($"{Tasks}/{task.Code}");
        Assert.Contains("请先取消它的地区分解任务 2026-02、2026-03", (await editor.Post("cancel", ("CancelWhy", "不做了"))).Text, StringComparison.Ordinal);
        await editor.Get($"{Tasks}/2026-03");
        Assert.Contains("任务已取消", (await editor.Follow(await editor.Post("cancel", ("CancelWhy", "并入东镇")))).Text, StringComparison.Ordinal);
        Assert.Contains("并入东镇", (await editor.Get($"{Tasks}/2026-03")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03", (await editor.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);
        Assert.Contains("2026-03", (await editor.Get(Tasks + "?year=2026&cancelled=yes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_split_one_task_neither_undoes_what_the_other_wrote_without_being_told()
    {
        await using var site = await Site();
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        var first = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await first.Get($"{Tasks}/{task.Code}");
        await first.Post("split", ("Quantities[440781100]", "200"), ("Quantities[440781101]", "120"), ("SplitWhy", "分解会议"));
        var second = await site.SignedIn("李编辑", Role.Editor, OfficeSite.Taishan);
        await first.Get($"{Tasks}/{task.Code}");
        await second.Get($"{Tasks}/{task.Code}");
        await first.Follow(await first.Post("split", ("Quantities[440781100]", "250"), ("SplitWhy", "东镇增加")));

        // The second touched the other row only: both stand.
        Assert.Equal(302, (await second.Post("split", ("Quantities[440781101]", "70"), ("SplitWhy", "西镇核减"))).Status);
        Assert.Equal([320m, 250m, 70m], (await site.Store.Tasks("taishan-15")).Select(one => one.Content.Quantity!.Value));

        // The first still has 120 for the west before him, and writes what the second wrote as well: he is told, and may insist.
        var told = await first.Post("split", ("Quantities[440781100]", "200"), ("Quantities[440781101]", "100"), ("SplitWhy", "改回"));
        Assert.Contains("西镇：在您编辑期间他人已改动，现为“70 公里”", told.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"100\"", told.Text, StringComparison.Ordinal);
        Assert.Equal(70m, (await site.Store.Tasks("taishan-15"))[2].Content.Quantity);
        Assert.Equal(302, (await first.Post("split")).Status);
        Assert.Equal([320m, 200m, 100m], (await site.Store.Tasks("taishan-15")).Select(one => one.Content.Quantity!.Value));
    }

    [Fact]
    public async Task A_day_to_come_shows_today_and_a_task_taken_up_again_since_is_not_called_cancelled()
    {
        await using var site = await Site();
        site.Store.Clock.Set(new DateOnly(2026, 3, 1));
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        await site.Store.Cancel(task);
        site.Store.Clock.Set(new DateOnly(2026, 6, 1));
        await site.Store.Cancel(task, cancel: false, "仍需实施");
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);

        Assert.Contains("取消 0 项，恢复 1 项", (await editor.Get(Tasks + "?year=2026&asOf=2026-03-31&cancelled=yes")).Text, StringComparison.Ordinal);
        Assert.Contains("这是 2026年6月1日结束时登记的情况", (await editor.Get(Tasks + "?year=2026&asOf=9999-12-31")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_responsibilities_of_an_earlier_day_say_so_on_the_page_and_keep_the_day_when_filtered()
    {
        await using var site = await Site();
        await site.Store.Added(NewSewers(), "taishan-15");
        site.Store.Clock.Set(new DateOnly(2026, 6, 1));
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);

        var page = (await editor.Get(Duties + "?year=2026&asOf=2026-03-31")).Text;

        Assert.Contains("这是 2026年3月31日结束时登记的情况，导出的文件也是", page, StringComparison.Ordinal);
        Assert.Contains("name=\"asOf\" type=\"date\" value=\"2026-03-31\"", page, StringComparison.Ordinal);
        Assert.Contains("duties.docx?year=2026&asOf=2026-03-31", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_an_earlier_day_is_what_was_on_record_then_with_what_changed_since()
    {
        await using var site = await Site();
        site.Store.Clock.Set(new DateOnly(2026, 3, 1));
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        site.Store.Clock.Set(new DateOnly(2026, 6, 1));
        await site.Store.Revise(task, task.Content with { Quantity = 300 });
        await site.Store.Added(NewSewers() with { Title = new("后来的任务") }, "taishan-15");
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);

        var then = (await editor.Get(Tasks + "?year=2026&asOf=2026-03-31")).Text;

        Assert.Contains("此后新增 1 项，改动 1 项，取消 0 项", then, StringComparison.Ordinal);
        Assert.Contains("320 公里</del>", then, StringComparison.Ordinal);
        Assert.Contains("300 公里</ins>", then, StringComparison.Ordinal);
        Assert.Matches("＋ 新增</span>\\s*<a[^>]*>后来的任务", then);
        Assert.Contains("± 改动", then, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>", (await editor.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);

        var duties = (await editor.Get(Duties + "?year=2026&asOf=2026-03-31")).Text;
        Assert.Contains("此后新增 1 项，改动 1 项，撤下 0 项", duties, StringComparison.Ordinal);
        Assert.Contains("新建污水管网", duties, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_responsibilities_exports_what_its_filters_show()
    {
        await using var site = await Site();
        await site.Store.Added(NewSewers(), "taishan-15");
        var editor = await site.SignedIn("editor", Role.Editor, OfficeSite.Taishan);

        var page = (await editor.Get($"{Duties}?year=2026&unit={Uri.EscapeDataString(Housing.Id)}")).Text;

        Assert.Contains("320公里；通水验收合格", page, StringComparison.Ordinal);
        Assert.DoesNotContain("推进港口岸电使用", page, StringComparison.Ordinal);
        Assert.Contains($"duties.docx?year=2026&unit={Uri.EscapeDataString(Housing.Id)}", page, StringComparison.Ordinal);
        Assert.Equal(200, (await editor.Get($"{Duties}.xlsx?year=2026")).Status);
        Assert.Equal(200, (await editor.Get($"{Duties}.docx?year=2026")).Status);
        Assert.Contains("Responsibilities of 2026", (await editor.Get("/en" + Duties + "?year=2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_of_a_year_are_saved_with_their_balance_and_the_next_year_shows_none_of_them()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("这一年还没有分解", (await editor.Get(Allocation)).Text, StringComparison.Ordinal);

        var saved = await editor.Follow(await editor.Post("allocate", ("Rule", "Mean"), ("Values[440781100]", "21"), ("Values[440781101]", "22.1"), ("Why", "分解会议")));

        Assert.Contains("平均 21.6 µg/m³", saved.Text, StringComparison.Ordinal);   // 21.55 is published as 21.6
        Assert.Contains("≤ 21.5 µg/m³（按直线推算）", saved.Text, StringComparison.Ordinal);
        Assert.Contains("余量 −0.1 µg/m³", saved.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("分解不足", saved.Text, StringComparison.Ordinal);
        Assert.Contains("这一年还没有分解", (await editor.Get(Allocation.Replace("2027", "2028", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_of_units_are_kept_by_unit_and_a_closed_one_is_listed_only_where_it_has_a_share()
    {
        await using var site = await Site();
        var units = Allocation.Replace("to=areas", "to=units", StringComparison.Ordinal);
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.DoesNotContain("原环保所", (await editor.Get(units)).Text, StringComparison.Ordinal);
        await site.Store.Within((services, change) => services.GetRequiredService<IAllocations>().Allocate(
            change, "taishan-15", "air-pm25", 2027, AllocationTo.Units, new(CombinationRule.Mean, [new(Dissolved.Id, 21)], null, "旧文件"), null, Stop));

        Assert.Contains("原环保所", (await editor.Get(units)).Text, StringComparison.Ordinal);
        await editor.Follow(await editor.Post("allocate", ($"Values[{Housing.Id}]", "22.1"), ("Why", "分解会议")));

        var now = (await site.Store.In(services => services.GetRequiredService<IAllocations>().Revisions("taishan-15", "air-pm25", 2027, AllocationTo.Units, Stop)))[^1];
        Assert.Equal([(Housing.Id, 22.1m), (Dissolved.Id, 21m)], now.Content.Parts.Select(part => (part.Subject, part.Value!.Value)));
    }

    [Fact]
    public async Task What_the_superior_assigns_is_entered_with_its_document_in_one_form()
    {
        await using var site = await Site();
        site.Store.Clock.Set(new DateOnly(2027, 1, 6));
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("登记下达文件", (await editor.Get("/office/plans/taishan-15")).Text, StringComparison.Ordinal);
        Assert.Contains("目前待上级下达", (await editor.Get(Target)).Text, StringComparison.Ordinal);
        Assert.Contains("请填写下达的数值", (await editor.Post("revise", ("Document", "市府〔2027〕1号"), ("On", "2027-01-05"), ("Reason", "上级下达"))).Text, StringComparison.Ordinal);
        Assert.Contains("晚于今天", (await editor.Post("revise", ("Value", "18"), ("Document", "市府〔2027〕1号"), ("On", "2027-01-07"), ("Reason", "上级下达"))).Text, StringComparison.Ordinal);
        Assert.Equal(IndicatorState.WaitingForAssignment, await State(site));

        await editor.Get(Target);
        var done = await editor.Follow(await editor.Post("revise", ("Value", "18"), ("Document", "市府〔2027〕1号"), ("On", "2027-01-05"), ("Reason", "上级下达")));

        Assert.Contains("上级下达的目标已登记", done.Text, StringComparison.Ordinal);
        Assert.Equal(IndicatorState.OnTrack, await State(site));
    }

    [Fact]
    public async Task Who_may_not_edit_the_plan_neither_sees_nor_posts()
    {
        await using var site = await Site();
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        var administrator = await site.SignedIn("admin", Role.Administrator, OfficeSite.Taishan);

        foreach (var page in new[] { Tasks, Tasks + "/new", $"{Tasks}/{task.Code}", $"{Tasks}/{task.Code}/edit", Duties, Duties + ".xlsx", Duties + ".docx", Allocation })
        {
            Assert.Equal(302, (await site.Browser().Get(page)).Status);
            Assert.Equal(403, (await neighbour.Get(page)).Status);
            Assert.Equal(403, (await administrator.Get(page)).Status);
        }

        await neighbour.Get("/office/plans/upload");
        Assert.Equal(403, (await neighbour.PostTo($"{Tasks}/{task.Code}", "upload", ("_handler", "cancel"), ("CancelWhy", "x"))).Status);
        Assert.Equal(403, (await neighbour.PostTo(Tasks + "/new", "upload", ("_handler", "task"))).Status);
        Assert.Single(await site.Store.Revisions(task.Id));
    }

    private static async Task<IndicatorState> State(OfficeSite site)
    {
        var indicator = (await site.Store.Plan("taishan-15"))!.Indicators.Single(one => one.Code == "assigned");
        return IndicatorStates.Judge(indicator, [new(Period.OfYear(2027), 19)], PlanThresholds.Default, new(2028, 1, 31)).State;
    }

    private static async Task<OfficeSite> Site()
    {
        var site = await OfficeSite.Open();
        Region east = new("440781100", OfficeSite.Taishan, ("东镇", "East Town"), RegionLevel.Town, IsDemo: true);
        Region west = new("440781101", OfficeSite.Taishan, ("西镇", "West Town"), RegionLevel.Town, IsDemo: true);
        var pack = Pack("taishan-15", PlanStatus.InForce, Pm25(), Pm25() with
        {
            Code = "assigned",
            Target = new(TargetKind.AssignedBySuperior, 2030, Text: ("完成上级下达任务", "As assigned")),
            Steps = [],
            Direction = DesiredDirection.Down,
        }) with
        {
            Region = OfficeSite.Taishan,
            Demo = false,
            Regions = [east, west],
            Units = [Bureau with { Region = OfficeSite.Taishan }, Housing with { Region = OfficeSite.Taishan }, Dissolved with { Region = OfficeSite.Taishan }, EastOffice with { Region = east.Code }, EastTown with { Region = east.Code }],
        };
        Assert.Equal(PlanImportOutcome.Stored, (await site.Store.Import(pack)).Outcome);
        return site;
    }
}
