using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>
/// A target of the sample county is adjusted by four people in four browsers: an editor proposes, a unit gives its opinion, the proposer's own approval is
/// refused, a leader approves with the document that allows a weaker target, it is published; the first target stays in sight, and an earlier day shows it.
/// </summary>
public sealed class AdjustmentTests(SampleSite sample)
{
    private const string Password = "otter-in-the-estuary-9";

    [Fact]
    public async Task A_target_is_proposed_heard_about_approved_by_another_person_and_published_and_the_first_one_stays()
    {
        // A site of its own: what other tests read of the county is not changed under them.
        await using var site = await sample.Copy();
        var administrator = await SignedIn(site, "an-ke");

        // The deputy head of the county may approve, and edits the plan as well from now on.
        await administrator.GotoAsync("/admin/people");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "周汀" }).First.ClickAsync();
        await administrator.Locator("summary").Filter(new() { HasText = "授予角色" }).ClickAsync();
        await administrator.Locator("#give-role").SelectOptionAsync("Editor");
        await administrator.Locator("#give-region").SelectOptionAsync("990121");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "授予", Exact = true }).ClickAsync();
        await Assertions.Expect(administrator.Locator("main table").Filter(new() { HasText = "规划编辑" }).First).ToBeVisibleAsync();

        var proposer = await SignedIn(site, "zhou-ting");
        var unit = await SignedIn(site, "hai-tao");
        var leader = await SignedIn(site, "lin-yan");

        // Proposed: old and new side by side, and the check against the plan of the prefecture.
        await proposer.GotoAsync("/office/plans/lanwan-15");
        await proposer.GetByRole(AriaRole.Link, new() { Name = "目标与调整 近岸海域优良水质" }).ClickAsync();
        await proposer.GetByRole(AriaRole.Link, new() { Name = "提出调整申请" }).ClickAsync();
        await proposer.GetByLabel("数值（%）").FillAsync("88.5");
        await proposer.GetByLabel("依据与理由").FillAsync("外海来水影响，两年监测均低于年度目标。");
        await Accessible(proposer);
        await proposer.GetByRole(AriaRole.Button, new() { Name = "保存申请" }).ClickAsync();
        await Assertions.Expect(proposer.Locator(".side-by-side del")).ToContainTextAsync("90");
        await Assertions.Expect(proposer.Locator(".side-by-side ins")).ToContainTextAsync("88.5");
        await Assertions.Expect(proposer.Locator("main")).ToContainTextAsync("放宽");
        var request = new Uri(proposer.Url).AbsolutePath;
        await proposer.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Assertions.Expect(proposer.Locator(".standing")).ToContainTextAsync("待征求意见");
        await proposer.Locator("#until").FillAsync("2026-11-30");
        await proposer.GetByLabel("岚湾县海洋", new() { Exact = false }).First.CheckAsync();
        for (var others = proposer.Locator("#units input:checked:not([value='lanwan/ocean'])"); await others.CountAsync() > 0;)
        {
            await others.First.UncheckAsync();
        }

        await proposer.GetByRole(AriaRole.Button, new() { Name = "发出征求意见" }).ClickAsync();
        await Assertions.Expect(proposer.Locator("main")).ToContainTextAsync("待反馈");

        // The unit finds it in its inbox.
        await unit.GotoAsync("/office/work");
        await unit.GetByRole(AriaRole.Link, new() { Name = "A2026-02 近岸海域优良水质" }).ClickAsync();
        await unit.Locator("#opinion").SelectOptionAsync("AgreeWithRemark");
        await unit.Locator("#opinion-text").FillAsync("建议同步加密监测。");
        await unit.GetByRole(AriaRole.Button, new() { Name = "反馈意见" }).ClickAsync();
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("建议同步加密监测。");
        await unit.GotoAsync("/office/work");
        await Assertions.Expect(unit.GetByRole(AriaRole.Link, new() { Name = "A2026-02" })).ToHaveCountAsync(0);

        // The proposer may approve what others propose, not this.
        await proposer.GotoAsync(request);
        await Assertions.Expect(proposer.Locator("main")).ToContainTextAsync("申请人不能决定自己的申请");
        await Assertions.Expect(proposer.GetByRole(AriaRole.Button, new() { Name = "批准" })).ToHaveCountAsync(0);

        // Another person: without the document that allows a weaker target it is refused, and what was typed stays.
        await leader.GotoAsync("/office/work/mine");
        await leader.GetByRole(AriaRole.Link, new() { Name = Code(request) }).ClickAsync();
        await leader.Locator("#document").FillAsync("岚府〔2026〕31号");
        await leader.Locator("#on").FillAsync("2026-11-20");
        await Accessible(leader);
        await leader.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Assertions.Expect(leader.Locator(".error-summary")).ToContainTextAsync("须写明同意放宽的文件文号");
        await Assertions.Expect(leader.Locator("#document")).ToHaveValueAsync("岚府〔2026〕31号");
        await leader.Locator("#waiver").FillAsync("沧环委〔2026〕7号");
        await leader.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Assertions.Expect(leader.Locator(".standing")).ToContainTextAsync("已批准，待公布");
        await Assertions.Expect(leader.Locator("main")).ToContainTextAsync("沧环委〔2026〕7号");

        // What the check found stays with the decision, with the plan above that it was laid beside.
        await Assertions.Expect(leader.Locator(".check-basis")).ToContainTextAsync("随决定保存，以后不变");
        await Assertions.Expect(leader.Locator(".check-basis")).ToContainTextAsync("沧屿市");
        await Assertions.Expect(leader.Locator(".check-basis")).ToContainTextAsync("目标第 1 次版本");

        // Published by a right of its own; the public sees old, new and document.
        await proposer.GotoAsync(request);
        await proposer.GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await Assertions.Expect(proposer.Locator(".standing")).ToContainTextAsync("已公布");
        await Assertions.Expect(proposer.Locator(".rail-done")).ToHaveCountAsync(5);
        var sheet = await proposer.RunAndWaitForDownloadAsync(() => proposer.GetByRole(AriaRole.Link, new() { Name = "下载审批表" }).ClickAsync());
        Assert.Equal("lanwan-15-A2026-02.docx", sheet.SuggestedFilename);
        var anybody = await Page(site);
        await anybody.GotoAsync("/plans/lanwan-15/indicators/sea-good");
        await Assertions.Expect(anybody.Locator(".adjusted")).ToContainTextAsync("岚府〔2026〕31号");
        await Assertions.Expect(anybody.Locator(".adjusted del")).ToContainTextAsync("90");

        // The first target is still read, and the day before shows it in force, with what changed since.
        await proposer.GotoAsync("/office/plans/lanwan-15/indicators/sea-good/target?asOf=2026-11-19");
        await Assertions.Expect(proposer.Locator("tr[aria-current]")).ToContainTextAsync("原目标");
        await proposer.GotoAsync("/office/plans/lanwan-15/targets?asOf=2026-11-19");
        var row = proposer.Locator("table.targets tbody tr").Filter(new() { HasText = "近岸海域优良水质" });
        await Assertions.Expect(row.Locator("del").First).ToContainTextAsync("90");
        await Assertions.Expect(row.Locator("ins").First).ToContainTextAsync("88.5");
        await Accessible(proposer);

        await KeyTask(proposer, unit, leader, anybody);
        await TheSampleHasItsOwn(proposer, unit);
    }

    // The lead of a key task goes to another unit by the same chain.
    private static async Task KeyTask(IPage proposer, IPage unit, IPage leader, IPage anybody)
    {
        await proposer.GotoAsync("/office/plans/lanwan-15/key-tasks");
        await proposer.Locator("table.key-tasks a").Filter(new() { HasText = "建设美丽河湖" }).ClickAsync();
        await Assertions.Expect(proposer.Locator("tr[aria-current]")).ToContainTextAsync("原任务");
        await proposer.GetByRole(AriaRole.Link, new() { Name = "提出调整申请" }).ClickAsync();
        await proposer.Locator("#title").FillAsync("坚持“三水”统筹，建设美丽河湖海湾");
        await proposer.Locator("#lead").SelectOptionAsync("lanwan/water");
        await proposer.Locator("#support input[value='lanwan/water']").UncheckAsync();
        await proposer.Locator("#support input[value='lanwan/ecology']").CheckAsync();
        await proposer.Locator("#why").FillAsync("机构改革，河湖长制办公室职责划入水利局。");
        await Accessible(proposer);
        await proposer.GetByRole(AriaRole.Button, new() { Name = "保存申请" }).ClickAsync();
        await Assertions.Expect(proposer.Locator(".side-by-side ins").First).ToContainTextAsync("海湾");
        await Assertions.Expect(proposer.Locator("main")).ToContainTextAsync("《沧屿市");
        var request = new Uri(proposer.Url).AbsolutePath;
        await proposer.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await proposer.Locator("#until").FillAsync("2026-11-30");
        for (var chosen = proposer.Locator("#units input:checked"); await chosen.CountAsync() > 0;)
        {
            await chosen.First.UncheckAsync();
        }

        await proposer.Locator("#units input[value='lanwan/ocean']").CheckAsync();
        await proposer.GetByRole(AriaRole.Button, new() { Name = "发出征求意见" }).ClickAsync();
        await Assertions.Expect(proposer.Locator("main")).ToContainTextAsync("待反馈");
        await unit.GotoAsync("/office/work");
        await unit.GetByRole(AriaRole.Link, new() { Name = Code(request) }).ClickAsync();
        await unit.Locator("#opinion").SelectOptionAsync("Agree");
        await unit.GetByRole(AriaRole.Button, new() { Name = "反馈意见" }).ClickAsync();
        await leader.GotoAsync("/office/work/mine");
        await leader.GetByRole(AriaRole.Link, new() { Name = Code(request) }).ClickAsync();
        await leader.Locator("#document").FillAsync("岚府〔2026〕33号");
        await leader.Locator("#on").FillAsync("2026-11-20");
        await leader.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Assertions.Expect(leader.Locator(".standing")).ToContainTextAsync("已批准，待公布");
        await proposer.GotoAsync(request);
        await proposer.GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await Assertions.Expect(proposer.Locator(".standing")).ToContainTextAsync("已公布");

        // An earlier day, the first version, and the public page.
        await proposer.GotoAsync("/office/plans/lanwan-15/key-tasks?asOf=2026-11-19");
        var row = proposer.Locator("table.key-tasks tbody tr").Filter(new() { HasText = "建设美丽河湖" });
        await Assertions.Expect(row.Locator("ins").First).ToContainTextAsync("海湾");
        await Assertions.Expect(row.Locator("ins").Nth(1)).ToContainTextAsync("水利局");
        await Assertions.Expect(proposer.Locator("table.key-tasks .tag").Filter(new() { HasText = "改动" })).ToHaveCountAsync(1);
        await Accessible(proposer);
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(proposer.Locator("tr[aria-current]")).ToContainTextAsync("原任务");
        await Assertions.Expect(proposer.Locator("table.key-task")).ToContainTextAsync("岚府〔2026〕33号");
        await anybody.GotoAsync("/plans/lanwan-15");
        await Assertions.Expect(anybody.Locator(".adjusted")).ToContainTextAsync("岚府〔2026〕33号");
    }

    // One published in the second year, and one that waits for an opinion longer than it should.
    private static async Task TheSampleHasItsOwn(IPage editor, IPage unit)
    {
        await editor.GotoAsync("/office/plans/lanwan-14/adjustments");
        await Assertions.Expect(editor.Locator("table.tasks tbody tr").Filter(new() { HasText = "红树林" })).ToContainTextAsync("已公布");
        await editor.GotoAsync("/office/plans/lanwan-14/adjustments?asOf=2025-04-20");
        await Assertions.Expect(editor.Locator("table.tasks del").First).ToContainTextAsync("征求意见中");
        await editor.GotoAsync("/office/plans/lanwan-15/health?group=adjustment");
        await editor.Locator(".health-rule a").Filter(new() { HasText = "A2026-01" }).First.ClickAsync();
        await Assertions.Expect(editor.Locator(".standing")).ToContainTextAsync("征求意见中");

        // A unit that was not asked is not told of it before it is decided.
        await unit.GotoAsync("/office/plans/lanwan-15/health?group=adjustment");
        await Assertions.Expect(unit.Locator("h1")).ToContainTextAsync("规划体检");
        await Assertions.Expect(unit.Locator("main")).Not.ToContainTextAsync("A2026-01");

        // A filter of the list is kept under a name.
        await editor.GotoAsync("/office/plans/lanwan-15/adjustments?state=open");
        await editor.Locator("details.views > summary").ClickAsync();
        await editor.Locator("#view-name").FillAsync("办理中的调整");
        await editor.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await Assertions.Expect(editor.Locator("details.views")).ToContainTextAsync("办理中的调整");
    }

    private static string Code(string request) => request.Split('/')[^1];

    private Task<IPage> Page(RunningSite site) => sample.PageOn(site, bypassPolicy: true);

    private async Task<IPage> SignedIn(RunningSite site, string name)
    {
        var link = await ProgramUnderTest.Call(site.Folder, "people", "link", "--person", name);
        Assert.True(link.Exit == 0, link.Error);
        var page = await Page(site);
        await page.GotoAsync(new Uri(link.Output.Trim()).AbsolutePath);
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("再次输入口令").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存新口令" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        if (page.Url.Contains("sign-in", StringComparison.Ordinal))
        {
            await page.GetByLabel("登录名").FillAsync(name);
            await page.GetByLabel("口令").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        }

        return page;
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
