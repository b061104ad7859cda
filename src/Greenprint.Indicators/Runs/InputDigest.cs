using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Greenprint.Indicators;

/// <summary>
/// How input rows are digested, so that an outsider can do it again in ten lines (<c>docs/howto/check-a-figure.md</c>): of a series the same digest that
/// <c>observe export</c> and the API print for the span; of a figure, SHA-256 over one line a station and one line a series.
/// </summary>
internal static class InputDigest
{
    /// <summary>SHA-256 over start (seconds since 1970, 8 bytes), value (10⁻⁹ of the unit, 8 bytes) and the source's flags (4 bytes) of each row, big-endian, in order of time.</summary>
    public static string Of(SeriesRows rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[20];
        for (var at = 0; at < rows.Count; at++)
        {
            BinaryPrimitives.WriteInt64BigEndian(row, rows.Minutes[at] * 60);
            BinaryPrimitives.WriteInt64BigEndian(row[8..], rows.Scaled[at]);
            BinaryPrimitives.WriteInt32BigEndian(row[16..], (int)rows.Flags[at]);
            hash.AppendData(row);
        }

        return Named(hash.GetHashAndReset());
    }

    public static string Of(IEnumerable<InputStation> stations, IEnumerable<(string Station, string Item, string Unit, string Digest)> series)
    {
        var text = new StringBuilder();
        foreach (var station in stations.OrderBy(station => station.Code, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"station,{station.Code},{station.Water?.ToString().ToLowerInvariant()}\n");
        }

        foreach (var (station, item, unit, digest) in series.OrderBy(one => one.Station, StringComparer.Ordinal).ThenBy(one => one.Item, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"series,{station},{item},{unit},{digest}\n");
        }

        return Of(text.ToString());
    }

    public static string Of(string text) => Named(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Named(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);
}
