using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>Roles that hold in a unit. The answers in <c>unit-rights.csv</c> are typed by hand.</summary>
public sealed class UnitRightsTests
{
    private static readonly DateOnly Day = new(2026, 3, 15);

    // Columns of the table: which region's matter it is, and which unit's.
    private static readonly (string Region, string? Unit)[] Asked =
        [(Samples.Lanwan, "lanwan/ecology"), (Samples.Lanwan, "lanwan/station"), (Samples.Lanwan, "lanwan/water"), (Samples.Qingxi, "qingxi/water"), (Samples.Lanwan, null)];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T21_Each_role_may_for_its_own_unit_a_unit_beside_it_and_the_next_county_what_the_table_says(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        List<string> wrong = [];
        foreach (var group in Rows().GroupBy(row => (row[0], row[1])))
        {
            var role = new RoleIn(Enum.Parse<Role>(group.Key.Item1), Samples.Lanwan, group.Key.Item2.Length == 0 ? null : group.Key.Item2);
            var person = await store.PrincipalOf(await store.NewPerson($"{role.Role} {role.Unit}", role));
            foreach (var row in group)
            {
                foreach (var ((region, unit), expected) in Asked.Zip(row[3..]))
                {
                    var got = await store.In(services => services.GetRequiredService<IRights>().May(person, row[2], region, unit, CancellationToken.None));
                    if (got != (expected == "yes"))
                    {
                        wrong.Add($"{role} {row[2]} {region} {unit}: {got}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_answers_for_every_role_and_every_right()
    {
        var rows = Rows().ToList();

        Assert.Equal(Enum.GetNames<Role>().Except([nameof(Role.Public)]).Order(), rows.Select(row => row[0]).Distinct().Order());
        Assert.Equal(RightsOfRole.All.Order(StringComparer.Ordinal), rows.Select(row => row[2]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_units_of_a_person_are_those_of_the_role_and_below_it_as_on_the_day(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var ofUnit = await store.NewPerson("unit", new RoleIn(Role.Reporter, Samples.Lanwan, "lanwan/ecology"));
        var ofCounty = await store.NewPerson("county", (Role.Reporter, Samples.Lanwan));
        var ofCity = await store.NewPerson("city", (Role.Reporter, Samples.Prefecture));
        string[] lanwan = ["lanwan/ecology", "lanwan/government", "lanwan/station", "lanwan/town", "lanwan/water"];

        Assert.Equal(["lanwan/ecology", "lanwan/station"], await UnitsOf(store, ofUnit, Samples.Lanwan));
        Assert.Equal(["lanwan/ecology", "lanwan/station"], await UnitsOf(store, ofUnit, Samples.Prefecture));
        Assert.Empty(await UnitsOf(store, ofUnit, Samples.Qingxi));
        Assert.Equal(lanwan, await UnitsOf(store, ofCounty, Samples.Lanwan));
        Assert.Equal(lanwan, await UnitsOf(store, ofCounty, Samples.Prefecture));
        Assert.Equal([.. lanwan, "qingxi/water"], await UnitsOf(store, ofCity, Samples.Prefecture));

        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await services.GetRequiredService<IUnits>().Close(change, "lanwan/station", Day.AddDays(-1), "机构改革", CancellationToken.None);
                return 0;
            },
            CancellationToken.None));
        Assert.Equal(["lanwan/ecology"], await UnitsOf(store, ofUnit, Samples.Lanwan));
    }

    [Fact]
    public async Task The_units_of_a_person_are_exactly_those_for_which_they_may()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                // A unit of one county below one of another, and a closed unit between two.
                await services.GetRequiredService<IRegions>().Add(
                    change,
                    [
                        new Organization("qingxi/pumps", Samples.Qingxi, ("泵站", "Pumps"), Parent: "lanwan/water"),
                        new Organization("lanwan/laboratory", Samples.Lanwan, ("实验室", "Laboratory"), Parent: "lanwan/station", Opened: new(2020, 1, 1)),
                        new Organization("lanwan/old", Samples.Lanwan, ("原监测科", "Old section"), Parent: "lanwan/ecology", Closed: new(2025, 12, 31)),
                        new Organization("lanwan/team", Samples.Lanwan, ("监测队", "Team"), Parent: "lanwan/old"),
                    ],
                    CancellationToken.None);
                return 0;
            },
            CancellationToken.None));
        RoleIn[] roles =
        [
            new(Role.Reporter, Samples.Lanwan, "lanwan/water"), new(Role.Reporter, Samples.Lanwan, "lanwan/ecology"), new(Role.Reporter, Samples.Lanwan, "lanwan/old"),
            new(Role.Reporter, Samples.Lanwan, "lanwan/government"), new(Role.Reporter, Samples.Qingxi), new(Role.Reporter, Grant.Everywhere),
        ];
        List<string> wrong = [];
        foreach (var role in roles)
        {
            var id = await store.NewPerson($"of {role.Region} {role.Unit}", role);
            var person = await store.PrincipalOf(id);
            foreach (var region in new[] { Samples.Prefecture, Samples.Lanwan, Samples.Qingxi })
            {
                var tree = await store.In(services => services.GetRequiredService<IUnits>().Tree(region, Day, CancellationToken.None));
                var listed = (await UnitsOf(store, id, region)).ToHashSet();
                foreach (var (unit, _) in tree.InOrder)
                {
                    var may = await store.In(services => services.GetRequiredService<IRights>().May(person, Rights.ReportProgress, unit.Region, unit.Id, CancellationToken.None));
                    if (may != listed.Remove(unit.Id))
                    {
                        wrong.Add($"{role} {region} {unit.Id}: {may}");
                    }
                }

                wrong.AddRange(listed.Select(unit => $"{role} {region} {unit} is not of that day"));
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(["qingxi/pumps"], await UnitsOf(store, await store.NewPerson("luo", roles[0]), Samples.Qingxi));
    }

    [Fact]
    public async Task A_role_for_a_unit_goes_with_the_unit_into_the_plan_of_the_government_above()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var person = await store.PrincipalOf(await store.NewPerson("unit", new RoleIn(Role.Reporter, Samples.Lanwan, "lanwan/ecology")));
        Task<bool> May(string? unit) => store.In(services => services.GetRequiredService<IRights>().May(person, Rights.ReportProgress, Samples.Prefecture, unit, CancellationToken.None));

        Assert.True(await May("lanwan/station"));
        Assert.False(await May("lanwan/water"));
        Assert.False(await May(null));
    }

    [Fact]
    public async Task Whoever_holds_a_right_for_a_unit_is_named()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        await store.NewPerson("county", (Role.Reviewer, Samples.Lanwan));
        await store.NewPerson("bureau", new RoleIn(Role.Reviewer, Samples.Lanwan, "lanwan/ecology"));
        await store.NewPerson("reporter", new RoleIn(Role.Reporter, Samples.Lanwan, "lanwan/ecology"));
        await store.NewPerson("beside", (Role.Reviewer, Samples.Qingxi));
        async Task<IEnumerable<string>> Holders(string? unit) =>
            (await store.In(services => services.GetRequiredService<IRights>().Holders(Rights.ReviewProgress, Samples.Lanwan, unit, CancellationToken.None))).Select(person => person.Name);

        Assert.Equal(["bureau", "county"], await Holders("lanwan/station"));
        Assert.Equal(["county"], await Holders("lanwan/water"));
        Assert.Equal(["county"], await Holders(null));
    }

    [Fact]
    public async Task Only_reporters_and_reviewers_are_limited_to_a_unit_and_only_to_one_of_the_region()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var admin = await store.PrincipalOf(await store.NewPerson("admin", (Role.Administrator, Grant.Everywhere)));
        var person = await store.NewPerson("li");
        Task Give(Role role, string unit) => store.In(services =>
            (Task)services.GetRequiredService<PeopleDesk>().Give(admin, person, new RoleIn(role, Samples.Lanwan, unit), null, CancellationToken.None));

        foreach (var role in Enum.GetValues<Role>().Except([Role.Reporter, Role.Reviewer]))
        {
            Assert.Equal("PLF-039", (await Assert.ThrowsAsync<RefusedException>(() => Give(role, "lanwan/water"))).Finding.Code);
        }

        Assert.Equal("PLF-040", (await Assert.ThrowsAsync<RefusedException>(() => Give(Role.Reporter, "qingxi/water"))).Finding.Code);
        Assert.Equal("PLF-032", (await Assert.ThrowsAsync<RefusedException>(() => Give(Role.Reporter, "nowhere"))).Finding.Code);
        await Give(Role.Reporter, "lanwan/water");
        await Give(Role.Reporter, "lanwan/water");   // once is enough
        Assert.Contains("lanwan/water", Assert.Single(await store.History($"person/{person}"), entry => entry.Kind == "role.given").Body, StringComparison.Ordinal);
    }

    private static async Task<TestStore> Filled(StoreEngine engine)
    {
        var store = await TestStore.Create(engine, today: Day);
        await store.AddRegions();
        await store.AddUnits();
        return store;
    }

    private static async Task<IEnumerable<string>> UnitsOf(TestStore store, string personId, string region)
    {
        var person = await store.PrincipalOf(personId);
        return (await store.In(services => services.GetRequiredService<IRights>().UnitsOf(person, Rights.ReportProgress, region, Day, CancellationToken.None))).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(RepositoryRoot.Combine("tests", "Greenprint.Platform.Tests", "People", "unit-rights.csv")).Skip(1).Select(line => line.Split(','));
}
