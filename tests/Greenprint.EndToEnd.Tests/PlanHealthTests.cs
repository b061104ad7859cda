using System.Text.Json;
using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>Plan health by an editor in a real browser: a finding is shown, its link mends it, it is gone; and the verb says the same before and after.</summary>
public sealed class PlanHealthTests(SampleSite sample)
{
    [Fact]
    public async Task A_task_of_nobody_is_found_mended_by_its_link_and_gone_and_the_verb_says_the_same()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/plans/lanwan-15/tasks/new?year=2030");
        await page.Locator("#source").SelectOptionAsync("key-task/t5");
        await page.GetByLabel("任务内容", new() { Exact = true }).FillAsync("清退入海排污口两处");
        await page.Locator("#due").FillAsync("2030-10-31");
        await page.Locator("#lead").SelectOptionAsync("lanwan/ocean");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存任务" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/tasks/2030-", StringComparison.Ordinal));
        var code = new Uri(page.Url).Segments[^1];
        var subject = $"year-task/lanwan-15/{code}";

        await page.GotoAsync("/office/plans/lanwan-15/tasks");
        await page.GetByRole(AriaRole.Link, new() { Name = "规划体检" }).ClickAsync();
        await Assertions.Expect(page.Locator(".health-share")).ToContainTextAsync("项在办任务");
        await page.GetByRole(AriaRole.Link, new() { Name = "责任落实", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("group=duties", StringComparison.Ordinal));
        var finding = page.Locator($"#HLT-141 [data-subject='{subject}']");
        await Assertions.Expect(finding).ToContainTextAsync("清退入海排污口两处");
        await Accessible(page);
        Assert.Contains($"HLT-141 {subject}", await Audit());

        await finding.GetByRole(AriaRole.Link, new() { Name = "指定责任人" }).ClickAsync();
        await page.Locator("#accountable").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("修改理由").FillAsync("指定责任人");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存修改" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("修改已记录");

        await page.GotoAsync("/office/plans/lanwan-15/health?group=duties");
        await Assertions.Expect(page.Locator(".health-summary")).ToBeVisibleAsync();
        await Assertions.Expect(finding).ToHaveCountAsync(0);
        var after = await Audit();
        Assert.DoesNotContain($"HLT-141 {subject}", after);
        Assert.Contains($"HLT-146 {subject}", after);
    }

    [Fact]
    public async Task The_page_says_what_was_looked_at_exports_what_is_filtered_and_fits_a_phone()
    {
        var page = await sample.EditorsPage(width: 390, bypassPolicy: true);
        await page.GotoAsync("/en/office/plans/lanwan-15/health?severity=severe");
        await Assertions.Expect(page.Locator(".health-rules")).ToContainTextAsync("Silent unit");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal(0, await page.Locator(".health-rule .severity-warning").CountAsync());
        await Accessible(page);
        if (await page.GetByRole(AriaRole.Link, new() { Name = "Export as CSV" }).CountAsync() > 0)
        {
            var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export as CSV" }).ClickAsync());
            var lines = await File.ReadAllLinesAsync((await file.PathAsync())!, TestContext.Current.CancellationToken);

            // Below an empty line it says what it is.
            var rows = lines.Skip(1).TakeWhile(line => line.Trim(',').Length > 0).ToList();
            Assert.All(rows, line => Assert.Contains(",Severe,", line, StringComparison.Ordinal));
            Assert.Equal(await page.Locator("[data-subject]").CountAsync(), rows.Count);
        }
    }

    private async Task<List<string>> Audit()
    {
        var called = await ProgramUnderTest.Call(sample.Site.Folder, "plan", "audit", "lanwan-15", "--format", "json", "--today", SampleSite.Today);
        Assert.True(called.Exit == 0, called.Error);
        using var json = JsonDocument.Parse(called.Output);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("code")} {finding.GetProperty("subject")}")];
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
