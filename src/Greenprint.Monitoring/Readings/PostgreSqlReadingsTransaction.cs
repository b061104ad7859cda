using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Greenprint.Monitoring;

/// <summary>PostgreSQL: new rows by binary COPY straight into the table, replaced ones by binary COPY into a staging table and one update.</summary>
internal sealed class PostgreSqlReadingsTransaction : ReadingsTransaction
{
    private const string Columns = "(series, start, value, flags, rank, revision, source)";

    private readonly NpgsqlConnection connection;
    private readonly List<(int Series, long Start, ReadingEntry Entry)> inserted = [];
    private readonly List<(int Series, long Start, ReadingEntry Entry)> replaced = [];
    private readonly List<(int Series, long Start, ReadingEntry Entry)> kept = [];
    private bool staged;

    private PostgreSqlReadingsTransaction(NpgsqlConnection connection, DbTransaction transaction)
        : base(connection, transaction) => this.connection = connection;

    public static async Task<ReadingsTransaction> Begin(DbConnection connection, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        // One writer of readings at a time, as on SQLite; readers go on.
        command.CommandText = "LOCK TABLE monitoring_sources IN EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync(cancellation);
        return new PostgreSqlReadingsTransaction((NpgsqlConnection)connection, transaction);
    }

    public override async Task Flush(CancellationToken cancellation)
    {
        // COPY into the table itself is safe, because nobody else can have added one of these keys since they were looked for.
        await Copy("monitoring_readings", inserted, cancellation);
        await Copy("monitoring_revisions", kept, cancellation);
        if (replaced.Count > 0)
        {
            await Update(cancellation);
        }
    }

    protected override void Insert(int series, long start, in ReadingEntry entry) => inserted.Add((series, start, entry));

    protected override void Replace(int series, long start, in ReadingEntry entry) => replaced.Add((series, start, entry));

    protected override void Keep(int series, long start, in ReadingEntry entry) => kept.Add((series, start, entry));

    private async Task Update(CancellationToken cancellation)
    {
        await using var prepare = Command(staged
            ? "TRUNCATE monitoring_staging"
            : "CREATE TEMPORARY TABLE monitoring_staging (LIKE monitoring_readings) ON COMMIT DROP");
        await prepare.ExecuteNonQueryAsync(cancellation);
        staged = true;
        await Copy("monitoring_staging", replaced, cancellation);
        await using var update = Command(
            """
            UPDATE monitoring_readings AS r
            SET value = s.value, flags = s.flags, rank = s.rank, revision = s.revision, source = s.source
            FROM monitoring_staging AS s WHERE r.series = s.series AND r.start = s.start
            """);
        await update.ExecuteNonQueryAsync(cancellation);
    }

    private async Task Copy(string table, List<(int Series, long Start, ReadingEntry Entry)> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} {Columns} FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var (series, start, entry) in rows)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(series, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(start, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(entry.Value, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync((int)entry.Flags, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync((short)entry.Rank, NpgsqlDbType.Smallint, cancellation);
            await copy.WriteAsync(entry.Revision, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(entry.Source, NpgsqlDbType.Integer, cancellation);
        }

        await copy.CompleteAsync(cancellation);
        rows.Clear();
    }
}
