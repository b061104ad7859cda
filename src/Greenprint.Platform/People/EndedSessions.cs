using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Sessions that somebody signed out of. Signing out takes the cookie away from the browser; a page that stays connected has read it long ago
/// and would go on in that person's name.
/// </summary>
internal sealed class EndedSessions(IOptions<PeopleOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);

    /// <summary>Ends the session of <paramref name="user"/>, where there is one.</summary>
    public void End(ClaimsPrincipal user)
    {
        // Whatever was begun with a session is over by itself after the session's length: nothing older needs to be known.
        var now = time.GetUtcNow();
        foreach (var old in ended.Where(one => now - one.Value > TimeSpan.FromMinutes(options.Value.SessionMinutes)))
        {
            ended.TryRemove(old);
        }

        if (user.FindFirstValue(PersonPrincipals.Session) is { } session)
        {
            ended[session] = now;
        }
    }

    public bool Contains(string session) => ended.ContainsKey(session);
}
