using Greenprint.Platform;
using Microsoft.EntityFrameworkCore.Design;

namespace Greenprint.Server.Migrations;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteGreenprintDb --output-dir Migrations/Sqlite</c>: the model as the program composes it.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteGreenprintDb>
{
    public SqliteGreenprintDb CreateDbContext(string[] args) => (SqliteGreenprintDb)Design.Context(StoreLocation.OnSqlite(Path.GetTempPath()));
}

/// <summary>The same for <c>--context PostgreSqlGreenprintDb --output-dir Migrations/PostgreSql</c>.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlGreenprintDb>
{
    public PostgreSqlGreenprintDb CreateDbContext(string[] args) =>
        (PostgreSqlGreenprintDb)Design.Context(StoreLocation.OnPostgreSql(Path.GetTempPath(), "Host=localhost;Database=design"));
}

internal static class Design
{
    public static GreenprintDb Context(StoreLocation store) => Site.Compose(store, today: null).Services.CreateScope().ServiceProvider.GetRequiredService<GreenprintDb>();
}
