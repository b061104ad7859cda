using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Greenprint.Indicators;

/// <summary>
/// How input rows are digested, so that an outsider can do it again with a spreadsheet and <c>sha256sum</c> (see <c>docs/howto/check-a-figure.md</c>):
/// of a series, SHA-256 over one line a row, <c>2016-01-01T00:00,35,0</c> (start at UTC+8, value without trailing zeros, flags of the source);
/// of a figure, SHA-256 over one line a station and one line a series.
/// </summary>
internal static class InputDigest
{
    public static string Of(SeriesRows rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> line = stackalloc byte[80];
        for (var at = 0; at < rows.Count; at++)
        {
            // Formatted in place: a year of a station has fifty thousand rows.
            var (start, value, flags) = (rows.StartAt(at).DateTime, rows.ValueAt(at), (int)rows.FlagsAt(at));
            if (!Utf8.TryWrite(line, start, value, flags, out var written))
            {
                throw new InvalidOperationException("A row does not fit its line.");
            }

            hash.AppendData(line[..written]);
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

    private static class Utf8
    {
        public static bool TryWrite(Span<byte> line, DateTime start, decimal value, int flags, out int written)
        {
            written = 0;
            if (!start.TryFormat(line, out var part, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))
            {
                return false;
            }

            written = part;
            line[written++] = (byte)',';
            if (!value.TryFormat(line[written..], out part, default, CultureInfo.InvariantCulture))
            {
                return false;
            }

            written += part;
            line[written++] = (byte)',';
            if (!flags.TryFormat(line[written..], out part, default, CultureInfo.InvariantCulture))
            {
                return false;
            }

            written += part;
            line[written++] = (byte)'\n';
            return true;
        }
    }
}
