using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>What a reader of the record asks for. Empty fields ask nothing.</summary>
internal sealed record HistoryQuestion(string? Subject, string? Kind, string? Who, DateOnly? From, DateOnly? To, long? Before)
{
    public const int PageSize = 50;
}

/// <summary>One page of the record, newest first.</summary>
internal sealed record HistoryPageOf(IReadOnlyList<HistoryEntry> Entries, long? OlderThan, IReadOnlyDictionary<string, string> People);

/// <summary>The record as its reader has it: entries of their regions; entries of no region only for those who read everywhere.</summary>
internal sealed class HistoryDesk(GreenprintDb db, RightsReader rights, IHistory history, IEnumerable<HistoryKind> kinds)
{
    public async Task<HistoryPageOf> Ask(ClaimsPrincipal user, HistoryQuestion question, CancellationToken cancellation)
    {
        var entries = db.Set<HistoryEntry>().AsNoTracking();
        var mine = await rights.RegionsWith(user, Rights.SeeAudit, cancellation);
        if (!mine.Contains(Grant.Everywhere))
        {
            entries = entries.Where(entry => mine.Contains(entry.Region));
        }

        var page = await Narrow(entries, question).OrderByDescending(entry => entry.Number).Take(HistoryQuestion.PageSize + 1).ToListAsync(cancellation);
        var more = page.Count > HistoryQuestion.PageSize;
        return new(page[..Math.Min(page.Count, HistoryQuestion.PageSize)], more ? page[HistoryQuestion.PageSize - 1].Number : null, await People(page, cancellation));
    }

    /// <summary>What an act is called; its kind where no module named it.</summary>
    public Quantities.Bilingual NameOf(string kind) => kinds.FirstOrDefault(known => known.Kind == kind)?.Name ?? new(kind, kind);

    public async Task<(long Number, string Digest)> End(CancellationToken cancellation)
    {
        var head = await db.Set<HistoryHead>().AsNoTracking().SingleAsync(cancellation);
        return (head.Number, head.Digest);
    }

    public Task<HistoryFault?> Verify(CancellationToken cancellation) => history.Verify(cancellation);

    // A subject names a person by id; a reader knows the name.
    private async Task<IReadOnlyDictionary<string, string>> People(IEnumerable<HistoryEntry> entries, CancellationToken cancellation)
    {
        const string prefix = "person/";
        var ids = entries.Select(entry => entry.Subject).Where(subject => subject.StartsWith(prefix, StringComparison.Ordinal)).Select(subject => subject[prefix.Length..]).ToHashSet();
        return await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => prefix + person.Id, person => person.DisplayName, cancellation);
    }

    private static IQueryable<HistoryEntry> Narrow(IQueryable<HistoryEntry> entries, HistoryQuestion question)
    {
        if (question.Subject is { } subject)
        {
            entries = entries.Where(entry => entry.Subject.StartsWith(subject));
        }

        if (question.Kind is { } kind)
        {
            entries = entries.Where(entry => entry.Kind.StartsWith(kind));
        }

        if (question.Who is { } who)
        {
            entries = entries.Where(entry => entry.ActorName.Contains(who));
        }

        if (question.From is { } from)
        {
            var start = Quantities.ChinaTime.StartOf(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (question.To is { } to)
        {
            var end = Quantities.ChinaTime.StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return question.Before is { } before ? entries.Where(entry => entry.Number < before) : entries;
    }
}
