using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Greenprint.Documents.Docx;

namespace Greenprint.Documents.Tests.Writing;

/// <summary>What is written in the layout of GB/T 9704 is valid, and reads back as what was written.</summary>
public sealed class OfficialWriterTests
{
    private static readonly string[] Numbers = ["第{0}章", "第{0}节", "{0}、", "（{0}）"];

    private static readonly string[] Titles = ["总体要求", "保护<海湾> & 河口", "改善空气质量"];

    private static readonly Gen<OfficialHeading> Headings =
        from level in Gen.Int[1, 4]
        from value in Gen.Int[1, 12]
        from style in Gen.Int[0, 5]
        from title in Gen.Int[0, Titles.Length - 1].Select(at => Titles[at])
        select new OfficialHeading(level, style switch
        {
            < 4 => string.Format(System.Globalization.CultureInfo.InvariantCulture, Numbers[style], ListNumberFormat.Counted(value)),
            4 => $"{value}．",
            _ => "",
        }, title);

    [Fact]
    public void Every_heading_reads_back_with_its_level_number_and_title() => Headings.List[1, 25].Sample(headings =>
    {
        var read = Read(new("规划", [.. headings])).OfType<TextBlock>().Where(block => block.HeadingLevel is not null);

        Assert.Equal(headings.Select(heading => (heading.Level, heading.Number, heading.Title)), read.Select(block => (block.HeadingLevel!.Value, block.Number?.Text ?? "", block.Text)));
    }, iter: 200);

    [Fact]
    public void A_number_that_Word_cannot_count_stays_as_text()
    {
        var heading = Read(new("规划", [new OfficialHeading(1, "1.2", "总体要求")])).OfType<TextBlock>().Single(block => block.HeadingLevel == 1);

        Assert.Equal(("1.2总体要求", null), (heading.Text, heading.Number));
    }

    [Fact]
    public void A_table_reads_back_with_its_merged_cells()
    {
        var rows = new[]
        {
            new TableRow([new("类别"), new("指标", Columns: 2)]),
            new TableRow([new("空气"), new("PM₂.₅"), new("30\n微克/立方米")]),
            new TableRow([new("", ContinuesAbove: true), new("O₃"), new("")]),
        };

        var table = Assert.Single(Read(new("规划", [new OfficialTable("表 1 指标", [1, 2, 1], 1, rows)])).OfType<TableBlock>());

        Assert.Equal(rows.Select(row => row.Cells), table.Rows.Select(row => row.Cells));
    }

    [Fact]
    public void Paragraphs_read_back_in_order_without_characters_that_XML_cannot_hold()
    {
        var read = Read(new("规划", [new OfficialParagraph("甲\u0001乙 <丙>"), new OfficialPageBreak(), new OfficialParagraph("𠮷丁")])).OfType<TextBlock>().Select(block => block.Text);

        Assert.Equal(["规划", "甲乙 <丙>", "𠮷丁"], read);
    }

    [Fact]
    public void A_title_with_characters_that_XML_cannot_hold_spoils_no_file()
    {
        using var package = WordprocessingDocument.Open(Written(new("规\u0001划\uD842", [])), false);

        Assert.Equal("规划", package.PackageProperties.Title);
    }

    [Fact]
    public void Whatever_is_written_is_valid_Open_XML() => Headings.List[1, 12].Sample(headings =>
    {
        using var stream = Written(Whole(headings));
        using var package = WordprocessingDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }, iter: 20);

    [Fact]
    public void The_page_is_that_of_GB_T_9704()
    {
        using var stream = Written(Whole([]));
        using var package = WordprocessingDocument.Open(stream, false);
        var sections = package.MainDocumentPart!.Document!.Descendants<SectionProperties>().ToList();
        var last = sections[^1];

        // A4 with 37 mm above, 28 left, 26 right, 35 below: 156 by 225 mm remain. In twentieths of a point, of which 567 are 10 mm.
        Assert.Equal(("11906", "16838"), ($"{last.GetFirstChild<PageSize>()!.Width}", $"{last.GetFirstChild<PageSize>()!.Height}"));
        var margin = last.GetFirstChild<PageMargin>()!;
        Assert.Equal(("2098", "1588", "1474", "1984"), ($"{margin.Top}", $"{margin.Left}", $"{margin.Right}", $"{margin.Bottom}"));
        Assert.Equal([false, true, false], sections.Select(section => section.GetFirstChild<PageSize>()!.Orient is { } orient && orient.Value == PageOrientationValues.Landscape));
        Assert.All(package.MainDocumentPart.Document.Descendants<Table>(), table => Assert.NotNull(table.Descendants<TableHeader>().FirstOrDefault()));
    }

    [Fact]
    public void A_row_that_does_not_cover_the_table_is_the_callers_mistake() => Assert.Throws<ArgumentException>(() =>
        Written(new("规划", [new OfficialTable(null, [1, 1], 1, [new TableRow([new("一格")])])])));

    /// <summary>A document with everything in it.</summary>
    internal static OfficialDocument Whole(IReadOnlyList<OfficialHeading> headings) => new("岚湾县生态环境保护“十五五”规划",
    [
        new OfficialHeading(1, "第一章", "总则") { Bookmark = "c1" },
        .. headings,
        new OfficialHeading(2, "第一节", "指导思想"),
        new OfficialParagraph("以生态环境高水平保护支撑高质量发展，统筹产业结构调整、污染治理、生态保护、应对气候变化，协同推进降碳、减污、扩绿、增长。"),
        new OfficialHeading(3, "一、", "主要指标"),
        new OfficialTable("表 1　主要指标", [1, 4, 2, 2], 1, [new TableRow([new("序号"), new("指标"), new("2025 年"), new("2030 年")]), new TableRow([new("1"), new("细颗粒物（PM₂.₅）浓度"), new("21"), new("≤20")])]),
        new OfficialTable("表 2　重点工程", [1, 4, 6, 2], 1, [new TableRow([new("序号"), new("项目"), new("内容"), new("投资（万元）")]), new TableRow([new("1"), new("污水处理厂"), new("新建"), new("12000")])]) { Landscape = true },
        new OfficialHeading(1, "第二章", "保障措施"),
        new OfficialParagraph("加强组织领导。"),
    ])
    { Subtitle = "岚湾县人民政府", Mark = "演示数据", Contents = true };

    private static MemoryStream Written(OfficialDocument document)
    {
        var stream = new MemoryStream();
        OfficialWriter.Write(document, stream);
        stream.Position = 0;
        return stream;
    }

    private static IReadOnlyList<Block> Read(OfficialDocument document) => DocumentReader.Read(Written(document), "规划.docx").Document!.Blocks;
}
