using Npgsql;

namespace Greenprint.Platform;

/// <summary>Fills an empty PostgreSQL database from a backup: tables of the backup's own schema version, then the rows in one transaction.</summary>
internal sealed class PostgreSqlRestore(StoreLocation store, StoreSchema schema)
{
    public async Task Run(ArchiveReader archive, string file, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(store.Readings);
        await connection.OpenAsync(cancellation);
        if ((await PostgreSqlTables.List(connection, cancellation)).Count > 0)
        {
            throw new RefusedException(PlatformFindings.PlaceNotEmpty("PostgreSQL"));
        }

        try
        {
            await schema.CreateAsOf(archive.Manifest, cancellation);
            await Fill(connection, archive, file, cancellation);
        }
        catch
        {
            // It was empty before, so it is again.
            await Execute(connection, "DROP SCHEMA IF EXISTS work CASCADE; DROP SCHEMA IF EXISTS readings CASCADE;", CancellationToken.None);
            throw;
        }
    }

    private static async Task Fill(NpgsqlConnection connection, ArchiveReader archive, string file, CancellationToken cancellation)
    {
        var tables = await PostgreSqlTables.List(connection, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Foreign keys come back, and are checked, after the last table: no order of tables satisfies every set of them.
        var keys = await ForeignKeys(connection, cancellation);
        foreach (var (table, name, _) in keys)
        {
            await Execute(connection, $"ALTER TABLE {table} DROP CONSTRAINT {PostgreSqlTables.Quoted(name)}", cancellation);
        }

        List<TableContent> filled = [];
        foreach (var table in tables)
        {
            await Execute(connection, $"DELETE FROM {table.FullName}", cancellation);   // rows that come with the schema
            if (archive.Manifest.Parts.Any(part => part.Path == table.Path))
            {
                await using var source = archive.Part(table.Path);
                await PostgreSqlTables.Import(connection, table, source, cancellation);
            }

            filled.Add(await PostgreSqlTables.Export(connection, table, Stream.Null, cancellation));
        }

        foreach (var (table, name, definition) in keys)
        {
            await Execute(connection, $"ALTER TABLE {table} ADD CONSTRAINT {PostgreSqlTables.Quoted(name)} {definition}", cancellation);
        }

        await ContinueSequences(connection, cancellation);
        Restorer.ThrowIfDifferent(archive.Manifest, filled, file);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<IReadOnlyList<(string Table, string Name, string Definition)>> ForeignKeys(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            SELECT format('%I.%I', n.nspname, c.relname), k.conname, pg_get_constraintdef(k.oid)
              FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE k.contype = 'f' AND n.nspname IN ('work', 'readings')
            """;
        return await Triples(connection, sql, cancellation);
    }

    // A sequence goes on after the greatest number its column has.
    private static async Task ContinueSequences(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            SELECT format('%I.%I', sn.nspname, s.relname), format('%I.%I', n.nspname, t.relname), format('%I', a.attname)
              FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_namespace sn ON sn.oid = s.relnamespace
              JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace n ON n.oid = t.relnamespace
              JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
             WHERE d.deptype IN ('a', 'i') AND n.nspname IN ('work', 'readings')
            """;
        foreach (var (sequence, table, column) in await Triples(connection, sql, cancellation))
        {
            await Execute(connection, $"SELECT setval('{sequence}', coalesce((SELECT max({column}) FROM {table}), 0) + 1, false)", cancellation);
        }
    }

    private static async Task<IReadOnlyList<(string, string, string)>> Triples(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<(string, string, string)> found = [];
        while (await rows.ReadAsync(cancellation))
        {
            found.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return found;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // names come from the catalogue and are quoted there
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
