using Greenprint.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>An invented prefecture with two counties, and people in them.</summary>
internal static class Samples
{
    public const string Password = "clear water 2030";
    public const string Prefecture = "990100";
    public const string Lanwan = "990101";
    public const string Qingxi = "990102";

    public static Task AddRegions(this TestStore store) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        async change =>
        {
            await services.GetRequiredService<IRegions>().Add(
                change,
                [
                    new Region(Lanwan, Prefecture, ("岚湾县", "Lanwan County"), RegionLevel.County, IsDemo: true),
                    new Region(Qingxi, Prefecture, ("清溪县", "Qingxi County"), RegionLevel.County, IsDemo: true),
                    new Region(Prefecture, null, ("沧澜市", "Canglan City"), RegionLevel.Prefecture, IsDemo: true),
                ],
                CancellationToken.None);
            return 0;
        },
        CancellationToken.None));

    /// <summary>A government with a bureau, a department and a town below it, and one department of the county beside.</summary>
    public static Task AddUnits(this TestStore store) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        async change =>
        {
            await services.GetRequiredService<IRegions>().Add(
                change,
                [
                    new Organization("lanwan/station", Lanwan, ("监测站", "Station"), Parent: "lanwan/ecology"),
                    new Organization("lanwan/government", Lanwan, ("岚湾县人民政府", "Government"), Kind: OrgLevel.Government),
                    new Organization("lanwan/town", Lanwan, ("望潮镇", "Wangchao"), Parent: "lanwan/government", Kind: OrgLevel.Town),
                    new Organization("lanwan/ecology", Lanwan, ("生态环境局", "Bureau"), Parent: "lanwan/government", Kind: OrgLevel.Bureau),
                    new Organization("lanwan/water", Lanwan, ("水利局", "Water"), Parent: "lanwan/government"),
                    new Organization("qingxi/water", Qingxi, ("清溪县水利局", "Qingxi Water")),
                ],
                CancellationToken.None);
            return 0;
        },
        CancellationToken.None));

    public static Task<string> NewPerson(this TestStore store, string userName) => store.NewPerson(userName, Array.Empty<RoleIn>());

    public static Task<string> NewPerson(this TestStore store, string userName, params (Role Role, string Region)[] roles) =>
        store.NewPerson(userName, [.. roles.Select(role => new RoleIn(role.Role, role.Region))]);

    public static Task<string> NewPerson(this TestStore store, string userName, params RoleIn[] roles) =>
        store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var person = new Person { UserName = userName, DisplayName = userName, Created = change.At };
                Accounts.ThrowIfRefused(await services.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password));
                change.Record("", $"person/{person.Id}", "person.created", new { });
                foreach (var role in roles)
                {
                    await Grants.Give(change, person.Id, role, null, CancellationToken.None);
                }

                return person.Id;
            },
            CancellationToken.None));

    public static Task<System.Security.Claims.ClaimsPrincipal> PrincipalOf(this TestStore store, string personId) => store.In(async services =>
        await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(
            await services.GetRequiredService<GreenprintDb>().Set<Person>().SingleAsync(person => person.Id == personId)));

    /// <summary>All posts of a person, newest first.</summary>
    public static Task<IReadOnlyList<Post>> PostsOf(this TestStore store, string person) => store.In<IReadOnlyList<Post>>(async services =>
        [.. (await services.GetRequiredService<GreenprintDb>().Set<PostRow>().Where(post => post.PersonId == person).ToListAsync()).Select(post => post.ToPost(person)).OrderByDescending(post => post.From)]);

    public static Task<IReadOnlyList<HistoryEntry>> History(this TestStore store, string subject) =>
        store.In(services => services.GetRequiredService<IHistory>().Of(subject, CancellationToken.None));
}
