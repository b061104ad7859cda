using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.Migrations;

/// <summary>A store made by an earlier version opens with everything it held.</summary>
public sealed class MigrationTests
{
    public static TheoryData<StoreEngine> Both => Engines.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_migrations_say_what_the_mappings_say(StoreEngine engine) =>
        await On(engine, db => Task.FromResult(Assert_NoPending(db)));

    [Theory, MemberData(nameof(Both))]
    public async Task A_store_of_the_migration_before_the_last_opens_with_every_row_it_had(StoreEngine engine) =>
        await On(engine, async db =>
        {
            var migrations = db.Database.GetMigrations().ToList();
            Assert.True(migrations.Count >= 2, "There is no migration before the last.");
            if (engine == StoreEngine.PostgreSql)
            {
                await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS work");
            }

            await db.GetService<IMigrator>().MigrateAsync(migrations[^2], TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("INSERT INTO platform_regions (code, parent, name_zh, name_en, level, is_demo) VALUES ('440781', NULL, '台山市', NULL, 'County', {0})", false);
            var before = await Digest(db);

            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

            Assert.Equal(before, await Digest(db));
        });

    [Theory, MemberData(nameof(Both))]
    public async Task Units_from_before_there_were_kinds_are_departments_or_the_town_whose_region_it_is(StoreEngine engine) =>
        await On(engine, async db =>
        {
            if (engine == StoreEngine.PostgreSql)
            {
                await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS work");
            }

            var before = db.Database.GetMigrations().TakeWhile(migration => !migration.EndsWith("_Units", StringComparison.Ordinal)).Last();
            await db.GetService<IMigrator>().MigrateAsync(before, TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("INSERT INTO platform_regions (code, parent, name_zh, level, is_demo) VALUES ('440781', NULL, '台山市', 'County', {0}), ('440781100', '440781', '大江镇', 'Town', {0})", false);
            await db.Database.ExecuteSqlRawAsync("INSERT INTO platform_organizations (id, region, name_zh) VALUES ('ts/water', '440781', '水利局'), ('ts/dajiang', '440781100', '大江镇人民政府')");

            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

            var kinds = db.Database.SqlQueryRaw<string>("SELECT kind AS \"Value\" FROM platform_organizations ORDER BY id");
            Assert.Equal(["Town", "Department"], await kinds.ToListAsync(TestContext.Current.CancellationToken));
        });

    [Theory, MemberData(nameof(Both))]
    public async Task A_store_from_before_migrations_is_refused_by_name_and_left_alone(StoreEngine engine) =>
        await On(engine, async (db, services) =>
        {
            if (engine == StoreEngine.PostgreSql)
            {
                await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS work");
            }

            await ((RelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync(TestContext.Current.CancellationToken);

            var refused = await Assert.ThrowsAsync<RefusedException>(() => services.PrepareStore(cancellation: TestContext.Current.CancellationToken));

            Assert.Equal("PLF-028", refused.Finding.Code);
            Assert.Empty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        });

    private static Task On(StoreEngine engine, Func<GreenprintDb, Task> check) => On(engine, (db, _) => check(db));

    private static async Task On(StoreEngine engine, Func<GreenprintDb, IServiceProvider, Task> check)
    {
        var (location, database) = await TestStore.NewLocation(engine);
        try
        {
            Directory.CreateDirectory(location.Folder);
            await using var site = Site.Compose(location, today: null);
            await using var scope = site.Services.CreateAsyncScope();
            await check(scope.ServiceProvider.GetRequiredService<GreenprintDb>(), site.Services);
        }
        finally
        {
            await TestStore.Drop(location, database);
        }
    }

    private static int Assert_NoPending(GreenprintDb db)
    {
        Assert.False(db.Database.HasPendingModelChanges(), "A mapping changed and no migration says so: dotnet ef migrations add, see CONTRIBUTING.md.");
        return 0;
    }

    private static async Task<string> Digest(GreenprintDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT code, name_zh, level FROM platform_regions ORDER BY code";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        while (await reader.ReadAsync())
        {
            text.AppendJoin('|', reader.GetValue(0), reader.GetValue(1), reader.GetValue(2)).AppendLine();
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
