using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class UnitsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static TheoryData<StoreEngine> Both => Engines.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_renamed_and_moved_unit_keeps_its_id_and_is_called_on_every_day_what_it_was_called_then(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        await Do(store, (units, change) => units.Reform(change, "lanwan/water", new(("水务局", "Water Authority"), "lanwan/ecology", OrgLevel.Department, new(2026, 3, 1)), "机构改革", Stop));
        await Do(store, (units, change) => units.Reform(change, "lanwan/water", new(new("水利和水务局"), "lanwan/government", OrgLevel.Department, new(2026, 9, 1)), "机构改革", Stop));

        Assert.Equal(("水利局", "lanwan/government"), await Form(store, "2026-02-28"));
        Assert.Equal(("水务局", "lanwan/ecology"), await Form(store, "2026-03-01"));
        Assert.Equal(("水务局", "lanwan/ecology"), await Form(store, "2026-08-31"));
        Assert.Equal(("水利和水务局", "lanwan/government"), await Form(store, "2026-09-01"));
        var tree = await store.In(services => services.GetRequiredService<IUnits>().Tree(Samples.Lanwan, new(2026, 3, 1), Stop));
        Assert.Equal(["lanwan/ecology", "lanwan/station", "lanwan/water"], tree.WithBelow("lanwan/ecology").Order());
        Assert.Equal(["机构改革", "机构改革"], (await store.History("unit/lanwan/water")).Where(entry => entry.Kind == "unit.reformed").Select(entry => entry.Why));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mistake_is_mended_for_every_day_and_the_record_keeps_what_stood_there(StoreEngine engine)
    {
        await using var store = await Filled(engine);

        await Do(store, (units, change) => units.Reform(change, "lanwan/water", new(("岚湾县水利局", "Water"), "lanwan/government", OrgLevel.Department, null), "名称录入有误", Stop));

        Assert.Equal(("岚湾县水利局", "lanwan/government"), await Form(store, "2020-01-01"));
        var entry = Assert.Single(await store.History("unit/lanwan/water"), entry => entry.Kind == "unit.corrected");
        Assert.Contains("\"水利局\"", entry.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_stands_neither_below_itself_nor_below_what_is_below_it_nor_below_nothing()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        Task Move(string? parent) => Do(store, (units, change) => units.Reform(change, "lanwan/ecology", new(("生态环境局", "Bureau"), parent, OrgLevel.Bureau, null), "x", Stop));

        await Refused("PLF-034", () => Move("lanwan/ecology"));
        await Refused("PLF-034", () => Move("lanwan/station"));
        await Refused("PLF-032", () => Move("nowhere"));
        await Refused("PLF-034", () => Add(store, new Organization("a", Samples.Lanwan, new("甲"), Parent: "b"), new Organization("b", Samples.Lanwan, new("乙"), Parent: "a")));
        await Refused("PLF-032", () => Add(store, new Organization("a", Samples.Lanwan, new("甲"), Parent: "nowhere")));
    }

    [Fact]
    public async Task A_change_takes_effect_neither_after_today_nor_before_the_last_one()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        Task Rename(DateOnly from, string name) => Do(store, (units, change) => units.Reform(change, "lanwan/water", new(new(name), "lanwan/government", OrgLevel.Department, from), "x", Stop));

        await Refused("PLF-035", () => Rename(Today.AddDays(1), "甲"));
        await Rename(Today, "甲");
        await Refused("PLF-035", () => Rename(Today, "乙"));
        await Refused("PLF-035", () => Rename(Today.AddDays(-1), "乙"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_with_posts_or_units_below_it_is_not_closed_and_the_refusal_names_them(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var wang = await store.NewPerson("王海");
        var post = await Appoint(store, wang, "lanwan/ecology", "局长", new(2024, 1, 1));
        Task Close() => Do(store, (units, change) => units.Close(change, "lanwan/ecology", Today, "机构改革", Stop));

        var refusal = await Refused("PLF-036", Close);
        Assert.Contains("监测站", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("王海仍任局长", refusal.Message.Zh, StringComparison.Ordinal);

        await Do(store, (units, change) => units.EndPost(change, post, Today, "退休", Stop));
        await Refused("PLF-036", Close);
        await Do(store, (units, change) => units.Close(change, "lanwan/station", Today, "并入", Stop));
        await Close();
        await Refused("PLF-035", Close);

        Assert.Equal((6, 6, 4), (await CountOn(store, Today.AddDays(-1)), await CountOn(store, Today), await CountOn(store, Today.AddDays(1))));
        Assert.Equal("机构改革", Assert.Single(await store.History("unit/lanwan/ecology"), entry => entry.Kind == "unit.closed").Why);
    }

    [Fact]
    public async Task What_a_module_still_has_on_a_unit_keeps_it_open()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.Services.AddScoped<IUnitUse, OpenItems>(), today: Today);
        await store.AddRegions();
        await store.AddUnits();

        var refusal = await Refused("PLF-036", () => Do(store, (units, change) => units.Close(change, "lanwan/water", Today, "x", Stop)));
        Assert.Contains("未办结事项3项", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_works_in_a_unit_is_answered_for_any_day_with_who_stands_in_last(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var (wang, li, chen) = (await store.NewPerson("王海"), await store.NewPerson("李岚"), await store.NewPerson("陈屿"));
        await Appoint(store, chen, "lanwan/water", "副局长", new(2023, 1, 1), deputy: true);
        var first = await Appoint(store, wang, "lanwan/water", "局长", new(2024, 1, 1));
        await Do(store, (units, change) => units.EndPost(change, first, new(2026, 4, 30), "调任", Stop));
        await Appoint(store, li, "lanwan/water", "局长", new(2026, 5, 1));

        Assert.Equal(["陈屿"], await PeopleOn(store, new(2023, 12, 31)));
        Assert.Equal(["王海", "陈屿"], await PeopleOn(store, new(2024, 1, 1)));
        Assert.Equal(["王海", "陈屿"], await PeopleOn(store, new(2026, 4, 30)));
        Assert.Equal(["李岚", "陈屿"], await PeopleOn(store, new(2026, 5, 1)));
        Assert.Equal(["post.given", "post.ended"], (await store.History($"person/{wang}")).Select(entry => entry.Kind).Where(kind => kind.StartsWith("post.", StringComparison.Ordinal)));
        Assert.Equal(["lanwan/water"], (await store.PostsOf(wang)).Select(post => post.Unit));
    }

    [Fact]
    public async Task A_post_lies_within_the_life_of_its_unit_and_is_held_once()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var wang = await store.NewPerson("王海");
        await Add(store, new Organization("lanwan/park", Samples.Lanwan, new("园区管委会"), Opened: new(2022, 7, 1), Closed: new(2025, 12, 31), Kind: OrgLevel.ParkCommittee));

        await Refused("PLF-018", () => Appoint(store, "nobody", "lanwan/water", "局长", Today));
        await Refused("PLF-032", () => Appoint(store, wang, "nowhere", "局长", Today));
        await Refused("PLF-035", () => Appoint(store, wang, "lanwan/park", "主任", new(2022, 6, 30)));
        await Refused("PLF-035", () => Appoint(store, wang, "lanwan/park", "主任", new(2022, 7, 1)));   // no end, but the unit has one
        var post = await Appoint(store, wang, "lanwan/water", "局长", new(2026, 1, 1));
        await Refused("PLF-038", () => Appoint(store, wang, "lanwan/water", "局长", Today));
        await Refused("PLF-035", () => Do(store, (units, change) => units.EndPost(change, post, new(2025, 12, 31), null, Stop)));
        await Do(store, (units, change) => units.EndPost(change, post, Today, null, Stop));
        await Refused("PLF-035", () => Do(store, (units, change) => units.EndPost(change, post, Today, null, Stop)));
        await Appoint(store, wang, "lanwan/water", "局长", Today.AddDays(1));
        await Refused("PLF-037", () => Do(store, (units, change) => units.EndPost(change, Guid.NewGuid(), Today, null, Stop)));
    }

    [Fact]
    public async Task A_post_whose_end_is_still_to_come_may_end_earlier_and_not_later()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var wang = await store.NewPerson("王海");
        var post = Guid.Empty;
        await Do(store, async (units, change) => post = await units.Appoint(change, new(wang, "lanwan/water", new("局长"), false, new(2026, 1, 1), Today.AddDays(30)), null, Stop));
        Task End(DateOnly until) => Do(store, (units, change) => units.EndPost(change, post, until, "调离", Stop));

        await Refused("PLF-035", () => End(Today.AddDays(31)));
        await End(Today.AddDays(10));
        await End(Today.AddDays(-1));
        await Refused("PLF-035", () => End(Today.AddDays(-2)));   // it is over

        Assert.Equal(2, (await store.History($"person/{wang}")).Count(entry => entry.Kind == "post.ended"));
        Assert.Equal(Today.AddDays(-1), (await store.PostsOf(wang))[0].Until);
    }

    [Fact]
    public async Task A_unit_is_not_put_below_one_that_stood_below_it_on_a_day_since()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        // The station stood below the bureau until the end of June; today it does not.
        await Do(store, (units, change) => units.Reform(change, "lanwan/station", new(("监测站", "Station"), "lanwan/government", OrgLevel.Department, new(2026, 7, 1)), "机构改革", Stop));
        Task Move(DateOnly? from) => Do(store, (units, change) => units.Reform(change, "lanwan/ecology", new(("生态环境局", "Bureau"), "lanwan/station", OrgLevel.Bureau, from), "x", Stop));

        await Refused("PLF-034", () => Move(new(2026, 3, 1)));
        await Refused("PLF-034", () => Move(null));
        await Move(new(2026, 7, 1));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<TestStore> Filled(StoreEngine engine)
    {
        var store = await TestStore.Create(engine, today: Today);
        await store.AddRegions();
        await store.AddUnits();
        return store;
    }

    private static Task Do(TestStore store, Func<IUnits, Change, Task> act) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        new Actor("admin", "管理员"),
        async change =>
        {
            await act(services.GetRequiredService<IUnits>(), change);
            return 0;
        },
        Stop));

    private static Task Add(TestStore store, params Organization[] units) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        new Actor("admin", "管理员"),
        async change =>
        {
            await services.GetRequiredService<IRegions>().Add(change, units, Stop);
            return 0;
        },
        Stop));

    private static async Task<Guid> Appoint(TestStore store, string person, string unit, string title, DateOnly from, bool deputy = false)
    {
        var post = Guid.Empty;
        await Do(store, async (units, change) => post = await units.Appoint(change, new(person, unit, new Bilingual(title), deputy, from), null, Stop));
        return post;
    }

    private static async Task<(string, string?)> Form(TestStore store, string day)
    {
        var unit = (await store.In(services => services.GetRequiredService<IUnits>().Tree(null, DateOnly.ParseExact(day, "yyyy-MM-dd"), Stop))).Find("lanwan/water");
        return (unit!.Name.Zh, unit.Parent);
    }

    private static async Task<int> CountOn(TestStore store, DateOnly day) =>
        (await store.In(services => services.GetRequiredService<IUnits>().Tree(null, day, Stop))).InOrder.Count;

    private static async Task<IEnumerable<string>> PeopleOn(TestStore store, DateOnly day) =>
        (await store.In(services => services.GetRequiredService<IUnits>().PeopleOf("lanwan/water", day, Stop))).Select(post => post.Name);

    private static async Task<Finding> Refused(string code, Func<Task> act)
    {
        var finding = (await Assert.ThrowsAsync<RefusedException>(act)).Finding;
        Assert.Equal(code, finding.Code);
        return finding;
    }

    private sealed class OpenItems : IUnitUse
    {
        public Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Bilingual>>([("未办结事项3项", "3 open items")]);
    }
}
