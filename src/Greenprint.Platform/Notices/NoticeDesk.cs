using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>How the ways out of the program are, for administrators.</summary>
/// <param name="Waiting">People who have a digest of today to come.</param>
/// <param name="Sent">Digests that went out today.</param>
/// <param name="Faults">Digests of the last week that did not simply go out, newest first, with the person's name.</param>
/// <param name="Unreached">Notices of the last month that reached nobody.</param>
internal sealed record MailStanding(int Waiting, int Sent, IReadOnlyList<(Digest Digest, string Name)> Faults, IReadOnlyList<NoticeRow> Unreached);

/// <summary>What people set about their mail, and what administrators see of it.</summary>
internal sealed class NoticeDesk(GreenprintDb db, IChanges changes, IRights rights, IChinaClock clock)
{
    /// <summary>What the person wants; null where they never said.</summary>
    public async Task<MailWish?> Wish(ClaimsPrincipal user, CancellationToken cancellation) =>
        rights.ActorOf(user)?.Id is { } me ? await db.Set<MailWish>().AsNoTracking().SingleOrDefaultAsync(wish => wish.Person == me, cancellation) : null;

    /// <summary>Keeps what the person wants. An address that was refused is tried again.</summary>
    /// <exception cref="RefusedException">It is no address.</exception>
    public Task<int> Save(ClaimsPrincipal user, string? typed, bool isWanted, bool isEnglish, CancellationToken cancellation) => changes.Apply(
        rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who are."),
        async change =>
        {
            var me = change.Actor.Id;
            var wish = await change.Db.Set<MailWish>().SingleOrDefaultAsync(row => row.Person == me, cancellation);
            var address = MailAddresses.Parse(typed) ?? (isWanted || !string.IsNullOrWhiteSpace(typed) ? throw new RefusedException(PlatformFindings.NoMailAddress()) : wish?.Address ?? "");
            if (wish is null)
            {
                wish = new MailWish { Person = me, Address = address, IsWanted = isWanted, IsEnglish = isEnglish };
                change.Db.Add(wish);
            }

            (wish.Address, wish.IsWanted, wish.IsEnglish, wish.Refusal) = (address, isWanted, isEnglish, null);
            change.Record("", $"person/{me}", "mail.wished", new { wish.Address, wish.IsWanted, wish.IsEnglish });
            return 0;
        },
        cancellation);

    /// <summary>How mail goes out. Names and faults only for who administers the whole installation; notices that reached nobody for who administers their region.</summary>
    public async Task<MailStanding> Standing(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var (today, month) = (clock.Today, clock.Now.AddDays(-30));
        var week = today.AddDays(-7);
        var digests = await db.Set<Digest>().AsNoTracking().Where(digest => digest.Day > week).OrderByDescending(digest => digest.Day).ThenBy(digest => digest.Person).ToListAsync(cancellation);
        var isForAll = await rights.May(user, Rights.Administer, Grant.Everywhere, cancellation);
        var faults = digests.FindAll(digest => isForAll && (digest.Fault is not null || digest.State is DigestState.Unknown or DigestState.GivenUp or DigestState.Refused));
        var regions = await db.Set<NoticeRow>().AsNoTracking().Where(notice => notice.Person == "" && notice.At >= month).Select(notice => notice.Region).Distinct().ToListAsync(cancellation);
        List<string> mine = [];
        foreach (var region in regions)
        {
            if (await rights.May(user, Rights.Administer, region, cancellation))
            {
                mine.Add(region);
            }
        }

        var ids = faults.Select(digest => digest.Person).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, StringComparer.Ordinal, cancellation);
        return new(
            digests.Count(digest => digest.Day == today && digest.State is DigestState.Due or DigestState.Sending),
            digests.Count(digest => digest.Day == today && digest.State == DigestState.Sent),
            [.. faults.Take(100).Select(digest => (digest, names.GetValueOrDefault(digest.Person) ?? digest.Person))],
            await db.Set<NoticeRow>().AsNoTracking().Where(notice => notice.Person == "" && notice.At >= month && mine.Contains(notice.Region)).OrderByDescending(notice => notice.Number).Take(100).ToListAsync(cancellation));
    }
}
