using System.Buffers.Binary;
using System.IO.Compression;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Evidences;

/// <summary>What a file is, by its content; its name is not asked.</summary>
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

    public static bool IsPhoto(FileKind kind) => kind is FileKind.Jpeg or FileKind.Png;

    private static FileKind? OfPackage(Stream content)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var isOffice = package.GetEntry("[Content_Types].xml") is not null;
            return isOffice && package.GetEntry("word/document.xml") is not null ? FileKind.Docx
                : isOffice && package.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx
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
