using System.Security.Claims;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
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

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Above_a_security_administrator_no_role_is_given_over_their_head_and_guards_are_still_named(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var everywhere = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        var city = await store.PrincipalOf(await store.NewPerson("city", (Role.Administrator, Samples.Prefecture)));
        await store.NewPerson("guard", (Role.SecurityAdministrator, Samples.Lanwan));
        var chen = await store.NewPerson("chen");
        Task Give(ClaimsPrincipal who, Role role, string region) => Desk(store, desk => desk.Give(who, chen, new(role, region), null, CancellationToken.None));

        foreach (var (who, region) in new[] { (everywhere, Grant.Everywhere), (everywhere, Samples.Prefecture), (city, Samples.Prefecture) })
        {
            await Refused("PLF-045", () => Give(who, Role.Editor, region));
            await Refused("PLF-045", () => Give(who, Role.Administrator, region));
            await Refused("PLF-045", () => Desk(store, desk => desk.Invite(who, new("x", new(Role.Editor, region)), CancellationToken.None)));
            Assert.DoesNotContain(region, (await Desk(store, desk => desk.RegionsOf(who, Rights.ManageRights, CancellationToken.None))).Select(choice => choice.Code));
            Assert.Contains(region, (await Desk(store, desk => desk.RoleRegionsOf(who, CancellationToken.None))).Select(choice => choice.Code));
        }

        await Refused("PLF-020", () => Give(city, Role.SecurityAdministrator, Samples.Lanwan));
        await Refused("PLF-020", () => Give(city, Role.SecurityAdministrator, Grant.Everywhere));
        await Give(city, Role.Editor, Samples.Qingxi);
        await Give(city, Role.SecurityAdministrator, Samples.Prefecture);
        await Refused("PLF-020", () => Give(everywhere, Role.Editor, Samples.Qingxi));
        Assert.Equal([Grant.Everywhere], (await Desk(store, desk => desk.RoleRegionsOf(everywhere, CancellationToken.None))).Select(choice => choice.Code));
    }

    [Fact]
    public async Task Above_an_audit_administrator_nobody_stands_in_for_reading_the_record()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        await store.NewPerson("audit", (Role.AuditAdministrator, Samples.Lanwan));
        await store.NewPerson("beside", (Role.Editor, Samples.Qingxi));

        var seen = await store.In(services => services.GetRequiredService<HistoryDesk>().Ask(system, new(null, null, null, null, null, null), CancellationToken.None));

        Assert.Equal([Samples.Qingxi], seen.Entries.Select(entry => entry.Region).Distinct());
        Assert.True(await store.In(services => services.GetRequiredService<RightsReader>().MaySomewhere(system, Rights.SeeAudit, CancellationToken.None)));
    }

    [Fact]
    public async Task Nobody_gives_a_role_to_themselves()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var (security, system) = (await store.NewPerson("security", (Role.SecurityAdministrator, Samples.Lanwan)), await store.NewPerson("system", (Role.Administrator, Samples.Qingxi)));

        foreach (var (person, region) in new[] { (security, Samples.Lanwan), (system, Samples.Qingxi) })
        {
            var self = await store.PrincipalOf(person);
            await Refused("PLF-046", () => Desk(store, desk => desk.Give(self, person, new(Role.Editor, region), null, CancellationToken.None)));
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_link_for_a_new_password_does_not_outlive_the_rise_of_its_person_and_one_from_the_terminal_may_be_made_then(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        var li = await store.NewPerson("li", (Role.Editor, Samples.Lanwan));
        var path = await Desk(store, desk => desk.NewPasswordLink(system, li, CancellationToken.None));

        await Desk(store, desk => desk.Give(system, li, new(Role.SecurityAdministrator, Samples.Lanwan), null, CancellationToken.None));

        await Refused("PLF-017", () => Redeem(store, path, "li"));
        Assert.Single(await store.History("link/"), entry => entry.Kind == "link.closed");
        path = (await store.In(services => services.GetRequiredService<IPeople>().NewPasswordLink("li", CancellationToken.None)))!;
        await Redeem(store, path, "li");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Naming_a_security_administrator_ends_the_invitations_by_which_roles_were_given_until_then(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        await store.AddUnits();
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        Task<string> Invite(RoleIn? role, string? unit = null) => Desk(store, desk => desk.Invite(system, new("x", role, unit, unit is null ? null : "联络员"), CancellationToken.None));
        string[] over = [await Invite(new(Role.Editor, Samples.Lanwan)), await Invite(new(Role.Editor, Samples.Prefecture)), await Invite(new(Role.SecurityAdministrator, Grant.Everywhere))];
        var (beside, post) = (await Invite(new(Role.Editor, Samples.Qingxi)), await Invite(null, "lanwan/water"));
        var guard = await Invite(new(Role.SecurityAdministrator, Samples.Lanwan));

        await Redeem(store, guard, "guard");

        foreach (var path in over)
        {
            await Refused("PLF-017", () => Redeem(store, path, "puppet"));
        }

        await Redeem(store, beside, "beside");
        await Redeem(store, post, "post");
        Assert.Equal(over.Length, (await store.History("link/")).Count(entry => entry.Kind == "link.closed"));
    }

    [Fact]
    public async Task An_invitation_of_an_audit_administrator_is_not_ended_by_naming_a_security_administrator()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var system = await store.PrincipalOf(await store.NewPerson("system", (Role.Administrator, Grant.Everywhere)));
        Task<string> Invite(Role role) => Desk(store, desk => desk.Invite(system, new("x", new(role, Samples.Lanwan)), CancellationToken.None));
        var (audit, guard) = (await Invite(Role.AuditAdministrator), await Invite(Role.SecurityAdministrator));

        await Redeem(store, guard, "guard");
        var security = await store.PrincipalOf(await store.In(services => services.GetRequiredService<GreenprintDb>().Set<Person>().Where(person => person.UserName == "guard").Select(person => person.Id).SingleAsync()));
        var second = await store.NewPerson("second");
        await Desk(store, desk => desk.Give(security, second, new(Role.SecurityAdministrator, Samples.Lanwan), null, CancellationToken.None));

        await Redeem(store, audit, "audit");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_right_that_was_withdrawn_meanwhile_gives_and_invites_nobody(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var person = await store.NewPerson("system", (Role.Administrator, Samples.Lanwan));
        var system = await store.PrincipalOf(person);
        var chen = await store.NewPerson("chen");
        await using var scope = store.Scope();
        var desk = scope.ServiceProvider.GetRequiredService<PeopleDesk>();
        Assert.NotEmpty(await desk.RoleRegionsOf(system, CancellationToken.None));   // read, and remembered for the page

        await store.In(services => (Task)services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await Grants.Revoke(change, await change.Db.Set<Grant>().Where(grant => grant.PersonId == person).Select(grant => grant.Id).SingleAsync(), null, CancellationToken.None);
                return 0;
            },
            CancellationToken.None));

        await Refused("PLF-020", () => desk.Give(system, chen, new(Role.Editor, Samples.Lanwan), null, CancellationToken.None));
        await Refused("PLF-020", () => desk.Invite(system, new("x", new(Role.Editor, Samples.Lanwan)), CancellationToken.None));
    }

    [Fact]
    public async Task A_circle_in_the_tree_of_regions_ends_the_walk()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var guard = await store.PrincipalOf(await store.NewPerson("guard", (Role.SecurityAdministrator, Grant.Everywhere)));
        var chen = await store.NewPerson("chen");
        await store.In(services => (Task)services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                // As an import of another program's database might leave it.
                await change.Db.Set<RegionRow>().Where(row => row.Code == Samples.Prefecture).ExecuteUpdateAsync(set => set.SetProperty(row => row.Parent, Samples.Lanwan));
                change.Db.Add(new OneTimeLink { Id = Guid.NewGuid(), TokenDigest = "x", Purpose = LinkPurpose.Invitation, Role = Role.Editor, Region = Samples.Qingxi, Expires = change.At.AddDays(1) });
                change.Record(Samples.Qingxi, "link/x", "link.issued", new { });
                return 0;
            },
            CancellationToken.None));

        await Task.Run(() => Desk(store, desk => desk.Give(guard, chen, new(Role.SecurityAdministrator, Samples.Lanwan), null, CancellationToken.None))).WaitAsync(TimeSpan.FromMinutes(2));
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

    private static Task Redeem(TestStore store, string path, string name) => store.In(services =>
        (Task)services.GetRequiredService<Accounts>().Redeem(path["setup/".Length..], new NewAccount(name, name, Samples.Password), CancellationToken.None));

    private static Task Desk(TestStore store, Func<PeopleDesk, Task> work) => store.In(services => work(services.GetRequiredService<PeopleDesk>()));

    private static Task<T> Desk<T>(TestStore store, Func<PeopleDesk, Task<T>> work) => store.In(services => work(services.GetRequiredService<PeopleDesk>()));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Finding.Code);
}
