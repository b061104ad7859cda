using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>What the security administrator does about second factors: asks them of roles, and takes one away from somebody who lost theirs.</summary>
internal sealed class FactorDesk(GreenprintDb db, IChanges changes, RightsReader rights, PeopleDesk people, SecondFactor factor)
{
    /// <summary>Roles that need a second factor, in regions of the administrator.</summary>
    public async Task<IReadOnlyList<FactorRule>> Rules(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await rights.RegionsWith(user, Rights.ManageRights, cancellation);
        return [.. (await db.Set<FactorRule>().AsNoTracking().Where(rule => rule.Lifted == null).ToListAsync(cancellation)).Where(rule => mine.Contains(rule.Region))];
    }

    /// <summary>From now on exactly these roles need a second factor in the region and below.</summary>
    /// <exception cref="RefusedException">The region is not this administrator's, or they have no second factor themselves and would shut themselves out.</exception>
    public async Task Require(ClaimsPrincipal user, string region, IReadOnlyCollection<Role> roles, string? why, CancellationToken cancellation)
    {
        if (!user.HasClaim(claim => claim.Type == PersonPrincipals.Factor))
        {
            throw new RefusedException(PlatformFindings.FactorFirst());
        }

        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                if (!(await rights.RegionsWith(user, Rights.ManageRights, cancellation)).Contains(region))
                {
                    throw new RefusedException(PlatformFindings.NotYourRegion());
                }

                var rules = await change.Db.Set<FactorRule>().AsTracking().Where(rule => rule.Region == region && rule.Lifted == null).ToListAsync(cancellation);
                foreach (var rule in rules.Where(rule => !roles.Contains(rule.Role)))
                {
                    rule.Lifted = change.At;
                    change.Record(region, $"role/{rule.Role}", "factor.rule-lifted", new { Role = rule.Role.ToString(), region }, why);
                }

                foreach (var role in roles.Except(rules.Select(rule => rule.Role)))
                {
                    change.Db.Add(new FactorRule { Id = Guid.NewGuid(), Region = region, Role = role, Set = change.At });
                    change.Record(region, $"role/{role}", "factor.rule-set", new { Role = role.ToString(), region }, why);
                }

                return 0;
            },
            cancellation);
    }

    /// <summary>Takes the second factor of a person away, whose every role lies in this administrator's regions.</summary>
    /// <exception cref="RefusedException">The person has a role elsewhere, is the administrator themselves, or has no second factor.</exception>
    public async Task Remove(ClaimsPrincipal user, string personId, string why, CancellationToken cancellation)
    {
        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                var mine = await rights.RegionsWith(user, Rights.ManageRights, cancellation);
                var held = await db.Set<Grant>().Where(grant => grant.PersonId == personId && grant.Revoked == null).Select(grant => grant.Region).ToListAsync(cancellation);
                if (await people.Find(user, personId, cancellation) is null || held.Exists(region => !mine.Contains(region)) || rights.ActorOf(user)!.Id == personId)
                {
                    throw new RefusedException(PlatformFindings.NotYourRegion());
                }

                await factor.Remove(change, personId, why, cancellation);
                return 0;
            },
            cancellation);
    }
}
