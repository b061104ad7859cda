using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Monitoring;

internal sealed class ReadingQueries(IReadingsStore store, GreenprintDb db) : IReadings
{
    private const string Columns = "r.start, r.value, r.flags, r.rank, r.revision, r.source";

    public async Task<HourlyColumn> Hours(int series, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        const long hour = 3600;
        var (first, end) = (StoredTime.Start(from), StoredTime.Start(to));
        if (first % hour != 0 || end % hour != 0)
        {
            throw new ArgumentException("A column begins and ends on a full hour.", nameof(from));
        }

        if (await StepOf(series, cancellation) != TimeSpan.FromHours(1))
        {
            throw new ArgumentException($"Series {series} is not hourly; ask for its rows.", nameof(series));
        }

        var column = new HourlyColumn(from, (int)((end - first) / hour));
        await using var connection = await store.Open(cancellation);
        foreach (var (start, entry) in await Entries(connection, series, first, end, asOf, cancellation))
        {
            var at = (int)((start - first) / hour);
            (column.Scaled[at], column.Flags[at]) = (entry.Value, entry.Flags);
        }

        return column;
    }

    public async Task<IReadOnlyList<ReadingRow>> Rows(int series, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var step = await StepOf(series, cancellation);
        await using var connection = await store.Open(cancellation);
        var entries = await Entries(connection, series, StoredTime.NotBefore(from), StoredTime.NotBefore(to), asOf, cancellation);
        var sources = await ReadingSources.Of(connection, entries.Select(entry => entry.Entry.Source), cancellation);
        return [.. entries.Select(entry => ToRow(entry.Start, entry.Entry, step, sources))];
    }

    public async Task<IReadOnlyList<ReadingRow>> Revisions(int series, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var step = await StepOf(series, cancellation);
        await using var connection = await store.Open(cancellation);
        var all = await EveryEntry(connection, series, StoredTime.NotBefore(from), StoredTime.NotBefore(to), null, cancellation);
        var sources = await ReadingSources.Of(connection, all.Select(entry => entry.Entry.Source), cancellation);
        return [.. all.OrderBy(entry => entry.Start).ThenBy(entry => entry.Entry.Revision).Select(entry => ToRow(entry.Start, entry.Entry, step, sources))];
    }

    public async Task<ReadingsDigest> Digest(int series, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        var entries = await Entries(connection, series, StoredTime.NotBefore(from), StoredTime.NotBefore(to), null, cancellation);
        return DigestOf(entries);
    }

    public async Task<(DateTimeOffset First, DateTimeOffset Last)?> Span(int series, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        await using var command = Command(connection, "SELECT min(start), max(start) FROM monitoring_readings WHERE series = @series", ("series", series));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) && !await rows.IsDBNullAsync(0, cancellation)
            ? (StoredTime.Start(rows.GetInt64(0)), StoredTime.Start(rows.GetInt64(1)))
            : null;
    }

    public async Task<IReadOnlyDictionary<int, ReadingRow>> Latest(IReadOnlyCollection<int> series, CancellationToken cancellation)
    {
        var steps = await db.Set<Series>().AsNoTracking().Where(row => series.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.StepMinutes, cancellation);
        await using var connection = await store.Open(cancellation);
        var found = new List<(int Series, long Start, ReadingEntry Entry)>();
        foreach (var id in series)
        {
            await using var command = Command(
                connection, $"SELECT {Columns} FROM monitoring_readings r WHERE r.series = @series ORDER BY r.start DESC LIMIT 1", ("series", id));
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            if (await rows.ReadAsync(cancellation))
            {
                found.Add((id, rows.GetInt64(0), rows.GetEntry(1)));
            }
        }

        var sources = await ReadingSources.Of(connection, found.Select(row => row.Entry.Source), cancellation);
        return found.ToDictionary(
            row => row.Series, row => ToRow(row.Start, row.Entry, TimeSpan.FromMinutes(steps.GetValueOrDefault(row.Series)), sources));
    }

    /// <summary>Digest over start, value and what the source said of each, so that a remark of ours changes nothing.</summary>
    internal static ReadingsDigest DigestOf(IReadOnlyList<(long Start, ReadingEntry Entry)> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[20];
        foreach (var (start, entry) in entries)
        {
            BinaryPrimitives.WriteInt64BigEndian(row, start);
            BinaryPrimitives.WriteInt64BigEndian(row[8..], entry.Value);
            BinaryPrimitives.WriteInt32BigEndian(row[16..], (int)(entry.Flags & ReadingFlagRules.SaidBySource));
            hash.AppendData(row);
        }

        return new ReadingsDigest(entries.Count, "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<List<(long Start, ReadingEntry Entry)>> Entries(
        DbConnection connection, int series, long from, long to, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is null)
        {
            return await Read(
                connection, $"SELECT {Columns} FROM monitoring_readings r WHERE r.series = @series AND r.start >= @from AND r.start < @to ORDER BY r.start",
                series, from, to, null, cancellation);
        }

        // What was current then: of the entries that had arrived, the highest rank, and of those the last to arrive.
        var all = await EveryEntry(connection, series, from, to, asOf, cancellation);
        return [.. all.GroupBy(entry => entry.Start).OrderBy(key => key.Key).Select(key => key.MaxBy(entry => (entry.Entry.Rank, entry.Entry.Revision)))];
    }

    private static async Task<List<(long Start, ReadingEntry Entry)>> EveryEntry(
        DbConnection connection, int series, long from, long to, DateTimeOffset? arrivedBy, CancellationToken cancellation)
    {
        var all = new List<(long Start, ReadingEntry Entry)>();
        foreach (var table in (string[])["monitoring_readings", "monitoring_revisions"])
        {
            var arrived = arrivedBy is null ? "" : " JOIN monitoring_sources s ON s.id = r.source AND s.arrived <= @arrived";
            all.AddRange(await Read(
                connection, $"SELECT {Columns} FROM {table} r{arrived} WHERE r.series = @series AND r.start >= @from AND r.start < @to",
                series, from, to, arrivedBy, cancellation));
        }

        return all;
    }

    private static async Task<List<(long Start, ReadingEntry Entry)>> Read(
        DbConnection connection, string sql, int series, long from, long to, DateTimeOffset? arrivedBy, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, ("series", series), ("from", from), ("to", to));
        if (arrivedBy is { } moment)
        {
            command.AddParameter("arrived", StoredTime.Arrival(moment));
        }

        var entries = new List<(long, ReadingEntry)>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add((rows.GetInt64(0), rows.GetEntry(1)));
        }

        return entries;
    }

    private static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this file; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.AddParameter(name, value);
        }

        return command;
    }

    private static ReadingRow ToRow(long start, in ReadingEntry entry, TimeSpan step, IReadOnlyDictionary<int, ReadingSource> sources)
    {
        var from = StoredTime.Start(start);
        var source = sources[entry.Source];
        return new ReadingRow(from, from + step, ScaledValue.ToDecimal(entry.Value), entry.Flags, entry.Rank, source.Name, source.Arrived, entry.Revision);
    }

    private async Task<TimeSpan> StepOf(int series, CancellationToken cancellation) =>
        await db.Set<Series>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == series, cancellation) is { } found
            ? TimeSpan.FromMinutes(found.StepMinutes)
            : throw new ArgumentException($"There is no series {series}.", nameof(series));
}
