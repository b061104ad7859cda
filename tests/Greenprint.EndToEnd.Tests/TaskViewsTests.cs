using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>Views of the year tasks of the sample county in a real browser: Gantt chart, columns by keyboard, filters under a name.</summary>
public sealed class TaskViewsTests(SampleSite sample)
{
    [Fact]
    public async Task The_gantt_chart_shows_bars_what_they_wait_for_and_what_is_late_and_becomes_cards_on_a_phone()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/plans/lanwan-15/tasks?year=2026");
        var tasks = await page.Locator("table.tasks tbody tr").CountAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "甘特图" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/gantt?year=2026", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".gantt-row")).ToHaveCountAsync(tasks);
        await Assertions.Expect(page.Locator(".gantt-row .gantt-today").First).ToBeAttachedAsync();
        Assert.True(await page.Locator(".gantt-wait").CountAsync() > 0, "No task of 2026 waits for another one.");

        // Late is told by a word beside the bar, not by colour alone.
        var late = page.Locator(".gantt-is-late");
        Assert.Equal(await late.CountAsync(), await late.Filter(new() { HasText = "逾期" }).CountAsync());
        await Accessible(page);

        await page.Locator("#unit").SelectOptionAsync("lanwan/water");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("unit=lanwan", StringComparison.Ordinal));
        Assert.InRange(await page.Locator(".gantt-row").CountAsync(), 1, tasks - 1);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/tasks/2026-", StringComparison.Ordinal));

        var phone = await sample.EditorsPage(width: 390, bypassPolicy: true);
        await phone.GotoAsync("/en/office/plans/lanwan-15/gantt?year=all");
        await Assertions.Expect(phone.Locator(".gantt-row").First).ToBeVisibleAsync();
        Assert.Equal(0, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        Assert.True((await phone.Locator(".gantt-row").First.BoundingBoxAsync())!.Width <= 390);
        await Accessible(phone);
    }

    [Fact]
    public async Task Columns_lead_from_a_goal_to_a_year_task_by_arrow_keys_and_the_address_keeps_the_path()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/plans/lanwan-15/browse");
        await page.Locator("[data-card]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync(url => url.EndsWith("?group=governance", StringComparison.Ordinal));
        await Focused(page, "indicator=air-pm25");
        await page.Keyboard.PressAsync("ArrowDown");
        await Focused(page, "indicator=air-good-days");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync(url => url.EndsWith("indicator=air-pm25", StringComparison.Ordinal));
        await Focused(page, "keytask=t3");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync(url => url.EndsWith("keytask=t3", StringComparison.Ordinal));
        await Focused(page, "task=");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("&task=", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[data-column]")).ToHaveCountAsync(5);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Focused(page, "keytask=t3");
        await Accessible(page);

        // The same address on a phone: one column, and the way back.
        var phone = await sample.EditorsPage(width: 390, bypassPolicy: true);
        await phone.GotoAsync(new Uri(page.Url).PathAndQuery);
        Assert.Equal(1, await phone.Locator("[data-column]:visible").CountAsync());
        Assert.Equal(0, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await phone.GetByRole(AriaRole.Link, new() { Name = "上一级" }).ClickAsync();
        await phone.WaitForURLAsync(url => !url.Contains("&task=", StringComparison.Ordinal));
        await Assertions.Expect(phone.Locator("[data-column]:visible h2")).ToContainTextAsync("年度任务");
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name_opened_first_renamed_and_deleted()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/plans/lanwan-15/tasks?year=2027&unit=lanwan%2Fwater");
        await page.Locator("details.views > summary").ClickAsync();
        await page.GetByLabel("把当前筛选保存为").FillAsync("水利局 2027");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await Assertions.Expect(page.Locator(".views-done")).ToBeVisibleAsync();
        await Accessible(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "设为默认" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "取消默认" })).ToBeAttachedAsync();
        await page.GotoAsync("/office/plans/lanwan-15/tasks");
        await page.WaitForURLAsync(url => url.EndsWith("?year=2027&unit=lanwan%2Fwater", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#unit")).ToHaveValueAsync("lanwan/water");

        await page.Locator("details.views > summary").ClickAsync();
        await page.GetByText("改名").ClickAsync();
        await page.GetByLabel("新名称").FillAsync("水利任务");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存名称" }).ClickAsync();
        await Assertions.Expect(page.Locator(".views-body")).ToContainTextAsync("水利任务");
        await page.Locator(".views-acts").GetByText("删除", new() { Exact = false }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认删除" }).ClickAsync();
        await Assertions.Expect(page.Locator(".views-body")).Not.ToContainTextAsync("水利任务");
        await page.GotoAsync("/office/plans/lanwan-15/tasks");
        await Assertions.Expect(page.Locator("#unit")).ToHaveValueAsync("");
    }

    private static Task Focused(IPage page, string address) => Assertions.Expect(page.Locator($"[data-card][href*='{address}']:focus")).ToHaveCountAsync(1);

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
