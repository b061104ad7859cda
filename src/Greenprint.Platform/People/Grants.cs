using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Gives roles and takes them back; each is on the record.</summary>
internal static class Grants
{
    public static void Give(Change change, string personId, Role role, string region, string? why, string? unit = null)
    {
        if (unit is not null && !RightsOfRole.MayNameUnit(role))
        {
            throw new RefusedException(PlatformFindings.RoleHasNoUnit(role));
        }

        var grant = new Grant { Id = Guid.NewGuid(), PersonId = personId, Role = role, Region = region, Unit = unit, Given = change.At };
        change.Db.Add(grant);
        change.Record(region, $"person/{personId}", "role.given", new { grant.Id, Role = role.ToString(), region, unit }, why);
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
}
