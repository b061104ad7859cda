using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Issues one-time links and tells what one is good for.</summary>
internal sealed class Links(GreenprintDb db, IOptions<PeopleOptions> options, TimeProvider time)
{
    /// <summary>A new link; earlier open ones for the same end stop working. Returns its path: the only time that the token is known.</summary>
    public async Task<string> Issue(
        Change change, LinkPurpose purpose, Role role, string region, string? personId, string? meantFor, CancellationToken cancellation, string? unit = null)
    {
        if (purpose != LinkPurpose.Invitation)
        {
            await foreach (var older in change.Db.Set<OneTimeLink>().AsTracking()
                .Where(link => link.Purpose == purpose && link.PersonId == personId && link.Closed == null).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                older.Closed = time.GetUtcNow();
            }
        }

        var token = OneTimeLink.NewToken();
        var link = new OneTimeLink
        {
            Id = Guid.NewGuid(),
            TokenDigest = OneTimeLink.DigestOf(token),
            Purpose = purpose,
            Role = role,
            Region = region,
            Unit = unit,
            PersonId = personId,
            MeantFor = meantFor,
            // The real clock, not the rehearsed day: a link must not live for years because somebody shows next year's page.
            Created = time.GetUtcNow(),
            Expires = time.GetUtcNow().AddHours(options.Value.LinkHours),
        };
        change.Db.Add(link);
        change.Record(region, $"link/{link.Id}", "link.issued", new { Purpose = purpose.ToString(), Role = role.ToString(), unit, meantFor, link.Expires });
        return $"setup/{token}";
    }

    /// <summary>The open link of a token; null when there is none, or it was used, replaced or is too old.</summary>
    public Task<OneTimeLink?> Find(string token, CancellationToken cancellation)
    {
        var digest = OneTimeLink.DigestOf(token);
        var now = time.GetUtcNow();
        return db.Set<OneTimeLink>().SingleOrDefaultAsync(link => link.TokenDigest == digest && link.Closed == null && link.Expires > now, cancellation);
    }

    /// <summary>Marks it used.</summary>
    public void Close(Change change, OneTimeLink link)
    {
        link.Closed = time.GetUtcNow();
        change.Record(link.Region, $"link/{link.Id}", "link.used", new { Purpose = link.Purpose.ToString() });
    }
}
