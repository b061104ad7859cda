using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class RightsTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_right_in_a_prefecture_holds_in_its_counties_and_one_in_a_county_only_there(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await store.AddRegions();
        var city = await store.NewPerson("city", (Role.Editor, Samples.Prefecture));
        var county = await store.NewPerson("county", (Role.Editor, Samples.Lanwan));

        Assert.Equal((true, true, true), await Where(store, city, Rights.EditPlans));
        Assert.Equal((false, true, false), await Where(store, county, Rights.EditPlans));
    }

    [Fact]
    public async Task An_administrator_is_not_by_itself_an_editor()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        await store.AddRegions();
        var person = await store.NewPerson("admin", (Role.Administrator, Grant.Everywhere));

        Assert.Equal((true, true, true), await Where(store, person, Rights.Administer));
        Assert.Equal((false, false, false), await Where(store, person, Rights.EditPlans));
    }

    [Fact]
    public async Task Who_is_not_signed_in_may_nothing()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        await store.AddRegions();

        foreach (var right in RightsOfRole.All)
        {
            Assert.False(await store.In(services => services.GetRequiredService<IRights>().May(new(), right, Samples.Lanwan, CancellationToken.None)));
        }

        Assert.Null(await store.In(services => Task.FromResult(services.GetRequiredService<IRights>().ActorOf(new()))));
    }

    [Fact]
    public async Task A_region_nobody_knows_gives_no_right_to_somebody_of_a_county()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        await store.AddRegions();
        var person = await store.PrincipalOf(await store.NewPerson("county", (Role.Editor, Samples.Lanwan)));

        Assert.False(await store.In(services => services.GetRequiredService<IRights>().May(person, Rights.EditPlans, "nowhere", CancellationToken.None)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T22_A_role_given_or_taken_back_is_on_the_record_and_holds_at_once(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await store.AddRegions();
        var admin = await store.PrincipalOf(await store.NewPerson("admin", (Role.Administrator, Grant.Everywhere)));
        var person = await store.NewPerson("wang");

        await Desk(store, desk => desk.Give(admin, person, new RoleIn(Role.Editor, Samples.Lanwan), "分工调整", CancellationToken.None));
        Assert.Equal((false, true, false), await Where(store, person, Rights.EnterValues));
        var grant = await GrantOf(store, admin, person);
        await Desk(store, desk => desk.Revoke(admin, grant, "离岗", CancellationToken.None));
        Assert.Equal((false, false, false), await Where(store, person, Rights.EnterValues));

        var entries = (await store.History($"person/{person}")).Where(entry => entry.Kind.StartsWith("role.", StringComparison.Ordinal)).ToList();
        Assert.Equal([("role.given", "分工调整"), ("role.revoked", "离岗")], entries.Select(entry => (entry.Kind, entry.Why)));
        Assert.All(entries, entry => Assert.Equal(("admin", Samples.Lanwan), (entry.ActorName, entry.Region)));
    }

    [Fact]
    public async Task An_administrator_of_a_county_gives_takes_and_sees_nothing_of_the_next_county()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        await store.AddRegions();
        var everywhere = await store.PrincipalOf(await store.NewPerson("all", (Role.Administrator, Grant.Everywhere)));
        var admin = await store.PrincipalOf(await store.NewPerson("lanwan", (Role.Administrator, Samples.Lanwan)));
        var neighbour = await store.NewPerson("qingxi", (Role.Editor, Samples.Qingxi));
        var grant = await GrantOf(store, everywhere, neighbour);

        foreach (var region in new[] { Samples.Qingxi, Samples.Prefecture, Grant.Everywhere, "nowhere" })
        {
            await Refused("PLF-020", () => Desk(store, desk => desk.Invite(admin, new Invitation("x", new RoleIn(Role.Editor, region)), CancellationToken.None)));
            await Refused("PLF-020", () => Desk(store, desk => desk.Give(admin, neighbour, new RoleIn(Role.Editor, region), null, CancellationToken.None)));
        }

        await Refused("PLF-020", () => Desk(store, desk => desk.Revoke(admin, grant, null, CancellationToken.None)));
        await Refused("PLF-018", () => Desk(store, desk => desk.NewPasswordLink(admin, neighbour, CancellationToken.None)));
        Assert.Equal(["lanwan"], (await Desk(store, desk => desk.List(admin, CancellationToken.None))).Select(person => person.UserName));
        Assert.Equal([Samples.Lanwan], (await Desk(store, desk => desk.RegionsOf(admin, Rights.ManageRights, CancellationToken.None))).Select(region => region.Code));
    }

    [Fact]
    public async Task The_last_administrator_of_the_installation_stays()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var id = await store.NewPerson("admin", (Role.Administrator, Grant.Everywhere));
        var admin = await store.PrincipalOf(id);

        await Refused("PLF-019", async () => await Desk(store, async desk => await desk.Revoke(admin, await GrantOf(store, admin, id), null, CancellationToken.None)));
        Assert.Equal((true, true, true), await Where(store, id, Rights.Administer));
    }

    private static async Task<(bool Prefecture, bool Lanwan, bool Qingxi)> Where(TestStore store, string personId, string right)
    {
        var person = await store.PrincipalOf(personId);
        Task<bool> May(string region) => store.In(services => services.GetRequiredService<IRights>().May(person, right, region, CancellationToken.None));
        return (await May(Samples.Prefecture), await May(Samples.Lanwan), await May(Samples.Qingxi));
    }

    private static async Task<Guid> GrantOf(TestStore store, System.Security.Claims.ClaimsPrincipal admin, string personId) =>
        (await Desk(store, desk => desk.List(admin, CancellationToken.None))).Single(person => person.Id == personId).Grants[0].Id;

    private static Task Desk(TestStore store, Func<PeopleDesk, Task> work) => store.In(services => work(services.GetRequiredService<PeopleDesk>()));

    private static Task<T> Desk<T>(TestStore store, Func<PeopleDesk, Task<T>> work) => store.In(services => work(services.GetRequiredService<PeopleDesk>()));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Finding.Code);
}
