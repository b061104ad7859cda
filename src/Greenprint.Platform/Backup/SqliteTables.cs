using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Greenprint.Platform;

/// <summary>What the tables of one SQLite file hold.</summary>
internal static class SqliteTables
{
    public static async Task<IReadOnlyList<TableContent>> Read(string file, string database, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        List<TableContent> tables = [];
        foreach (var name in await Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name", cancellation))
        {
            tables.Add(await Digest(connection, database, name, cancellation));
        }

        return tables;
    }

    private static async Task<TableContent> Digest(SqliteConnection connection, string database, string table, CancellationToken cancellation)
    {
        var key = await Column(connection, $"SELECT name FROM pragma_table_info({Text(table)}) WHERE pk > 0 ORDER BY pk", cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Quoted(table)} ORDER BY {(key.Count == 0 ? "rowid" : string.Join(", ", key.Select(Quoted)))}";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                Add(hash, rows.GetValue(column));
            }

            count++;
        }

        return new(database, table, count, "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // Kind and length before each value, so that no two rows read alike.
    private static void Add(IncrementalHash hash, object value)
    {
        var (kind, bytes) = value switch
        {
            DBNull => ((byte)'n', []),
            long number => ((byte)'i', Bytes(number)),
            double number => ((byte)'r', Bytes(BitConverter.DoubleToInt64Bits(number))),
            string text => ((byte)'t', Encoding.UTF8.GetBytes(text)),
            byte[] blob => ((byte)'b', blob),
            _ => throw new InvalidOperationException($"SQLite has no {value.GetType()}."),
        };
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }

    private static byte[] Bytes(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return bytes;
    }

    private static async Task<List<string>> Column(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<string> found = [];
        while (await rows.ReadAsync(cancellation))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
