using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

internal sealed class People(GreenprintDb db, IChanges changes, Links links, UserManager<Person> users) : IPeople
{
    public Task<string?> NewSetupLink(CancellationToken cancellation) => changes.Apply(
        Actor.System("greenprint"),
        async change => await HasAdministrator(change.Db, cancellation)
            ? null
            : await links.Issue(change, LinkPurpose.FirstAdministrator, Role.Administrator, Grant.Everywhere, null, null, cancellation),
        cancellation);

    public Task<string?> NewPasswordLink(string userName, CancellationToken cancellation) => changes.Apply(
        Actor.System("greenprint people link"),
        async change => await users.FindByNameAsync(userName) is { } person
            ? await links.Issue(change, LinkPurpose.NewPassword, Role.Public, Grant.Everywhere, person.Id, person.DisplayName, cancellation)
            : null,
        cancellation);

    public async Task CreateDemoPerson(string userName, string displayName, string password, Role role, string region, CancellationToken cancellation)
    {
        var store = await db.Set<StoreRecord>().AsNoTracking().SingleAsync(cancellation);
        if (store.Kind != StoreKind.Demo)
        {
            throw new RefusedException(PlatformFindings.NotADemoStore());
        }

        if (await users.FindByNameAsync(userName) is not null)
        {
            return;
        }

        await changes.Apply(
            Actor.System("greenprint demo"),
            async change =>
            {
                var person = new Person { UserName = userName, DisplayName = displayName, Created = change.At };
                Accounts.ThrowIfRefused(await users.CreateAsync(person, password));
                change.Record(region, $"person/{person.Id}", "person.created", new { person.UserName, person.DisplayName, Demo = true });
                Grants.Give(change, person.Id, role, region, "演示账号");
                return 0;
            },
            cancellation);
    }

    /// <summary>Somebody administers the whole installation.</summary>
    internal static Task<bool> HasAdministrator(GreenprintDb db, CancellationToken cancellation) =>
        db.Set<Grant>().AnyAsync(grant => grant.Role == Role.Administrator && grant.Region == Grant.Everywhere && grant.Revoked == null, cancellation);
}
