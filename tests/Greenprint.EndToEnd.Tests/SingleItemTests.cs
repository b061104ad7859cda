namespace Greenprint.EndToEnd.Tests;

/// <summary>
/// One item outside a cycle, from 单项交办 to 销号, through the page of the item alone: refused by a unit and handed over, extended, suspended and resumed,
/// reported, withdrawn and reported again, another one merged into it, closed, and accepted by the county, the prefecture and the trade.
/// </summary>
public sealed class SingleItemTests(SampleSite sample)
{
    private static readonly string Pictures = RepositoryRoot.Combine("artifacts", "screenshots");

    [Fact]
    public async Task What_the_bureau_orders_alone_goes_its_way_to_the_strike_off()
    {
        await using var site = await sample.Copy();
        var (bureau, deputy, liaison) = (await CountyPerson.Open(sample, site, "he-pu"), await CountyPerson.Open(sample, site, "xu-qing"), await CountyPerson.Open(sample, site, "luo-xi"));
        Directory.CreateDirectory(Pictures);

        // Registered for the agriculture bureau by mistake, and a second one for the water bureau.
        var item = await Register(bureau, "整改石汀河左岸污水直排口", "lanwan/agriculture", isStruckOff: true);
        var second = await Register(bureau, "复查石汀河左岸排口", "lanwan/water", isStruckOff: false);
        await bureau.GotoAsync(item);
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("督察反馈整改：蓝湾督察〔2026〕8号");
        await bureau.Locator("details.not-now summary").ClickAsync();
        await Assertions.Expect(bureau.Locator("details.not-now")).ToContainTextAsync("登记人不能审核自己登记的事项");
        await Look(bureau, item, "item-registered");
        foreach (var one in new[] { item, second })
        {
            await Press(deputy, one, "审核同意");
            await Press(deputy, one, "下达");
        }

        // The bureau hands it over; the second one is declined, issued again, and merged.
        await Press(bureau, item, "移交", "属水利部门职责", async page => await page.GetByLabel("移交给").SelectOptionAsync("lanwan/water"));
        await Press(liaison, second, "退回签收", "与另一事项重复");
        await Press(bureau, second, "下达");
        await Press(liaison, item, "签收");
        await Press(liaison, item, "申请延期", "汛期无法施工", async page => await page.GetByLabel("日期").FillAsync("2027-01-29"));
        await Press(bureau, item, "同意延期");
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("2027-01-29（原期限 2026-12-25）");
        await Press(bureau, item, "中止", "等待省级批复");
        await Press(bureau, item, "恢复办理");
        await Press(bureau, second, "并入", "与另一事项重复", async page => await page.Locator("#into").SelectOptionAsync(item[(item.LastIndexOf('/') + 1)..]));
        await Assertions.Expect(bureau.GetByRole(AriaRole.Link, new() { Name = "查看并入的事项" })).ToHaveAttributeAsync("href", item.TrimStart('/'));
        await Look(bureau, item, "item-in-hand");

        await Report(liaison, item, "已完成接管。");
        await Press(liaison, item, "撤回报告");
        await Report(liaison, item, "已完成接管，复查无直排。");
        await Press(deputy, item, "核查通过");

        // Nothing but the list leads the bureau to close it, and the unit to ask for the strike-off.
        await bureau.GotoAsync("/office/dispatch");
        await bureau.Locator(".work-group").Filter(new() { HasText = "等待处理" }).GetByRole(AriaRole.Link, new() { Name = "整改石汀河左岸污水直排口" }).ClickAsync();
        await Press(bureau, item, "办结");
        await liaison.GotoAsync("/office/work");
        await liaison.GetByRole(AriaRole.Link, new() { Name = "申请销号：整改石汀河左岸污水直排口" }).ClickAsync();
        await Press(liaison, item, "申请销号");
        var leader = await CountyPerson.Open(sample, site, "lin-yan");
        await leader.GotoAsync("/office/dispatch");
        await Assertions.Expect(leader.Locator(".work-group").Filter(new() { HasText = "待我验收" })).ToContainTextAsync("整改石汀河左岸污水直排口");
        await Look(leader, "/office/dispatch", "dispatch-to-accept");
        await Press(leader, item, "验收通过");
        await Press(await CountyPerson.Open(sample, site, "pei-yuan"), item, "验收通过");
        await Press(deputy, item, "验收通过");
        await Assertions.Expect(deputy.Locator(".report-facts")).ToContainTextAsync("已销号");
        await Look(deputy, item, "item-struck-off");
    }

    private static async Task<string> Register(IPage bureau, string title, string unit, bool isStruckOff)
    {
        await bureau.GotoAsync("/office/dispatch");
        await bureau.GetByRole(AriaRole.Link, new() { Name = "单项交办" }).ClickAsync();
        await Look(bureau, "/office/dispatch/single", "dispatch-single");
        await bureau.GetByLabel("来源文件").FillAsync("蓝湾督察〔2026〕8号");
        await bureau.GetByLabel("交办事项").FillAsync(title);
        await bureau.GetByLabel("问题和要求").FillAsync("左岸一处生活污水直排，接入管网并复查。");
        await bureau.GetByLabel("责任单位").SelectOptionAsync(unit);
        await bureau.GetByLabel("办理期限").FillAsync("2026-12-25");
        if (isStruckOff)
        {
            foreach (var step in new[] { "县级验收", "市级验收", "行业主管部门审核" })
            {
                await bureau.GetByLabel(step).CheckAsync();
            }
        }

        await bureau.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await bureau.WaitForURLAsync(url => url.EndsWith("done=Register", StringComparison.Ordinal));
        return new Uri(bureau.Url).AbsolutePath;
    }

    private static async Task Press(IPage page, string item, string act, string? why = null, Func<IPage, Task>? fill = null)
    {
        await page.GotoAsync(item);
        if (why is not null)
        {
            await page.GetByLabel("说明").FillAsync(why);
        }

        if (fill is not null)
        {
            await fill(page);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("?done=", StringComparison.Ordinal));
    }

    private static async Task Report(IPage liaison, string item, string text)
    {
        await liaison.GotoAsync(item + "/report");
        await liaison.GetByLabel("进展情况").FillAsync(text);
        await liaison.GetByLabel("本任务已完成").CheckAsync();
        await liaison.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await liaison.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal));
    }

    // Wide in Chinese, narrow in English: nothing wider than the window, and pictures for a person to look at. The page is left as it was.
    private static async Task Look(IPage page, string address, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-zh-1440.png"), FullPage = true });
        await page.SetViewportSizeAsync(390, 900);
        await page.GotoAsync("/en" + address);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-en-390.png"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0, $"{name} is wider than the window.");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(address);
    }
}
