using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

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
    /// <exception cref="RefusedException">A newer program wrote the store.</exception>
    public async Task Prepare(StoreKind kind = StoreKind.Work, CancellationToken cancellation = default)
    {
        PrivateFolder.Make(location.Folder);
        PrivateFolder.Make(Path.Combine(location.Folder, "keys"));
        await CreateSchemas(cancellation);
        _ = await State(cancellation);
        await PrepareWork(target: null, cancellation);
        await PrepareReadings(upTo: null, cancellation);
        await MarkStore(kind, cancellation);
    }

    /// <summary>How the store stands to this program. Changes nothing.</summary>
    /// <exception cref="RefusedException">A newer program wrote it, or one from before migrations.</exception>
    internal async Task<SchemaState> State(CancellationToken cancellation)
    {
        if (!await Exists("platform_store", cancellation))
        {
            return SchemaState.Absent;
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = known.Count == 0 ? [] : (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        await using var connection = await readings.Open(cancellation);
        var versions = await ReadingsVersions.All(connection, cancellation);
        ThrowIfNewer(applied, versions);
        ThrowIfBeforeMigrations(known, applied);
        return applied.Count < known.Count || Schemas().Any(schema => versions.GetValueOrDefault(schema.Name) < schema.Steps.Count)
            ? SchemaState.Older
            : SchemaState.Current;
    }

    /// <exception cref="RefusedException">A newer program wrote the backup.</exception>
    internal void ThrowIfNewer(BackupManifest backup) => ThrowIfNewer(backup.Migrations, backup.Readings);

    /// <summary>Creates the tables of an empty store as they were when <paramref name="backup"/> was made; a later start upgrades them.</summary>
    internal async Task CreateAsOf(BackupManifest backup, CancellationToken cancellation)
    {
        await CreateSchemas(cancellation);
        await PrepareWork(backup.Migrations is [.., var last] ? last : null, cancellation);
        await PrepareReadings(backup.Readings, cancellation);
    }

    // Tables without a history of migrations: a build from before there were any made them, and nothing says which columns they have.
    private void ThrowIfBeforeMigrations(List<string> known, List<string> applied)
    {
        if (known.Count > 0 && applied.Count == 0)
        {
            throw new RefusedException(PlatformFindings.StoreBeforeMigrations(location.Folder));
        }
    }

    private void ThrowIfNewer(IReadOnlyList<string> applied, IReadOnlyDictionary<string, int> versions)
    {
        if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } newer)
        {
            throw new RefusedException(PlatformFindings.StoreTooNew(newer));
        }

        var steps = Schemas().ToDictionary(schema => schema.Name, schema => schema.Steps.Count, StringComparer.Ordinal);
        foreach (var (module, version) in versions.Where(version => version.Value > steps.GetValueOrDefault(version.Key)))
        {
            throw new RefusedException(PlatformFindings.StoreTooNew($"{module} {version}"));
        }
    }

    private IEnumerable<(string Name, IReadOnlyList<string> Steps)> Schemas() =>
        readingsSchemas.Select(schema => (ReadingsVersions.NameOf(schema), schema.Steps(readings.Engine)));

    private async Task CreateSchemas(CancellationToken cancellation)
    {
        if (location.Engine == StoreEngine.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS work; CREATE SCHEMA IF NOT EXISTS readings;", cancellation);
        }
    }

    private async Task PrepareWork(string? target, CancellationToken cancellation)
    {
        if (db.Database.GetMigrations().Any())
        {
            await ReleaseMigrationLock(cancellation);
            await db.GetService<IMigrator>().MigrateAsync(target, cancellation);
        }
        else if (!await Exists("platform_store", cancellation))
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

    private Task<bool> Exists(string table, CancellationToken cancellation) => location.Engine == StoreEngine.Sqlite
        ? db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'").ContainsAsync(table, cancellation)
        : db.Database.SqlQuery<string>($"SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = 'work'").ContainsAsync(table, cancellation);

    private async Task PrepareReadings(IReadOnlyDictionary<string, int>? upTo, CancellationToken cancellation)
    {
        await using var connection = await readings.Open(cancellation);
        await ReadingsVersions.Create(connection, cancellation);
        var versions = await ReadingsVersions.All(connection, cancellation);
        foreach (var (name, steps) in Schemas())
        {
            var last = upTo is null ? steps.Count : upTo.GetValueOrDefault(name);
            for (var version = versions.GetValueOrDefault(name) + 1; version <= last; version++)
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
