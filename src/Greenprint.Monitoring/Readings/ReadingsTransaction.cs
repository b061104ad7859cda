using System.Data.Common;
using System.Globalization;
using Greenprint.Platform;

namespace Greenprint.Monitoring;

/// <summary>A reading on its way into a series.</summary>
internal readonly record struct Arrival(long Start, long Value, ReadingFlags Flags, ReadingRank Rank);

/// <summary>How many of a batch were stored, unchanged, revised, and between which starts something changed.</summary>
internal readonly record struct PutResult(long Stored, long Unchanged, long Revised, long FirstChanged, long LastChanged)
{
    public bool HasChanges => Stored + Revised > 0;
}

/// <summary>
/// The one way readings are written: everything between <see cref="Begin"/> and <see cref="Commit"/> is there afterwards, or nothing.
/// Only one such transaction runs on a store at a time, so what was read of a key's history still holds when its row is written.
/// </summary>
internal abstract class ReadingsTransaction(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly List<(long Start, ReadingEntry Entry)> current = [];
    private readonly Dictionary<long, List<ReadingEntry>> others = [];
    private bool committed;

    protected DbConnection Connection => connection;

    protected DbTransaction Transaction => transaction;

    public static async Task<ReadingsTransaction> Begin(IReadingsStore store, CancellationToken cancellation)
    {
        var connection = await store.Open(cancellation);
        try
        {
            return store.Engine == StoreEngine.Sqlite
                ? await SqliteReadingsTransaction.Begin(connection, cancellation)
                : await PostgreSqlReadingsTransaction.Begin(connection, cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The number of a series by its code; a new one gets the next.</summary>
    public async Task<int> NumberOf(string code, CancellationToken cancellation)
    {
        if (await Scalar("SELECT id FROM monitoring_series_numbers WHERE code = @code", cancellation, ("code", code)) is { } known)
        {
            return Convert.ToInt32(known, CultureInfo.InvariantCulture);
        }

        var number = await Next("monitoring_series_numbers", cancellation);
        await Run("INSERT INTO monitoring_series_numbers (id, code) VALUES (@id, @code)", cancellation, ("id", number), ("code", code));
        return number;
    }

    /// <summary>Puts a source on the record; its readings carry the number.</summary>
    public async Task<int> AddSource(DateTimeOffset arrived, string format, string name, string digest, CancellationToken cancellation)
    {
        var number = await Next("monitoring_sources", cancellation);
        await Run(
            "INSERT INTO monitoring_sources (id, arrived, format, name, digest) VALUES (@id, @arrived, @format, @name, @digest)", cancellation,
            ("id", number), ("arrived", StoredTime.Arrival(arrived)), ("format", format), ("name", name), ("digest", digest));
        return number;
    }

    /// <summary>Takes back a source that nothing came from.</summary>
    public Task RemoveSource(int source, CancellationToken cancellation) =>
        Run("DELETE FROM monitoring_sources WHERE id = @id", cancellation, ("id", source));

    /// <summary>Puts readings of one series, in order of start; equal starts in order of arrival. Call <see cref="Flush"/> before the same series comes again.</summary>
    public async Task<PutResult> Put(int series, List<Arrival> arrivals, int source, CancellationToken cancellation)
    {
        if (arrivals.Count == 0)
        {
            return default;
        }

        await LoadCurrent(series, arrivals[0].Start, arrivals[^1].Start, cancellation);
        var othersLoaded = false;
        var (stored, unchanged, revised, at) = (0L, 0L, 0L, 0);
        var (firstChanged, lastChanged) = (long.MaxValue, long.MinValue);
        for (var i = 0; i < arrivals.Count;)
        {
            var start = arrivals[i].Start;
            while (at < current.Count && current[at].Start < start)
            {
                at++;
            }

            var key = default(KeyHistory);
            var known = at < current.Count && current[at].Start == start;
            if (known)
            {
                var entry = current[at].Entry;
                if (!othersLoaded && (!entry.Covers(EntryOf(arrivals[i], source)) || (i + 1 < arrivals.Count && arrivals[i + 1].Start == start)))
                {
                    // Revisions are rare: they are read only when a value differs from the current one.
                    await LoadOthers(series, start, arrivals[^1].Start, cancellation);
                    othersLoaded = true;
                }

                key = KeyHistory.Loaded(entry, others.GetValueOrDefault(start));
            }

            for (; i < arrivals.Count && arrivals[i].Start == start; i++)
            {
                var outcome = key.Add(EntryOf(arrivals[i], source));
                stored += outcome == Outcome.Stored ? 1 : 0;
                unchanged += outcome == Outcome.Unchanged ? 1 : 0;
                revised += outcome == Outcome.Revised ? 1 : 0;
                if (outcome != Outcome.Unchanged)
                {
                    (firstChanged, lastChanged) = (Math.Min(firstChanged, start), start);
                }
            }

            Write(series, start, known, key);
        }

        return new PutResult(stored, unchanged, revised, firstChanged, lastChanged);
    }

    /// <summary>Sends what is waiting.</summary>
    public abstract Task Flush(CancellationToken cancellation);

    /// <summary>Makes it durable: when this returns, all of it has reached the disk.</summary>
    public async Task Commit(CancellationToken cancellation)
    {
        await Flush(cancellation);
        await transaction.CommitAsync(cancellation);
        committed = true;
    }

    public virtual async ValueTask DisposeAsync()
    {
        try
        {
            if (!committed)
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
        }
        catch (DbException)
        {
            // A full disk may have ended the transaction already; closing the connection leaves nothing of it either way.
        }
        catch (InvalidOperationException)
        {
            // The same, as the providers report a transaction that is no longer there.
        }

        await transaction.DisposeAsync();
        await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract void Insert(int series, long start, in ReadingEntry entry);

    protected abstract void Replace(int series, long start, in ReadingEntry entry);

    protected abstract void Keep(int series, long start, in ReadingEntry entry);

    protected DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // every text is a constant of this folder; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.AddParameter(name, value);
        }

        return command;
    }

    private static ReadingEntry EntryOf(in Arrival arrival, int source) => new(arrival.Value, arrival.Flags, arrival.Rank, 0, source);

    private void Write(int series, long start, bool known, in KeyHistory key)
    {
        if (key.CurrentChanged && known)
        {
            Replace(series, start, key.Current);
        }
        else if (key.CurrentChanged)
        {
            Insert(series, start, key.Current);
        }

        foreach (var entry in key.NewOthers ?? [])
        {
            Keep(series, start, entry);
        }
    }

    private async Task LoadCurrent(int series, long from, long to, CancellationToken cancellation)
    {
        current.Clear();
        others.Clear();
        await using var command = Command(
            "SELECT start, value, flags, rank, revision, source FROM monitoring_readings WHERE series = @series AND start BETWEEN @from AND @to ORDER BY start",
            ("series", series), ("from", from), ("to", to));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            current.Add((rows.GetInt64(0), rows.GetEntry(1)));
        }
    }

    private async Task LoadOthers(int series, long from, long to, CancellationToken cancellation)
    {
        await using var command = Command(
            "SELECT start, value, flags, rank, revision, source FROM monitoring_revisions WHERE series = @series AND start BETWEEN @from AND @to",
            ("series", series), ("from", from), ("to", to));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var start = rows.GetInt64(0);
            if (!others.TryGetValue(start, out var list))
            {
                others[start] = list = [];
            }

            list.Add(rows.GetEntry(1));
        }
    }

    private async Task<int> Next(string table, CancellationToken cancellation) =>
        Convert.ToInt32(await Scalar($"SELECT coalesce(max(id), 0) + 1 FROM {table}", cancellation), CultureInfo.InvariantCulture);

    private async Task<object?> Scalar(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private async Task Run(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
