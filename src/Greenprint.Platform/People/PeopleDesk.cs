using System.Security.Claims;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>
/// What administrators see and do about people. The system administrator makes accounts and gives posts, the security administrator gives roles;
/// everything is asked against the regions that are theirs.
/// </summary>
internal sealed class PeopleDesk(GreenprintDb db, IChanges changes, IRegions regions, IUnits units, RightsReader rights, Links links, IHistory history)
{
    /// <summary>Regions in which the person has the right, upper before lower; the whole installation first where it is theirs.</summary>
    public async Task<IReadOnlyList<RegionChoice>> RegionsOf(ClaimsPrincipal user, string right, CancellationToken cancellation)
    {
        var mine = await rights.RegionsWith(user, right, cancellation);
        return [.. (await Choices(cancellation)).Where(region => mine.Contains(region.Code))];
    }

    /// <summary>Regions in which the person gives at least one role: every role, or where somebody below guards already only those of the guards.</summary>
    public async Task<IReadOnlyList<RegionChoice>> RoleRegionsOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var every = (await RegionsOf(user, Rights.ManageRights, cancellation)).Select(region => region.Code).ToHashSet(StringComparer.Ordinal);
        List<RegionChoice> found = [];
        foreach (var region in await Choices(cancellation))
        {
            if (every.Contains(region.Code) || await rights.NamesGuards(user, region.Code, cancellation))
            {
                found.Add(region);
            }
        }

        return found;
    }

    /// <summary>People with a role or a post in those regions, each with these roles and posts.</summary>
    public async Task<IReadOnlyList<PersonLine>> List(ClaimsPrincipal user, CancellationToken cancellation) => await People(user, only: null, cancellation);

    /// <summary>One of them; null where there is none, or the person has nothing in those regions.</summary>
    public async Task<PersonLine?> Find(ClaimsPrincipal user, string id, CancellationToken cancellation) => (await People(user, id, cancellation)) is [var one] ? one : null;

    /// <summary>What the record says of a person in those regions; what belongs to no region only to those who have it everywhere.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryOf(ClaimsPrincipal user, string id, CancellationToken cancellation)
    {
        var mine = await Mine(user, cancellation);
        return [.. (await history.Of($"person/{id}", cancellation)).Where(entry => mine.Contains(entry.Region))];
    }

    /// <summary>The units of those regions, as a tree, to choose one.</summary>
    public async Task<IReadOnlyList<UnitNode>> UnitsOf(ClaimsPrincipal user, DateOnly day, CancellationToken cancellation)
    {
        var mine = await Mine(user, cancellation);
        return new UnitTree((await units.Tree(region: null, day, cancellation)).InOrder.Select(node => node.Unit).Where(unit => mine.Contains(unit.Region))).InOrder;
    }

    /// <returns>The path of the one-time link.</returns>
    /// <exception cref="RefusedException">Neither a role nor a post is named, or one of them is not this administrator's to give.</exception>
    public async Task<string> Invite(ClaimsPrincipal user, Invitation invitation, CancellationToken cancellation)
    {
        return await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                var unit = invitation.Unit is { } id ? await units.Find(id, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchUnit(id)) : null;
                var region = invitation.Role?.Region ?? unit?.Region ?? throw new RefusedException(PlatformFindings.NothingGiven());
                await Require(user, Rights.Administer, region, cancellation);
                if (invitation.Role is { } role)
                {
                    await Require(user, role, cancellation);
                }

                if (unit is not null)
                {
                    await Require(user, Rights.Administer, unit.Region, cancellation);
                }

                return links.Invite(change, invitation, region);
            },
            cancellation);
    }

    /// <exception cref="RefusedException">
    /// The person is the actor, the region is not this administrator's, the role cannot be limited to that unit, nobody has that id,
    /// or the person holds another of the three administrators' roles.
    /// </exception>
    public async Task Give(ClaimsPrincipal user, string personId, RoleIn role, string? why, CancellationToken cancellation)
    {
        if (rights.ActorOf(user)?.Id == personId)
        {
            throw new RefusedException(PlatformFindings.NotToOneself());
        }

        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                await Require(user, role, cancellation);
                if (!await db.Set<Person>().AnyAsync(person => person.Id == personId, cancellation))
                {
                    throw new RefusedException(PlatformFindings.NoSuchPerson());
                }

                if (!await db.Set<Grant>().AnyAsync(
                    grant => grant.PersonId == personId && grant.Role == role.Role && grant.Region == role.Region && grant.Unit == role.Unit && grant.Revoked == null, cancellation))
                {
                    await Grants.Give(change, personId, role, why, cancellation);
                }

                return 0;
            },
            cancellation);
    }

    /// <exception cref="RefusedException">The role lies outside this administrator's regions, or it is the last of its kind.</exception>
    public async Task Revoke(ClaimsPrincipal user, Guid grantId, string? why, CancellationToken cancellation)
    {
        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                var region = await db.Set<Grant>().Where(grant => grant.Id == grantId).Select(grant => grant.Region).SingleOrDefaultAsync(cancellation);
                await Require(user, Rights.ManageRights, region, cancellation);
                await Grants.Revoke(change, grantId, why, cancellation);
                return 0;
            },
            cancellation);
    }

    /// <summary>A link by which the person sets a new password. Only for people whose every role lies in this administrator's regions.</summary>
    /// <exception cref="RefusedException">The person has a role elsewhere, or guards this administrator: the link would open a door that is not this administrator's.</exception>
    public async Task<string> NewPasswordLink(ClaimsPrincipal user, string personId, CancellationToken cancellation)
    {
        return await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                // Asked inside the change: a role given meanwhile would have closed the link.
                rights.Forget();
                var person = await Find(user, personId, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
                var grants = await db.Set<Grant>().AsNoTracking().Where(grant => grant.PersonId == personId && grant.Revoked == null).ToListAsync(cancellation);
                foreach (var region in grants.Select(grant => grant.Region).Distinct())
                {
                    await Require(user, Rights.Administer, region, cancellation);
                }

                if (await change.Db.Set<Grant>().AnyAsync(
                    grant => grant.PersonId == personId && grant.Revoked == null && (grant.Role == Role.SecurityAdministrator || grant.Role == Role.AuditAdministrator), cancellation))
                {
                    throw new RefusedException(PlatformFindings.GuardsThemselves());
                }

                return await links.Issue(change, LinkPurpose.NewPassword, Role.Public, Grant.Everywhere, person.Id, person.DisplayName, cancellation);
            },
            cancellation);
    }

    private async Task<IEnumerable<RegionChoice>> Choices(CancellationToken cancellation) =>
        (await regions.All(cancellation)).Select(region => new RegionChoice(region.Code, region.Name)).Prepend(new(Grant.Everywhere, ("整个系统", "The whole installation")));

    private async Task<IReadOnlySet<string>> Mine(ClaimsPrincipal user, CancellationToken cancellation) =>
        new HashSet<string>([.. await rights.RegionsWith(user, Rights.Administer, cancellation), .. await rights.RegionsWith(user, Rights.ManageRights, cancellation)], StringComparer.Ordinal);

    private async Task<IReadOnlyList<PersonLine>> People(ClaimsPrincipal user, string? only, CancellationToken cancellation)
    {
        var mine = await Mine(user, cancellation);
        var rolesOf = await rights.RegionsWith(user, Rights.ManageRights, cancellation);
        var names = (await regions.All(cancellation)).ToDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
        names[Grant.Everywhere] = ("整个系统", "The whole installation");
        var unit = (await regions.Organizations(region: null, cancellation)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var grants = (await db.Set<Grant>().AsNoTracking().Where(grant => grant.Revoked == null && (only == null || grant.PersonId == only)).ToListAsync(cancellation))
            .Where(grant => mine.Contains(grant.Region)).ToLookup(grant => grant.PersonId, StringComparer.Ordinal);
        var posts = (await db.Set<PostRow>().AsNoTracking().Where(post => only == null || post.PersonId == only).ToListAsync(cancellation))
            .Where(post => mine.Contains(unit[post.Unit].Region)).ToLookup(post => post.PersonId, StringComparer.Ordinal);
        var people = await db.Set<Person>().AsNoTracking().Where(person => only == null || person.Id == only).OrderBy(person => person.Created).ToListAsync(cancellation);
        // Whoever administers everything also sees people who lost their last role.
        var everywhere = mine.Contains(Grant.Everywhere);
        return
        [
            .. people.Where(person => everywhere || grants.Contains(person.Id) || posts.Contains(person.Id)).Select(person => new PersonLine(
                person.Id, person.UserName!, person.DisplayName, person.LockoutEnd, person.FactorSince is not null,
                [.. grants[person.Id].OrderBy(grant => grant.Given).Select(grant => new GrantLine(
                    grant.Id, grant.Role, names.GetValueOrDefault(grant.Region) ?? new(grant.Region), grant.Unit is { } id ? unit[id].Name : null, grant.Given, rolesOf.Contains(grant.Region)))],
                [.. posts[person.Id].OrderBy(post => post.Until is not null).ThenByDescending(post => post.From).Select(post => new PostLine(post.ToPost(person.DisplayName), unit[post.Unit].Name))])),
        ];
    }

    private async Task Require(ClaimsPrincipal user, RoleIn role, CancellationToken cancellation)
    {
        if (!await rights.May(user, Rights.ManageRights, role.Region, cancellation) && await rights.NamesGuards(user, role.Region, cancellation))
        {
            if (role.Role is not (Role.SecurityAdministrator or Role.AuditAdministrator))
            {
                throw new RefusedException(PlatformFindings.OnlyGuardsHere());
            }
        }
        else
        {
            await Require(user, Rights.ManageRights, role.Region, cancellation);
        }

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

    // A region nobody knows is among nobody's.
    private async Task Require(ClaimsPrincipal user, string right, string? region, CancellationToken cancellation)
    {
        if (region is null || !(await rights.RegionsWith(user, right, cancellation)).Contains(region))
        {
            throw new RefusedException(PlatformFindings.NotYourRegion());
        }
    }
}

/// <summary>A region that can be chosen.</summary>
internal sealed record RegionChoice(string Code, Bilingual Name);

/// <summary>Who is invited, as what: a role, a post in a unit, or both.</summary>
internal sealed record Invitation(string Name, RoleIn? Role, string? Unit = null, string? Title = null);
