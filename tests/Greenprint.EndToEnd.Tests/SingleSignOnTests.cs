using Deque.AxeCore.Playwright;
using Greenprint.Platform.Tests;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A government's single sign-on in a real browser, against a real provider on this machine.</summary>
public sealed class SingleSignOnTests(SampleSite sample)
{
    private const string Password = "sandpiper-on-the-bar-3";

    [Fact]
    public async Task A_person_connects_their_account_and_signs_in_without_a_password_and_a_stranger_is_refused()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await RunningSite.Start(provider.Settings, "serve");
        await using var context = await sample.Browser.NewContextAsync(new() { BaseURL = site.Url, BypassCSP = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();

        // Only known at the provider: refused, in both languages.
        await page.GotoAsync("/sign-in");
        await Accessible(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "用统一身份认证登录" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("没有账号与您的统一身份关联");
        await page.GotoAsync("/en/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in by single sign-on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("No account here is connected with your single sign-on");
        Assert.Contains("/en/sign-in", page.Url, StringComparison.Ordinal);

        // An account, connected by its person.
        await page.GotoAsync(site.SetupLink);
        await page.GetByLabel("登录名").FillAsync("guardian");
        await page.GetByLabel("姓名").FillAsync("林雁");
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("再次输入口令").FillAsync(Password);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "关联或解除" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "前往认证" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("gov-1001");
        await Accessible(page);
        await page.GetByLabel("本系统的口令").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "关联我的账号" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已关联：gov-1001");

        // Another browser, no password; and the way out, there as well.
        await using var other = await sample.Browser.NewContextAsync(new() { BaseURL = site.Url, BypassCSP = true });
        other.SetDefaultTimeout(60_000);
        var second = await other.NewPageAsync();
        await second.GotoAsync("/en/account");
        await second.GetByRole(AriaRole.Link, new() { Name = "Sign in by single sign-on" }).ClickAsync();
        await second.WaitForURLAsync(url => url.EndsWith("/en/account", StringComparison.Ordinal));
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("林雁");
        await second.GotoAsync("/account");
        await second.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).First.ClickAsync();
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("您已退出绿图");
        await Accessible(second);
        await second.GetByRole(AriaRole.Link, new() { Name = "同时退出统一身份认证" }).ClickAsync();
        await second.WaitForURLAsync(url => url == site.Url);
        Assert.Equal(1, provider.Ended);

        // A forged token opens nothing.
        provider.ForgesSignature = true;
        await second.GotoAsync("/sign-in");
        await second.GetByRole(AriaRole.Link, new() { Name = "用统一身份认证登录" }).ClickAsync();
        await Assertions.Expect(second.Locator(".error-summary")).ToContainTextAsync("统一身份认证没有完成，未登录");
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}
