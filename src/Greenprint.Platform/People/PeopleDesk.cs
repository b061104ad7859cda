using System.Security.Claims;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>What an administrator sees and does. Everything is asked against the regions that this administrator has.</summary>
internal sealed class PeopleDesk(GreenprintDb db, IChanges changes, IRegions regions, IUnits units, RightsReader rights, Links links)
{
    /// <summary>Regions in which the administrator may give roles, upper before lower; the whole installation first where it is theirs.</summary>
    public async Task<IReadOnlyList<RegionChoice>> RegionsOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await rights.GrantsOf(user, Rights.Administer, cancellation);
        var everywhere = mine.Exists(grant => grant.Region == Grant.Everywhere);
        HashSet<string> codes = [];
        foreach (var grant in mine)
        {
            codes.UnionWith(await regions.WithBelow(grant.Region, cancellation));
        }

        var all = await regions.All(cancellation);
        var chosen = all.Where(region => everywhere || codes.Contains(region.Code)).Select(region => new RegionChoice(region.Code, region.Name));
        return everywhere ? [new RegionChoice(Grant.Everywhere, ("整个系统", "The whole installation")), .. chosen] : [.. chosen];
    }

    /// <summary>People with a role in those regions, each with these roles.</summary>
    public async Task<IReadOnlyList<PersonLine>> List(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var choices = (await RegionsOf(user, cancellation)).ToDictionary(choice => choice.Code, choice => choice.Name, StringComparer.Ordinal);
        var grants = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Revoked == null).ToListAsync(cancellation);
        var mine = grants.Where(grant => choices.ContainsKey(grant.Region)).ToLookup(grant => grant.PersonId, StringComparer.Ordinal);
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.Created).ToListAsync(cancellation);
        var named = (await regions.Organizations(region: null, cancellation)).ToDictionary(unit => unit.Id, unit => unit.Name, StringComparer.Ordinal);
        // Whoever administers everything also sees people who lost their last role.
        var everywhere = choices.ContainsKey(Grant.Everywhere);
        return
        [
            .. people.Where(person => everywhere || mine.Contains(person.Id)).Select(person => new PersonLine(
                person.Id, person.UserName!, person.DisplayName, person.LockoutEnd,
                [.. mine[person.Id].OrderBy(grant => grant.Given).Select(grant => new GrantLine(grant.Id, grant.Role, choices[grant.Region], grant.Unit is { } unit ? named[unit] : null, grant.Given))])),
        ];
    }

    /// <summary>The units of those regions, as a tree, to choose one.</summary>
    public async Task<IReadOnlyList<UnitNode>> UnitsOf(ClaimsPrincipal user, DateOnly day, CancellationToken cancellation)
    {
        var mine = (await RegionsOf(user, cancellation)).Select(choice => choice.Code).ToHashSet(StringComparer.Ordinal);
        return [.. (await units.Tree(region: null, day, cancellation)).InOrder.Where(node => mine.Contains(node.Unit.Region))];
    }

    /// <returns>The path of the one-time link.</returns>
    /// <exception cref="RefusedException">The region is not this administrator's, or the role cannot be limited to that unit.</exception>
    public async Task<string> Invite(ClaimsPrincipal user, string meantFor, RoleIn role, CancellationToken cancellation)
    {
        await Require(user, role, cancellation);
        return await changes.Apply(
            rights.ActorOf(user)!,
            change => links.Issue(change, LinkPurpose.Invitation, role.Role, role.Region, null, meantFor, cancellation, role.Unit),
            cancellation);
    }

    /// <exception cref="RefusedException">The region is not this administrator's, the role cannot be limited to that unit, or nobody has that id.</exception>
    public async Task Give(ClaimsPrincipal user, string personId, RoleIn role, string? why, CancellationToken cancellation)
    {
        await Require(user, role, cancellation);
        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                if (!await db.Set<Person>().AnyAsync(person => person.Id == personId, cancellation))
                {
                    throw new RefusedException(PlatformFindings.NoSuchPerson());
                }

                if (!await db.Set<Grant>().AnyAsync(
                    grant => grant.PersonId == personId && grant.Role == role.Role && grant.Region == role.Region && grant.Unit == role.Unit && grant.Revoked == null, cancellation))
                {
                    Grants.Give(change, personId, role.Role, role.Region, why, role.Unit);
                }

                return 0;
            },
            cancellation);
    }

    /// <exception cref="RefusedException">The role lies outside this administrator's regions, or it is the last of its kind.</exception>
    public async Task Revoke(ClaimsPrincipal user, Guid grantId, string? why, CancellationToken cancellation)
    {
        var region = await db.Set<Grant>().Where(grant => grant.Id == grantId).Select(grant => grant.Region).SingleOrDefaultAsync(cancellation);
        await Require(user, region, cancellation);
        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                await Grants.Revoke(change, grantId, why, cancellation);
                return 0;
            },
            cancellation);
    }

    /// <summary>A link by which the person sets a new password. Only for people whose every role lies in this administrator's regions.</summary>
    /// <exception cref="RefusedException">The person has a role elsewhere: the link would open a door that is not this administrator's.</exception>
    public async Task<string> NewPasswordLink(ClaimsPrincipal user, string personId, CancellationToken cancellation)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId, cancellation)
            ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
        foreach (var region in await db.Set<Grant>().Where(grant => grant.PersonId == personId && grant.Revoked == null).Select(grant => grant.Region).Distinct().ToListAsync(cancellation))
        {
            await Require(user, region, cancellation);
        }

        return await changes.Apply(
            rights.ActorOf(user)!,
            change => links.Issue(change, LinkPurpose.NewPassword, Role.Public, Grant.Everywhere, person.Id, person.DisplayName, cancellation),
            cancellation);
    }

    private async Task Require(ClaimsPrincipal user, RoleIn role, CancellationToken cancellation)
    {
        await Require(user, role.Region, cancellation);
        if (role.Unit is not { } id)
        {
            return;
        }

        if (!RightsOfRole.MayNameUnit(role.Role))
        {
            throw new RefusedException(PlatformFindings.RoleHasNoUnit(role.Role));
        }

        var unit = await units.Find(id, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchUnit(id));
        if (role.Region != Grant.Everywhere && !(await regions.WithBelow(role.Region, cancellation)).Contains(unit.Region))
        {
            throw new RefusedException(PlatformFindings.UnitElsewhere(id));
        }
    }

    private async Task Require(ClaimsPrincipal user, string? region, CancellationToken cancellation)
    {
        // A region nobody knows is below nothing; only "everywhere" itself needs the right everywhere.
        var known = region == Grant.Everywhere || (region is not null && await regions.Find(region, cancellation) is not null);
        if (!known || !await rights.May(user, Rights.Administer, region!, cancellation))
        {
            throw new RefusedException(PlatformFindings.NotYourRegion());
        }
    }
}

/// <summary>A region that can be chosen.</summary>
internal sealed record RegionChoice(string Code, Bilingual Name);

/// <summary>One person on the list.</summary>
internal sealed record PersonLine(string Id, string UserName, string DisplayName, DateTimeOffset? LockedUntil, IReadOnlyList<GrantLine> Grants);

/// <summary>One role of a person.</summary>
internal sealed record GrantLine(Guid Id, Role Role, Bilingual Region, Bilingual? Unit, DateTimeOffset Given);
