using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class LinkTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T27_A_new_store_has_no_account_and_the_first_one_is_made_by_a_one_time_link_only(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        Assert.Empty(await People(store));

        var token = await SetupToken(store);
        Assert.Empty(await People(store));

        await Redeem(store, token!);
        Assert.Equal("wang", Assert.Single(await People(store)).UserName);
        Assert.Null(await SetupToken(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_who_use_one_link_at_the_same_moment_make_one_account(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        var token = (await SetupToken(store))!;

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            try
            {
                await Redeem(store, token, $"user{i}");
                return "made";
            }
            catch (RefusedException refused)
            {
                return refused.Finding.Code;
            }
        })));

        Assert.Equal(["PLF-017", "PLF-017", "PLF-017", "made"], results.Order(StringComparer.Ordinal));
        Assert.Single(await People(store));
    }

    [Fact]
    public async Task A_link_ends_after_a_day()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var token = (await SetupToken(store))!;

        store.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal("PLF-017", (await Assert.ThrowsAsync<RefusedException>(() => Redeem(store, token))).Finding.Code);
    }

    [Fact]
    public async Task A_newer_link_replaces_the_older_one()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var older = (await SetupToken(store))!;
        var newer = (await SetupToken(store))!;

        await Assert.ThrowsAsync<RefusedException>(() => Redeem(store, older));
        await Redeem(store, newer);
    }

    [Fact]
    public async Task The_store_and_its_history_do_not_hold_the_token()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var token = (await SetupToken(store))!;

        Assert.All(await store.History("link/"), entry => Assert.DoesNotContain(token, entry.Body, StringComparison.Ordinal));
        var link = await store.In(services => services.GetRequiredService<GreenprintDb>().Set<OneTimeLink>().SingleAsync());
        Assert.NotEqual(token, link.TokenDigest);
        Assert.StartsWith("sha256:", link.TokenDigest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short1")]
    [InlineData("only letters here")]
    [InlineData("11111111111111")]
    [InlineData("wang 2030 2030")]
    public async Task A_weak_password_is_refused_and_the_link_stays_open(string weak)
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var token = (await SetupToken(store))!;

        Assert.Equal("PLF-021", (await Assert.ThrowsAsync<RefusedException>(() => Redeem(store, token, password: weak))).Finding.Code);

        await Redeem(store, token);
    }

    [Fact]
    public async Task A_link_for_a_new_password_unlocks_and_ends_older_sessions()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var id = await store.NewPerson("li");
        var stamp = (await People(store))[0].SecurityStamp;

        var path = await store.In(services => services.GetRequiredService<IPeople>().NewPasswordLink("LI", CancellationToken.None));
        await Redeem(store, path!["setup/".Length..], password: "another water 2031");

        Assert.NotEqual(stamp, (await People(store))[0].SecurityStamp);
        Assert.Contains(await store.History($"person/{id}"), entry => entry.Kind == "password.reset");
    }

    [Fact]
    public async Task A_known_account_is_made_in_a_store_of_the_sample_county_only()
    {
        await using var work = await TestStore.Create(StoreEngine.Sqlite);
        await work.AddRegions();
        Assert.Equal("PLF-016", (await Assert.ThrowsAsync<RefusedException>(() => Demo(work))).Finding.Code);
        Assert.Empty(await People(work));

        await using var demo = await TestStore.Create(StoreEngine.Sqlite, kind: StoreKind.Demo);
        await demo.AddRegions();
        await Demo(demo);
        await Demo(demo);
        Assert.Equal("demo", Assert.Single(await People(demo)).UserName);
    }

    private static Task Demo(TestStore store) => store.In(services =>
        services.GetRequiredService<IPeople>().CreateDemoPerson("demo", "演示编辑", "lanwan 2030 water", Role.Editor, Samples.Lanwan, CancellationToken.None));

    private static async Task<string?> SetupToken(TestStore store) =>
        (await store.In(services => services.GetRequiredService<IPeople>().NewSetupLink(CancellationToken.None)))?["setup/".Length..];

    private static Task Redeem(TestStore store, string token, string userName = "wang", string password = Samples.Password) => store.In(services =>
        (Task)services.GetRequiredService<Accounts>().Redeem(token, new NewAccount(userName, "王", password), CancellationToken.None));

    private static Task<List<Person>> People(TestStore store) =>
        store.In(services => services.GetRequiredService<GreenprintDb>().Set<Person>().AsNoTracking().ToListAsync());
}
