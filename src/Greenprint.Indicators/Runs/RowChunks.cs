using System.IO.Compression;
using System.Security.Cryptography;
using Greenprint.Monitoring;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>
/// Rows of one series and month, compressed, under the digest of their content: a year to date and the full year, PM2.5 and the good days, share what they have
/// in common. A month of hours takes about a kilobyte.
/// </summary>
internal sealed record RowChunk(string Digest, byte[] Content);

/// <summary>Packs rows into chunks and back.</summary>
internal static class RowChunks
{
    public static IReadOnlyList<RowChunk> Pack(SeriesRows rows)
    {
        var chunks = new List<RowChunk>();
        var (from, month) = (0, default((int, int)));
        for (var at = 0; at <= rows.Count; at++)
        {
            var next = at == rows.Count ? default : (ChinaTime.DayOf(rows.StartAt(at)) is var day ? (day.Year, day.Month) : default);
            if (at > from && next != month)
            {
                chunks.Add(Pack(rows, from, at));
                from = at;
            }

            month = next;
        }

        return chunks;
    }

    public static SeriesRows Unpack(string station, string item, string unit, IEnumerable<byte[]> contents)
    {
        var (minutes, scaled, flags) = (new List<long>(), new List<long>(), new List<ReadingFlags>());
        foreach (var content in contents)
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(content), CompressionMode.Decompress));
            var count = reader.Read7BitEncodedInt();
            var step = reader.Read7BitEncodedInt64();
            var (minute, value) = (0L, 0L);
            for (var at = 0; at < count; at++)
            {
                minutes.Add(minute += reader.Read7BitEncodedInt64());
            }

            for (var at = 0; at < count; at++)
            {
                scaled.Add(unchecked((value += Signed(reader.Read7BitEncodedInt64())) * step));
            }

            for (var at = 0; at < count; at++)
            {
                flags.Add((ReadingFlags)reader.Read7BitEncodedInt());
            }
        }

        return new(station, item, unit, [.. minutes], [.. scaled], [.. flags]);
    }

    // By column, as differences of what the values have in common: hours are sixty minutes apart, and whole numbers differ by small ones.
    private static RowChunk Pack(SeriesRows rows, int from, int to)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)))
        {
            writer.Write7BitEncodedInt(to - from);
            var unit = Unit(rows.Scaled.AsSpan(from, to - from));
            writer.Write7BitEncodedInt64(unit);
            for (var at = from; at < to; at++)
            {
                writer.Write7BitEncodedInt64(rows.Minutes[at] - (at == from ? 0 : rows.Minutes[at - 1]));
            }

            for (var at = from; at < to; at++)
            {
                writer.Write7BitEncodedInt64(Unsigned(unchecked((rows.Scaled[at] / unit) - (at == from ? 0 : rows.Scaled[at - 1] / unit))));
            }

            for (var at = from; at < to; at++)
            {
                writer.Write7BitEncodedInt((int)rows.Flags[at]);
            }
        }

        return new("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Content(rows, from, to))), packed.ToArray());
    }

    private static long Unit(ReadOnlySpan<long> values)
    {
        var unit = 1_000_000_000L;
        foreach (var value in values)
        {
            while (value % unit != 0)
            {
                unit /= 10;
            }
        }

        return unit;
    }

    // Small differences of either sign as small numbers.
    private static long Unsigned(long value) => unchecked((value << 1) ^ (value >> 63));

    private static long Signed(long value) => unchecked((long)((ulong)value >> 1) ^ -(value & 1));

    // The digest is over the rows and not over the packing, which may differ between versions of the library.
    private static byte[] Content(SeriesRows rows, int from, int to)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        for (var at = from; at < to; at++)
        {
            writer.Write(rows.Minutes[at]);
            writer.Write(rows.Scaled[at]);
            writer.Write((int)rows.Flags[at]);
        }

        writer.Flush();
        return plain.ToArray();
    }
}
