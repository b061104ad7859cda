using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A list of the sample county in a real browser: filtered, sorted by keyboard, looked at as of an earlier day, and taken away as it is shown.</summary>
public sealed class ListTests(SampleSite sample)
{
    // Where the middle of an arc lies within the box of its circle, whatever the page has scrolled to.
    private const string MiddleOfArc = """
        arc => {
            const at = name => parseFloat(arc.getAttribute(name));
            const point = arc.getPointAtLength(arc.getTotalLength() * (at('stroke-dasharray') / 2 - at('stroke-dashoffset')) / 100).matrixTransform(arc.getScreenCTM());
            const box = arc.getBoundingClientRect();
            return [point.x - box.x, point.y - box.y];
        }
        """;

    [Fact]
    public async Task Items_that_are_filtered_sorted_and_of_an_earlier_day_come_in_a_file_with_the_same_rows()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.GotoAsync("/office/dispatch/items?plan=lanwan-15");
        var all = await page.Locator("table.items tbody tr").CountAsync();

        // Opened without a choice it shows what is still to be done.
        await page.GotoAsync("/office/dispatch/items");
        await Assertions.Expect(page.Locator(".filtered")).ToContainTextAsync("全部未办结");
        Assert.InRange(await page.Locator("table.items tbody tr").CountAsync(), 1, all - 1);
        await page.Locator(".filtered").GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("plan=lanwan-15", StringComparison.Ordinal) && !url.Contains("Unfinished", StringComparison.Ordinal));
        Assert.Equal(all, await page.Locator("table.items tbody tr").CountAsync());

        await page.Locator("#unit").SelectOptionAsync("lanwan/water");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("unit=lanwan%2Fwater", StringComparison.Ordinal));
        Assert.InRange(await page.Locator("table.items tbody tr").CountAsync(), 2, all - 1);

        // Twice by keyboard: from the first due day on, then from the last.
        foreach (var way in new[] { "ascending", "descending" })
        {
            await page.Locator("th.sort").Filter(new() { HasText = "期限" }).GetByRole(AriaRole.Link).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"th[aria-sort='{way}']")).ToContainTextAsync("期限");
        }

        await page.Locator("#as-of").FillAsync("2026-06-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("asOf=2026-06-30", StringComparison.Ordinal) && url.Contains("sort=-due", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".legend")).ToBeVisibleAsync();
        await Accessible(page);

        var shown = await page.Locator("table.items tbody th a").AllInnerTextsAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 CSV" }).ClickAsync());
        Assert.Equal("lanwan-15-items.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Select(title => title.Trim()), lines.Skip(1).TakeWhile(line => line.Trim(',').Length > 0).Select(line => line.Split(',')[0]));
        Assert.Contains(lines, line => line.Contains("演示数据", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("2026年6月30日结束时的情况", StringComparison.Ordinal));

        await page.GotoAsync("/office/dispatch");
        download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 CSV" }).First.ClickAsync());
        Assert.Equal("lanwan-15-cycles.csv", download.SuggestedFilename);
        lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(await page.Locator("table").First.Locator("tbody th").AllInnerTextsAsync(), lines.Skip(1).TakeWhile(line => line.Trim(',').Length > 0).Select(line => line.Split(',')[0]));

        var phone = await sample.EditorsPage(width: 390, bypassPolicy: true);
        await phone.GotoAsync("/en/office/dispatch/items?plan=lanwan-15&unit=lanwan%2Fwater&asOf=2026-06-30");
        Assert.Equal(0, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await Accessible(phone);
    }

    [Fact]
    public async Task A_part_of_a_ring_filters_the_tasks_below_and_is_taken_back_on_the_ring_or_beside_it()
    {
        var page = await sample.EditorsPage(bypassPolicy: true);
        await page.SetViewportSizeAsync(1440, 500);   // so low that the rings must be scrolled to on every machine
        await page.GotoAsync("/office/dispatch/progress?plan=lanwan-15&year=2026");
        var overdue = page.GetByRole(AriaRole.Row, new() { Name = "逾期未完成" }).First;
        var (all, late) = (await Tasks(page), await overdue.Locator("td.number").First.InnerTextAsync());
        var arc = page.Locator(".ring").First.Locator(".ring-part.state-behind");
        var middle = await arc.EvaluateAsync<float[]>(MiddleOfArc);
        await arc.ClickAsync(new() { Position = new() { X = middle[0], Y = middle[1] } });
        await page.WaitForURLAsync(url => url.Contains("state=Overdue", StringComparison.Ordinal));
        Assert.Equal(int.Parse(late, System.Globalization.CultureInfo.InvariantCulture), await Tasks(page));

        // Another ring narrows it further, by keyboard; what it chose stands beside the list.
        await page.Locator(".ring").Nth(1).GetByRole(AriaRole.Link, new() { Name = "已核查" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("phase=Checked", StringComparison.Ordinal));
        Assert.InRange(await Tasks(page), 0, int.Parse(late, System.Globalization.CultureInfo.InvariantCulture));
        await Accessible(page);
        await page.Locator(".filtered").GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("phase=", StringComparison.Ordinal));
        await page.Locator(".ring").First.GetByRole(AriaRole.Link, new() { Name = "逾期未完成" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("state=", StringComparison.Ordinal));
        Assert.Equal(all, await Tasks(page));

        static Task<int> Tasks(IPage page) => page.Locator("table.items tbody tr:not(.group-row)").CountAsync();
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
