using Greenprint.Testing;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform.Tests;

/// <summary>Signing in by a government's single sign-on, against a real provider on this machine.</summary>
public sealed class SignOnTests
{
    private const string Unknown = "没有账号与您的统一身份关联";
    private const string NotCompleted = "统一身份认证没有完成";

    [Fact]
    public async Task Whoever_connected_their_account_is_signed_in_by_the_provider_and_it_is_on_the_record()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await Connected(site, provider, "wang");

        var browser = site.Browser();
        var arrived = await Through(browser, "/en/sign-in/provider?returnUrl=%2Fen%2Faccount");

        Assert.Equal((302, "/en/account"), (arrived.Status, arrived.Location));
        Assert.Contains("My account", (await browser.Get("/en/account")).Text, StringComparison.Ordinal);
        var id = await IdOf(site, "wang");
        var kinds = (await site.Store.History($"person/{id}")).Where(entry => entry.Kind is "sign-on.connected" or "person.signed-in").Select(entry => (entry.Kind, entry.Body.Contains("sign-on", StringComparison.Ordinal))).ToList();
        Assert.Equal([("person.signed-in", false), ("sign-on.connected", false), ("person.signed-in", true)], kinds);

        // Signing out ends the session here and offers the way out there.
        Assert.Equal("/signed-out", (await browser.PostTo("/sign-out")).Location);
        Assert.Equal(302, (await browser.Get("/account")).Status);
        Assert.Contains("sign-out/provider", (await browser.Get("/signed-out")).Text, StringComparison.Ordinal);
        var away = await browser.Get("/sign-out/provider");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var ended = await client.GetAsync(new Uri(away.Location!), TestContext.Current.CancellationToken);
        Assert.Equal(1, provider.Ended);
        Assert.StartsWith("http://localhost/sign-out/callback", ended.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_known_elsewhere_lets_nobody_in_and_is_on_the_record()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await site.Store.NewPerson("gov-1001", (Role.Administrator, Grant.Everywhere));   // the same name is not the same person

        var browser = site.Browser();
        var arrived = await Through(browser, "/sign-in/provider");
        Assert.Equal("/sign-in?refused=Unknown", arrived.Location);
        Assert.Contains(Unknown, (await browser.Get(arrived.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("No account here is connected", (await browser.Get("/en" + arrived.Location)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Get("/account")).Status);
        Assert.Equal(("sign-on.refused", "gov-1001"), Assert.Single((await site.Store.History("sign-on/")).Select(entry => (entry.Kind, entry.ActorName))));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_token_of_another_key_or_issuer_is_refused(bool signature, bool issuer)
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await Connected(site, provider, "wang");
        (provider.ForgesSignature, provider.ForgesIssuer) = (signature, issuer);

        var browser = site.Browser();
        var arrived = await Through(browser, "/sign-in/provider");

        Assert.Equal("/sign-in?refused=Failed", arrived.Location);
        Assert.Contains(NotCompleted, (await browser.Get(arrived.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Get("/account")).Status);
    }

    [Fact]
    public async Task An_answer_works_once_in_the_browser_that_asked_and_in_no_other()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await Connected(site, provider, "wang");
        var (browser, thief) = (site.Browser(), site.Browser());
        var answer = await Answered(await browser.Get("/sign-in/provider"));

        var stolen = await thief.Get(answer);
        Assert.Equal((302, "/sign-in?refused=Failed"), (stolen.Status, stolen.Location));
        Assert.Equal("/account", (await browser.Get(answer)).Location);
        Assert.Equal("/sign-in?refused=Failed", (await browser.Get(answer)).Location);
        Assert.Equal(302, (await thief.Get("/account")).Status);
    }

    [Fact]
    public async Task A_locked_account_and_a_refusal_at_the_provider_open_nothing()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await Connected(site, provider, "wang");
        var browser = site.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.Get("/sign-in");
            await browser.Post("sign-in", ("UserName", "wang"), ("Password", "wrong password 1"));
        }

        var arrived = await Through(browser, "/sign-in/provider");
        Assert.Equal("/sign-in?refused=Locked", arrived.Location);
        Assert.Contains("锁定", (await browser.Get(arrived.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains(await site.Store.History("person/"), entry => entry.Kind == "sign-on.refused");

        provider.Who = null;
        Assert.Equal("/sign-in?refused=Failed", (await Through(browser, "/sign-in/provider")).Location);
    }

    [Fact]
    public async Task The_factor_of_the_provider_counts_and_without_one_the_own_is_asked_for()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        var wang = await Connected(site, provider, "wang");
        await wang.Get("/account/factor");
        var secret = System.Text.RegularExpressions.Regex.Match((await wang.Post("begin")).Text, """<code class="digest">([A-Z2-7 ]+)</code>""").Groups[1].Value;
        await wang.Post("confirm", ("Code", Totp.Code(secret)));

        var browser = site.Browser();
        var arrived = await Through(browser, "/sign-in/provider");
        Assert.StartsWith("/sign-in/code", arrived.Location, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Get("/account")).Status);
        await browser.Get(arrived.Location!);
        Assert.Equal(302, (await browser.Post("code", ("Code", Totp.Code(secret, steps: 1)))).Status);
        Assert.Equal(200, (await browser.Get("/account")).Status);
        Assert.Equal("/signed-out", (await browser.PostTo("/sign-out")).Location);

        provider.ShowedFactor = true;
        Assert.Equal("/account", (await Through(site.Browser(), "/sign-in/provider")).Location);
    }

    [Fact]
    public async Task An_account_is_connected_by_its_person_with_its_password_and_to_one_person_only()
    {
        await using var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await Connected(site, provider, "wang");
        var li = await site.SignedIn("li");
        await Through(li, "/sign-in/provider?connect=true");
        await li.Get("/account/sign-on");
        Assert.Contains("口令不正确", (await li.Post("connect", ("Password", "wrong password 1"))).Text, StringComparison.Ordinal);
        Assert.Contains("已关联另一账号", (await li.Post("connect", ("Password", Samples.Password))).Text, StringComparison.Ordinal);

        provider.Who = "gov-1002";
        await Through(li, "/sign-in/provider?connect=true");
        await li.Get("/account/sign-on");
        Assert.Equal(302, (await li.Post("connect", ("Password", Samples.Password))).Status);
        await li.Get("/account/sign-on");
        Assert.Equal(302, (await li.Post("disconnect")).Status);
        Assert.Equal("/sign-in?refused=Unknown", (await Through(site.Browser(), "/sign-in/provider")).Location);
    }

    [Fact]
    public async Task When_the_provider_is_away_the_page_says_so_and_passwords_go_on_working()
    {
        var provider = await LocalProvider.Start();
        await using var site = await Open(provider);
        await provider.DisposeAsync();

        var browser = site.Browser();
        var led = await browser.Get("/sign-in/provider");
        Assert.Equal((302, "/sign-in?refused=Away"), (led.Status, led.Location));
        Assert.Contains("暂时无法连接统一身份认证", (await browser.Get(led.Location!)).Text, StringComparison.Ordinal);
        await site.SignedIn("wang");
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_program_at_start_and_names_itself()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => TestSite.Open(configuration: new Dictionary<string, string?>
        {
            ["Platform:OpenId:Authority"] = "http://sso.invalid/",
            ["Platform:OpenId:ClientSecretFile"] = "/no/such/file",
        }));

        Assert.Contains("Platform:OpenId:Authority", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Platform:OpenId:ClientId", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("/no/such/file", wrong.Message, StringComparison.Ordinal);
    }

    // The provider's clock is the real one.
    private static Task<TestSite> Open(LocalProvider provider) => TestSite.Open(
        configuration: provider.Settings,
        settings: builder => builder.Services.Configure<OpenIdConnectOptions>(OpenId.Scheme, wire => wire.TimeProvider = TimeProvider.System));

    private static async Task<Browser> Connected(TestSite site, LocalProvider provider, string userName)
    {
        var browser = await site.SignedIn(userName);
        Assert.Equal("/account/sign-on", (await Through(browser, "/sign-in/provider?connect=true")).Location);
        Assert.Contains(provider.Who!, (await browser.Get("/account/sign-on")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Post("connect", ("Password", Samples.Password))).Status);
        return browser;
    }

    // To the provider and back, as a browser is led.
    private static async Task<Answer> Through(Browser browser, string path) => await browser.Get(await Answered(await browser.Get(path)));

    private static async Task<string> Answered(Answer led)
    {
        Assert.Equal(302, led.Status);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri(led.Location!), TestContext.Current.CancellationToken);
        var back = answer.Headers.Location;
        Assert.True(back is not null, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return back.PathAndQuery;
    }

    private static Task<string> IdOf(TestSite site, string userName) => site.Store.In(services =>
        services.GetRequiredService<GreenprintDb>().Set<Person>().Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync());
}
