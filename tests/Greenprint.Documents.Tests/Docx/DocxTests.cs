using static Greenprint.Documents.Tests.Docx.WordFile;

namespace Greenprint.Documents.Tests.Docx;

public sealed class DocxTests
{
    [Fact]
    public void Automatic_numbers_of_a_style_are_those_that_Word_shows()
    {
        var shown = Shown(
            Paragraph("总体要求", "Chapter") + Paragraph("指导思想", "Section") + Paragraph("基本原则", "Section") + Paragraph("总体目标", null, (1, 2))
            + Paragraph("主要任务", "Chapter") + Paragraph("绿色转型", "Section") + Paragraph("第一件", null, (1, 3)) + Paragraph("第二件", null, (1, 3)));

        Assert.Equal(["第一章 总体要求", "第一节 指导思想", "第二节 基本原则", "（一） 总体目标", "第二章 主要任务", "第一节 绿色转型", "1. 第一件", "2. 第二件"], shown);
    }

    [Fact]
    public void A_list_goes_on_over_text_and_starts_anew_where_its_start_is_overridden()
    {
        var shown = Shown(
            Paragraph("甲", null, (2, 0)) + Paragraph("正文。") + Paragraph("乙", null, (2, 0)) + Paragraph("其一", null, (2, 1))
            + Paragraph("又甲", null, (3, 0)) + Paragraph("又乙", null, (3, 0)));

        Assert.Equal(["一、 甲", "正文。", "二、 乙", "2.1 其一", "一、 又甲", "二、 又乙"], shown);
    }

    [Fact]
    public void A_bullet_is_no_number()
    {
        Assert.Equal(["一点"], Shown(Paragraph("一点", null, (4, 0))));
    }

    [Fact]
    public void An_empty_paragraph_of_a_list_takes_no_number()
    {
        Assert.Equal(["一、 甲", "二、 乙"], Shown(Paragraph("甲", null, (2, 0)) + Paragraph("", null, (2, 0)) + Paragraph("乙", null, (2, 0))));
    }

    [Theory]
    [InlineData("1", 1, BlockRole.Body)]
    [InlineData("Bureau", 2, BlockRole.Body)]   // based on heading 2
    [InlineData("T", null, BlockRole.Title)]
    [InlineData("TOC1", null, BlockRole.Contents)]
    [InlineData(null, null, BlockRole.Body)]
    public void The_style_says_the_level_and_the_role(string? style, int? level, BlockRole role)
    {
        var block = Assert.Single(Texts(Paragraph("文字", style)));

        Assert.Equal((level, role), (block.HeadingLevel, block.Role));
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var reading = Read(
            "<w:p>" + Run("到2025年") + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>达到90%</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"a\">" + Run("达到92%") + "</w:ins>" + Run("。") + "</w:p>"
            + "<w:moveFrom w:id=\"5\" w:author=\"a\"/>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"a\"/></w:rPr></w:pPr>" + Run("上半句，") + "</w:p>"
            + "<w:p>" + Run("下半句。") + "</w:p>");

        Assert.Equal(["到2025年达到92%。", "上半句，下半句。"], reading.Document!.Blocks.OfType<TextBlock>().Select(block => block.Text));
        Assert.Equal("DOC-016", Assert.Single(reading.Document.Remarks).Code);
    }

    [Fact]
    public void Of_a_paragraph_deleted_whole_the_next_one_inherits_nothing()
    {
        var reading = Read(
            "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>旧标题</w:delText></w:r></w:del></w:p>"
            + Paragraph("正文。", null) + Paragraph("新标题", "1"));

        Assert.Equal([(null, "正文。"), (1, "新标题")], reading.Document!.Blocks.OfType<TextBlock>().Select(block => (block.HeadingLevel, block.Text)));
    }

    [Fact]
    public void A_deleted_row_of_a_table_is_gone()
    {
        var table = Assert.IsType<TableBlock>(Assert.Single(Read(
            "<w:tbl><w:tr><w:tc><w:p>" + Run("指标") + "</w:p></w:tc></w:tr>"
            + "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr><w:tc><w:p>" + Run("旧") + "</w:p></w:tc></w:tr></w:tbl>").Document!.Blocks));

        Assert.Equal("指标", Assert.Single(Assert.Single(table.Rows).Cells).Text);
    }

    [Fact]
    public void A_table_keeps_its_spans_and_its_merged_cells()
    {
        var table = Assert.IsType<TableBlock>(Assert.Single(Read(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p>" + Run("环境治理") + "</w:p></w:tc>"
            + "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>" + Run("细颗粒物") + "</w:p><w:p>" + Run("浓度") + "</w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p>" + Run("22") + "</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>").Document!.Blocks));

        Assert.Equal([new TableCell("环境治理"), new TableCell("细颗粒物\n浓度", 2)], table.Rows[0].Cells);
        Assert.Equal([new TableCell("", 1, true), new TableCell("22"), new TableCell("")], table.Rows[1].Cells);
    }

    [Fact]
    public void Hidden_text_and_field_codes_are_not_read()
    {
        Assert.Equal(["见第3页。"], Shown(
            "<w:p>" + Run("见第") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Run("3") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + Run("页。")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"));
    }

    [Fact]
    public void The_contents_control_is_marked_as_contents()
    {
        var block = Assert.Single(Texts(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + Paragraph("第一章 总则") + "</w:sdtContent></w:sdt>"));

        Assert.Equal(BlockRole.Contents, block.Role);
    }

    [Fact]
    public void A_text_box_is_read_once_though_it_stands_twice_in_the_file()
    {
        var box = "<w:txbxContent>" + Paragraph("封面标题") + "</w:txbxContent>";

        Assert.Equal(["封面标题"], Shown(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>" + box
            + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:shape><v:textbox>" + box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));
    }

    [Fact]
    public void A_soft_line_break_wraps_a_heading_and_parts_body_text()
    {
        Assert.Equal(["规划上下", "甲", "乙"], Shown(
            "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr>" + Run("规划上") + "<w:r><w:br/></w:r>" + Run("下") + "</w:p>"
            + "<w:p>" + Run("甲") + "<w:r><w:br/></w:r>" + Run("乙") + "</w:p>"));
    }

    [Fact]
    public void Bookmarks_are_kept_by_name_and_leave_no_trace_in_the_text()
    {
        var block = Assert.Single(Texts("<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_Toc90040768\"/>" + Run("标题") + "<w:bookmarkEnd w:id=\"0\"/></w:p>"));

        Assert.Equal("标题", block.Text);
        Assert.Equal(["_Toc90040768"], block.Bookmarks);
    }

    [Fact]
    public void Pages_are_known_only_where_Word_has_written_its_breaks()
    {
        var paged = Texts(Paragraph("一页") + "<w:p><w:r><w:lastRenderedPageBreak/></w:r>" + Run("二页") + "</w:p>" + Paragraph("还是二页"));

        Assert.Equal([1, 2, 2], paged.Select(block => block.Place.Page));
        Assert.All(Texts(Paragraph("无页")), block => Assert.Null(block.Place.Page));
    }

    [Fact]
    public void A_link_to_the_outside_is_read_as_its_words()
    {
        Assert.Equal(["见网站。"], Shown("<w:p>" + Run("见") + "<w:hyperlink w:anchor=\"x\">" + Run("网站") + "</w:hyperlink>" + Run("。") + "</w:p>"));
    }

    private static DocumentReading Read(string body) => DocumentReader.Read(Of(body), "plan.docx");

    private static List<TextBlock> Texts(string body) => [.. Read(body).Document!.Blocks.OfType<TextBlock>()];

    private static IEnumerable<string> Shown(string body) => Texts(body).Select(block => block.Number is null ? block.Text : $"{block.Number.Text} {block.Text}");
}
