using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Greenprint.Platform;

/// <summary>How an entry of the history is digested. The algorithm is named in the value, so that SM3 can take its place one day.</summary>
public static class HistoryDigest
{
    /// <summary>What the first entry names as the one before it.</summary>
    public const string Beginning = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The digest of an entry: SHA-256 over its fields in order, each preceded by its length in bytes, so that no two entries can read alike.</summary>
    public static string Of(HistoryEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in Fields(entry))
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string[] Fields(HistoryEntry entry) =>
    [
        entry.Number.ToString(CultureInfo.InvariantCulture),
        new UtcTicksConverter().ConvertToProvider(entry.At)!.ToString()!,
        entry.ActorId, entry.ActorName, entry.Region, entry.Subject, entry.Kind, entry.Body, entry.Why ?? "", entry.PreviousDigest,
    ];
}
