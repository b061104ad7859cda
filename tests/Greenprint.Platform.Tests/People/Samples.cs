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

    public static Task<string> NewPerson(this TestStore store, string userName, params (Role Role, string Region)[] roles) =>
        store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var person = new Person { UserName = userName, DisplayName = userName, Created = change.At };
                Accounts.ThrowIfRefused(await services.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password));
                change.Record("", $"person/{person.Id}", "person.created", new { });
                foreach (var (role, region) in roles)
                {
                    Grants.Give(change, person.Id, role, region, null);
                }

                return person.Id;
            },
            CancellationToken.None));

    public static Task<System.Security.Claims.ClaimsPrincipal> PrincipalOf(this TestStore store, string personId) => store.In(async services =>
        await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(
            await services.GetRequiredService<GreenprintDb>().Set<Person>().SingleAsync(person => person.Id == personId)));

    public static Task<IReadOnlyList<HistoryEntry>> History(this TestStore store, string subject) =>
        store.In(services => services.GetRequiredService<IHistory>().Of(subject, CancellationToken.None));
}
