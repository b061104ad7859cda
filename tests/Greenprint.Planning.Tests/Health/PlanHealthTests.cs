using System.Globalization;
using Greenprint.Planning.Health;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.Health;

public sealed class PlanHealthTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_finding_is_gone_when_it_is_mended(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var task = await store.Added(NewSewers() with { Criterion = null });
        Assert.Contains("HLT-146", await Codes(store));

        Assert.Empty((await store.Revise(task, NewSewers())).Findings);

        Assert.DoesNotContain("HLT-146", await Codes(store));
        Assert.Contains("HLT-141", await Codes(store));
    }

    [Fact]
    public async Task T18_a_plan_of_many_tasks_takes_no_more_queries_than_one_of_a_few()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        using var commands = new CommandCount(store);
        await store.Added(NewSewers());
        commands.Take();
        await Report(store);
        var few = commands.Take();

        await store.Within(async (services, change) =>
            await services.GetRequiredService<IYearTasks>().TakeOver(change, "jia-15", [.. Enumerable.Range(10, 400).Select(i => new YearTaskEntry(string.Create(CultureInfo.InvariantCulture, $"2026-{i:000}"), NewSewers()))], Stop));
        commands.Take();
        var report = await Report(store);

        Assert.Equal(few, commands.Take());
        Assert.InRange(few, 1, 25);
        Assert.Equal(401, report.Findings.Count(finding => finding.Rule == TaskHealth.NoPerson));
    }

    [Fact]
    public async Task The_verb_prints_each_finding_and_fails_only_when_it_is_asked_to()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Added(NewSewers());

        var (exit, text, _) = await Audit(store, json: false, failOn: null);
        Assert.Equal(0, exit);
        Assert.Contains("HLT-141", text, StringComparison.Ordinal);
        Assert.Contains("/office/plans/jia-15/tasks/2026-01/edit#accountable", text, StringComparison.Ordinal);
        Assert.Contains("owners 0/1 0.0%", text, StringComparison.Ordinal);
        Assert.Equal(1, (await Audit(store, json: false, HealthSeverity.Severe)).Exit);
        Assert.Equal(1, (await Audit(store, json: true, HealthSeverity.Remark)).Exit);
        var refused = await Audit(store, json: true, failOn: null, "none");
        Assert.Equal((1, ""), (refused.Exit, refused.Output));
        Assert.Contains("PLN-010", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_a_severe_finding_passes_where_severe_ones_fail()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);

        Assert.Equal(0, (await Audit(store, json: true, HealthSeverity.Severe)).Exit);
        Assert.Equal(1, (await Audit(store, json: true, HealthSeverity.Warning)).Exit);
    }

    [Fact]
    public async Task The_page_shows_what_is_filtered_exports_exactly_that_and_lets_a_leader_read_but_not_change()
    {
        await using var site = await OfficeSite.Open();
        await site.Store.Import(Taishan());
        await site.Store.Added(NewSewers() with { Criterion = null, Title = new("=1+1 管网") }, "taishan-15");
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);
        var elsewhere = await site.SignedIn("开平领导", Role.Leader, OfficeSite.Kaiping);

        var page = await leader.Get("/office/plans/taishan-15/health?group=proof");
        Assert.Contains("HLT-146", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"HLT-141\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit#criterion", page.Text, StringComparison.Ordinal);
        Assert.Contains("由规划编辑办理", page.Text, StringComparison.Ordinal);
        var csv = await leader.Get("/office/plans/taishan-15/health.csv?group=proof");
        var lines = csv.Text.Split("\r\n").TakeWhile(line => line.Trim(',').Length > 0).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("佐证", csv.Text[csv.Text.IndexOf("筛选条件", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.StartsWith("HLT-146,", lines[1], StringComparison.Ordinal);
        Assert.Equal(200, (await leader.Get("/office/plans/taishan-15/health.xlsx?group=proof")).Status);
        Assert.Equal(200, (await leader.Get("/office/plans/taishan-15/tasks?year=2026")).Status);
        Assert.DoesNotContain("tasks/new", (await leader.Get("/office/plans/taishan-15/tasks?year=2026")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await elsewhere.Get("/office/plans/taishan-15/health")).Status);
        Assert.Equal(403, (await elsewhere.Get("/office/plans/taishan-15/health.csv")).Status);
    }

    [Fact]
    public async Task T21_a_leader_who_may_read_a_task_cannot_cancel_it_by_sending_the_form()
    {
        await using var site = await OfficeSite.Open();
        await site.Store.Import(Taishan());
        var task = await site.Store.Added(NewSewers(), "taishan-15");
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);
        var address = $"/office/plans/taishan-15/tasks/{task.Code}";
        Assert.Contains("取消这项任务", (await editor.Get(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("取消这项任务", (await leader.Get(address)).Text, StringComparison.Ordinal);

        await leader.Get("/account");
        Assert.Equal(400, (await leader.PostTo(address, "password", ("_handler", "cancel"), ("Seen", "1"), ("CancelWhy", "不需要了"))).Status);

        Assert.False(Assert.Single(await site.Store.Tasks("taishan-15")).IsCancelled);
    }

    private static PlanPack Taishan() => Pack("taishan-15") with
    {
        Region = OfficeSite.Taishan,
        Demo = false,
        Regions = [],
        Units = [Bureau with { Region = OfficeSite.Taishan }, Housing with { Region = OfficeSite.Taishan }],
    };

    private static Task<HealthReport> Report(TestStore store) => store.In(async services => (await services.GetRequiredService<PlanHealth>().Of("jia-15", Stop))!);

    private static async Task<IEnumerable<string>> Codes(TestStore store) => (await Report(store)).Findings.Select(finding => finding.Rule.Code);

    private static Task<(int Exit, string Output, string Error)> Audit(TestStore store, bool json, HealthSeverity? failOn, string plan = "jia-15") => store.In(async services =>
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await AuditPlanVerb.Run(new(services, output, error, "/", ShowProgress: false), plan, json, failOn, Stop);
        return (exit, output.ToString(), error.ToString());
    });
}
