using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>Year tasks, the responsibility list and allocations of the sample county, by an editor in a real browser.</summary>
public sealed class YearTasksTests(SampleSite sample)
{
    [Fact]
    public async Task An_editor_makes_a_task_of_a_measure_splits_it_by_town_changes_and_cancels_it()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/en/office/plans/lanwan-15");
        await page.GetByRole(AriaRole.Link, new() { Name = "Year tasks" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Separate rain from sewage in the county town");
        await page.GetByLabel("Year", new() { Exact = true }).SelectOptionAsync("2028");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("year=2028", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Make it a year task Use shore power in the port." }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("What shall be done", new() { Exact = true })).ToHaveValueAsync("推进港口岸电使用");
        await Assertions.Expect(page.GetByLabel("Lead unit")).ToHaveValueAsync("lanwan/transport");
        await page.GetByLabel("Quantity").FillAsync("5");
        await page.GetByLabel("Unit", new() { Exact = true }).FillAsync("套");
        await Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the task" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The task is set.");
        await page.WaitForURLAsync(url => url.Contains("/tasks/2028-01", StringComparison.Ordinal));

        await page.GetByText("Split it by place").ClickAsync();
        await page.GetByLabel("Wangchao Town").FillAsync("2");
        await page.GetByLabel("Shaluo Town").FillAsync("2");
        await page.Locator("#split-why").FillAsync("分解会议");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the rows" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The rows make 4 套, the whole asks for 5 套, difference −1.");
        await Accessible(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "2028-03" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Change", Exact = true }).ClickAsync();
        await page.GetByLabel("Quantity").FillAsync("3");
        await page.GetByLabel("Reason of the change").FillAsync("沙螺增建一套");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("沙螺增建一套");
        await page.GetByText("Cancel this task").ClickAsync();
        await page.Locator("#cancel-why").FillAsync("码头缓建");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the task" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The task is cancelled; its record stays.");
    }

    [Fact]
    public async Task The_responsibility_list_of_a_unit_is_filtered_in_the_address_and_exported_as_it_is_seen()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/plans/lanwan-15/duties?year=2026");
        await page.Locator("#unit").SelectOptionAsync("lanwan/housing");
        await page.Locator("#part").SelectOptionAsync("lead");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("unit=lanwan", StringComparison.Ordinal) && url.Contains("part=lead", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("table.duties")).ToContainTextAsync("7.2公里；竣工验收并通水");
        Assert.DoesNotContain("红树林", await page.Locator("table.duties").InnerTextAsync(), StringComparison.Ordinal);
        await Accessible(page);

        var word = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 Word" }).ClickAsync());
        Assert.Equal("lanwan-15-duties.docx", word.SuggestedFilename);
        var excel = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
        Assert.Equal("lanwan-15-duties.xlsx", excel.SuggestedFilename);

        await page.GetByRole(AriaRole.Link, new() { Name = "牵头：岚湾县住房和城乡建设局" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.duties")).ToContainTextAsync("红树林");
    }

    [Fact]
    public async Task Shares_of_a_target_are_entered_and_the_page_says_whether_they_make_it()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/plans/lanwan-15/indicators/mangrove/allocation?year=2030&to=areas");
        await page.GetByLabel("望潮镇", new() { Exact = true }).FillAsync("35.5");
        await page.GetByLabel("沙螺镇", new() { Exact = true }).FillAsync("26");
        await page.GetByLabel("依据").FillAsync("县级分解会议");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存分解" }).ClickAsync();

        await Assertions.Expect(page.Locator(".balance-good")).ToContainTextAsync("Σ 各地区合计");
        await Assertions.Expect(page.Locator(".balance-good")).ToContainTextAsync("≥ 60 hm²（目标）");
        await Accessible(page);
        await page.GetByLabel("沙螺镇", new() { Exact = true }).FillAsync("20");
        await page.GetByLabel("依据").FillAsync("核减");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存分解" }).ClickAsync();
        await Assertions.Expect(page.Locator(".balance-short")).ToContainTextAsync("分解不足");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("县级分解会议");
    }

    [Fact]
    public async Task What_the_superior_assigned_is_entered_with_its_document_and_the_indicator_waits_no_longer()
    {
        await using var site = await sample.Copy();
        var page = await sample.PageOn(site);
        await page.GotoAsync(site.SetupLink.Replace("/setup/", "/en/setup/", StringComparison.Ordinal));
        await page.GetByLabel("Sign-in name").FillAsync("guardian");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("林雁");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("Password again").FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("I am also an editor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        await page.GotoAsync("/plans/lanwan-15/indicators/co2-intensity");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待上级下达");

        await page.GotoAsync("/office/plans/lanwan-15");
        await page.GetByRole(AriaRole.Link, new() { Name = "登记下达文件 单位地区生产总值二氧化碳排放降低" }).ClickAsync();
        await page.GetByLabel("数值（%）").FillAsync("17");
        await page.GetByLabel("下达文件文号").FillAsync("沧气候办〔2026〕4号");
        await page.GetByLabel("文件日期").FillAsync("2026-10-12");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记下达目标" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("上级下达的目标已登记");
        await page.GotoAsync("/plans/lanwan-15/indicators/co2-intensity");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("待上级下达");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("17");
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
