using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Rights as they stand in the store now: a role that was taken back ends with the next request.</summary>
internal sealed class RightsReader(GreenprintDb db, IUnits units) : IRights
{
    private (string PersonId, bool Factor, List<Grant> Grants, List<Grant> Waiting)? known;
    private List<(Role Role, string Region)>? guards;
    private Dictionary<string, string?>? regionsAbove;
    private Dictionary<string, string?>? unitsAbove;

    public Task<bool> May(ClaimsPrincipal user, string right, string region, CancellationToken cancellation) => May(user, right, region, unit: null, cancellation);

    public async Task<bool> May(ClaimsPrincipal user, string right, string region, string? unit, CancellationToken cancellation)
    {
        var grants = await GrantsOf(user, right, cancellation);
        return (grants.Count > 0 && await Reach(grants, region, unit, cancellation) is { } reach && grants.Exists(reach))
            || await StandsIn(user, right, region, cancellation);
    }

    public async Task<IReadOnlySet<string>> UnitsOf(ClaimsPrincipal user, string right, string? region, DateOnly day, CancellationToken cancellation)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        var grants = await GrantsOf(user, right, cancellation);
        if (grants.Count == 0)
        {
            return found;
        }

        // Each unit is asked as May asks it, in its own region: a role in a town reaches the units of that town when the county is asked.
        foreach (var (unit, _) in (await units.Tree(region, day, cancellation)).InOrder)
        {
            if (grants.Exists(await Reach(grants, unit.Region, unit.Id, cancellation)))
            {
                found.Add(unit.Id);
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<PersonName>> Holders(string right, string region, string? unit, CancellationToken cancellation)
    {
        var grants = (await db.Set<Grant>().AsNoTracking().Where(grant => grant.Revoked == null).ToListAsync(cancellation)).FindAll(grant => Gives(grant, right));
        var reach = await Reach(grants, region, unit, cancellation);
        var ids = grants.Where(grant => reach(grant)).Select(grant => grant.PersonId).ToHashSet(StringComparer.Ordinal);
        var people = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new PersonName(person.Id, person.DisplayName)).ToListAsync(cancellation);
        return [.. people.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id, StringComparer.Ordinal)];
    }

    public Actor? ActorOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? new Actor(id, user.FindFirstValue(PersonPrincipals.DisplayName) ?? id) : null;

    /// <summary>Reads anew from here on. Called first in a change, whose lock nobody passes: a right that was withdrawn meanwhile is gone.</summary>
    internal void Forget() => (known, guards, regionsAbove, unitsAbove) = (null, null, null, null);

    /// <summary>True when the person has the right somewhere.</summary>
    internal async Task<bool> MaySomewhere(ClaimsPrincipal user, string right, CancellationToken cancellation)
    {
        if ((await GrantsOf(user, right, cancellation)).Count > 0)
        {
            return true;
        }

        // Where only a part of the administrator's regions has its guard, they stand in for the rest.
        return GuardOf(right) is not null && (await RegionsWith(user, right, cancellation)).Count > 0;
    }

    /// <summary>
    /// True where the system administrator gives roles or reads the record only because nobody else was named for it: there, above, or anywhere below.
    /// From the first security or audit administrator on it is theirs alone; a role given above would reach over their heads.
    /// </summary>
    private async Task<bool> StandsIn(ClaimsPrincipal user, string right, string region, CancellationToken cancellation)
    {
        if (GuardOf(right) is not { } guard)
        {
            return false;
        }

        var above = await Upwards(region, cancellation);
        foreach (var named in (await Guards(cancellation)).Where(named => named.Role == guard).Select(named => named.Region))
        {
            if (region == Grant.Everywhere || named == Grant.Everywhere || above.Contains(named) || (await Upwards(named, cancellation)).Contains(region))
            {
                return false;
            }
        }

        return (await GrantsOf(user, Rights.Administer, cancellation)).Exists(grant => Reaches(grant, above));
    }

    /// <summary>
    /// True where the system administrator may still name a security or audit administrator: no security administrator there or above does.
    /// One below is no hindrance, or nobody could ever be named for the region.
    /// </summary>
    internal async Task<bool> NamesGuards(ClaimsPrincipal user, string region, CancellationToken cancellation)
    {
        var above = await Upwards(region, cancellation);
        return !(await Guards(cancellation)).Exists(named => named.Role == Role.SecurityAdministrator && (named.Region == Grant.Everywhere || above.Contains(named.Region)))
            && (await GrantsOf(user, Rights.Administer, cancellation)).Exists(grant => Reaches(grant, above));
    }

    /// <summary>Codes of the regions in which the person has the right for all of it; <see cref="Grant.Everywhere"/> among them where they have it everywhere.</summary>
    internal async Task<IReadOnlySet<string>> RegionsWith(ClaimsPrincipal user, string right, CancellationToken cancellation)
    {
        await Upwards(Grant.Everywhere, cancellation);
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var region in regionsAbove!.Keys.Append(Grant.Everywhere))
        {
            if (await May(user, right, region, cancellation))
            {
                found.Add(region);
            }
        }

        return found;
    }

    /// <summary>Roles of the person that give <paramref name="right"/>, or all their roles.</summary>
    internal async Task<List<Grant>> GrantsOf(ClaimsPrincipal user, string? right, CancellationToken cancellation)
    {
        if (ActorOf(user)?.Id is not { } personId)
        {
            return [];
        }

        var factor = user.HasClaim(claim => claim.Type == PersonPrincipals.Factor);
        if (known?.PersonId != personId || known.Value.Factor != factor)
        {
            var all = await db.Set<Grant>().AsNoTracking().Where(grant => grant.PersonId == personId && grant.Revoked == null).ToListAsync(cancellation);
            var waiting = factor || all.Count == 0 ? [] : await NeedingFactor(all, cancellation);
            known = (personId, factor, [.. all.Except(waiting)], waiting);
        }

        return known.Value.Grants.FindAll(grant => right is null || Gives(grant, right));
    }

    /// <summary>Roles of the person that do not hold, because this session was begun without the second factor that they need.</summary>
    internal async Task<IReadOnlyList<Grant>> Waiting(ClaimsPrincipal user, CancellationToken cancellation)
    {
        await GrantsOf(user, right: null, cancellation);
        return known?.Waiting ?? [];
    }

    private async Task<List<Grant>> NeedingFactor(List<Grant> grants, CancellationToken cancellation)
    {
        List<Grant> found = [];
        var rules = await db.Set<FactorRule>().AsNoTracking().Where(rule => rule.Lifted == null).ToListAsync(cancellation);
        if (rules.Count > 0)
        {
            foreach (var grant in grants)
            {
                var above = await Upwards(grant.Region, cancellation);
                if (rules.Exists(rule => rule.Role == grant.Role && (rule.Region == Grant.Everywhere || above.Contains(rule.Region))))
                {
                    found.Add(grant);
                }
            }
        }

        return found;
    }

    private async Task<List<(Role Role, string Region)>> Guards(CancellationToken cancellation) =>
        guards ??= [.. (await db.Set<Grant>().AsNoTracking().Where(grant => grant.Revoked == null && (grant.Role == Role.SecurityAdministrator || grant.Role == Role.AuditAdministrator))
            .ToListAsync(cancellation)).Select(grant => (grant.Role, grant.Region))];

    private static Role? GuardOf(string right) => right switch
    {
        Rights.ManageRights => Role.SecurityAdministrator,
        Rights.SeeAudit => Role.AuditAdministrator,
        _ => null,
    };

    private static bool Gives(Grant grant, string right) => RightsOfRole.Of(grant.Role, grant.Unit is not null).Contains(right);

    private static bool Reaches(Grant grant, HashSet<string> regionAndAbove) => grant.Region == Grant.Everywhere || regionAndAbove.Contains(grant.Region);

    private async Task<Predicate<Grant>> Reach(List<Grant> grants, string region, string? unit, CancellationToken cancellation)
    {
        var regionAndAbove = await Upwards(region, cancellation);
        var unitAndAbove = unit is not null && grants.Exists(grant => grant.Unit is not null) ? await UnitAndAbove(unit, cancellation) : [];
        return grant => grant.Unit is null ? Reaches(grant, regionAndAbove) : unitAndAbove.Contains(grant.Unit);
    }

    private async Task<HashSet<string>> Upwards(string region, CancellationToken cancellation)
    {
        regionsAbove ??= await db.Set<RegionRow>().AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Parent, StringComparer.Ordinal, cancellation);
        return Walk(regionsAbove, region);
    }

    private async Task<HashSet<string>> UnitAndAbove(string unit, CancellationToken cancellation)
    {
        unitsAbove ??= await db.Set<OrganizationRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Parent, StringComparer.Ordinal, cancellation);
        return Walk(unitsAbove, unit);
    }

    // A circle in the data ends the walk; what nobody knows is nothing's part.
    private static HashSet<string> Walk(Dictionary<string, string?> above, string start)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (var next = start; next is not null && above.TryGetValue(next, out var parent) && found.Add(next);)
        {
            next = parent;
        }

        return found;
    }
}
