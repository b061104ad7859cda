using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Greenprint.Platform;

/// <summary>Writes a whole store into one file, beside a running server. A backup that broke never has the name of a whole one.</summary>
internal sealed class BackupWriter(StoreLocation store, GreenprintDb db, TimeProvider time)
{
    /// <summary>Folders of the store that are not databases: keys of sessions, uploaded files.</summary>
    internal static readonly string[] Folders = ["keys", "files"];

    /// <exception cref="RefusedException">The file exists.</exception>
    public async Task<BackupManifest> Write(string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
        {
            throw new RefusedException(PlatformFindings.FileExists(file));
        }

        var draft = $"{file}.partial";
        var scratch = $"{file}.partial-copies";
        File.Delete(draft);
        try
        {
            BackupManifest manifest;
            await using (var output = NewFile(draft))
            {
                using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await Fill(new ArchiveWriter(zip), scratch, cancellation);
                }

                output.Flush(flushToDisk: true);
            }

            File.Move(draft, file);
            return manifest;
        }
        finally
        {
            File.Delete(draft);
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
    }

    private async Task<BackupManifest> Fill(ArchiveWriter archive, string scratch, CancellationToken cancellation)
    {
        var content = store.Engine == StoreEngine.Sqlite ? await FromSqlite(archive, scratch, cancellation) : await FromPostgreSql(archive, cancellation);
        foreach (var folder in Folders.Select(name => Path.Combine(store.Folder, name)).Where(Directory.Exists))
        {
            foreach (var part in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                await archive.AddFile(Path.GetRelativePath(store.Folder, part).Replace('\\', '/'), part, cancellation);
            }
        }

        var manifest = content with { Parts = archive.Parts };
        await archive.Close(manifest);
        return manifest;
    }

    // The plan's work first, then the readings: work names readings, and readings are only ever added to, so the later copy has all of them.
    private async Task<BackupManifest> FromSqlite(ArchiveWriter archive, string scratch, CancellationToken cancellation)
    {
        PrivateFolder.Make(scratch);
        var work = await Copy(store.Work, Path.Combine(scratch, "work.db"), cancellation);
        var readings = await Copy(store.Readings, Path.Combine(scratch, "readings.db"), cancellation);
        List<TableContent> tables =
            [.. await SqliteTables.Read(work, "work", cancellation), .. await SqliteTables.Read(readings, "readings", cancellation)];

        var manifest = await Describe(tables, SqliteOptions(work), readings, cancellation);
        await archive.AddFile("work.db", work, cancellation);
        await archive.AddFile("readings.db", readings, cancellation);
        return manifest;
    }

    // VACUUM INTO reads one snapshot and keeps no writer waiting.
    private static async Task<string> Copy(string source, string target, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(source);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @target";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("@target", target);
        await command.ExecuteNonQueryAsync(cancellation);
        return target;
    }

    private static string SqliteOptions(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString;

    private async Task<BackupManifest> Describe(IReadOnlyList<TableContent> tables, string work, string readings, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(work);
        await connection.OpenAsync(cancellation);
        var (id, history) = await ReadEnd(connection, "", cancellation);
        await using var beside = new SqliteConnection(SqliteOptions(readings));
        await beside.OpenAsync(cancellation);
        return await Manifest(id, history, await ReadingsVersions.All(beside, cancellation), tables, cancellation);
    }

    // One snapshot of both schemas.
    private async Task<BackupManifest> FromPostgreSql(ArchiveWriter archive, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(store.Readings);
        await connection.OpenAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        List<TableContent> tables = [];
        foreach (var table in await PostgreSqlTables.List(connection, cancellation))
        {
            tables.Add(await archive.Add(table.Path, target => PostgreSqlTables.Export(connection, table, target, cancellation)));
        }

        var (id, history) = await ReadEnd(connection, "work.", cancellation);
        return await Manifest(id, history, await ReadingsVersions.All(connection, cancellation), tables, cancellation);
    }

    private async Task<BackupManifest> Manifest(
        Guid id, HistoryEnd history, IReadOnlyDictionary<string, int> versions, IReadOnlyList<TableContent> tables, CancellationToken cancellation)
    {
        // The schema stands still while somebody serves or backs up: it is changed at a start only.
        var migrations = db.Database.GetMigrations().Any() ? (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList() : [];
        return new(
            BackupManifest.CurrentFormat, StoreSchema.ProgramVersion, store.Engine.ToString(), time.GetUtcNow(), id, migrations, versions, history, tables, []);
    }

    private static async Task<(Guid Id, HistoryEnd History)> ReadEnd(System.Data.Common.DbConnection connection, string schema, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT s.id, h.number, h.digest FROM {schema}platform_store s, {schema}platform_history_head h";
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetGuid(0), new HistoryEnd(row.GetInt64(1), row.GetString(2)));
    }

    private static FileStream NewFile(string path)
    {
        // The archive holds the keys of sessions and digests of passwords.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFolder.FileMode;
        }

        return new FileStream(path, options);
    }
}
