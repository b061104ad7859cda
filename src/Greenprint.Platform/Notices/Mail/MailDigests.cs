using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Sends the digest of the day: one mail with what is unread and went out with none before. Guaranteed: a person gets at most one mail a day, and no
/// digest is sent twice; each notice that stays unread goes out at least once. Where a process or the line breaks while a mail is handed over, nobody
/// knows whether it arrived: it counts as sent, and what is still unread goes out once more with the next day's.
/// </summary>
internal sealed class MailDigests(GreenprintDb db, IChanges changes, IChinaClock clock, Recipients recipients, OwnAuthorities trust, IEnumerable<NoticeKind> kinds, IOptions<MailOptions> mail, IOptions<NoticeOptions> site) : IRoutine
{
    /// <summary>Older notices are no news.</summary>
    public const int Days = 30;

    /// <summary>Tries of one day; with <see cref="Pause"/> they reach over about nine hours.</summary>
    public const int Tries = 14;

    // Longer than a server may take in all: what is older was left behind by a process that died.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    private static readonly Actor Sender = Actor.System("greenprint serve");

    public string Name => "mail-digests";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, attempts - 1)));

    public async Task Run(CancellationToken cancellation)
    {
        if (!mail.Value.IsOn)
        {
            return;
        }

        await Abandon(cancellation);
        var now = clock.Now;
        if (now.Hour < mail.Value.Hour || await Waiting(now, cancellation) is not { Count: > 0 } waiting)
        {
            return;
        }

        using var server = new MailServer(trust);
        if (await server.Connect(mail.Value, cancellation) is { } fault)
        {
            await NotSent([.. waiting.Select(one => one.Person)], fault, cancellation);
            return;
        }

        foreach (var to in waiting)
        {
            if (!server.IsConnected)
            {
                return;   // the others are as they were: the next run begins with a line of its own
            }

            await Send(server, to, cancellation);
        }
    }

    private async Task Send(MailServer server, Addressee to, CancellationToken cancellation)
    {
        var day = clock.Today;
        if (await Claim(to, day, cancellation) is not { } notices)
        {
            return;
        }

        var message = DigestText.Of(to, day, notices, mail.Value, site.Value, kinds.DistinctBy(kind => kind.Kind).ToDictionary(kind => kind.Kind, kind => kind.Name, StringComparer.Ordinal));
        message.Date = clock.Now;
        var (result, fault) = await server.Send(message, cancellation);
        switch (result)
        {
            case HandingOver.NotTaken:
                await NotSent([to.Person], fault!, cancellation);
                break;
            default:
                await Mark(to, day, result, fault, [.. notices.Select(notice => notice.Number)], cancellation);
                break;
        }
    }

    // Who wants one, has something to read, has had none today, and is still here.
    private async Task<List<Addressee>> Waiting(DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, since) = (ChinaTime.DayOf(now), now.AddDays(-Days));
        var wishes = await (from wish in db.Set<MailWish>().AsNoTracking()
                            join person in db.Set<Person>().AsNoTracking() on wish.Person equals person.Id
                            where wish.IsWanted && wish.Refusal == null
                            orderby wish.Person
                            select new Addressee(wish.Person, person.DisplayName, wish.Address, wish.IsEnglish)).ToListAsync(cancellation);
        if (wishes.Count == 0)
        {
            return wishes;
        }

        var unread = (await Unmailed(db, since).Select(notice => notice.Person).Distinct().ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var digests = await db.Set<Digest>().AsNoTracking().Where(digest => digest.Day == today).ToDictionaryAsync(digest => digest.Person, StringComparer.Ordinal, cancellation);
        List<Addressee> waiting = [];
        foreach (var wish in wishes.Where(wish => unread.Contains(wish.Person) && (!digests.TryGetValue(wish.Person, out var digest) || (digest.State == DigestState.Due && !(digest.NextTry > now)))))
        {
            // Whoever has left keeps the server waiting for nothing.
            if (await recipients.IsHere(wish.Person, today, cancellation))
            {
                waiting.Add(wish);
            }
        }

        return waiting;
    }

    // On record before the first byte goes out: whatever happens after it, this digest is not begun again.
    private Task<IReadOnlyList<NoticeRow>?> Claim(Addressee to, DateOnly day, CancellationToken cancellation) => changes.Apply<IReadOnlyList<NoticeRow>?>(
        Sender,
        async change =>
        {
            var digest = await change.Db.Set<Digest>().SingleOrDefaultAsync(row => row.Person == to.Person && row.Day == day, cancellation);
            var notices = await Unmailed(change.Db, change.At.AddDays(-Days)).Where(notice => notice.Person == to.Person).OrderByDescending(notice => notice.Number).ToListAsync(cancellation);
            if (digest is { State: not DigestState.Due } || notices.Count == 0 || !await recipients.IsHere(to.Person, day, cancellation))
            {
                return null;   // somebody else did, it was read meanwhile, or the person has left
            }

            digest = digest ?? New(change, to.Person, day);
            (digest.State, digest.Since, digest.Notices) = (DigestState.Sending, change.At, notices.Count);
            digest.Attempts++;
            change.Record("", $"person/{to.Person}", "mail.begun", new { Day = day, Notices = notices.Count });
            return notices;
        },
        cancellation);

    private Task<int> Mark(Addressee to, DateOnly day, HandingOver result, string? fault, List<long> numbers, CancellationToken cancellation) => changes.Apply(
        Sender,
        async change =>
        {
            var digest = await change.Db.Set<Digest>().SingleAsync(row => row.Person == to.Person && row.Day == day, cancellation);
            (digest.Since, digest.Fault, digest.NextTry) = (change.At, fault, null);
            digest.State = result switch { HandingOver.Taken => DigestState.Sent, HandingOver.Refused => DigestState.Refused, _ => DigestState.Unknown };
            if (result == HandingOver.Taken)
            {
                await change.Db.Set<NoticeRow>().Where(notice => numbers.Contains(notice.Number)).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Mailed, day), cancellation);
            }
            else if (result == HandingOver.Refused && await change.Db.Set<MailWish>().SingleOrDefaultAsync(wish => wish.Person == to.Person && wish.Address == to.Address, cancellation) is { } wish)
            {
                wish.Refusal = fault;
            }

            change.Record("", $"person/{to.Person}", result switch { HandingOver.Taken => "mail.sent", HandingOver.Refused => "mail.refused", _ => "mail.unknown" }, new { Day = day, digest.Notices, Fault = fault });
            return 0;
        },
        cancellation);

    private async Task NotSent(IReadOnlyList<string> people, string fault, CancellationToken cancellation)
    {
        var day = clock.Today;
        await changes.Apply(
            Sender,
            async change =>
            {
                var there = await change.Db.Set<Digest>().Where(digest => digest.Day == day && people.Contains(digest.Person)).ToDictionaryAsync(digest => digest.Person, StringComparer.Ordinal, cancellation);
                foreach (var person in people)
                {
                    if (!there.TryGetValue(person, out var digest))
                    {
                        digest = New(change, person, day);
                    }

                    // What another process has sent meanwhile, or cannot know, is not begun again.
                    if (digest.State is not (DigestState.Due or DigestState.Sending))
                    {
                        continue;
                    }

                    // A digest under way has counted its try when it was begun.
                    digest.Attempts += digest.State == DigestState.Sending ? 0 : 1;
                    digest.State = digest.Attempts >= Tries ? DigestState.GivenUp : DigestState.Due;
                    (digest.Since, digest.Fault, digest.NextTry) = (change.At, fault, change.At + Pause(digest.Attempts));
                }

                change.Record("", "mail", "mail.failed", new { Day = day, People = people.Count, Fault = fault });
                return 0;
            },
            cancellation);
    }

    // What a process left behind when it died.
    private async Task Abandon(CancellationToken cancellation)
    {
        var before = clock.Now - Lease;
        if (!await db.Set<Digest>().AnyAsync(digest => digest.State == DigestState.Sending && digest.Since < before, cancellation))
        {
            return;
        }

        await changes.Apply(
            Sender,
            async change =>
            {
                var left = await change.Db.Set<Digest>().Where(digest => digest.State == DigestState.Sending && digest.Since < before).ToListAsync(cancellation);
                foreach (var digest in left)
                {
                    (digest.State, digest.Since, digest.Fault) = (DigestState.Unknown, change.At, "The program ended while it was sent.");
                    change.Record("", $"person/{digest.Person}", "mail.unknown", new { digest.Day, digest.Notices, digest.Fault });
                }

                return 0;
            },
            cancellation);
    }

    private static Digest New(Change change, string person, DateOnly day)
    {
        var digest = new Digest { Person = person, Day = day, State = DigestState.Due, Since = change.At };
        change.Db.Add(digest);
        return digest;
    }

    private static IQueryable<NoticeRow> Unmailed(GreenprintDb db, DateTimeOffset since) =>
        db.Set<NoticeRow>().AsNoTracking().Where(notice => notice.ReadAt == null && notice.Mailed == null && notice.At >= since && notice.Person != "");
}
