using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Greenprint.Platform;

/// <summary>
/// What is acknowledged has reached the disk. The settings that promise it are made and read back on every opening of a
/// connection, because a pool, a proxy or an administrator may have changed them since the last one.
/// </summary>
internal static class Durability
{
    private const string SqlitePragmas =
        "PRAGMA busy_timeout=20000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    /// <summary>Sets what can be set on the connection, then reads back.</summary>
    /// <exception cref="RefusedException">The engine would acknowledge what is not on the disk.</exception>
    public static async Task Enforce(StoreEngine engine, DbConnection connection, CancellationToken cancellation)
    {
        if (engine == StoreEngine.Sqlite)
        {
            await using var set = connection.CreateCommand();
            set.CommandText = SqlitePragmas;
            await set.ExecuteNonQueryAsync(cancellation);
        }

        await using var read = connection.CreateCommand();
        read.CommandText = ReadBack(engine);
        await using var row = await read.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        Judge(engine, row);
    }

    /// <summary>The same for callers that cannot wait.</summary>
    public static void Enforce(StoreEngine engine, DbConnection connection)
    {
        if (engine == StoreEngine.Sqlite)
        {
            using var set = connection.CreateCommand();
            set.CommandText = SqlitePragmas;
            set.ExecuteNonQuery();
        }

        using var read = connection.CreateCommand();
        read.CommandText = ReadBack(engine);
        using var row = read.ExecuteReader();
        row.Read();
        Judge(engine, row);
    }

    private static string ReadBack(StoreEngine engine) => engine == StoreEngine.Sqlite
        ? "SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT synchronous FROM pragma_synchronous)"
        : "SELECT current_setting('fsync'), current_setting('synchronous_commit')";

    private static void Judge(StoreEngine engine, DbDataReader row)
    {
        var first = Convert.ToString(row[0], CultureInfo.InvariantCulture)!;
        var second = Convert.ToString(row[1], CultureInfo.InvariantCulture)!;
        // SQLite: 2 is FULL, 3 is EXTRA. PostgreSQL: every value but "off" waits for the local disk.
        var holds = engine == StoreEngine.Sqlite ? first == "wal" && second is "2" or "3" : first == "on" && second != "off";
        if (!holds)
        {
            throw new RefusedException(PlatformFindings.NotDurable(engine, first, second));
        }
    }
}

/// <summary>Enforces <see cref="Durability"/> on the connections of the work database.</summary>
internal sealed class DurabilityInterceptor(StoreEngine engine) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Durability.Enforce(engine, connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Durability.Enforce(engine, connection);   // at once, as everything else is asked
        return Task.CompletedTask;
    }
}
