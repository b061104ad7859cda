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
            ? await links.Issue(change, LinkPurpose.NewPassword, Role.Public, Grant.Everywhere, person.Id, person.DisplayName, cancellation, resetsFactor: true)
            : null,
        cancellation);

    public Task CreateDemoPerson(string userName, string displayName, string password, Role role, string region, CancellationToken cancellation) =>
        CreateDemoPerson(userName, displayName, password, [new(role, region)], cancellation);

    public async Task<string> CreateDemoPerson(string userName, string displayName, string? password, IReadOnlyList<RoleIn> roles, CancellationToken cancellation)
    {
        await OnlyInTheSampleCounty(cancellation);
        if (await users.FindByNameAsync(userName) is { } known)
        {
            return known.Id;
        }

        return await changes.Apply(
            Actor.System("greenprint demo"),
            async change =>
            {
                var person = new Person { UserName = userName, DisplayName = displayName, Created = change.At };
                Accounts.ThrowIfRefused(password is null ? await users.CreateAsync(person) : await users.CreateAsync(person, password));
                change.Record(roles is [var first, ..] ? first.Region : "", $"person/{person.Id}", "person.created", new { person.UserName, person.DisplayName, Demo = true });
                foreach (var role in roles)
                {
                    await Grants.Give(change, person.Id, role, "演示账号", cancellation);
                }

                return person.Id;
            },
            cancellation);
    }

    public async Task EndDemoRoles(string person, string why, CancellationToken cancellation)
    {
        await OnlyInTheSampleCounty(cancellation);
        await changes.Apply(
            Actor.System("greenprint demo"),
            async change =>
            {
                foreach (var grant in await change.Db.Set<Grant>().AsNoTracking().Where(grant => grant.PersonId == person && grant.Revoked == null).Select(grant => grant.Id).ToListAsync(cancellation))
                {
                    await Grants.Revoke(change, grant, why, cancellation);
                }

                return 0;
            },
            cancellation);
    }

    public async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, StringComparer.Ordinal, cancellation);

    private async Task OnlyInTheSampleCounty(CancellationToken cancellation)
    {
        if (await db.Set<StoreRecord>().AsNoTracking().Select(store => store.Kind).SingleAsync(cancellation) != StoreKind.Demo)
        {
            throw new RefusedException(PlatformFindings.NotADemoStore());
        }
    }

    /// <summary>Somebody administers the whole installation.</summary>
    internal static Task<bool> HasAdministrator(GreenprintDb db, CancellationToken cancellation) =>
        db.Set<Grant>().AnyAsync(grant => grant.Role == Role.Administrator && grant.Region == Grant.Everywhere && grant.Revoked == null, cancellation);
}
