using System.IO.Compression;
using Greenprint.Quantities;

namespace Greenprint.Documents.Recognition;

/// <summary>Looks into a ZIP package before anything parses it: is it what the reader wants, and does it unpack to a sane size?</summary>
internal static class PackageGuard
{
    public static Finding? Check(Stream content, string name, DocumentLimits limits, PackageKind kind, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (!zip.Entries.Any(entry => kind.IsMainPart(entry.FullName)))
            {
                return kind.Foreign(name);
            }

            if (zip.Entries.Any(entry => kind.IsForbidden(entry.FullName)))
            {
                return kind.Forbidden!(name);
            }

            return zip.Entries.Count > limits.PackageEntries
                ? kind.Damaged(name, "too many entries")
                : TooLarge(zip, name, kind.Unpacked(limits), kind, cancel);
        }
        catch (InvalidDataException)
        {
            return kind.Damaged(name, "zip");
        }
        finally
        {
            content.Position = 0;
        }
    }

    // The sizes that a package states of itself are the attacker's, so the bytes are counted as they come out.
    private static Finding? TooLarge(ZipArchive zip, string name, (long All, long Part) most, PackageKind kind, CancellationToken cancel)
    {
        long total = 0;
        var buffer = new byte[81920];
        foreach (var entry in zip.Entries)
        {
            var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
            long part = 0;
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                part += read;
                total += read;
                if (total > most.All)
                {
                    return kind.TooLarge(name, most.All);
                }

                if (isXml && part > most.Part)
                {
                    return kind.TooLarge(name, most.Part);
                }
            }
        }

        return null;
    }
}
