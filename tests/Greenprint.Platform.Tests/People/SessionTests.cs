using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>Where somebody is signed in, and the end of it from elsewhere.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_person_sees_their_devices_and_ends_one_or_all_others()
    {
        await using var site = await TestSite.Open();
        var here = await site.SignedIn("wang");
        var (home, telephone) = (await Again(site), await Again(site));
        var stranger = await site.SignedIn("li");

        await here.Get("/account");
        Assert.Equal(3, await Open(site, "wang"));
        var first = (await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<SessionRow>().OrderBy(row => row.Begun).ThenBy(row => row.Id).ToListAsync()));
        Assert.Equal(4, first.Count);
        Assert.Equal(302, (await here.Post("end-others")).Status);

        Assert.Equal((302, 302, 200, 200), ((await home.Get("/account")).Status, (await telephone.Get("/account")).Status, (await here.Get("/account")).Status, (await stranger.Get("/account")).Status));
        Assert.Equal((1, 1), (await Open(site, "wang"), await Open(site, "li")));
        Assert.Equal(2, (await site.Store.History("person/")).Count(entry => entry.Kind == "session.ended"));
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await using var site = await TestSite.Open();
        var wang = await site.SignedIn("wang");
        var li = await site.Store.NewPerson("li");
        var session = await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<SessionRow>().SingleAsync());

        Assert.Equal(0, await site.Store.In(services => services.GetRequiredService<Sessions>().End(new Actor(li, "li"), session.Id, others: false, CancellationToken.None)));

        Assert.Equal(200, (await wang.Get("/account")).Status);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_ended_session_stays_ended_and_when_it_was_used_is_noted_now_and_then_without_a_record(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        var wang = new Actor(await store.NewPerson("wang"), "wang");
        Task Do(Func<Sessions, Task> act) => store.In(services => act(services.GetRequiredService<Sessions>()));
        Task<T> Ask<T>(Func<Sessions, Task<T>> act) => store.In(services => act(services.GetRequiredService<Sessions>()));
        await Do(sessions => sessions.Begin(wang, "s1", "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140", CancellationToken.None));
        var entries = (await store.History("person/")).Count;

        store.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await Ask(sessions => sessions.Holds("s1", CancellationToken.None)));
        Assert.Equal(TimeSpan.FromMinutes(4), store.Clock.GetUtcNow() - (await Ask(sessions => sessions.Of(wang.Id, CancellationToken.None)))[0].Seen);
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await Ask(sessions => sessions.Holds("s1", CancellationToken.None)));
        var row = (await Ask(sessions => sessions.Of(wang.Id, CancellationToken.None)))[0];
        Assert.Equal((TimeSpan.Zero, "Edge · Windows"), (store.Clock.GetUtcNow() - row.Seen, row.Device));
        Assert.Equal(entries, (await store.History("person/")).Count);

        await Do(sessions => sessions.End(wang, "s1", others: false, CancellationToken.None));
        Assert.False(await Ask(sessions => sessions.Holds("s1", CancellationToken.None)));
        Assert.Empty(await Ask(sessions => sessions.Of(wang.Id, CancellationToken.None)));
        Assert.True(await Ask(sessions => sessions.Holds("from before sessions were kept", CancellationToken.None)));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0", "Firefox · Linux")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537 MicroMessenger/8.0", "WeChat · Android")]
    [InlineData("curl/8", "")]
    public void A_device_is_called_by_its_browser_and_system(string agent, string name) => Assert.Equal(name, Devices.Of(agent));

    private static async Task<Browser> Again(TestSite site)
    {
        var browser = site.Browser();
        await browser.Get("/sign-in");
        Assert.Equal(302, (await browser.Post("sign-in", ("UserName", "wang"), ("Password", Samples.Password))).Status);
        return browser;
    }

    private static Task<int> Open(TestSite site, string userName) => site.Store.In(async services =>
    {
        var person = await services.GetRequiredService<GreenprintDb>().Set<Person>().SingleAsync(person => person.UserName == userName);
        return (await services.GetRequiredService<Sessions>().Of(person.Id, CancellationToken.None)).Count;
    });
}
