using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>Somebody leaves: everything they answer for passes in one act, or nothing does.</summary>
public sealed class HandOverTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Items_of_every_module_and_the_posts_pass_in_one_change(StoreEngine engine)
    {
        var (tasks, items) = (new Port("年度任务", 2), new Port("调度事项", 1));
        await using var store = await Filled(engine, tasks, items);
        var (admin, fang, luo) = await People(store);

        var held = await Desk(store, desk => desk.HeldBy(admin, fang, CancellationToken.None));
        Assert.Equal([("年度任务", 2), ("调度事项", 1)], held.Mine.Select(module => (module.Name.Zh, module.Items.Count)));
        Assert.Equal(0, held.Elsewhere);
        Assert.Equal(3, await Desk(store, desk => desk.HandOver(admin, fang, luo, endPosts: true, Today, "调离", CancellationToken.None)));

        Assert.Equal([(fang, luo), (fang, luo), (fang, luo)], tasks.Passed.Concat(items.Passed).Select(passed => (passed.From, passed.To)));
        Assert.Empty(await store.In(services => services.GetRequiredService<IUnits>().PeopleOf("lanwan/water", Today.AddDays(1), CancellationToken.None)));
        var entry = Assert.Single(await store.History($"person/{fang}"), entry => entry.Kind == "person.handed-over");
        Assert.Equal(("admin", "调离", Samples.Lanwan), (entry.ActorName, entry.Why, entry.Region));
        Assert.Equal(3, (await store.History("item/")).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task When_one_module_refuses_nothing_passes(StoreEngine engine)
    {
        await using var store = await Filled(engine, new Port("年度任务", 2), new Port("调度事项", 1) { Refuses = true });
        var (admin, fang, luo) = await People(store);

        await Assert.ThrowsAsync<RefusedException>(() => Desk(store, desk => desk.HandOver(admin, fang, luo, endPosts: true, Today, "调离", CancellationToken.None)));

        Assert.Empty(await store.History("item/"));
        Assert.DoesNotContain(await store.History($"person/{fang}"), entry => entry.Kind is "person.handed-over" or "post.ended");
        Assert.Single(await store.In(services => services.GetRequiredService<IUnits>().PeopleOf("lanwan/water", Today.AddDays(1), CancellationToken.None)));
    }

    [Fact]
    public async Task Nothing_to_hand_over_nobody_to_take_it_and_another_county_are_refused()
    {
        await using var store = await Filled(StoreEngine.Sqlite, new Port("年度任务", 2));
        var (admin, fang, luo) = await People(store);
        var neighbour = await store.PrincipalOf(await store.NewPerson("neighbour", (Role.Administrator, Samples.Qingxi)));
        Task HandOver(System.Security.Claims.ClaimsPrincipal who, string from, string to) =>
            Desk(store, desk => desk.HandOver(who, from, to, endPosts: true, Today, "调离", CancellationToken.None));

        await Refused("PLF-044", () => HandOver(admin, fang, fang));
        await Refused("PLF-018", () => HandOver(admin, fang, "nobody"));
        await Refused("PLF-044", () => HandOver(admin, luo, fang));
        await Refused("PLF-044", () => HandOver(neighbour, fang, luo));
        var seen = await Desk(store, desk => desk.HeldBy(neighbour, fang, CancellationToken.None));
        Assert.Equal((0, 2), (seen.Mine.Count, seen.Elsewhere));
    }

    [Fact]
    public async Task Posts_do_not_end_while_something_in_another_county_is_still_in_the_same_hands()
    {
        await using var store = await Filled(StoreEngine.Sqlite, new Port("年度任务", 2), new Port("调度事项", 1) { Region = Samples.Qingxi });
        var (admin, fang, luo) = await People(store);

        await Refused("PLF-048", () => Desk(store, desk => desk.HandOver(admin, fang, luo, endPosts: true, Today, "调离", CancellationToken.None)));
        Assert.Empty(await store.History("item/"));

        Assert.Equal(2, await Desk(store, desk => desk.HandOver(admin, fang, luo, endPosts: false, Today, "调离", CancellationToken.None)));
        var seen = await Desk(store, desk => desk.HeldBy(admin, fang, CancellationToken.None));
        Assert.Equal(1, seen.Elsewhere);
    }

    [Fact]
    public async Task A_post_whose_end_is_still_to_come_ends_with_the_hand_over_and_one_that_is_over_stays_as_it_ended()
    {
        await using var store = await Filled(StoreEngine.Sqlite, new Port("年度任务", 1));
        var (admin, fang, luo) = await People(store);
        Task Appoint(string title, DateOnly from, DateOnly until) => store.In(services =>
            (Task)services.GetRequiredService<UnitsDesk>().Appoint(admin, new(fang, "lanwan/ecology", new(title), false, from, until), null, CancellationToken.None));
        await Appoint("借调", new(2026, 1, 1), new(2026, 12, 31));
        await Appoint("顾问", new(2026, 1, 1), Today.AddDays(-2));

        // The last day lies some days back: a post that was over before today keeps its own end.
        await Desk(store, desk => desk.HandOver(admin, fang, luo, endPosts: true, Today.AddDays(-5), "调离", CancellationToken.None));

        var posts = await store.PostsOf(fang);
        Assert.Equal(
            [("借调", Today.AddDays(-5)), ("联络员", Today.AddDays(-5)), ("顾问", Today.AddDays(-2))],
            posts.Select(post => (post.Title.Zh, post.Until!.Value)).OrderBy(post => post.Item2).ThenBy(post => post.Zh, StringComparer.Ordinal));
    }

    private static async Task<TestStore> Filled(StoreEngine engine, params Port[] ports)
    {
        var store = await TestStore.Create(
            engine,
            builder =>
            {
                foreach (var port in ports)
                {
                    builder.Services.AddSingleton<IHandOver>(port);
                }
            },
            today: Today);
        await store.AddRegions();
        await store.AddUnits();
        return store;
    }

    private static async Task<(System.Security.Claims.ClaimsPrincipal Admin, string Fang, string Luo)> People(TestStore store)
    {
        var admin = await store.PrincipalOf(await store.NewPerson("admin", (Role.Administrator, Samples.Lanwan)));
        var (fang, luo) = (await store.NewPerson("方泉"), await store.NewPerson("罗溪"));
        await store.In(services => services.GetRequiredService<UnitsDesk>().Appoint(admin, new(fang, "lanwan/water", new("联络员"), false, new(2024, 1, 1)), null, CancellationToken.None));
        foreach (var port in store.Services.GetServices<IHandOver>().OfType<Port>())
        {
            port.Holder = fang;
        }

        return (admin, fang, luo);
    }

    private static Task Desk(TestStore store, Func<HandOverDesk, Task> work) => store.In(services => work(services.GetRequiredService<HandOverDesk>()));

    private static Task<T> Desk<T>(TestStore store, Func<HandOverDesk, Task<T>> work) => store.In(services => work(services.GetRequiredService<HandOverDesk>()));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Finding.Code);

    private sealed class Port(string name, int count) : IHandOver
    {
        public bool Refuses { get; init; }

        public string Region { get; init; } = Samples.Lanwan;

        public string Holder { get; set; } = "";

        public List<(string Item, string From, string To)> Passed { get; } = [];

        public Bilingual Name => new(name);

        public Task<IReadOnlyList<HeldItem>> HeldBy(string person, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<HeldItem>>(
            person == Holder ? [.. Enumerable.Range(1, count).Select(number => new HeldItem($"{name}/{number}", new($"{name} {number}"), Region, "lanwan/water"))] : []);

        public Task HandOver(Change change, IReadOnlyList<string> items, string from, string to, string why, CancellationToken cancellation)
        {
            if (Refuses)
            {
                throw new RefusedException(PlatformFindings.NoSuchPerson());
            }

            foreach (var item in items)
            {
                change.Record(Samples.Lanwan, $"item/{item}", "item.handed-over", new { from, to }, why);
                Passed.Add((item, from, to));
            }

            return Task.CompletedTask;
        }
    }
}
