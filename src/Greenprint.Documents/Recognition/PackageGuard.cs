using System.IO.Compression;
using Greenprint.Quantities;

namespace Greenprint.Documents.Recognition;

/// <summary>Looks into a ZIP package before anything parses it: is it a Word document, and does it unpack to a sane size?</summary>
internal static class PackageGuard
{
    public static Finding? Check(Stream content, string name, DocumentLimits limits, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (!zip.Entries.Any(entry => IsMainPart(entry.FullName)))
            {
                return DocumentFindings.ZipWithoutDocument(name);
            }

            return zip.Entries.Count > limits.PackageEntries
                ? DocumentFindings.Damaged(name, "too many entries")
                : TooLarge(zip, name, limits, cancel);
        }
        catch (InvalidDataException)
        {
            return DocumentFindings.Damaged(name, "zip");
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static bool IsMainPart(string entry) =>
        entry.Replace('\\', '/').StartsWith("word/document", StringComparison.OrdinalIgnoreCase)
        && entry.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    // The sizes that a package states of itself are the attacker's, so the bytes are counted as they come out.
    private static Finding? TooLarge(ZipArchive zip, string name, DocumentLimits limits, CancellationToken cancel)
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
                if (total > limits.UnpackedBytes)
                {
                    return DocumentFindings.UnpacksTooLarge(name, limits.UnpackedBytes);
                }

                if (isXml && part > limits.UnpackedPartBytes)
                {
                    return DocumentFindings.UnpacksTooLarge(name, limits.UnpackedPartBytes);
                }
            }
        }

        return null;
    }
}
