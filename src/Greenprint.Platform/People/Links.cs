using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Issues one-time links and tells what one is good for.</summary>
internal sealed class Links(GreenprintDb db, IOptions<PeopleOptions> options, TimeProvider time)
{
    /// <summary>A new link; earlier open ones for the same end stop working. Returns its path: the only time that the token is known.</summary>
    public async Task<string> Issue(
        Change change, LinkPurpose purpose, Role role, string region, string? personId, string? meantFor, CancellationToken cancellation, bool resetsFactor = false)
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
        var link = New(token, purpose, role, region, personId, meantFor);
        link.ResetsFactor = resetsFactor;
        return Add(change, link, token);
    }

    /// <summary>A new link by which somebody makes an account with a role, a post, or both. Returns its path.</summary>
    public string Invite(Change change, Invitation invitation, string region)
    {
        var token = OneTimeLink.NewToken();
        var link = New(token, LinkPurpose.Invitation, invitation.Role?.Role ?? Role.Public, region, null, invitation.Name);
        (link.Unit, link.PostUnit, link.PostTitle) = (invitation.Role?.Unit, invitation.Unit, invitation.Title);
        return Add(change, link, token);
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

    private OneTimeLink New(string token, LinkPurpose purpose, Role role, string region, string? personId, string? meantFor)
    {
        return new OneTimeLink
        {
            Id = Guid.NewGuid(),
            TokenDigest = OneTimeLink.DigestOf(token),
            Purpose = purpose,
            Role = role,
            Region = region,
            PersonId = personId,
            MeantFor = meantFor,
            // The real clock, not the rehearsed day: a link must not live for years because somebody shows next year's page.
            Created = time.GetUtcNow(),
            Expires = time.GetUtcNow().AddHours(options.Value.LinkHours),
        };
    }

    private static string Add(Change change, OneTimeLink link, string token)
    {
        change.Db.Add(link);
        change.Record(link.Region, $"link/{link.Id}", "link.issued", new { Purpose = link.Purpose.ToString(), Role = link.Role.ToString(), link.Unit, link.PostUnit, link.PostTitle, link.MeantFor, link.Expires });
        return $"setup/{token}";
    }
}
