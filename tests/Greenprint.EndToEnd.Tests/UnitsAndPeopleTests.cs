using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>Units, posts and the hand-over of somebody who leaves, by the system administrator in a real browser.</summary>
public sealed class UnitsAndPeopleTests(SampleSite sample)
{
    [Fact]
    public async Task A_unit_opens_on_a_day_gets_a_person_and_closes_when_nothing_hangs_on_it()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/admin/units");
        await Accessible(page);
        await page.Locator("#name-zh").FillAsync("岚湾县气象局");
        await page.Locator("#name-en").FillAsync("Weather Bureau of Lanwan");
        await page.Locator("#kind").SelectOptionAsync("Department");
        await page.Locator("#region").SelectOptionAsync("990121");
        await page.Locator("#parent").SelectOptionAsync("lanwan/government");
        await page.Locator("#opened").FillAsync("2026-11-01");
        await page.Locator("#id").FillAsync("lanwan/weather");
        await page.GetByRole(AriaRole.Button, new() { Name = "增加", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("单位已增加");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2026-11-01 设立");

        // It is there from its day on; before, only as what came since.
        await page.GotoAsync("/admin/units?day=2026-11-01");
        await Assertions.Expect(page.Locator("table.tree-table")).ToContainTextAsync("岚湾县气象局");
        await page.GotoAsync("/admin/units?day=2026-10-31");
        await Assertions.Expect(page.Locator("table.tree-table tr", new() { HasText = "岚湾县气象局" })).ToContainTextAsync("新设");

        await page.GotoAsync("/admin/unit?id=lanwan/weather");
        await Appoint(page, "陆衡", "气象联络员", "2026-11-02");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("任职已登记");
        await Accessible(page);

        // Somebody works here: the refusal says who, and what to do first.
        await Close(page);
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("陆衡仍任气象联络员，请先办理离任");
        await page.GotoAsync("/admin/unit?id=lanwan/weather");
        await page.Locator("summary", new() { HasText = "离任" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登记离任" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("离任已登记");
        await Close(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("单位已撤销");
        await page.GotoAsync("/admin/units?day=2026-11-21");
        await Assertions.Expect(page.Locator("table.tree-table")).Not.ToContainTextAsync("岚湾县气象局");
        await Assertions.Expect(page.Locator("details", new() { HasText = "已撤销的单位" })).ToContainTextAsync("岚湾县气象局");
    }

    [Fact]
    public async Task Whoever_leaves_hands_everything_over_and_a_unit_with_open_items_stays_open()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/admin/unit?id=lanwan/town-yunqi");
        await Appoint(page, "乔木", "生态办负责人", "2026-11-20");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("任职已登记");

        await page.GetByRole(AriaRole.Link, new() { Name = "云飞" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/admin/people/", StringComparison.Ordinal));
        var items = page.Locator("main a[href*='/tasks/2026-']");
        Assert.True(await items.CountAsync() > 0, "Yun Fei answers for nothing in the sample county.");
        var item = await items.First.GetAttributeAsync("href");
        await Accessible(page);
        await page.Locator("summary", new() { HasText = "全部交接给他人" }).ClickAsync();
        var receiver = await page.Locator("#receiver option", new() { HasText = "乔木" }).GetAttributeAsync("value");
        await page.Locator("#receiver").SelectOptionAsync(receiver!);
        await page.Locator("#end-posts").CheckAsync();
        await page.Locator("#last-day").FillAsync("2026-11-20");
        await page.Locator("#hand-over-why").FillAsync("调离，云组字〔2026〕7号");
        await page.GetByRole(AriaRole.Button, new() { Name = "办理交接" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("交接已办理");
        await Assertions.Expect(items).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("至2026-11-20");
        await page.GotoAsync("/" + item);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("乔木");

        // The town still leads tasks and somebody works there: it is not closed, and the list says why.
        await page.GotoAsync("/admin/unit?id=lanwan/town-yunqi");
        await Close(page);
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("乔木仍任生态办负责人");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("由它牵头的年度任务");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("单位已撤销");
    }

    private static async Task Appoint(IPage page, string name, string title, string from)
    {
        await page.Locator("summary", new() { HasText = "增加任职" }).ClickAsync();
        var person = await page.Locator("#person option", new() { HasText = name }).GetAttributeAsync("value");
        await page.Locator("#person").SelectOptionAsync(person!);
        await page.Locator("#title-zh").FillAsync(title);
        await page.Locator("#post-from").FillAsync(from);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记任职" }).ClickAsync();
    }

    private static async Task Close(IPage page)
    {
        await page.Locator("summary", new() { HasText = "撤销单位" }).ClickAsync();
        await page.Locator("#last").FillAsync("2026-11-20");
        await page.Locator("#close-why").FillAsync("机构改革");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
