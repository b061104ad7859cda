using Microsoft.Data.Sqlite;
using Npgsql;

namespace Greenprint.Platform;

/// <summary>Which engine holds the store.</summary>
public enum StoreEngine
{
    /// <summary>Embedded: <c>work.db</c> and <c>readings.db</c> in the store's folder, so that a back-fill never blocks a save.</summary>
    Sqlite,

    /// <summary>One PostgreSQL database with the schemas <c>work</c> and <c>readings</c>.</summary>
    PostgreSql,
}

/// <summary>Where one store lies.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Folder">The folder of <c>--data</c>: keys, files, lock and socket are there for both engines.</param>
/// <param name="Work">Connection string of the plan's own tables (search path <c>work</c> on PostgreSQL).</param>
/// <param name="Readings">Connection string of the bulk store of readings (search path <c>readings</c> on PostgreSQL).</param>
public sealed record StoreLocation(StoreEngine Engine, string Folder, string Work, string Readings)
{
    /// <summary>The embedded store in <paramref name="folder"/>.</summary>
    public static StoreLocation OnSqlite(string folder) => new(
        StoreEngine.Sqlite,
        folder,
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "work.db"), ForeignKeys = true }.ConnectionString,
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "readings.db") }.ConnectionString);

    /// <summary>A PostgreSQL database; files and keys lie in <paramref name="folder"/>.</summary>
    /// <exception cref="ArgumentException">The connection string is none.</exception>
    public static StoreLocation OnPostgreSql(string folder, string connectionString) => new(
        StoreEngine.PostgreSql,
        folder,
        new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "work" }.ConnectionString,
        new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "readings" }.ConnectionString);
}
