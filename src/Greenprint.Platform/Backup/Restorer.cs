namespace Greenprint.Platform;

/// <summary>Makes a store of a backup: all of it, equal table by table, or nothing.</summary>
internal sealed class Restorer(StoreLocation store, StoreSchema schema, PostgreSqlRestore postgreSql)
{
    /// <exception cref="RefusedException">The backup is not whole, does not fit, or the place is not empty.</exception>
    public async Task<BackupManifest> Restore(string file, CancellationToken cancellation)
    {
        using var archive = await ArchiveReader.Open(file, cancellation);
        schema.ThrowIfNewer(archive.Manifest);
        if (archive.Manifest.Engine != store.Engine.ToString())
        {
            throw new RefusedException(PlatformFindings.OtherEngine(archive.Manifest.Engine));
        }

        if (Directory.Exists(store.Folder) && Directory.EnumerateFileSystemEntries(store.Folder).Any())
        {
            throw new RefusedException(PlatformFindings.PlaceNotEmpty(store.Folder));
        }

        var draft = $"{store.Folder.TrimEnd(Path.DirectorySeparatorChar)}.restoring";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        try
        {
            await Unpack(archive, draft, cancellation);
            if (store.Engine == StoreEngine.PostgreSql)
            {
                await postgreSql.Run(archive, file, cancellation);
            }
            else
            {
                await CompareSqlite(archive.Manifest, file, draft, cancellation);
            }

            if (Directory.Exists(store.Folder))
            {
                Directory.Delete(store.Folder);
            }

            Directory.Move(draft, store.Folder);
            return archive.Manifest;
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    private static async Task Unpack(ArchiveReader archive, string folder, CancellationToken cancellation)
    {
        PrivateFolder.Make(folder);
        foreach (var part in archive.Manifest.Parts.Where(part => !part.Path.EndsWith(".copy", StringComparison.Ordinal)))
        {
            await archive.Extract(part.Path, Path.Combine(folder, part.Path), cancellation);
        }
    }

    private static async Task CompareSqlite(BackupManifest manifest, string file, string folder, CancellationToken cancellation)
    {
        List<TableContent> tables =
        [
            .. await SqliteTables.Read(Path.Combine(folder, "work.db"), "work", cancellation),
            .. await SqliteTables.Read(Path.Combine(folder, "readings.db"), "readings", cancellation),
        ];
        ThrowIfDifferent(manifest, tables, file);
    }

    /// <summary>Every table has the rows that the manifest names.</summary>
    internal static void ThrowIfDifferent(BackupManifest manifest, IReadOnlyList<TableContent> tables, string file)
    {
        if (manifest.Tables.Except(tables).Concat(tables.Except(manifest.Tables)).FirstOrDefault() is { } differs)
        {
            throw new RefusedException(PlatformFindings.BadBackup(file, $"{differs.Database}.{differs.Name}"));
        }
    }
}
