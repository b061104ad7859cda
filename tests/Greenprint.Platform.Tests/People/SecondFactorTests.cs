using System.Text.RegularExpressions;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed partial class SecondFactorTests
{
    [Fact]
    public async Task Whoever_set_up_a_second_factor_is_asked_for_it_and_a_code_works_once()
    {
        await using var site = await TestSite.Open();
        var (browser, secret, _) = await Enrolled(site, "wang");
        Assert.Equal(200, (await browser.Get("/account")).Status);   // this session goes on

        var other = site.Browser();
        await PasswordOnly(other, "wang");
        Assert.Equal(302, (await other.Get("/account")).Status);   // half is not in
        await other.Get("/sign-in/code");
        Assert.Contains("验证码不正确", (await other.Post("code", ("Code", "000000"))).Text, StringComparison.Ordinal);
        var code = Totp.Code(secret, steps: 1);
        Assert.Equal(302, (await other.Post("code", ("Code", code))).Status);
        Assert.Equal(200, (await other.Get("/account")).Status);

        var shoulder = site.Browser();
        await PasswordOnly(shoulder, "wang");
        await shoulder.Get("/sign-in/code");
        foreach (var again in new[] { code, code + "x", "0" + code, code[..3] + " " + code[3..] })
        {
            Assert.Equal(200, (await shoulder.Post("code", ("Code", again))).Status);
        }

        Assert.Contains("请重新登录", (await site.Browser().Get("/sign-in/code")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once_and_only_its_digest_is_kept()
    {
        await using var site = await TestSite.Open();
        var (_, secret, codes) = await Enrolled(site, "wang");
        Assert.Equal(10, codes.Distinct().Count());

        Assert.Equal(302, await Second(site, codes[3]));
        Assert.Equal(200, await Second(site, codes[3]));
        Assert.Equal(302, await Second(site, codes[4].ToUpperInvariant()));

        var person = await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<Person>().SingleAsync());
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), person.FactorCodes, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Replace(" ", "", StringComparison.Ordinal), person.FactorKey, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.Store.History("person/"), entry => entry.Body.Contains(codes[0].Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_even_when_the_password_is_entered_anew_in_between()
    {
        await using var site = await TestSite.Open();
        var (_, secret, _) = await Enrolled(site, "wang");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(200, await Second(site, "000000"));
        }

        var browser = site.Browser();
        await browser.Get("/sign-in");
        Assert.Contains("锁定", (await browser.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password))).Text, StringComparison.Ordinal);
        site.Store.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(302, await Second(site, Totp.Code(secret, steps: 1)));
    }

    [Fact]
    public async Task A_secret_counts_only_after_its_first_code_and_is_taken_away_by_one()
    {
        await using var site = await TestSite.Open();
        var browser = await site.SignedIn("wang");
        await browser.Get("/account/factor");
        await browser.Post("begin");
        await PasswordOnly(site.Browser(), "wang", leadsTo: "account");   // not asked yet
        Assert.Contains("验证码不正确", (await browser.Post("confirm", ("Code", "000000"))).Text, StringComparison.Ordinal);

        var secret = Secret().Match((await browser.Get("/account/factor")).Text).Groups[1].Value;
        await browser.Post("confirm", ("Code", Totp.Code(secret)));
        await browser.Get("/account/factor");
        Assert.Contains("验证码不正确", (await browser.Post("remove", ("Code", "000000"))).Text, StringComparison.Ordinal);
        await browser.Get("/account/factor");
        Assert.Contains("开始设置", (await browser.Post("remove", ("Code", Totp.Code(secret, steps: 1)))).Text, StringComparison.Ordinal);
        await PasswordOnly(site.Browser(), "wang", leadsTo: "account");
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_gives_nothing_to_a_session_begun_without()
    {
        await using var site = await TestSite.Open();
        await site.Store.AddRegions();
        var (security, _, _) = await Enrolled(site, "security", (Role.SecurityAdministrator, Samples.Prefecture));
        var admin = await site.SignedIn("admin", (Role.Administrator, Samples.Lanwan));
        Assert.Equal(200, (await admin.Get("/admin/units")).Status);

        await security.Get("/admin/security");
        Assert.Equal(302, (await security.Post($"rules-{Samples.Prefecture}", ("Roles", "Administrator"), ("Why", "等保要求"))).Status);
        Assert.Equal(403, (await admin.Get("/admin/units")).Status);
        Assert.Contains("须用双因素验证登录后才生效", (await admin.Get("/account")).Text, StringComparison.Ordinal);

        await Confirm(admin);
        Assert.Equal(200, (await admin.Get("/admin/units")).Status);
        Assert.Equal("等保要求", Assert.Single(await site.Store.History("role/Administrator")).Why);
        await security.Get("/admin/security");
        await security.Post($"rules-{Samples.Prefecture}");
        Assert.Equal(["factor.rule-set", "factor.rule-lifted"], (await site.Store.History("role/Administrator")).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Nobody_asks_of_others_what_they_have_not_and_only_the_security_administrator_takes_a_lost_one_away()
    {
        await using var site = await TestSite.Open();
        await site.Store.AddRegions();
        var (wang, _, _) = await Enrolled(site, "wang", (Role.Editor, Samples.Lanwan));
        var id = (await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<Person>().SingleAsync())).Id;
        var security = await site.SignedIn("security", (Role.SecurityAdministrator, Samples.Lanwan));
        var system = await site.SignedIn("system", (Role.Administrator, Samples.Lanwan));

        await security.Get("/admin/security");
        Assert.Contains("请先为自己启用", (await security.Post($"rules-{Samples.Lanwan}", ("Roles", "Editor"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("解除双因素验证", (await system.Get($"/admin/people/{id}")).Text, StringComparison.Ordinal);
        await security.Get($"/admin/people/{id}");
        Assert.Equal(302, (await security.Post("remove-factor", ("Why", "手机丢失"))).Status);

        Assert.Equal(302, (await wang.Get("/account")).Status);
        await PasswordOnly(site.Browser(), "wang", leadsTo: "account");
    }

    [Fact]
    public async Task A_new_password_by_the_administrator_leaves_the_second_factor_and_one_from_the_terminal_takes_it_away()
    {
        await using var site = await TestSite.Open();
        await site.Store.AddRegions();
        await Enrolled(site, "wang", (Role.Editor, Samples.Lanwan));
        var id = (await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<Person>().SingleAsync())).Id;
        var admin = await site.Store.PrincipalOf(await site.Store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        async Task<string?> Use(string path)
        {
            var browser = site.Browser();
            await browser.Get("/" + path);
            return (await browser.Post("setup", ("Password", "another water 2031"), ("PasswordAgain", "another water 2031"))).Location;
        }

        var byPage = await site.Store.In(services => services.GetRequiredService<PeopleDesk>().NewPasswordLink(admin, id, CancellationToken.None));
        Assert.EndsWith("sign-in/code", await Use(byPage), StringComparison.Ordinal);
        var byTerminal = await site.Store.In(services => services.GetRequiredService<IPeople>().NewPasswordLink("wang", CancellationToken.None));
        Assert.EndsWith("account", await Use(byTerminal!), StringComparison.Ordinal);
    }

    private static async Task<(Browser Browser, string Secret, IReadOnlyList<string> Codes)> Enrolled(TestSite site, string userName, params (Role, string)[] roles)
    {
        var browser = await site.SignedIn(userName, roles);
        var (secret, codes) = await Confirm(browser);
        return (browser, secret, codes);
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> Confirm(Browser browser)
    {
        await browser.Get("/account/factor");
        var page = await browser.Post("begin");
        Assert.Contains("<svg", page.Text, StringComparison.Ordinal);
        var secret = Secret().Match(page.Text).Groups[1].Value;
        var done = await browser.Post("confirm", ("Code", Totp.Code(secret)));
        return (secret, [.. RecoveryCode().Matches(done.Text).Select(match => match.Groups[1].Value)]);
    }

    private static async Task PasswordOnly(Browser browser, string userName, string leadsTo = "sign-in/code")
    {
        await browser.Get("/sign-in");
        Assert.EndsWith(leadsTo, (await browser.Post("sign-in", ("UserName", userName), ("Password", Samples.Password))).Location, StringComparison.Ordinal);
    }

    private static async Task<int> Second(TestSite site, string code)
    {
        var browser = site.Browser();
        await PasswordOnly(browser, "wang");
        await browser.Get("/sign-in/code");
        return (await browser.Post("code", ("Code", code))).Status;
    }

    [GeneratedRegex("""<code class="digest">([A-Z2-7 ]+)</code>""")]
    private static partial Regex Secret();

    [GeneratedRegex("<code>([2-9a-z]{5}-[2-9a-z]{5})</code>")]
    private static partial Regex RecoveryCode();
}
