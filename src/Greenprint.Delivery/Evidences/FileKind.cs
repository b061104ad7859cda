using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Evidences;

/// <summary>What a file is, by its content.</summary>
internal enum FileKind
{
    /// <summary>A photo.</summary>
    Jpeg,

    /// <summary>A picture.</summary>
    Png,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word from 2007 on, WPS.</summary>
    Docx,

    /// <summary>Excel from 2007 on, WPS.</summary>
    Xlsx,

    /// <summary>Word, Excel or WPS of before 2007.</summary>
    OldOffice,
}

/// <summary>Recognises files. What is not one of the kinds is refused: an archive or a program is no proof that a person can look at.</summary>
internal static class FileKinds
{
    /// <summary>What people are told may be uploaded.</summary>
    public static Bilingual Accepted => ("照片（JPG、PNG）、PDF、Word、Excel 或 WPS 文档", "a photo (JPG, PNG), a PDF, or a Word, Excel or WPS document");

    /// <summary>Kind of a content; null when it is none of ours. The stream is left at its beginning.</summary>
    public static FileKind? Of(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read < head.Length ? null
            : head[..3].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
            : BinaryPrimitives.ReadUInt64BigEndian(head) switch
            {
                0x89504E470D0A1A0A => FileKind.Png,
                0xD0CF11E0A1B11AE1 => FileKind.OldOffice,
                var first when first >> 24 == 0x255044462D => FileKind.Pdf,
                var first when first >> 32 == 0x504B0304 => OfPackage(content),
                _ => null,
            };
    }

    /// <summary>Media type under which it is served; always as a download.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };

    /// <summary>
    /// The name under which it is kept: the last part of what came, without characters that nobody sees or that turn the reading order, and with an ending of
    /// its kind, because the machine of who downloads it goes by the ending. Null for a file of the old kind with another ending: a message or an installer
    /// begins with the same bytes.
    /// </summary>
    public static string? NameOf(string name, FileKind kind)
    {
        // Only the last part: some browsers send a path, and the name is shown to others.
        var shown = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Where(IsShown)).Trim().TrimEnd('.', ' ');
        var endings = EndingsOf(kind);
        if (!endings.Contains(Path.GetExtension(shown), StringComparer.OrdinalIgnoreCase))
        {
            if (kind == FileKind.OldOffice)
            {
                return null;
            }

            shown = (shown.Length == 0 ? "file" : shown) + endings[0];
        }

        var from = Math.Max(0, shown.Length - LongestName);
        return shown[(char.IsLowSurrogate(shown[from]) ? from + 1 : from)..];
    }

    public static bool IsPhoto(FileKind kind) => kind is FileKind.Jpeg or FileKind.Png;

    private const int LongestName = 120;

    private const int LongestContentTypes = 1 << 20;

    private static string[] EndingsOf(FileKind kind) => kind switch
    {
        FileKind.Jpeg => [".jpg", ".jpeg"],
        FileKind.Png => [".png"],
        FileKind.Pdf => [".pdf"],
        FileKind.Docx => [".docx", ".wps"],
        FileKind.Xlsx => [".xlsx", ".et"],
        _ => [".doc", ".xls", ".wps", ".et"],
    };

    private static bool IsShown(char one) => char.GetUnicodeCategory(one) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);

    // A package with a program in it is no document, whatever its name.
    private static bool HasProgram(ZipArchive package, ZipArchiveEntry types)
    {
        if (types.Length > LongestContentTypes || package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        using var reader = new StreamReader(types.Open());
        var buffer = new char[LongestContentTypes];
        var text = buffer.AsSpan(0, reader.ReadBlock(buffer));
        return text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || text.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
    }

    private static FileKind? OfPackage(Stream content)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return package.GetEntry("[Content_Types].xml") is not { } types || HasProgram(package, types) ? null
                : package.GetEntry("word/document.xml") is not null ? FileKind.Docx
                : package.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }
}
