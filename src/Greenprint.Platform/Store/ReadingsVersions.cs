using System.Data.Common;
using System.Globalization;

namespace Greenprint.Platform;

/// <summary>Which steps of which module's tables the readings database has.</summary>
internal static class ReadingsVersions
{
    public const string Table = "platform_readings_schema";

    /// <summary>One schema per module, so the module's name is its name.</summary>
    public static string NameOf(IReadingsSchema schema) => schema.GetType().Assembly.GetName().Name!;

    public static async Task Create(DbConnection connection, CancellationToken cancellation) =>
        await Execute(connection, null, $"CREATE TABLE IF NOT EXISTS {Table} (module text NOT NULL PRIMARY KEY, version integer NOT NULL)", cancellation);

    /// <summary>Every module's version; empty where the table is not there yet.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> All(DbConnection connection, CancellationToken cancellation)
    {
        Dictionary<string, int> versions = new(StringComparer.Ordinal);
        if (!await Exists(connection, cancellation))
        {
            return versions;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT module, version FROM {Table}";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            versions[rows.GetString(0)] = rows.GetInt32(1);
        }

        return versions;
    }

    private static async Task<bool> Exists(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is Npgsql.NpgsqlConnection
            ? $"SELECT count(*) FROM pg_tables WHERE schemaname = 'readings' AND tablename = '{Table}'"
            : $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{Table}'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0;
    }

    public static async Task Apply(DbConnection connection, string module, int version, string step, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, transaction, step, cancellation);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {Table} (module, version) VALUES (@module, @version) ON CONFLICT (module) DO UPDATE SET version = excluded.version";
        Add(command, "module", module);
        Add(command, "version", version);
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
