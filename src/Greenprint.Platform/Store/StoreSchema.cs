using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary>The assembly that holds the migrations of both engines. The program registers it; a test of one module has none.</summary>
public sealed record MigrationsSource(Assembly Assembly);

/// <summary>How a store stands to this program.</summary>
internal enum SchemaState
{
    /// <summary>Nothing is there.</summary>
    Absent,

    /// <summary>An older program wrote it.</summary>
    Older,

    /// <summary>It fits.</summary>
    Current,
}

/// <summary>Makes a store ready: creates it or brings it up to this program's schema.</summary>
public sealed class StoreSchema(
    GreenprintDb db, IReadingsStore readings, IEnumerable<IReadingsSchema> readingsSchemas, StoreLocation location, IChanges changes)
{
    /// <summary>Version of this program.</summary>
    public static string ProgramVersion { get; } =
        typeof(StoreSchema).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Creates or upgrades both databases. A step that was begun and not finished is begun again.</summary>
    /// <param name="kind">What a new store is made for; an existing one keeps its kind.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public async Task Prepare(StoreKind kind = StoreKind.Work, CancellationToken cancellation = default)
    {
        PrivateFolder.Make(location.Folder);
        if (location.Engine == StoreEngine.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS work; CREATE SCHEMA IF NOT EXISTS readings;", cancellation);
        }

        _ = await State(cancellation);
        await PrepareWork(cancellation);
        await PrepareReadings(cancellation);
        await MarkStore(kind, cancellation);
    }

    /// <summary>How the store stands to this program.</summary>
    /// <exception cref="RefusedException">A newer program wrote it.</exception>
    internal async Task<SchemaState> State(CancellationToken cancellation)
    {
        if (!await WorkExists(cancellation))
        {
            return SchemaState.Absent;
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = known.Count == 0 ? [] : (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            throw new RefusedException(PlatformFindings.StoreTooNew(newer));
        }

        await using var connection = await readings.Open(cancellation);
        await ReadingsVersions.Create(connection, cancellation);
        var older = applied.Count < known.Count;
        foreach (var schema in readingsSchemas)
        {
            var name = ReadingsVersions.NameOf(schema);
            var version = await ReadingsVersions.Of(connection, name, cancellation);
            var steps = schema.Steps(readings.Engine).Count;
            if (version > steps)
            {
                throw new RefusedException(PlatformFindings.StoreTooNew($"{name} {version}"));
            }

            older |= version < steps;
        }

        return older ? SchemaState.Older : SchemaState.Current;
    }

    private async Task PrepareWork(CancellationToken cancellation)
    {
        if (db.Database.GetMigrations().Any())
        {
            await ReleaseMigrationLock(cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        else if (!await WorkExists(cancellation))
        {
            var creator = (RelationalDatabaseCreator)db.GetService<IDatabaseCreator>();
            await creator.CreateTablesAsync(cancellation);
        }
    }

    // EF's lock of migrations on SQLite is a row: one left by a killed process would stop every later start for ever.
    // The store's writer lock already keeps others out.
    private async Task ReleaseMigrationLock(CancellationToken cancellation)
    {
        if (location.Engine == StoreEngine.Sqlite && await Exists("__EFMigrationsLock", cancellation))
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
        }
    }

    private Task<bool> WorkExists(CancellationToken cancellation) => Exists("platform_store", cancellation);

    private async Task<bool> Exists(string table, CancellationToken cancellation) => location.Engine == StoreEngine.Sqlite
        ? await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {table}").SingleAsync(cancellation) > 0
        : await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = 'work' AND tablename = {table}").SingleAsync(cancellation) > 0;

    private async Task PrepareReadings(CancellationToken cancellation)
    {
        await using var connection = await readings.Open(cancellation);
        await ReadingsVersions.Create(connection, cancellation);
        foreach (var schema in readingsSchemas)
        {
            var steps = schema.Steps(readings.Engine);
            var name = ReadingsVersions.NameOf(schema);
            for (var version = await ReadingsVersions.Of(connection, name, cancellation) + 1; version <= steps.Count; version++)
            {
                await ReadingsVersions.Apply(connection, name, version, steps[version - 1], cancellation);
            }
        }
    }

    private async Task MarkStore(StoreKind kind, CancellationToken cancellation)
    {
        if (await db.Set<StoreRecord>().AnyAsync(cancellation))
        {
            return;
        }

        await changes.Apply(
            Actor.System("greenprint"),
            change =>
            {
                var record = new StoreRecord { Id = Guid.NewGuid(), Created = change.At, Kind = kind, MadeBy = ProgramVersion };
                change.Db.Add(record);
                change.Record("", "store", "store.created", new { record.Id, Kind = kind.ToString(), record.MadeBy });
                return Task.FromResult(0);
            },
            cancellation);
    }
}

/// <summary>Preparing a store from a host.</summary>
public static class StorePreparation
{
    /// <summary><see cref="StoreSchema.Prepare"/> in a scope of its own.</summary>
    public static async Task PrepareStore(this IServiceProvider services, StoreKind kind = StoreKind.Work, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoreSchema>().Prepare(kind, cancellation);
    }
}
