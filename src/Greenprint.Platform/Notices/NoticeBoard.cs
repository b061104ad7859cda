using System.Buffers;
using System.Security.Claims;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Writes and reads notices.</summary>
internal sealed class NoticeBoard(GreenprintDb db, Recipients recipients, IRights rights, IChanges changes) : INotices
{
    /// <summary>How many notices that were read a page shows.</summary>
    private const int ReadShown = 50;

    private const int UnreadShown = 200;

    private static readonly SearchValues<char> NotInLinks = SearchValues.Create("\\\r\n\t \"<>");

    public async Task<int> Tell(Change change, IReadOnlyList<NewNotice> notices, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(notices);
        if (notices.Count == 0)
        {
            return 0;
        }

        foreach (var notice in notices)
        {
            Check(notice);
        }

        var told = (await Told(change.Db, [.. notices.Select(notice => notice.Key)], cancellation)).ToHashSet(StringComparer.Ordinal);
        // The head of the history is locked: numbers are given in the order in which changes are committed.
        var begun = change.Db.Set<NoticeRow>().Local;
        var last = begun.Count > 0 ? begun.Max(row => row.Number) : await change.Db.Set<NoticeRow>().MaxAsync(row => (long?)row.Number, cancellation) ?? 0;
        told.UnionWith(begun.Select(row => row.Key));
        var fresh = 0;
        foreach (var notice in notices.Where(notice => told.Add(notice.Key)))
        {
            fresh++;
            var (step, people) = await recipients.Of(notice.To, ChinaTime.DayOf(change.At), cancellation);
            foreach (var person in people.Where(person => person != change.Actor.Id))
            {
                change.Db.Add(Row(++last, notice, step, person, change.At));
            }
        }

        return fresh;
    }

    public async Task Settle(Change change, IReadOnlyCollection<string> subjects, IReadOnlyCollection<string> kinds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (who, at) = (change.Actor.Id, change.At);
        await change.Db.Set<NoticeRow>()
            .Where(notice => notice.ReadAt == null && subjects.Contains(notice.Subject) && (notice.Person == who || kinds.Contains(notice.Kind)))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, at), cancellation);
    }

    public async Task<IReadOnlySet<string>> Told(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await Told(db, keys, cancellation)).ToHashSet(StringComparer.Ordinal);

    public Task<int> Unread(string person, CancellationToken cancellation) => db.Set<NoticeRow>().CountAsync(notice => notice.Person == person && notice.ReadAt == null, cancellation);

    /// <summary>One's own notices: unread ones first, newest first. Two queries.</summary>
    public async Task<IReadOnlyList<NoticeRow>> Mine(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var me = rights.ActorOf(user)?.Id ?? "";
        var mine = db.Set<NoticeRow>().AsNoTracking().Where(notice => notice.Person == me && me != "");
        return
        [
            .. await mine.Where(notice => notice.ReadAt == null).OrderByDescending(notice => notice.Number).Take(UnreadShown).ToListAsync(cancellation),
            .. await mine.Where(notice => notice.ReadAt != null).OrderByDescending(notice => notice.Number).Take(ReadShown).ToListAsync(cancellation),
        ];
    }

    /// <summary>Marks notices of one's own as read.</summary>
    /// <param name="user">Whose they are.</param>
    /// <param name="upTo">The newest that they have seen.</param>
    /// <param name="only">One alone; null for all up to the newest seen.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The one notice; null where there is no such one of theirs.</returns>
    public Task<NoticeRow?> Read(ClaimsPrincipal user, long upTo, long? only, CancellationToken cancellation) => changes.Apply(
        rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who are."),
        async change =>
        {
            var (me, at) = (change.Actor.Id, change.At);
            var mine = change.Db.Set<NoticeRow>().Where(notice => notice.Person == me && notice.Number <= upTo);
            if (only is { } number)
            {
                mine = mine.Where(notice => notice.Number == number);
            }

            var read = await mine.Where(notice => notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, at), cancellation);
            if (read > 0)
            {
                change.Record("", $"person/{me}", "notice.read", new { Count = read, Number = only ?? upTo });
            }

            return only is null ? null : await mine.AsNoTracking().SingleOrDefaultAsync(cancellation);
        },
        cancellation);

    private static Task<List<string>> Told(GreenprintDb db, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        db.Set<NoticeRow>().AsNoTracking().Where(row => keys.Contains(row.Key)).Select(row => row.Key).Distinct().ToListAsync(cancellation);

    private static NoticeRow Row(long number, NewNotice notice, NoticeStep step, string person, DateTimeOffset at) => new()
    {
        Number = number,
        Key = notice.Key,
        Kind = notice.Kind,
        Person = person,
        Step = step,
        Region = notice.To.Region,
        Subject = notice.Subject,
        TextZh = Short(notice.Text.Zh, NoticeRow.LongestText),
        TextEn = notice.Text.En is { } en ? Short(en, NoticeRow.LongestText) : null,
        Note = string.IsNullOrWhiteSpace(notice.Note) ? null : Short(notice.Note.Trim(), NoticeRow.LongestNote),
        Link = notice.Link,
        At = at,
    };

    // Notices leave the site: in a mail and in a message a link is joined to the site's own address, and must not lead anywhere else.
    private static void Check(NewNotice notice)
    {
        if (notice.Key.Length is 0 or > NoticeRow.LongestKey || notice.Kind.Length is 0 or > NoticeRow.LongestKind)
        {
            throw new ArgumentException($"'{notice.Key}' or '{notice.Kind}' is too long or empty.", nameof(notice));
        }

        if (notice.Link.Length is 0 or > 200 || !char.IsAsciiLetter(notice.Link[0]) || notice.Link.AsSpan().ContainsAny(NotInLinks) || notice.Link.Contains("//", StringComparison.Ordinal)
            || notice.Link.AsSpan().IndexOf(':') >= 0)
        {
            throw new ArgumentException($"'{notice.Link}' is no page of this site.", nameof(notice));
        }
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
