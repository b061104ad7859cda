using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Sessions of people: which are open on which device, and their end from anywhere. Kept in the store, so that an ended one stays ended over
/// restarts and in every process.
/// </summary>
internal sealed class Sessions(GreenprintDb db, IChanges changes, IOptions<PeopleOptions> options, TimeProvider time)
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    /// <summary>Puts a session that begins on the record.</summary>
    public Task Begin(Actor actor, string session, string agent, CancellationToken cancellation) => changes.Apply(
        actor,
        change =>
        {
            var now = time.GetUtcNow();
            var row = new SessionRow { Id = session, PersonId = actor.Id, Device = Devices.Of(agent), Begun = now, Seen = now };
            change.Db.Add(row);
            change.Record("", $"person/{actor.Id}", "session.begun", new { row.Device });
            return Task.FromResult(0);
        },
        cancellation);

    /// <summary>Open sessions of a person, the last used first.</summary>
    public async Task<IReadOnlyList<SessionRow>> Of(string personId, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromMinutes(options.Value.SessionMinutes) - SeenStep;
        return await db.Set<SessionRow>().AsNoTracking()
            .Where(session => session.PersonId == personId && session.Ended == null && session.Seen >= oldest)
            .OrderByDescending(session => session.Seen).ToListAsync(cancellation);
    }

    /// <summary>Ends the session of <paramref name="user"/>, where there is one.</summary>
    public async Task EndThis(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.FindFirstValue(PersonPrincipals.Session) is { } session && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            await End(new(id, user.FindFirstValue(PersonPrincipals.DisplayName) ?? id), session, others: false, cancellation);
        }
    }

    /// <summary>Ends all sessions of a person, inside a change: their password or second factor was replaced.</summary>
    public async Task EndAll(Change change, string personId, CancellationToken cancellation)
    {
        foreach (var row in await change.Db.Set<SessionRow>().AsTracking().Where(row => row.PersonId == personId && row.Ended == null).ToListAsync(cancellation))
        {
            row.Ended = time.GetUtcNow();
        }
    }

    /// <summary>Ends sessions of the actor: the named one, or with <paramref name="others"/> all but that one.</summary>
    /// <returns>How many ended.</returns>
    public Task<int> End(Actor actor, string session, bool others, CancellationToken cancellation) => changes.Apply(
        actor,
        async change =>
        {
            var open = await change.Db.Set<SessionRow>().AsTracking()
                .Where(row => row.PersonId == actor.Id && row.Ended == null && (row.Id == session) != others).ToListAsync(cancellation);
            foreach (var row in open)
            {
                row.Ended = time.GetUtcNow();
                change.Record("", $"person/{actor.Id}", "session.ended", new { row.Device, row.Begun });
            }

            return open.Count;
        },
        cancellation);

    /// <summary>False once it was ended. Notes that it is in use, now and then; that is no act of anybody and not on the record.</summary>
    public async Task<bool> Holds(string session, CancellationToken cancellation)
    {
        if (await db.Set<SessionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == session, cancellation) is not { } known)
        {
            return true;   // begun before sessions were kept; it is over by itself after its length
        }

        var now = time.GetUtcNow();
        if (known.Ended is null && now - known.Seen > SeenStep)
        {
            try
            {
                await db.Set<SessionRow>().Where(row => row.Id == session).ExecuteUpdateAsync(set => set.SetProperty(row => row.Seen, now), cancellation);
            }
            catch (Exception fault) when (Refusals.Of(fault) is not null)
            {
                // A full disk or a busy store must not sign anybody out.
            }
        }

        return known.Ended is null;
    }
}

/// <summary>What a browser calls itself, in words.</summary>
internal static class Devices
{
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("OPR", "Opera"), ("QQBrowser", "QQ Browser"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>For example <c>Edge · Windows</c>; empty where nothing is known.</summary>
    public static string Of(string agent) => string.Join(" · ", new[] { First(Browsers, agent), First(Systems, agent) }.Where(name => name.Length > 0));

    private static string First((string Sign, string Name)[] known, string agent) => known.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name ?? "";
}
