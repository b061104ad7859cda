using System.Globalization;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>Adjustments on the pages, told over HTTP; and who is kept out.</summary>
public sealed class AdjustmentPageTests
{
    private const string Plan = "/office/plans/taishan-15";
    private const string Target = Plan + "/indicators/air-pm25/target";

    [Fact]
    public async Task T8_a_target_is_adjusted_over_its_pages_and_the_first_one_stays_in_sight()
    {
        await using var site = await Site();
        var (editor, leader) = (await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan), await site.SignedIn("李局长", Role.Leader, OfficeSite.Taishan));
        Assert.Contains("只能按程序调整", (await editor.Get(Target)).Text, StringComparison.Ordinal);
        await editor.Get(Plan + "/adjustments/new?target=air-pm25");

        Assert.Contains("请用阿拉伯数字", (await editor.Post("target", ("Value", "十九"), ("Grounds", "收紧"))).Text, StringComparison.Ordinal);
        Assert.Contains("请写明依据与理由", (await editor.Post("target", ("Value", "19.5"), ("Grounds", " "))).Text, StringComparison.Ordinal);
        var done = await editor.Post("target", ("Value", "１９．５"), ("Steps[2026]", ""), ("Steps[2027]", "21.5"), ("Grounds", "省级要求提高。"));
        Assert.Equal(302, done.Status);
        var page = (await editor.Follow(done)).Text;
        Assert.Contains("≤20", page, StringComparison.Ordinal);
        Assert.Contains("≤19.5", page, StringComparison.Ordinal);
        Assert.Contains("省级要求提高。", page, StringComparison.Ordinal);

        var adjustment = Plan + "/adjustments/" + Code(site);
        Assert.Equal(302, (await editor.Post("act", ("do", "Submit"))).Status);
        await editor.Get(adjustment);
        Assert.Contains("请选择征求意见的单位", (await editor.Post("ask", ("do", "AskOpinions"), ("units", null))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await editor.Post("ask", ("do", "AskOpinions"), ("units", TaskStore.Housing.Id))).Status);
        var unit = await site.SignedIn("陈联络", Role.Reporter, OfficeSite.Taishan);
        await unit.Get(adjustment);
        Assert.Contains("须写明", (await unit.Post("opinion", ("do", "GiveOpinion"), ("opinion", "Disagree"))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await unit.Post("opinion", ("do", "GiveOpinion"), ("opinion", "Agree"))).Status);

        await leader.Get(adjustment);
        Assert.Contains("请填写批准文件的文号", (await leader.Post("decide", ("do", "Approve"))).Text, StringComparison.Ordinal);
        var kept = (await leader.Post("decide", ("do", "Approve"), ("document", "台府〔2026〕3号"), ("on", "2026-03-10"))).Text;
        Assert.Contains("只能由下达机关调整", kept, StringComparison.Ordinal);
        Assert.Contains("value=\"台府〔2026〕3号\"", kept, StringComparison.Ordinal);
        Assert.Equal(302, (await leader.Post("decide", ("do", "Approve"), ("document", "台府〔2026〕3号"), ("on", "2026-03-10"), ("assigner", "江府〔2026〕9号"))).Status);
        await editor.Get(adjustment);
        Assert.Contains("已公布", (await editor.Follow(await editor.Post("act", ("do", "Publish")))).Text, StringComparison.Ordinal);

        var versions = await site.Store.In(services => services.GetRequiredService<ITargets>().Versions("taishan-15", "air-pm25", Stop));
        Assert.Equal([20m, 19.5m], versions.Select(version => version.Target.Value!.Value));
        Assert.Equal([new(2026, 22), new(2030, 20)], versions[0].Steps);
        Assert.Equal([new(2027, 21.5m), new(2030, 20)], versions[1].Steps);
        var target = (await editor.Get(Target)).Text;
        Assert.Contains("（原目标）", target, StringComparison.Ordinal);
        Assert.Contains("台府〔2026〕3号", target, StringComparison.Ordinal);
        Assert.Contains("2026-03-09 执行", (await editor.Get(Target + "?asOf=2026-03-09")).Text, StringComparison.Ordinal);
        var earlier = (await editor.Get(Plan + "/targets?asOf=2026-03-09")).Text;
        Assert.Contains("<del><span class=\"hidden\">原为 </span>≤20</del>", earlier, StringComparison.Ordinal);
        Assert.Contains("≤19.5</ins>", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>", (await editor.Get(Plan + "/targets")).Text, StringComparison.Ordinal);
        Assert.Equal("PK", (await editor.Get(adjustment + ".docx")).Text[..2]);
    }

    [Fact]
    public async Task Who_proposed_it_is_not_offered_the_decision_and_a_made_up_one_is_refused()
    {
        await using var site = await Site();
        await site.Store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(
            "both", "周两职", "clear water 2030", [new(Role.Editor, OfficeSite.Taishan), new(Role.Leader, OfficeSite.Taishan)], Stop));
        var both = site.Browser();
        await both.Get("/sign-in");
        await both.Post("sign-in", ("UserName", "both"), ("Password", "clear water 2030"));
        await both.Get(Plan + "/adjustments/new?target=air-pm25");
        await both.Follow(await both.Post("target", ("Value", "19"), ("Grounds", "收紧")));
        await both.Post("act", ("do", "Submit"));
        await both.Get(Plan + "/adjustments/" + Code(site));
        await both.Post("ask", ("do", "AskOpinions"), ("units", TaskStore.Housing.Id), ("until", Today(site)));
        var page = await both.Get(Plan + "/adjustments/" + Code(site));

        Assert.Contains("申请人不能决定自己的申请", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Approve\"", page.Text, StringComparison.Ordinal);
        var made = await both.Post("act", ("do", "Approve"), ("document", "假〔2026〕1号"), ("on", "2026-01-01"));
        Assert.Contains("申请人不能决定自己的申请", made.Text, StringComparison.Ordinal);
        Assert.Single(await site.Store.In(services => services.GetRequiredService<ITargets>().Versions("taishan-15", "air-pm25", Stop)));
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_is_kept_out_and_who_may_only_look_does_nothing()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get(Plan + "/adjustments/new?target=air-pm25");
        await editor.Follow(await editor.Post("target", ("Value", "19"), ("Grounds", "收紧")));
        var adjustment = Plan + "/adjustments/" + Code(site);
        var submit = await editor.Get(adjustment);
        Assert.Contains("value=\"Submit\"", submit.Text, StringComparison.Ordinal);

        var neighbour = await site.SignedIn("邻县编辑", Role.Editor, OfficeSite.Kaiping);
        Assert.Equal(403, (await neighbour.Get(Plan + "/adjustments")).Status);
        Assert.Equal(403, (await neighbour.Get(adjustment)).Status);
        Assert.Equal(403, (await neighbour.Get(adjustment + ".docx")).Status);
        Assert.Equal(403, (await neighbour.Get(Plan + "/adjustments/new?target=air-pm25")).Status);
        Assert.Equal(403, (await neighbour.Get(Plan + "/targets")).Status);
        var evaluator = await site.SignedIn("评估员", Role.Evaluator, OfficeSite.Taishan);
        Assert.Equal(200, (await evaluator.Get(adjustment)).Status);
        Assert.DoesNotContain("<form method=\"post\"", (await evaluator.Get(adjustment)).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await evaluator.Get(adjustment + "/edit")).Status);
        var other = await site.SignedIn("赵编辑", Role.Editor, OfficeSite.Taishan);
        Assert.DoesNotContain("value=\"Submit\"", (await other.Get(adjustment)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await editor.Get(Plan + "/adjustments/A2026-99")).Status);
        Assert.Equal(404, (await editor.Get(Plan + "/adjustments/new")).Status);
        Assert.Equal(404, (await editor.Get(Plan + "/adjustments/new?task=2026-88")).Status);
    }

    [Fact]
    public async Task A_request_about_a_year_task_or_target_is_named_on_their_pages_only_to_who_may_open_it()
    {
        await using var site = await Site();
        var task = await site.Store.Added(TaskStore.NewSewers() with { Effects = [] }, "taishan-15");
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get($"{Plan}/adjustments/new?task={task.Code}");
        Assert.Equal(302, (await editor.Post("task", ("quantity", "300"), ("why", "用地未批"))).Status);
        await editor.Get(Plan + "/adjustments/new?target=air-pm25");
        Assert.Equal(302, (await editor.Post("target", ("Value", "19"), ("Grounds", "收紧"))).Status);
        var unit = await site.SignedIn("陈联络", Role.Reporter, OfficeSite.Taishan, TaskStore.Housing.Id);

        foreach (var (page, code) in new[] { ($"{Plan}/tasks/{task.Code}", Code(site)), (Target, Code(site)[..^1] + "2") })
        {
            Assert.Contains(code, (await editor.Get(page)).Text, StringComparison.Ordinal);
            var seen = await unit.Get(page);
            Assert.Equal(200, seen.Status);
            Assert.DoesNotContain(code, seen.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Reporter)]
    public async Task Whoever_sees_the_work_reads_targets_and_shares_of_any_day_and_is_offered_no_change_nor_makes_one(Role role)
    {
        await using var site = await Site();
        await site.Store.In(services => services.GetRequiredService<IChanges>().Apply(Actor.System("test"), change => services.GetRequiredService<ITargets>().Revise(
            change, "taishan-15", "air-pm25", new(new(TargetKind.AssignedBySuperior, 2030, null, null, ("完成上级下达任务", "as assigned")), "台府〔2026〕1号", site.Store.Clock.Today(), "待下达"), Stop), Stop));
        var (editor, reader) = (await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan), await site.SignedIn("读者", role, OfficeSite.Taishan));
        const string Shares = Plan + "/indicators/air-pm25/allocation";

        foreach (var page in new[] { Plan + "/targets?asOf=2026-01-05", Target + "?asOf=2026-01-05", Shares + "?year=2026&asOf=2026-01-05", Target, Shares })
        {
            Assert.Equal(200, (await reader.Get(page)).Status);
        }

        // Their own forms are not on it; those of an editor, brought in, are refused.
        Assert.DoesNotContain("<form method=\"post\"", (await reader.Get(Target)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("adjustments/new", (await reader.Get(Target)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\"", (await reader.Get(Shares)).Text, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\"", (await editor.Get(Target)).Text, StringComparison.Ordinal);
        await reader.Get("/sign-in");
        Assert.NotEqual(302, (await reader.PostTo(Target, "sign-in", ("_handler", "revise"), ("Value", "18"), ("Document", "假〔2026〕1号"), ("On", "2026-01-01"), ("Reason", "x"))).Status);
        await reader.Get("/sign-in");
        Assert.NotEqual(302, (await reader.PostTo(Shares, "sign-in", ("_handler", "allocate"), ("Rule", "Mean"), ("Values[440781100]", "21"), ("Why", "x"))).Status);
        Assert.Equal(2, (await site.Store.In(services => services.GetRequiredService<ITargets>().Versions("taishan-15", "air-pm25", Stop))).Count);
        Assert.Empty(await site.Store.In(services => services.GetRequiredService<IAllocations>().Of("taishan-15", null, Stop)));
    }

    [Fact]
    public async Task Of_two_windows_on_one_draft_the_second_keeps_what_it_typed_and_sees_what_the_first_saved()
    {
        await using var site = await Site();
        var task = await site.Store.Added(TaskStore.NewSewers() with { Effects = [] }, "taishan-15");
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get($"{Plan}/adjustments/new?task={task.Code}");
        Assert.Equal(302, (await editor.Post("task", ("quantity", "300"), ("why", "用地未批"))).Status);
        var edit = Plan + "/adjustments/" + Code(site) + "/edit";
        var second = site.Browser();
        await second.Get("/sign-in");
        await second.Post("sign-in", ("UserName", "王编辑"), ("Password", "clear water 2030"));
        await editor.Get(edit);
        await second.Get(edit);

        Assert.Equal(302, (await editor.Post("task", ("quantity", "280"))).Status);
        var told = await second.Post("task", ("quantity", "260"), ("why", "用地未批，分两期"));

        Assert.Contains("本次操作未执行", told.Text, StringComparison.Ordinal);
        Assert.Contains("320 → 280", told.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"260\"", told.Text, StringComparison.Ordinal);
        Assert.Contains("用地未批，分两期</textarea>", told.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await second.Post("task")).Status);
        Assert.Contains("<ins>260</ins>", (await editor.Get(Plan + "/adjustments/" + Code(site))).Text, StringComparison.Ordinal);
        Assert.Single(await site.Store.Revisions(task.Id));
    }

    [Fact]
    public async Task The_list_is_filtered_in_the_address_and_shows_an_earlier_day()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get(Plan + "/adjustments/new?target=air-pm25");
        await editor.Post("target", ("Value", "19"), ("Grounds", "收紧"));
        var first = Today(site);
        site.Store.Clock.Advance(TimeSpan.FromDays(3));
        await editor.Get("/sign-in");
        await editor.Post("sign-in", ("UserName", "王编辑"), ("Password", "clear water 2030"));
        await editor.Get(Plan + "/adjustments/" + Code(site));
        await editor.Post("act", ("do", "Withdraw"), ("why", "改由市里统一调整"));
        await editor.Get(Plan + "/adjustments/new?target=air-pm25");
        await editor.Post("target", ("Value", "18"), ("Grounds", "再收紧"));
        var (one, two) = ($"A{first[..4]}-01", $"A{first[..4]}-02");

        Assert.Contains(one, (await editor.Get(Plan + "/adjustments")).Text, StringComparison.Ordinal);
        var open = (await editor.Get(Plan + "/adjustments?state=open&kind=target&of=air-pm25")).Text;
        Assert.Contains(two, open, StringComparison.Ordinal);
        Assert.DoesNotContain(one, open, StringComparison.Ordinal);
        Assert.Contains("没有调整申请", (await editor.Get(Plan + "/adjustments?kind=task")).Text, StringComparison.Ordinal);
        var then = (await editor.Get(Plan + "/adjustments?asOf=" + first)).Text;
        Assert.DoesNotContain(two, then, StringComparison.Ordinal);
        Assert.Contains("此后新增 1，改动 1", then, StringComparison.Ordinal);
        Assert.Contains("拟定中</del>", then, StringComparison.Ordinal);
        Assert.Contains("已撤回</ins>", then, StringComparison.Ordinal);
    }

    private static async Task<OfficeSite> Site()
    {
        var site = await OfficeSite.Open();
        var pack = TaskStore.Towns("taishan-15");
        await site.Store.Import(pack with { Region = OfficeSite.Taishan, Units = [.. pack.Units.Select(unit => unit with { Region = OfficeSite.Taishan })] });
        return site;
    }

    private static string Code(OfficeSite site) => $"A{Today(site)[..4]}-01";

    private static string Today(OfficeSite site) => site.Store.Clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
