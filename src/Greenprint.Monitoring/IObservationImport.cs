using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Brings measurements into the store. One import is all or nothing: one transaction for all its files, one entry in the history.</summary>
public interface IObservationImport
{
    /// <summary>Imports files. Reads each twice: to judge it as a whole before a row is written, then to store it.</summary>
    /// <returns>What happened to every reading; with <see cref="ImportReport.Refusals"/> the store is exactly as it was.</returns>
    Task<ImportReport> Import(ImportOrder order, IProgress<ImportProgress>? progress, CancellationToken cancellation);

    /// <summary>Stores readings that a program already has in hand, by the same rules.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="source">Name of the source, kept with every reading.</param>
    /// <param name="readings">The readings; taken once, in any order, faster when each series comes together in order of time.</param>
    /// <param name="rank">How far they have been checked.</param>
    /// <param name="cancellation">Stops; the store is then as it was.</param>
    Task<ImportReport> Store(Actor actor, string source, IEnumerable<GivenReading> readings, ReadingRank rank, CancellationToken cancellation);
}

/// <summary>A reading that a program hands over.</summary>
/// <param name="Station">Code of a station that exists.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Start">Start of the time it stands for.</param>
/// <param name="Step">Length of that time: 1 h, 4 h, zero for a sample.</param>
/// <param name="Value">In the canonical unit of the item.</param>
/// <param name="Flags">Remarks.</param>
public readonly record struct GivenReading(string Station, string Item, DateTimeOffset Start, TimeSpan Step, decimal Value, ReadingFlags Flags = ReadingFlags.None);

/// <summary>What is to be imported.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Files">The files.</param>
/// <param name="Format">Name of the format of all files, or null to tell it from each header.</param>
/// <param name="Year">The year of times that have none.</param>
/// <param name="City">The city of stations whose file names none; null to take it from the file's name.</param>
/// <param name="DryRun">True to do everything and then take it back.</param>
/// <param name="May">Whether the actor may import for a region, by its code; null where nobody is to be asked, as at the terminal.</param>
public sealed record ImportOrder(
    Actor Actor, IReadOnlyList<ImportFile> Files, string? Format = null, int? Year = null, string? City = null, bool DryRun = false,
    Func<string, CancellationToken, Task<bool>>? May = null);

/// <summary>A file to be read, twice.</summary>
/// <param name="Name">Its name, with which it appears in messages and as the source of its readings.</param>
/// <param name="Open">Opens it from the beginning.</param>
public sealed record ImportFile(string Name, Func<Stream> Open);

/// <summary>Where a long import stands.</summary>
/// <param name="File">File being read.</param>
/// <param name="Storing">False while it is judged, true while it is stored.</param>
/// <param name="Rows">Rows of it read so far.</param>
public sealed record ImportProgress(string File, bool Storing, long Rows);

/// <summary>
/// Counts of readings, that is of values of one item at one time:
/// <c>Read = Stored + Unchanged + Revised + Rejected</c>. A row that is rejected as a whole counts as one reading.
/// Empty cells are <paramref name="Missing"/> and are not part of <paramref name="Read"/>.
/// </summary>
/// <param name="Read">Readings found.</param>
/// <param name="Stored">The first of their key.</param>
/// <param name="Unchanged">A value that its key has, or once had.</param>
/// <param name="Revised">A different value for a key that has one.</param>
/// <param name="Rejected">Not stored, each with its reason.</param>
/// <param name="Missing">Cells without a value.</param>
/// <param name="Rows">Rows of data in the files.</param>
public sealed record ImportCounts(long Read, long Stored, long Unchanged, long Revised, long Rejected, long Missing, long Rows)
{
    /// <summary>Nothing at all.</summary>
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public ImportCounts Plus(ImportCounts other) => new(
        Read + other.Read, Stored + other.Stored, Unchanged + other.Unchanged, Revised + other.Revised,
        Rejected + other.Rejected, Missing + other.Missing, Rows + other.Rows);
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Counts">Of all files.</param>
/// <param name="Files">Of each file.</param>
/// <param name="NewStations">Stations that became provisional ones.</param>
/// <param name="Rejections">The rejected rows and values with file, line and reason; the first 10,000 of them.</param>
/// <param name="Remarks">What a person should know and nothing was rejected for: stale, frozen, capped, stepped readings.</param>
/// <param name="Refusals">Why the import was refused as a whole; empty when it was done.</param>
/// <param name="DryRun">True when nothing was to be stored.</param>
public sealed record ImportReport(
    ImportCounts Counts, IReadOnlyList<FileReport> Files, IReadOnlyList<StationInfo> NewStations, IReadOnlyList<Finding> Rejections,
    IReadOnlyList<Finding> Remarks, IReadOnlyList<Finding> Refusals, bool DryRun)
{
    /// <summary>True when the store was left as it was because of a fault.</summary>
    public bool IsRefused => Refusals.Count > 0;
}

/// <summary>One file of an import.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Format">Format it was read in.</param>
/// <param name="Digest"><c>sha256:…</c> over its bytes.</param>
/// <param name="Counts">Its counts.</param>
public sealed record FileReport(string Name, string Format, string Digest, ImportCounts Counts);
