using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform.Tests;

public sealed partial class PagesTests
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_the_link_and_invites_an_editor_who_comes_in_by_another()
    {
        await using var site = await TestSite.Open();
        await site.Store.AddRegions();
        var path = await site.Store.In(services => services.GetRequiredService<IPeople>().NewSetupLink(CancellationToken.None));

        var admin = site.Browser();
        Assert.Contains("建立首位管理员", (await admin.Get("/" + path)).Text, StringComparison.Ordinal);
        var made = await admin.Post("setup", ("UserName", "wang"), ("DisplayName", "王管理"), ("Password", Samples.Password), ("PasswordAgain", Samples.Password));
        Assert.Equal(302, made.Status);
        Assert.Contains("系统管理员", (await admin.Get("/account")).Text, StringComparison.Ordinal);

        await admin.Get("/admin/people");
        var invited = await admin.Post("invite", ("MeantFor", "李编辑"), ("Role", "Editor"), ("Region", Samples.Lanwan));
        var link = OneTimeLink().Match(invited.Text).Value;

        var editor = site.Browser();
        Assert.Contains("李编辑", (await editor.Get(link)).Text, StringComparison.Ordinal);
        await editor.Post("setup", ("UserName", "li"), ("DisplayName", "李编辑"), ("Password", Samples.Password), ("PasswordAgain", Samples.Password));
        var account = await editor.Get("/account");
        Assert.Contains("规划编辑", account.Text, StringComparison.Ordinal);
        Assert.Contains("岚湾县", account.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await editor.Get("/admin/people")).Status);
        Assert.Equal(403, (await editor.Get("/admin/history")).Status);

        Assert.Contains("链接无效", (await site.Browser().Get(link)).Text, StringComparison.Ordinal);
        var history = await admin.Get("/admin/history?verify=true&kind=role");
        Assert.Contains("授予角色", history.Text, StringComparison.Ordinal);
        Assert.Contains("链完整", history.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("建立账号</td>", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page_in_their_language_and_back()
    {
        await using var site = await TestSite.Open();
        await site.Store.NewPerson("wang", (Role.Administrator, Grant.Everywhere));
        var browser = site.Browser();

        var led = await browser.Get("/en/admin/people");
        Assert.Equal(302, led.Status);
        Assert.Equal("http://localhost/en/sign-in?ReturnUrl=%2Fen%2Fadmin%2Fpeople", led.Location);

        Assert.Contains("Sign in", (await browser.Get(led.Location!)).Text, StringComparison.Ordinal);
        var back = await browser.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password));
        Assert.EndsWith("/en/admin/people", back.Location, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.Get("/admin/people")).Status);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        await using var site = await TestSite.Open();
        await site.Store.NewPerson("wang");
        foreach (var address in new[] { "//evil.example", "/\\evil.example", "http://evil.example" })
        {
            var browser = site.Browser();
            await browser.Get("/sign-in?ReturnUrl=" + Uri.EscapeDataString(address));

            var answer = await browser.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password));

            Assert.Equal("http://localhost/account", new Uri(new Uri("http://localhost/"), answer.Location).ToString());
        }
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour_and_the_right_one_does_not_help()
    {
        await using var site = await TestSite.Open();
        await site.Store.NewPerson("wang");
        var browser = site.Browser();
        await browser.Get("/sign-in");
        for (var i = 0; i < 4; i++)
        {
            Assert.Contains("不正确", (await browser.Post("sign-in", ("UserName", "wang"), ("Password", "wrong 12345"))).Text, StringComparison.Ordinal);
        }

        Assert.Contains("锁定", (await browser.Post("sign-in", ("UserName", "wang"), ("Password", "wrong 12345"))).Text, StringComparison.Ordinal);
        Assert.Contains("锁定", (await browser.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password))).Text, StringComparison.Ordinal);

        site.Store.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(302, (await browser.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password))).Status);
    }

    [Fact]
    public async Task A_name_nobody_has_gets_the_same_answer_as_a_wrong_password()
    {
        await using var site = await TestSite.Open();
        await site.Store.NewPerson("wang");
        var browser = site.Browser();
        await browser.Get("/sign-in");

        var wrong = await browser.Post("sign-in", ("UserName", "wang"), ("Password", "wrong 12345"));
        var unknown = await browser.Post("sign-in", ("UserName", "nobody"), ("Password", "wrong 12345"));

        Assert.Contains("登录名或口令不正确", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("登录名或口令不正确", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_ends_sessions_elsewhere_and_keeps_this_one()
    {
        await using var site = await TestSite.Open();
        var here = await site.SignedIn("wang");
        var elsewhere = site.Browser();
        await elsewhere.Get("/sign-in");
        await elsewhere.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password));

        await here.Get("/account");
        var changed = await here.Post("password", ("Present", Samples.Password), ("Next", "another water 2031"), ("Again", "another water 2031"));
        Assert.EndsWith("account?changed=true", changed.Location, StringComparison.Ordinal);

        Assert.Equal(302, (await elsewhere.Get("/account")).Status);
        Assert.Equal(200, (await here.Get("/account")).Status);
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_ours_and_ends_the_session()
    {
        await using var site = await TestSite.Open();
        var browser = await site.SignedIn("wang");

        Assert.Equal(400, (await browser.PostBlindly("/sign-out")).Status);
        await browser.Get("/account");
        Assert.Equal(302, (await browser.PostTo("/sign-out")).Status);
        Assert.Equal(302, (await browser.Get("/account")).Status);
    }

    [Fact]
    public async Task A_form_posted_from_a_strangers_page_is_refused()
    {
        await using var site = await TestSite.Open();
        await site.Store.NewPerson("wang");

        Assert.Equal(400, (await site.Browser().PostBlindly("/sign-in", ("_handler", "sign-in"), ("UserName", "wang"), ("Password", Samples.Password))).Status);
    }

    [Fact]
    public async Task What_says_nothing_about_who_may_use_it_is_for_nobody_and_what_is_not_there_is_not_found()
    {
        await using var site = await TestSite.Open(app => app.MapGet("/silent", () => "x"));
        var admin = await site.SignedIn("wang", (Role.Administrator, Grant.Everywhere));

        Assert.Equal(403, (await admin.Get("/silent")).Status);
        Assert.Equal(302, (await site.Browser().Get("/silent")).Status);
        Assert.Equal(404, (await site.Browser().Get("/nothing-here")).Status);
    }

    [Fact]
    public async Task Health_is_told_to_everybody_and_says_no_more_than_that()
    {
        await using var site = await TestSite.Open();

        Assert.Equal((200, "Healthy"), Two(await site.Browser().Get("/health/live")));
        Assert.Equal((200, "Healthy"), Two(await site.Browser().Get("/health/ready")));
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_program_at_start_and_names_itself()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestSite.Open(settings: builder =>
            builder.Configuration.AddInMemoryCollection([new("Platform:People:LockAfter", "0")])));

        Assert.Contains("LockAfter", error.Message, StringComparison.Ordinal);
    }

    private static (int Status, string Text) Two(Answer answer) => (answer.Status, answer.Text);

    [GeneratedRegex("/setup/[0-9a-f]{64}")]
    private static partial Regex OneTimeLink();
}
