using Greenprint.Documents;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.PlanText;
using Greenprint.PlanText.Versions;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Versions;

/// <summary>A document of a plan, as it came in.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Name of the file, or of the pack.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="RecordedAt">When it came in.</param>
/// <param name="RecordedBy">Who brought it in.</param>
/// <param name="ForComparison">True where it was laid beside a plan in force.</param>
/// <param name="CanCompare">True where what was read of it is kept.</param>
public sealed record PlanVersion(int Number, string Name, long Bytes, string Sha256, DateTimeOffset RecordedAt, string RecordedBy, bool ForComparison, bool CanCompare);

/// <summary>Two documents of a plan with what was read of them.</summary>
internal sealed record VersionPair(PlanVersion Old, PlanVersion New, PlanReading OldReading, PlanReading NewReading)
{
    private readonly ClauseMatches matches = ClauseMatching.ByLastingIds(OldReading, NewReading);

    /// <summary>What differs, item by item.</summary>
    public PlanComparison Compare() => PlanComparison.Of(OldReading, NewReading, matches);

    /// <summary>What differs in the text.</summary>
    public IReadOnlyList<ClauseDifference> Text() => PlanRevision.Of(OldReading, NewReading, matches);

    /// <summary>Writes the text with tracked changes, by whom and when the newer of the two came in.</summary>
    public void WriteWord(Stream to)
    {
        var newer = Old.RecordedAt > New.RecordedAt ? Old : New;
        RevisedWriter.Write(PlanRevision.Document(OldReading, NewReading, matches, newer.RecordedBy, newer.RecordedAt), to);
    }
}

/// <summary>The documents of a plan and what differs between two of them.</summary>
internal sealed class PlanVersions(GreenprintDb db, PlanFiles files)
{
    /// <summary>The documents of a plan, newest first.</summary>
    public async Task<IReadOnlyList<PlanVersion>> Of(string plan, CancellationToken cancellation)
    {
        var rows = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == plan).OrderByDescending(row => row.Number).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>Two documents of a plan; null where one is not there, or nothing that was read of it is kept.</summary>
    /// <exception cref="RefusedException">What was read is missing from the store or damaged.</exception>
    public async Task<VersionPair?> Pair(string plan, int old, int now, CancellationToken cancellation)
    {
        var rows = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == plan && (row.Number == old || row.Number == now)).ToDictionaryAsync(row => row.Number, cancellation);
        return rows.TryGetValue(old, out var before) && rows.TryGetValue(now, out var after)
            && await files.Reading(before, cancellation) is { } oldReading && await files.Reading(after, cancellation) is { } newReading
            ? new(View(before), View(after), oldReading, newReading)
            : null;
    }

    private static PlanVersion View(DocumentRow row) =>
        new(row.Number, row.Name, row.Bytes, row.Sha256, row.RecordedAt, row.RecordedBy, row.ForComparison, row.Reading is not null);
}
