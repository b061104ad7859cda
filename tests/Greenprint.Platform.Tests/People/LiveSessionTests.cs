using System.Security.Claims;
using Greenprint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>How long a page that stays connected acts in somebody's name.</summary>
public sealed class LiveSessionTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(new PeopleOptions().SessionMinutes);

    [Fact]
    public async Task Signing_out_ends_the_open_pages_of_that_session_at_once_and_no_other_session()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var wang = await store.NewPerson("wang");
        var (here, atHome) = (await Begun(store, wang), await Begun(store, wang));
        await store.In(async services =>
        {
            using var page = Page(services, here);
            using var otherPage = Page(services, atHome);
            Assert.True(await IsSignedIn(page));

            await store.In(scope => scope.GetRequiredService<Sessions>().EndThis(here, CancellationToken.None));

            Assert.False(await IsSignedIn(page));
            Assert.True(await IsSignedIn(otherPage));
            return 0;
        });
    }

    [Fact]
    public async Task An_open_page_holds_for_the_length_of_a_session_after_its_last_act_and_no_longer()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var user = await store.PrincipalOf(await store.NewPerson("wang"));
        await store.In(async services =>
        {
            using var page = Page(services, user);
            for (var i = 0; i < 3; i++)
            {
                store.Clock.Advance(Length);
                Assert.True(await IsSignedIn(page));
            }

            store.Clock.Advance(Length + TimeSpan.FromSeconds(1));
            Assert.False(await IsSignedIn(page));
            Assert.False(await IsSignedIn(page));   // asking is no act
            return 0;
        });
    }

    [Fact]
    public async Task A_new_password_ends_the_open_pages()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var wang = await store.NewPerson("wang");
        var user = await store.PrincipalOf(wang);
        await store.In(async services =>
        {
            using var page = Page(services, user);
            var users = services.GetRequiredService<UserManager<Person>>();
            await services.GetRequiredService<IChanges>().Apply(
                Actor.System("test"),
                async change =>
                {
                    change.Record("", $"person/{wang}", "password.changed", new { });
                    return await users.UpdateSecurityStampAsync((await users.FindByIdAsync(wang))!);
                },
                CancellationToken.None);

            Assert.False(await IsSignedIn(page));
            return 0;
        });
    }

    [Fact]
    public async Task Both_signing_out_and_signing_in_as_somebody_else_end_the_session_of_this_browser()
    {
        await using var site = await TestSite.Open(app =>
            app.MapGet("/session", (HttpContext context) => context.User.FindFirstValue(PersonPrincipals.Session)).AllowAnonymous());
        Task<bool> Holds(string session) => site.Store.In(services => services.GetRequiredService<Sessions>().Holds(session, CancellationToken.None));
        var browser = await site.SignedIn("wang");
        await site.Store.NewPerson("li");
        var first = (await browser.Get("/session")).Text;
        Assert.True(await Holds(first));

        await browser.Get("/sign-in");
        Assert.Equal(302, (await browser.Post("sign-in", ("UserName", "li"), ("Password", Samples.Password))).Status);
        var second = (await browser.Get("/session")).Text;
        Assert.NotEqual(first, second);
        Assert.Equal((false, true), (await Holds(first), await Holds(second)));

        await browser.Get("/account");
        await browser.PostTo("/sign-out");
        Assert.False(await Holds(second));
    }

    // As signing in does it.
    private static async Task<ClaimsPrincipal> Begun(TestStore store, string person)
    {
        var user = await store.PrincipalOf(person);
        await store.In(services => services.GetRequiredService<Sessions>().Begin(new Actor(person, "wang"), user.FindFirstValue(PersonPrincipals.Session)!, "", CancellationToken.None));
        return user;
    }

    private static LiveSession Page(IServiceProvider services, ClaimsPrincipal user)
    {
        var page = ActivatorUtilities.CreateInstance<LiveSession>(services);
        page.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        return page;
    }

    private static async Task<bool> IsSignedIn(LiveSession page) => (await page.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated == true;
}
