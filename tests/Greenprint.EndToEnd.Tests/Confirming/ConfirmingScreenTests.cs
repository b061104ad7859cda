using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests.Confirming;

/// <summary>From the file on somebody's disk to a plan in force, in a real browser.</summary>
public sealed class ConfirmingScreenTests(SampleSite sample)
{
    private const string Text = """
        # 鹭洲镇生态环境保护规划（2026—2030年）

        ## 第一章 总体要求

        ### 第一节 规划目标

        到2030年，鹭洲镇生态环境质量持续改善，美丽乡镇建设取得明显成效。

        ### 第二节 规划指标

        | 序号 | 指标名称 | 单位 | 2025年现状值 | 2030年目标值 | 属性 |
        | --- | --- | --- | --- | --- | --- |
        | 1 | 空气质量优良天数比率 | % | 95.2 | ≥96.0 | 约束性 |
        | 2 | 细颗粒物（PM2.5）年均浓度 | 微克/立方米 | 21 | ≤20 | 约束性 |
        | 3 | 农村生活污水治理率 | % | 62.5 | ≥80 | 预期性 |

        ## 第二章 重点任务

        ### 第一节 治理农村生活污水

        加快建设农村生活污水治理设施，到2028年新增治理村庄12个。（牵头单位：镇农业农村办；配合单位：镇规划建设办）

        ## 第三章 保障措施

        ### 第一节 加强组织领导

        落实工作责任。
        """;

    [Fact]
    public async Task A_document_is_checked_by_keyboard_and_only_what_was_confirmed_is_public()
    {
        var page = await sample.EditorsPage();
        var faults = Listen(page);
        await Upload(page, "鹭洲镇规划.md", Encoding.UTF8.GetBytes(Text), "990121101");
        await Live(page);
        var plan = Regex.Match(page.Url, "/office/plans/([^/]+)/confirm").Groups[1].Value;
        await Assertions.Expect(page.Locator(".work-progress")).ToContainTextAsync("0 / 7");

        // Correct one: the target of sewage is 82, not 80.
        await Choose(page, "农村生活污水治理率");
        await Assertions.Expect(page.Locator(".doc-text mark.at-hand")).ToContainTextAsync("农村生活污水治理率");
        await page.Keyboard.PressAsync("e");
        await page.GetByLabel("Target", new() { Exact = true }).FillAsync("82");
        await page.GetByLabel("Target as printed").FillAsync("≥82");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Decided(page, 1);

        // Reject one, with a reason; undo it; do it again.
        await Choose(page, "细颗粒物");
        await page.Keyboard.PressAsync("r");
        await page.Locator("#reject-why").FillAsync("本镇没有监测点位");
        await page.Keyboard.PressAsync("Enter");
        await Decided(page, 2);
        await page.Keyboard.PressAsync("u");
        await Decided(page, 1);
        await page.Keyboard.PressAsync("U");
        await Decided(page, 2);

        // Add one from the text: what is marked becomes its name.
        await page.EvaluateAsync("() => getSelection().selectAllChildren([...document.querySelectorAll('.doc-text section p')].find(p => p.textContent.startsWith('到2030年')))");
        await page.Keyboard.PressAsync("n");
        await page.Locator("#work-item").GetByRole(AriaRole.Button, new() { Name = "Key task" }).ClickAsync();
        await page.Locator("#item-form [name=Name]").FillAsync("建设美丽乡镇");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to the plan" }).ClickAsync();
        await Assertions.Expect(page.Locator("#work-item h2")).ToHaveTextAsync("建设美丽乡镇");
        await Assertions.Expect(page.Locator(".work-progress")).ToContainTextAsync("3 / 8");

        // A key pressed while typing is a letter.
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("aear");
        await Assertions.Expect(page.Locator("#item-search")).ToHaveValueAsync("aear");
        await page.Locator("#item-search").FillAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#item-search")).Not.ToBeFocusedAsync();
        await Decided(page, 3);

        // The rest by keyboard: one by one, then all.
        await ChooseFirst(page);
        await page.Keyboard.PressAsync("a");
        await Decided(page, 4);
        await page.Keyboard.PressAsync("A");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "≥ 0%" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Accept [0-9]+") }).ClickAsync();
        await Decided(page, 8);
        Assert.Empty(faults);

        await page.GetByRole(AriaRole.Link, new() { Name = "To the confirmation" }).First.ClickAsync();
        await page.GetByLabel("Number of the document that adopts it").FillAsync("岚府〔2026〕31号");
        await page.GetByLabel("Date of the document").FillAsync("2026-11-18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The plan is confirmed and in force.");

        var reader = await sample.NewPage();
        await reader.GotoAsync($"/plans/{plan}");
        var main = reader.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync("农村生活污水治理率");
        await Assertions.Expect(main.GetByRole(AriaRole.Link, new() { Name = "细颗粒物（PM2.5）年均浓度" })).ToHaveCountAsync(0);
        using var open = JsonDocument.Parse(await (await reader.APIRequest.GetAsync($"{sample.Site.Url}api/v1/plans/{plan}")).TextAsync());
        var indicators = Regex.Unescape(open.RootElement.GetProperty("indicators").GetRawText());
        Assert.Contains("农村生活污水治理率", indicators, StringComparison.Ordinal);
        Assert.Contains("82", indicators, StringComparison.Ordinal);
        Assert.DoesNotContain("细颗粒物", indicators, StringComparison.Ordinal);
        Assert.Contains("建设美丽乡镇", Regex.Unescape(open.RootElement.GetProperty("keyTasks").GetRawText()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_PDF_is_shown_page_by_page_and_every_decision_survives_a_reload()
    {
        var file = SharedData.At("data", "plans", "neijiang.pdf");
        var page = await sample.EditorsPage();
        var faults = Listen(page);
        await Upload(page, "neijiang.pdf", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), null);
        await Live(page);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Indicators") }).ClickAsync();
        await page.Locator(".item-row", new() { HasText = "森林覆盖率" }).ClickAsync();
        var picture = page.Locator(".doc-page img");
        await Assertions.Expect(picture).ToHaveAttributeAsync("src", new Regex(@"/pages/\d+\.png$"), new() { Timeout = 60_000 });
        await page.WaitForFunctionAsync("() => document.querySelector('.doc-page img')?.naturalWidth > 500", null, new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator(".doc-page .at-hand").First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var name = await page.Locator("#work-item h2").InnerTextAsync();
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("#reject-why")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Decided(page, 1);

        // A correction that was begun is there again after the page was lost.
        await ChooseFirst(page);
        await page.WaitForURLAsync(new Regex("item="));
        await page.Keyboard.PressAsync("e");
        await page.Locator("#item-form[data-kept] [name=TargetText]").FillAsync("改到一半");
        await page.ReloadAsync();
        await Live(page);
        await Decided(page, 1);
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#item-form [name=TargetText]")).ToHaveValueAsync("改到一半");
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Rejected") }).ClickAsync();
        await Assertions.Expect(page.Locator(".item-row")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".item-row")).ToContainTextAsync(name);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_held_key_decides_once_and_nothing_is_decided_after_signing_out_in_another_tab()
    {
        var page = await sample.EditorsPageOfItsOwn();
        await Upload(page, "鸥洲镇规划.md", Encoding.UTF8.GetBytes(Text.Replace("鹭洲镇", "鸥洲镇", StringComparison.Ordinal)), "990121103");
        await Live(page);
        await ChooseFirst(page);
        await page.Keyboard.DownAsync("a");
        await Decided(page, 1);
        await page.Keyboard.DownAsync("a");   // held: the browser calls it a repetition
        await page.Keyboard.UpAsync("a");
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Decided(page, 1);

        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/en/account");
        await tab.Locator(".site-head").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(tab.Locator(".site-head a[href$=sign-in]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".item-refusal")).ToContainTextAsync("sign in again");
        await Decided(page, 1);
    }

    [Fact]
    public async Task The_screen_is_accessible_speaks_both_languages_and_fits_a_telephone()
    {
        var maker = await sample.EditorsPage();
        await Upload(maker, "看一看.md", Encoding.UTF8.GetBytes(Text.Replace("鹭洲镇", "看洲镇", StringComparison.Ordinal)), "990121102");
        await Live(maker);
        var path = new Uri(maker.Url).PathAndQuery.Replace("/en/", "/", StringComparison.Ordinal);
        var faults = new List<string>();
        foreach (var (language, theme, width) in new[] { ("", "light", 1440), ("/en", "dark", 390) })
        {
            var page = await sample.EditorsPage(width, theme, bypassPolicy: true);
            await page.GotoAsync(language + path);
            await Live(page);
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(language.Length > 0 ? "Check what was read" : "核对读出的内容");

            // The words come from the connection by now, not from the request.
            await ChooseFirst(page);
            await page.Keyboard.PressAsync("e");
            await Assertions.Expect(page.Locator("#item-form")).ToContainTextAsync(language.Length > 0 ? "Save" : "保存修改");
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{width}: {violation.Id} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") > 0)
            {
                faults.Add($"{width}: wider than the window");
            }

            if (width == 390)
            {
                await Assertions.Expect(page.Locator("#work-document")).ToBeHiddenAsync();
                await page.GetByRole(AriaRole.Tab, new() { Name = "The document" }).ClickAsync();
                await Assertions.Expect(page.Locator("#work-document")).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator("#work-items")).ToBeHiddenAsync();
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Nobody_else_reaches_the_screen_and_public_pages_open_no_connection()
    {
        var page = await sample.NewPage();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(request.Url);

        await page.GotoAsync("/office/plans/lanwan-15/confirm");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in"));
        await page.GotoAsync("/plans/lanwan-15");

        Assert.DoesNotContain(asked, url => url.Contains("Radzen", StringComparison.Ordinal) || url.Contains("_blazor", StringComparison.Ordinal) || url.Contains("blazor.web", StringComparison.Ordinal));
    }

    private static async Task Upload(IPage page, string name, byte[] content, string? region)
    {
        await page.GotoAsync("/en/office/plans/upload");
        await page.GetByLabel("The text").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        if (region is not null)
        {
            await page.GetByLabel("Region").SelectOptionAsync(region);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/confirm"), new() { Timeout = 180_000 });
    }

    private static ILocatorAssertions Progress(IPage page) => Assertions.Expect(page.Locator(".work-progress strong"));

    private static Task Decided(IPage page, int count) => Progress(page).ToHaveTextAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture), new() { Timeout = 60_000 });

    private static Task Live(IPage page) => Assertions.Expect(page.Locator(".workspace[data-live]")).ToBeVisibleAsync(new() { Timeout = 120_000 });

    private static Task Choose(IPage page, string name) => Choose(page.Locator(".item-row", new() { HasText = name }).First);

    private static Task ChooseFirst(IPage page) => Choose(page.Locator(".item-row").First);

    // A key counts only when its item is on the screen.
    private static async Task Choose(ILocator row)
    {
        await row.ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("aria-current", "true", new() { Timeout = 60_000 });
    }

    // What the browser refused by our content policy, and what failed in script.
    private static ConcurrentQueue<string> Listen(IPage page)
    {
        var faults = new ConcurrentQueue<string>();
        page.PageError += (_, error) => faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                faults.Enqueue(message.Text);
            }
        };
        return faults;
    }
}
