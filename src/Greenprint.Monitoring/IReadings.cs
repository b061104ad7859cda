using System.Diagnostics.CodeAnalysis;

namespace Greenprint.Monitoring;

/// <summary>What is known about a reading beside its value.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "Flags is what the trade calls them (数据标识).")]
public enum ReadingFlags
{
    /// <summary>Nothing to remark.</summary>
    None = 0,

    /// <summary>Below the detection limit, which is the value (未检出, 低于检出限). Said by the source.</summary>
    BelowDetection = 1,

    /// <summary>Marked invalid by the source (无效数据).</summary>
    Invalid = 2,

    /// <summary>The station was under maintenance (维护). Said by the source.</summary>
    Maintenance = 4,

    /// <summary>The instrument was being calibrated (校准). Said by the source.</summary>
    Calibration = 8,

    /// <summary>At the cap of the instrument, such as 999 µg/m³ (达到仪器上限): the true value may be higher.</summary>
    InstrumentCap = 16,

    /// <summary>Far above the hour before and the hour after (突变值).</summary>
    Spike = 32,

    /// <summary>PM2.5 above PM10 of the same hour, although it is a part of it (颗粒物倒挂).</summary>
    ParticleOrder = 64,

    /// <summary>All items of the station stood still for six readings or more (数据恒值).</summary>
    Frozen = 128,

    /// <summary>Of another month than the bulk of its file (滞后数据).</summary>
    Stale = 256,
}

/// <summary>Which flags keep a reading out of statistics.</summary>
public static class ReadingFlagRules
{
    /// <summary>What the source says about a reading; a part of what is compared when the same key comes again.</summary>
    public const ReadingFlags SaidBySource = ReadingFlags.BelowDetection | ReadingFlags.Invalid | ReadingFlags.Maintenance | ReadingFlags.Calibration;

    /// <summary>
    /// Readings with one of these take no part in a mean, a percentile or a class (HJ 818, HJ 915: data of maintenance and calibration are invalid).
    /// The others are remarks for a person: the value counts until somebody invalidates it.
    /// </summary>
    public const ReadingFlags Excluding = ReadingFlags.Invalid | ReadingFlags.Maintenance | ReadingFlags.Calibration;

    /// <summary>True when the reading takes no part in statistics.</summary>
    public static bool IsExcluded(this ReadingFlags flags) => (flags & Excluding) != 0;
}

/// <summary>How far a reading has been checked; a higher one is never displaced by a lower one.</summary>
public enum ReadingRank
{
    /// <summary>As the instrument or the real-time platform gave it (原始).</summary>
    Raw,

    /// <summary>Checked by the station (初审).</summary>
    Provisional,

    /// <summary>Ratified (终审、复核).</summary>
    Ratified,
}

/// <summary>One reading of a series.</summary>
/// <param name="Start">Start of the time it stands for, at UTC+8.</param>
/// <param name="End">End of it, excluded; equal to the start for a sample.</param>
/// <param name="Value">In the unit of the series, exactly as given; with <see cref="ReadingFlags.BelowDetection"/> the detection limit.</param>
/// <param name="Flags">Remarks.</param>
/// <param name="Rank">How far it has been checked.</param>
/// <param name="Source">Name of the file or the sender it came from.</param>
/// <param name="ArrivedAt">When it came, at UTC+8.</param>
/// <param name="Revision">0 for the first value of its key, counting up in order of arrival.</param>
public sealed record ReadingRow(
    DateTimeOffset Start, DateTimeOffset End, decimal Value, ReadingFlags Flags, ReadingRank Rank, string Source, DateTimeOffset ArrivedAt, int Revision)
{
    /// <summary>True when it was not detected; the value is then the detection limit.</summary>
    public bool BelowDetection => Flags.HasFlag(ReadingFlags.BelowDetection);
}

/// <summary>How many readings, and a digest over them.</summary>
/// <param name="Count">Readings.</param>
/// <param name="Digest"><c>sha256:…</c> over start, value, source's flags of each, in order of time; equal rows give equal digests on every engine.</param>
public sealed record ReadingsDigest(long Count, string Digest);

/// <summary>
/// Readings as they stand, or as they stood at a moment. A key (series, start) has one current value, chosen by rank and then by arrival;
/// a missing hour has no row. A period is [from, to) by the start of the readings.
/// </summary>
public interface IReadings
{
    /// <summary>The hours of [from, to) as an array, for computing. Only for series whose step is one hour.</summary>
    /// <param name="series">Number of the series.</param>
    /// <param name="from">First hour, a full one.</param>
    /// <param name="to">End, a full hour, excluded.</param>
    /// <param name="asOf">What was known at that moment; null for now.</param>
    /// <param name="cancellation">Stops.</param>
    Task<HourlyColumn> Hours(int series, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>The readings whose start lies in [from, to), in order of time.</summary>
    Task<IReadOnlyList<ReadingRow>> Rows(int series, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>Every value that the keys of [from, to) have ever had, by start and then by order of arrival.</summary>
    Task<IReadOnlyList<ReadingRow>> Revisions(int series, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);

    /// <summary>Count and digest of the current readings whose start lies in [from, to).</summary>
    Task<ReadingsDigest> Digest(int series, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);

    /// <summary>Start of the first and of the last current reading; null when there is none.</summary>
    Task<(DateTimeOffset First, DateTimeOffset Last)?> Span(int series, CancellationToken cancellation);

    /// <summary>The newest reading of each of these series; one without readings is not there.</summary>
    Task<IReadOnlyDictionary<int, ReadingRow>> Latest(IReadOnlyCollection<int> series, CancellationToken cancellation);
}
