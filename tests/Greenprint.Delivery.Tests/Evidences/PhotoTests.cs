using System.IO.Compression;
using System.Text;
using Greenprint.Delivery.Evidences;
using Greenprint.Testing;

namespace Greenprint.Delivery.Tests.Evidences;

public sealed class PhotoTests
{
    [Fact]
    public void A_photo_says_when_where_and_which_way_up()
    {
        Assert.Equal(new PhotoFacts("2026-03-01 09:30:00", 21.95m, 112.79m, 6), PhotoFacts.OfJpeg(Photos.Jpeg(6)));
        Assert.Equal(-21.95m, PhotoFacts.OfJpeg(Photos.Jpeg(1, south: "S")).Latitude);
    }

    [Fact]
    public void A_clean_photo_keeps_picture_colours_and_orientation_and_nothing_of_where_it_was_taken()
    {
        var clean = PhotoCleaner.Clean(FileKind.Jpeg, Photos.Jpeg(6))!;
        var text = Encoding.Latin1.GetString(clean);

        Assert.Equal(new PhotoFacts(null, null, null, 6), PhotoFacts.OfJpeg(clean));
        Assert.Contains("JFIF", text, StringComparison.Ordinal);
        Assert.Contains("ICC_PROFILE", text, StringComparison.Ordinal);
        foreach (var gone in new[] { "Guanghai", "Chen", "film", "2026:03", "xap", "unheard" })
        {
            Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
        }

        Assert.Equal(2, text.Split("\u00FF\u00DA").Length - 1);
        Assert.Contains("\u0077\u00FF\u0000\u0078\u00FF\u00C4", text, StringComparison.Ordinal);
        Assert.Equal([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9], clean[^9..]);
        Assert.Equal(clean, PhotoCleaner.Clean(FileKind.Jpeg, clean));
    }

    [Fact]
    public void A_photo_without_its_end_is_not_shown_as_far_as_it_goes()
    {
        var photo = Photos.Jpeg(1);
        var end = photo.AsSpan().IndexOf("ftyp"u8);
        Assert.NotNull(PhotoCleaner.Clean(FileKind.Jpeg, photo.AsSpan(0, end)));
        Assert.Null(PhotoCleaner.Clean(FileKind.Jpeg, photo.AsSpan(0, end - 2)));
    }

    [Fact]
    public void An_upright_photo_carries_no_Exif_at_all_when_it_is_clean() =>
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(PhotoCleaner.Clean(FileKind.Jpeg, Photos.Jpeg(1))!), StringComparison.Ordinal);

    [Fact]
    public void A_clean_png_keeps_its_picture_and_loses_its_texts()
    {
        byte[] png = [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", 13), .. Chunk("eXIf", 5), .. Chunk("tEXt", 9), .. Chunk("IDAT", 20), .. Chunk("IEND", 0), .. "and more"u8];
        byte[] kept = [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", 13), .. Chunk("IDAT", 20), .. Chunk("IEND", 0)];

        Assert.Equal(kept, PhotoCleaner.Clean(FileKind.Png, png));
        Assert.Null(PhotoCleaner.Clean(FileKind.Png, png.AsSpan(0, 60)));
    }

    [Fact]
    public void No_bytes_whatever_break_the_readers_of_photos() => Gen.Byte.Array[0, 400].Sample(
        bytes =>
        {
            var photo = Photos.Jpeg(3);
            for (var i = 0; i < bytes.Length; i++)
            {
                photo[(i * 7919 % (photo.Length - 2)) + 2] = bytes[i];
            }

            _ = PhotoFacts.OfJpeg(photo);
            _ = PhotoFacts.OfJpeg(bytes);
            _ = PhotoCleaner.Clean(FileKind.Jpeg, photo.AsSpan(0, Math.Max(2, photo.Length - bytes.Length)));
            _ = PhotoCleaner.Clean(FileKind.Png, [0x89, .. "PNG\r\n\x1A\n"u8, .. bytes]);
        },
        iter: Laws.Tries(3000));

    [Fact]
    public void A_file_is_what_its_content_says()
    {
        Assert.Equal(FileKind.Jpeg, Kind(Photos.Jpeg(1)));
        Assert.Equal(FileKind.Pdf, Kind("%PDF-1.7\n%"u8.ToArray()));
        Assert.Equal(FileKind.OldOffice, Kind([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]));
        Assert.Equal(FileKind.Docx, Kind(Zip("[Content_Types].xml", "word/document.xml")));
        Assert.Equal(FileKind.Xlsx, Kind(Zip("[Content_Types].xml", "xl/workbook.xml")));
        Assert.Null(Kind(Zip("run.exe")));
        Assert.Null(Kind("PK\u0003\u0004 broken"u8.ToArray()));
        Assert.Null(Kind("<html><script>"u8.ToArray()));
        Assert.Null(Kind([]));
    }

    [Fact]
    public void A_document_with_a_program_in_it_is_none()
    {
        Assert.Null(Kind(Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
        Assert.Null(Kind(Zip("[Content_Types].xml", "xl/workbook.xml", "xl/VBAPROJECT.BIN")));
    }

    [Theory]
    [InlineData("C:\\x\\验收.PDF", "Pdf", "验收.PDF")]
    [InlineData("x.hta", "Pdf", "x.hta.pdf")]
    [InlineData("", "Pdf", "file.pdf")]
    [InlineData("abc\u202Efdp.exe\u0007", "Jpeg", "abcfdp.exe.jpg")]
    [InlineData("表.et", "OldOffice", "表.et")]
    [InlineData("setup.msi", "OldOffice", null)]
    [InlineData("mail.msg", "OldOffice", null)]
    public void A_name_has_an_ending_of_its_kind_and_nothing_unseen(string name, string kind, string? kept) =>
        Assert.Equal(kept, FileKinds.NameOf(name, Enum.Parse<FileKind>(kind)));

    private static FileKind? Kind(byte[] bytes) => FileKinds.Of(new MemoryStream(bytes));

    private static byte[] Chunk(string name, int length) => [0, 0, 0, (byte)length, .. Encoding.ASCII.GetBytes(name), .. Enumerable.Repeat((byte)1, length), 9, 9, 9, 9];

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }

        return stream.ToArray();
    }
}
