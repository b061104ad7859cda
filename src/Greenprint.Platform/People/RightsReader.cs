using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Rights as they stand in the store now: a role that was taken back ends with the next request.</summary>
internal sealed class RightsReader(GreenprintDb db) : IRights
{
    private (string PersonId, List<Grant> Grants)? known;

    public async Task<bool> May(ClaimsPrincipal user, string right, string region, CancellationToken cancellation)
    {
        var grants = await GrantsOf(user, right, cancellation);
        return grants.Exists(grant => grant.Region == Grant.Everywhere)
            || (grants.Count > 0 && (await Upwards(region, cancellation)).Any(above => grants.Exists(grant => grant.Region == above)));
    }

    public Actor? ActorOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? new Actor(id, user.FindFirstValue(PersonPrincipals.DisplayName) ?? id) : null;

    /// <summary>True when the person has the right somewhere.</summary>
    internal async Task<bool> MaySomewhere(ClaimsPrincipal user, string right, CancellationToken cancellation) =>
        (await GrantsOf(user, right, cancellation)).Count > 0;

    /// <summary>Roles of the person that give <paramref name="right"/>, or all their roles.</summary>
    internal async Task<List<Grant>> GrantsOf(ClaimsPrincipal user, string? right, CancellationToken cancellation)
    {
        if (ActorOf(user)?.Id is not { } personId)
        {
            return [];
        }

        if (known?.PersonId != personId)
        {
            known = (personId, await db.Set<Grant>().AsNoTracking().Where(grant => grant.PersonId == personId && grant.Revoked == null).ToListAsync(cancellation));
        }

        return [.. known.Value.Grants.Where(grant => right is null || RightsOfRole.Of(grant.Role).Contains(right))];
    }

    /// <summary>The region and those above it. A circle in the data ends the walk.</summary>
    private async Task<HashSet<string>> Upwards(string region, CancellationToken cancellation)
    {
        HashSet<string> found = [];
        for (var next = region; next is not null && found.Add(next);)
        {
            var code = next;
            next = await db.Set<RegionRow>().Where(row => row.Code == code).Select(row => row.Parent).SingleOrDefaultAsync(cancellation);
        }

        return found;
    }
}
