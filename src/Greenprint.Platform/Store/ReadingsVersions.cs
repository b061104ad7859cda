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

    public static async Task<int> Of(DbConnection connection, string module, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT version FROM {Table} WHERE module = @module";
        Add(command, "module", module);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation) ?? 0, CultureInfo.InvariantCulture);
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
