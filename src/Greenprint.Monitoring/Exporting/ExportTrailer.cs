using System.Globalization;

namespace Greenprint.Monitoring;

/// <summary>The last line of an export: how many rows it has and their digest, so that a file cut short on its way is noticed.</summary>
internal static class ExportTrailer
{
    private const string Begin = "# count ";

    public static string Text(ReadingsDigest digest) => string.Create(CultureInfo.InvariantCulture, $"{Begin}{digest.Count} digest {digest.Digest}");

    public static bool TryRead(ReadOnlySpan<char> line, out long count)
    {
        count = 0;
        if (!line.StartsWith(Begin, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = line[Begin.Length..];
        var end = rest.IndexOf(' ');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }
}
