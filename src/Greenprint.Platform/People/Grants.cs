using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Gives roles and takes them back; each is on the record.</summary>
internal static class Grants
{
    // Who runs the program, who gives rights and who reads the record watch each other: three people.
    private static readonly Role[] Apart = [Role.Administrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    /// <exception cref="RefusedException">The role is not limited to a unit, or the person holds another of the three administrators' roles (outside the sample county).</exception>
    public static async Task Give(Change change, string personId, RoleIn role, string? why, CancellationToken cancellation)
    {
        if (role.Unit is not null && !RightsOfRole.MayNameUnit(role.Role))
        {
            throw new RefusedException(PlatformFindings.RoleHasNoUnit(role.Role));
        }

        if (Apart.Contains(role.Role) && await Other(change.Db, personId, role.Role, cancellation) is { } other)
        {
            throw new RefusedException(PlatformFindings.ThreeAdministrators(other));
        }

        var grant = new Grant { Id = Guid.NewGuid(), PersonId = personId, Role = role.Role, Region = role.Region, Unit = role.Unit, Given = change.At };
        change.Db.Add(grant);
        change.Record(role.Region, $"person/{personId}", "role.given", new { grant.Id, Role = role.Role.ToString(), role.Region, role.Unit }, why);
        await CloseLinks(change, grant, cancellation);
    }

    /// <exception cref="RefusedException">Nobody would be left to administer the installation.</exception>
    public static async Task Revoke(Change change, Guid id, string? why, CancellationToken cancellation)
    {
        var grant = await change.Db.Set<Grant>().AsTracking().SingleAsync(grant => grant.Id == id, cancellation);
        if (grant.Revoked is not null)
        {
            return;
        }

        if (grant is { Role: Role.Administrator, Region: Grant.Everywhere }
            && !await change.Db.Set<Grant>().AnyAsync(
                other => other.Id != id && other.Role == Role.Administrator && other.Region == Grant.Everywhere && other.Revoked == null, cancellation))
        {
            throw new RefusedException(PlatformFindings.LastAdministrator());
        }

        grant.Revoked = change.At;
        change.Record(grant.Region, $"person/{grant.PersonId}", "role.revoked", new { grant.Id, Role = grant.Role.ToString(), grant.Region, grant.Unit }, why);
    }

    // A link is only as good as the right to issue it, and is used later. One for a new password would open an account that can do more since;
    // an invitation with a role was made by whoever gave the roles before the security administrator was named. One of an audit administrator stays:
    // nobody gets rid of who watches them by naming somebody.
    private static async Task CloseLinks(Change change, Grant given, CancellationToken cancellation)
    {
        var open = await change.Db.Set<OneTimeLink>().AsTracking().Where(link => link.Closed == null && (link.PersonId == given.PersonId || (link.Purpose == LinkPurpose.Invitation && link.Role != Role.Public)))
            .ToListAsync(cancellation);
        var above = await change.Db.Set<RegionRow>().ToDictionaryAsync(row => row.Code, row => row.Parent, StringComparer.Ordinal, cancellation);
        // The link that is being used is closed by its use, in this same change.
        foreach (var link in open.Where(link => link.Closed is null
            && (link.PersonId is not null || (link.Role != Role.AuditAdministrator && given.Role == Role.SecurityAdministrator && (Lies(given.Region, link.Region) || Lies(link.Region, given.Region))))))
        {
            link.Closed = change.At;
            change.Record(link.Region, $"link/{link.Id}", "link.closed", new { Purpose = link.Purpose.ToString(), Because = given.Id });
        }

        bool Lies(string region, string within)
        {
            // A circle in the data ends the walk.
            HashSet<string> walked = new(StringComparer.Ordinal);
            for (string? next = region; next is not null && walked.Add(next); next = above.GetValueOrDefault(next))
            {
                if (next == within)
                {
                    return true;
                }
            }

            return within == Grant.Everywhere;
        }
    }

    private static async Task<Role?> Other(GreenprintDb db, string personId, Role role, CancellationToken cancellation)
    {
        if (await db.Set<StoreRecord>().Select(store => store.Kind).SingleAsync(cancellation) == StoreKind.Demo)
        {
            return null;
        }

        // Given earlier in this change, or before it.
        var held = db.Set<Grant>().Local.Where(grant => grant.PersonId == personId && grant.Revoked is null).Select(grant => grant.Role)
            .Concat(await db.Set<Grant>().Where(grant => grant.PersonId == personId && grant.Revoked == null).Select(grant => grant.Role).ToListAsync(cancellation));
        return held.Where(one => one != role && Apart.Contains(one)).Select(one => (Role?)one).FirstOrDefault();
    }
}
