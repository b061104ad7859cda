using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>The second factor and the list of sessions, by people of the sample county who are in no other test.</summary>
public sealed class SecondFactorTests(SampleSite sample)
{
    private const string Password = "kingfisher-at-the-weir-6";

    [Fact]
    public async Task A_second_factor_is_set_up_asked_for_and_counted_and_an_ended_session_is_over()
    {
        var office = await NewPassword("qian-hui");
        var (secret, codes) = await SetUp(office);
        Assert.Equal(10, codes.Count);

        // A code works, a wrong one does not, and a recovery code works once.
        var home = await PasswordOnly("qian-hui");
        await Enter(home, "000000");
        await Assertions.Expect(home.Locator(".error-summary")).ToContainTextAsync("验证码不正确");
        await Enter(home, Totp.Code(secret, steps: 1));
        await home.WaitForURLAsync(url => url.EndsWith("/account", StringComparison.Ordinal));
        var borrowed = await PasswordOnly("qian-hui");
        await Enter(borrowed, codes[0]);
        await borrowed.WaitForURLAsync(url => url.EndsWith("/account", StringComparison.Ordinal));

        // The list of devices: one is ended, then all others.
        await office.GotoAsync("/account");
        await Accessible(office);
        await Assertions.Expect(office.GetByRole(AriaRole.Button, new() { NameRegex = new("^退出该设备") })).ToHaveCountAsync(2);
        await office.GetByRole(AriaRole.Button, new() { NameRegex = new("^退出该设备") }).First.ClickAsync();
        await Assertions.Expect(office.Locator(".notice-done")).ToContainTextAsync("已退出登录");
        Assert.Equal(1, await SignedOut(home) + await SignedOut(borrowed));
        await office.GetByRole(AriaRole.Button, new() { Name = "退出其他全部设备" }).ClickAsync();
        await Assertions.Expect(office.Locator(".notice-done")).ToContainTextAsync("已退出登录");
        Assert.Equal(2, await SignedOut(home) + await SignedOut(borrowed));
        Assert.Equal(0, await SignedOut(office));

        // The recovery code is used up; wrong codes are counted up to the lock, which a right one does not open.
        var thief = await PasswordOnly("qian-hui");
        await Enter(thief, codes[0]);
        await Assertions.Expect(thief.Locator(".error-summary")).ToContainTextAsync("验证码不正确");
        for (var i = 0; i < 4; i++)
        {
            await Enter(thief, "00000" + i);
        }

        await Assertions.Expect(thief.Locator(".error-summary")).ToContainTextAsync("账号已暂时锁定");
        await Enter(thief, codes[1]);
        await Assertions.Expect(thief.Locator(".error-summary")).ToContainTextAsync("账号已暂时锁定");
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_waits_until_its_person_has_one()
    {
        var evaluator = await NewPassword("gong-zheng");
        var security = await NewPassword("an-ke");
        await security.GotoAsync("/admin/security");
        await security.Locator("input[value='Evaluator']").First.CheckAsync();
        await security.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();
        await Assertions.Expect(security.Locator(".error-summary")).ToContainTextAsync("请先为自己启用双因素验证");
        await SetUp(security);

        await security.GotoAsync("/admin/security");
        await Accessible(security);
        await security.Locator("input[value='Evaluator']").First.CheckAsync();
        await security.GetByLabel("理由").First.FillAsync("等级保护要求");
        await security.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();
        await Assertions.Expect(security.Locator(".notice-done")).ToContainTextAsync("已保存");

        await evaluator.GotoAsync("/account");
        await Assertions.Expect(evaluator.Locator("main")).ToContainTextAsync("须用双因素验证登录后才生效");
        await SetUp(evaluator);
        await evaluator.GotoAsync("/account");
        await Assertions.Expect(evaluator.Locator("main")).Not.ToContainTextAsync("须用双因素验证登录后才生效");
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> SetUp(IPage page)
    {
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "设置双因素验证" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始设置" }).ClickAsync();
        await Assertions.Expect(page.Locator(".qr svg")).ToBeVisibleAsync();
        await Accessible(page);
        var secret = await page.Locator("code.digest").InnerTextAsync();
        await page.Locator("#confirm-code").FillAsync(Totp.Code(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "启用", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await Accessible(page);
        return (secret, await page.Locator(".recovery-codes li").AllInnerTextsAsync());
    }

    private async Task<IPage> NewPassword(string name)
    {
        var link = await ProgramUnderTest.Call(sample.Site.Folder, "people", "link", "--person", name);
        Assert.True(link.Exit == 0, link.Error);
        var page = await sample.NewPage(bypassPolicy: true);
        await page.GotoAsync(new Uri(link.Output.Trim()).AbsolutePath);
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("再次输入口令").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存新口令" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        return page;
    }

    private async Task<IPage> PasswordOnly(string name)
    {
        var page = await sample.NewPage(bypassPolicy: true);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FillAsync(name);
        await page.GetByLabel("口令").FillAsync(Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/sign-in/code", StringComparison.Ordinal));
        return page;
    }

    private static async Task Enter(IPage page, string code)
    {
        await page.GetByLabel("验证码").FillAsync(code);
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync(), answer => answer.Request.Method == "POST");
    }

    // 1 where the page leads to the sign-in page.
    private static async Task<int> SignedOut(IPage page)
    {
        await page.GotoAsync("/account");
        return page.Url.Contains("/sign-in", StringComparison.Ordinal) ? 1 : 0;
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
