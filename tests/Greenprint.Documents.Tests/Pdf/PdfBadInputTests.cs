using System.Globalization;
using Greenprint.Documents.Pdf;

namespace Greenprint.Documents.Tests.Pdf;

/// <summary>PDFs that are protected, damaged, empty, hostile or huge: a clear reason with its page, and the rest is read.</summary>
public sealed class PdfBadInputTests
{
    [Fact]
    public void One_with_a_password_is_refused()
    {
        var key = new string('0', 64);
        var paper = new Paper { Trailer = $"/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1/O<{key}>/U<{key}>>>" };
        paper.Page().Text(90, 100, "总则");

        Assert.Equal("DOC-017", paper.Read().Refusal!.Code);
    }

    [Fact]
    public void One_without_a_page_with_text_is_refused() => Assert.Equal("DOC-013", new Paper().Page().Page().Read().Refusal!.Code);

    [Fact]
    public void One_of_pictures_only_is_refused_with_the_number_of_its_pages()
    {
        var refusal = new Paper().Page().Picture().Page().Picture().Read(limits: new DocumentLimits { ReadPictures = false }).Refusal!;

        Assert.Equal("DOC-021", refusal.Code);
        Assert.Contains("2 页", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_are_pictures_are_named_and_the_others_read()
    {
        var paper = new Paper().Page().Text(90, 100, "总则").Page().Picture().Page().Picture().Page().Text(90, 100, "附则");

        var document = paper.Read(limits: new DocumentLimits { ReadPictures = false }).Document!;

        Assert.Equal(2, document.Blocks.Count);
        var remark = Assert.Single(document.Remarks);
        Assert.Equal(("DOC-020", 2), (remark.Code, remark.Place!.Page));
        Assert.Contains("2–3", remark.Message.Zh, StringComparison.Ordinal);
        Assert.Equal([PageOrigin.Text, PageOrigin.None, PageOrigin.None, PageOrigin.Text], document.Pages.Select(page => page.Origin));
    }

    [Fact]
    public void A_page_that_unpacks_too_large_costs_that_page_only()
    {
        var paper = new Paper().Page().Text(90, 100, "总则").Page().Raw(new string(' ', 3_000_000)).Page().Text(90, 100, "附则");

        var document = paper.Read(limits: new DocumentLimits { UnpackedPdfStreamBytes = 1_000_000 }).Document!;

        Assert.Equal(["总则", "附则"], document.Blocks.OfType<TextBlock>().Select(block => block.Text));
        var remark = Assert.Single(document.Remarks);
        Assert.Equal(("DOC-019", 2), (remark.Code, remark.Place!.Page));
    }

    [Fact]
    public void A_stream_is_counted_whatever_its_head_says()
    {
        using var packed = new MemoryStream();
        packed.Write([0, 0]);   // no head of zlib; the library skips it unseen
        using (var deflate = new System.IO.Compression.DeflateStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(new byte[3_000_000]);
        }

        var filters = new BoundedFilters(1_000_000).GetNamedFilters([UglyToad.PdfPig.Tokens.NameToken.FlateDecode]);

        Assert.Throws<InvalidDataException>(() => filters[0].Decode(packed.ToArray(), new(new Dictionary<UglyToad.PdfPig.Tokens.NameToken, UglyToad.PdfPig.Tokens.IToken>()), UglyToad.PdfPig.Filters.DefaultFilterProvider.Instance, 0));
    }

    [Fact]
    public void Of_more_pages_than_allowed_the_first_ones_are_read()
    {
        var paper = new Paper();
        for (var page = 1; page <= 5; page++)
        {
            paper.Page().Text(90, 100, "第" + page.ToString(CultureInfo.InvariantCulture) + "段。");
        }

        var document = paper.Read(limits: new DocumentLimits { PdfPages = 3 }).Document!;

        Assert.Equal(3, document.Pages.Count);
        Assert.Equal(("DOC-022", 4), (document.Remarks[0].Code, document.Remarks[0].Place!.Page));
    }

    [Fact]
    public void Five_hundred_pages_are_read_to_the_last()
    {
        var paper = new Paper();
        for (var page = 1; page <= 500; page++)
        {
            paper.Page().Text(90, 100, $"第{page.ToString(CultureInfo.InvariantCulture)}段。").Text(290, 800, page.ToString(CultureInfo.InvariantCulture), 9);
        }

        var blocks = paper.Blocks();

        Assert.Equal(500, blocks.Count);
        Assert.Equal(("第500段。", 500), (((TextBlock)blocks[^1]).Text, blocks[^1].Place.Page));
    }

    [Fact]
    public void One_larger_than_allowed_is_refused_before_it_is_read() =>
        Assert.Equal("DOC-003", new Paper().Page().Text(90, 100, "总则").Read(limits: new DocumentLimits { PdfBytes = 100 }).Refusal!.Code);

    [Fact]
    public void Any_cut_of_a_good_file_is_read_or_refused_and_never_throws()
    {
        var whole = Sample();

        Gen.Int[0, whole.Length].Sample(length => IsAnswered(whole[..length]), iter: 60);
    }

    [Fact]
    public void Any_damaged_byte_of_a_good_file_is_read_or_refused_and_never_throws()
    {
        var whole = Sample();

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                var damaged = whole.ToArray();
                damaged[at] = value;
                return IsAnswered(damaged);
            },
            iter: 100);
    }

    private static bool IsAnswered(byte[] content)
    {
        var reading = DocumentReader.Read(new MemoryStream(content), "plan.pdf");
        return reading.Document is null != reading.Refusal is null;
    }

    private static byte[] Sample()
    {
        var paper = new Paper().Page().Text(90, 100, "总则");
        paper.Table(120, [60, 60], [["指标", "目标"], ["水", "好"]]);
        return paper.Page().Text(90, 100, "附则").Build();
    }
}
