using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Greenprint.Platform;

/// <summary>One table of the two schemas, with the columns that are stored.</summary>
internal sealed record PostgreSqlTable(string Schema, string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key)
{
    public string Path => $"{Schema}/{Name}.copy";

    public string FullName => $"{PostgreSqlTables.Quoted(Schema)}.{PostgreSqlTables.Quoted(Name)}";

    public string ColumnList => string.Join(", ", Columns.Select(PostgreSqlTables.Quoted));
}

/// <summary>Reads and fills the tables of the two schemas by COPY in its text form, which every version of PostgreSQL reads.</summary>
internal static class PostgreSqlTables
{
    public static async Task<IReadOnlyList<PostgreSqlTable>> List(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            SELECT n.nspname, c.relname,
                   (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                   coalesce((SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int[], a.attnum::int)) FROM pg_index i
                     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '{}')
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND n.nspname IN ('work', 'readings') ORDER BY 1, 2
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<PostgreSqlTable> tables = [];
        while (await rows.ReadAsync(cancellation))
        {
            tables.Add(new(rows.GetString(0), rows.GetString(1), rows.GetFieldValue<string[]>(2), rows.GetFieldValue<string[]>(3)));
        }

        return tables;
    }

    /// <summary>Copies a table out in the order of its key; digests what was copied.</summary>
    public static async Task<TableContent> Export(NpgsqlConnection connection, PostgreSqlTable table, Stream target, CancellationToken cancellation)
    {
        var order = table.Key.Count == 0 ? table.Columns : table.Key;
        using var source = await connection.BeginTextExportAsync(
            $"COPY (SELECT {table.ColumnList} FROM {table.FullName} ORDER BY {string.Join(", ", order.Select(Quoted))}) TO STDOUT", cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new char[32 * 1024];
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var encoder = Encoding.UTF8.GetEncoder();
        var rows = 0L;
        for (int read; (read = await source.ReadAsync(text, cancellation)) > 0;)
        {
            rows += text.AsSpan(0, read).Count('\n');   // a line break inside a value is written as \n
            var length = encoder.GetBytes(text.AsSpan(0, read), bytes, flush: false);
            hash.AppendData(bytes, 0, length);
            await target.WriteAsync(bytes.AsMemory(0, length), cancellation);
        }

        return new(table.Schema, table.Name, rows, "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static async Task Import(NpgsqlConnection connection, PostgreSqlTable table, Stream source, CancellationToken cancellation)
    {
        await using var target = await connection.BeginTextImportAsync($"COPY {table.FullName} ({table.ColumnList}) FROM STDIN", cancellation);
        using var reader = new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var text = new char[32 * 1024];
        for (int read; (read = await reader.ReadAsync(text, cancellation)) > 0;)
        {
            await target.WriteAsync(text.AsMemory(0, read), cancellation);
        }
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
