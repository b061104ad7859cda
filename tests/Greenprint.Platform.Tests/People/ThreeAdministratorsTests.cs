using System.Security.Claims;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>System, security and audit administrator: three people who watch each other.</summary>
public sealed class ThreeAdministratorsTests
{
    private static readonly Role[] Three = [Role.Administrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_person_holds_one_of_the_three_roles_in_whatever_region(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        foreach (var (held, other) in from held in Three from other in Three where held != other select (held, other))
        {
            await Refused("PLF-041", () => store.NewPerson($"{held} {other}", (held, Samples.Lanwan), (other, Samples.Qingxi)));
        }

        await store.NewPerson("twice", (Role.SecurityAdministrator, Samples.Lanwan), (Role.SecurityAdministrator, Samples.Qingxi), (Role.Editor, Samples.Lanwan));
    }

    [Fact]
    public async Task A_role_that_was_taken_back_stands_in_no_ones_way()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var security = await store.PrincipalOf(await store.NewPerson("security", (Role.SecurityAdministrator, Grant.Everywhere)));
        var person = await store.NewPerson("wang", (Role.AuditAdministrator, Samples.Lanwan));

        await Refused("PLF-041", () => Desk(store, desk => desk.Give(security, person, new(Role.Administrator, Samples.Lanwan), null, CancellationToken.None)));
        var grant = (await Desk(store, desk => desk.Find(security, person, CancellationToken.None)))!.Grants[0];
        await Desk(store, desk => desk.Revoke(security, grant.Id, "轮岗", CancellationToken.None));
        await Desk(store, desk => desk.Give(security, person, new(Role.Administrator, Samples.Lanwan), "轮岗", CancellationToken.None));
    }

    [Fact]
    public async Task In_the_sample_county_one_person_may_show_all_three()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, kind: StoreKind.Demo);
        await store.AddRegions();

        await store.NewPerson("wang", [.. Three.Select(role => (role, Samples.Lanwan))]);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T22_The_system_administrator_gives_roles_only_until_a_security_administrator_is_named_and_each_is_on_the_record(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        var (li, chen) = (await store.NewPerson("li"), await store.NewPerson("chen"));
        Task Give(ClaimsPrincipal who, string person, Role role, string region) =>
            Desk(store, desk => desk.Give(who, person, new(role, region), "任命", CancellationToken.None));

        await Give(system, li, Role.SecurityAdministrator, Samples.Lanwan);
        var security = await store.PrincipalOf(li);

        await Refused("PLF-020", () => Give(system, chen, Role.Editor, Samples.Lanwan));
        await Give(system, chen, Role.Editor, Samples.Qingxi);   // nobody was named there
        await Give(security, chen, Role.Reviewer, Samples.Lanwan);
        await Refused("PLF-020", () => Give(security, chen, Role.Reviewer, Samples.Qingxi));
        Assert.Equal(
            [("system", "Editor", Samples.Qingxi), ("li", "Reviewer", Samples.Lanwan)],
            (await store.History($"person/{chen}")).Where(entry => entry.Kind == "role.given").Select(entry => (entry.ActorName, System.Text.Json.JsonDocument.Parse(entry.Body).RootElement.GetProperty("role").GetString(), entry.Region)));
    }

    [Fact]
    public async Task The_security_administrator_makes_no_account_and_the_system_administrator_no_door_into_theirs()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        var guard = await store.NewPerson("security", (Role.SecurityAdministrator, Grant.Everywhere));
        var audit = await store.NewPerson("audit", (Role.AuditAdministrator, Grant.Everywhere));
        var security = await store.PrincipalOf(guard);

        await Refused("PLF-020", () => Desk(store, desk => desk.Invite(security, new("x", new(Role.Editor, Samples.Lanwan)), CancellationToken.None)));
        await Refused("PLF-020", () => Desk(store, desk => desk.Invite(system, new("x", new(Role.Editor, Samples.Lanwan)), CancellationToken.None)));
        await Refused("PLF-042", () => Desk(store, desk => desk.NewPasswordLink(system, guard, CancellationToken.None)));
        await Refused("PLF-042", () => Desk(store, desk => desk.NewPasswordLink(system, audit, CancellationToken.None)));
    }

    [Fact]
    public async Task Once_an_audit_administrator_is_named_the_record_is_theirs_to_read()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        Task<bool> Reads(ClaimsPrincipal user, string region) => store.In(services => services.GetRequiredService<IRights>().May(user, Rights.SeeAudit, region, CancellationToken.None));
        Assert.True(await Reads(system, Samples.Lanwan));

        var audit = await store.PrincipalOf(await store.NewPerson("audit", (Role.AuditAdministrator, Samples.Lanwan)));

        Assert.Equal((false, true), (await Reads(system, Samples.Lanwan), await Reads(system, Samples.Qingxi)));
        Assert.Equal((true, false), (await Reads(audit, Samples.Lanwan), await Reads(audit, Samples.Qingxi)));
    }

    [Fact]
    public async Task Somebody_invited_into_a_unit_holds_that_post_and_is_seen_by_its_administrator()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        await store.AddUnits();
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Samples.Lanwan)));
        await Refused("PLF-043", () => Desk(store, desk => desk.Invite(system, new("罗溪", null), CancellationToken.None)));
        await Refused("PLF-020", () => Desk(store, desk => desk.Invite(system, new("罗溪", null, "qingxi/water", "联络员"), CancellationToken.None)));

        var path = await Desk(store, desk => desk.Invite(system, new("罗溪", new(Role.Reporter, Samples.Lanwan, "lanwan/water"), "lanwan/water", "联络员"), CancellationToken.None));
        await store.In(services => (Task)services.GetRequiredService<Accounts>().Redeem(path["setup/".Length..], new NewAccount("luo", "罗溪", Samples.Password), CancellationToken.None));

        var luo = Assert.Single(await Desk(store, desk => desk.List(system, CancellationToken.None)), person => person.UserName == "luo");
        Assert.Equal(("水利局", "联络员"), (Assert.Single(luo.Posts).Unit.Zh, luo.Posts[0].Post.Title.Zh));
        Assert.Equal((Role.Reporter, "水利局"), (Assert.Single(luo.Grants).Role, luo.Grants[0].Unit!.Zh));
    }

    private static async Task<TestStore> Filled(StoreEngine engine)
    {
        var store = await TestStore.Create(engine);
        await store.AddRegions();
        return store;
    }

    private static Task Desk(TestStore store, Func<PeopleDesk, Task> work) => store.In(services => work(services.GetRequiredService<PeopleDesk>()));

    private static Task<T> Desk<T>(TestStore store, Func<PeopleDesk, Task<T>> work) => store.In(services => work(services.GetRequiredService<PeopleDesk>()));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Finding.Code);
}
