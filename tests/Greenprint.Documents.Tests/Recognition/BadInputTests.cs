using System.IO.Compression;
using System.Text;
using Greenprint.Documents.Tests.Docx;

namespace Greenprint.Documents.Tests.Recognition;

/// <summary>What is refused, with the file in the message and what to do.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%âãÏÓ\n1 0 obj");
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13];

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.txt", [], "DOC-002" },
        { "cut-off.pdf", Pdf, "DOC-018" },
        { "a-pdf-given-as.txt", Pdf, "DOC-009" },
        { "old.doc", Ole, "DOC-005" },
        { "with-a-password.docx", Ole, "DOC-012" },
        { "archive.docx", Zip(("readme.txt", "x")), "DOC-006" },
        { "sheet.xlsx", Zip(("xl/workbook.xml", "<x/>")), "DOC-006" },
        { "picture.txt", Png, "DOC-007" },
        { "program.md", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0], "DOC-007" },
        { "a-docx-called.txt", WordFile.Of(WordFile.Paragraph("文字")).ToArray(), "DOC-009" },
        { "a-text-called.docx", "一、总体要求"u8.ToArray(), "DOC-009" },
        { "cut-off.docx", WordFile.Of(WordFile.Paragraph("文字")).ToArray()[..400], "DOC-010" },
        { "no-xml.docx", Zip(("[Content_Types].xml", "<"), ("word/document.xml", "<w:document")), "DOC-010" },
        { "blank.txt", "  \n\n\t\n"u8.ToArray(), "DOC-013" },
        { "pictures-only.docx", WordFile.Of("<w:p/>").ToArray(), "DOC-013" },
        { "letter.txt", Encoding.ASCII.GetBytes(@"{\rtf1\ansi text}"), "DOC-014" },
        { "page.txt", "<!DOCTYPE html><html><body>x</body></html>"u8.ToArray(), "DOC-014" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void It_is_refused_by_its_content_and_the_message_names_the_file(string name, byte[] content, string code)
    {
        var reading = DocumentReader.Read(new MemoryStream(content), name);

        Assert.Null(reading.Document);
        Assert.Equal(code, reading.Refusal!.Code);
        Assert.Equal(name, reading.Refusal.Place!.Source);
        Assert.Contains("请", reading.Refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        Assert.Equal("DOC-001", DocumentReader.ReadFile(Path.Combine(Path.GetTempPath(), "no-such-plan.txt")).Refusal!.Code);
    }

    [Fact]
    public void A_text_of_200_MB_is_refused_without_being_read()
    {
        using var huge = new HugeText(200L * 1024 * 1024);

        var refusal = DocumentReader.Read(huge, "huge.txt").Refusal!;

        Assert.Equal("DOC-003", refusal.Code);
        Assert.Contains("200 MB", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.InRange(huge.BytesRead, 1, 64 * 1024);
    }

    [Fact]
    public void A_package_that_unpacks_too_large_is_refused_by_counting_not_by_what_it_says()
    {
        var bomb = Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", new string(' ', 3 * 1024 * 1024)));
        var limits = new DocumentLimits { UnpackedPartBytes = 1024 * 1024 };

        Assert.True(bomb.Length < 20_000);
        Assert.Equal("DOC-011", DocumentReader.Read(new MemoryStream(bomb), "bomb.docx", limits).Refusal!.Code);
        Assert.Equal("DOC-011", DocumentReader.Read(new MemoryStream(bomb), "bomb.docx", new DocumentLimits { UnpackedBytes = 1024 * 1024 }).Refusal!.Code);
    }

    [Fact]
    public void Any_cut_of_a_good_file_is_read_or_refused_and_never_throws()
    {
        var whole = WordFile.Of(WordFile.Paragraph("总体要求", "Chapter") + WordFile.Paragraph("正文。")).ToArray();

        Gen.Int[0, whole.Length].Sample(
            length =>
            {
                var reading = DocumentReader.Read(new MemoryStream(whole[..length]), "cut.docx");
                return reading.Document is null != reading.Refusal is null;
            },
            iter: 200);
    }

    [Fact]
    public void Any_damaged_byte_of_a_good_file_is_read_or_refused_and_never_throws()
    {
        var whole = WordFile.Of(WordFile.Paragraph("总体要求", "Chapter") + WordFile.Paragraph("正文。")).ToArray();

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                var damaged = whole.ToArray();
                damaged[at] = value;
                var reading = DocumentReader.Read(new MemoryStream(damaged), "damaged.docx");
                return reading.Document is null != reading.Refusal is null;
            },
            iter: 300);
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A text that says its length and counts what is read of it.</summary>
    private sealed class HugeText(long length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            BytesRead += count;
            Position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
