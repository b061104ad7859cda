namespace Greenprint.Documents.Tests.Pdf;

/// <summary>From signs on pages to paragraphs in reading order.</summary>
public sealed class PdfParagraphTests
{
    private const string Long = "坚持生态优先和绿色发展的理念，统筹推进山水林田湖草沙一体化保护和系统治理，持续改善生态环境质量，建设人与自然和谐共生的现代化";

    [Fact]
    public void Lines_that_only_wrap_are_one_paragraph_and_an_indent_begins_the_next()
    {
        var paper = new Paper().Page();
        var y = paper.Paragraph(100, Long + "。");
        y = paper.Paragraph(y, Long + Long + "。");
        paper.Paragraph(y, "加强监测。");

        Assert.Equal([Long + "。", Long + Long + "。", "加强监测。"], paper.Texts());
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_page_break_and_page_numbers_and_running_heads_are_gone()
    {
        var paper = new Paper();
        var written = "";
        for (var page = 1; page <= 4; page++)
        {
            paper.Page().Text(200, 50, "某某县生态环境保护规划", 9).Text(290, 800, page.ToString(System.Globalization.CultureInfo.InvariantCulture), 9);
            for (var y = 100; y < 400; y += 20)
            {
                paper.Text(90, y, Long.Substring(page, 34));
                written += Long.Substring(page, 34);
            }
        }

        var block = Assert.IsType<TextBlock>(Assert.Single(paper.Blocks()));

        Assert.Equal(written, block.Text);
        Assert.Equal([1, 2, 3, 4], block.Place.Areas.Select(area => area.Page));
        Assert.InRange(block.Place.Areas[0].Top, 85, 95);
        Assert.InRange(block.Place.Areas[0].Bottom, 380, 386);
    }

    [Fact]
    public void A_title_in_the_middle_that_wraps_is_one_and_the_text_below_it_another()
    {
        var paper = new Paper().Page().Text(134, 100, "第三章 建立绿色低碳循环发展经济体系 推动", 16, isBold: true).Text(222, 128, "经济社会高质量发展", 16, isBold: true);
        var y = 170.0;
        for (var i = 0; i < 3; i++)
        {
            y = paper.Paragraph(y, Long + Long + "。");
        }

        var blocks = paper.Blocks();

        Assert.Equal("第三章 建立绿色低碳循环发展经济体系 推动经济社会高质量发展", ((TextBlock)blocks[0]).Text);
        Assert.Equal(4, blocks.Count);
        Assert.Equal(16, ((TextBlock)blocks[0]).Look!.Size);
        Assert.Equal(2, ((TextBlock)blocks[0]).Look!.LineCount);
    }

    [Fact]
    public void Entries_of_the_contents_stay_apart_though_each_is_as_wide_as_the_page()
    {
        var paper = new Paper().Page();
        for (var i = 0; i < 6; i++)
        {
            paper.Text(90, 100 + 20 * i, "第" + "一二三四五六"[i] + "章 坚持生态优先和绿色发展" + new string('.', 36) + "12");
        }

        Assert.Equal(6, paper.Texts().Length);
    }

    [Fact]
    public void Raised_and_lowered_signs_stand_on_their_line_as_printed()
    {
        var paper = new Paper().Page()
            .Text(90, 100, "细颗粒物（PM").Text(156, 103, "2.5", 7).Text(166.5, 100, "）浓度下降，减排").Text(262.5, 95, "[1]", 7).Text(273, 100, "一万吨。");

        Assert.Equal(["细颗粒物（PM2.5）浓度下降，减排[1]一万吨。"], paper.Texts());
    }

    [Fact]
    public void A_footnote_at_the_foot_does_not_break_the_paragraph_above_it()
    {
        var paper = new Paper().Page();
        for (var y = 100; y < 700; y += 20)
        {
            paper.Text(90, y, Long[..34]);
        }

        paper.Text(90, 760, "1 数据为初步统计。", 8).Page();
        for (var y = 100; y < 300; y += 20)
        {
            paper.Text(90, y, Long[..34]);
        }

        Assert.Equal(["1 数据为初步统计。"], paper.Texts().Where(text => text.Length < 100));
        Assert.Equal(2, paper.Texts().Length);
    }

    [Fact]
    public void A_sign_printed_twice_to_look_bold_is_one()
    {
        var paper = new Paper().Page().Text(90, 100, "总").Text(90.4, 100, "总").Text(102, 100, "则").Text(102.4, 100, "则");

        Assert.Equal(["总则"], paper.Texts());
    }

    [Fact]
    public void A_page_set_on_its_side_is_read_as_it_is_held()
    {
        var paper = new Paper().Page();
        for (var i = 0; i < 5; i++)
        {
            paper.Text(100 + 20 * i, 700, "保护优先" + i, 12, "0 1 -1 0");
        }

        Assert.Equal(["保护优先0", "保护优先1", "保护优先2", "保护优先3", "保护优先4"], paper.Texts());
        Assert.Equal((842.0, 595.0), paper.Read().Document!.Pages.Select(page => (page.Width, page.Height)).Single());
    }

    [Fact]
    public void A_watermark_across_the_page_is_not_text()
    {
        var paper = new Paper().Page().Text(90, 100, "保护优先，绿色发展。").Text(200, 500, "内部资料", 40, "0.7 0.7 -0.7 0.7");

        Assert.Equal(["保护优先，绿色发展。"], paper.Texts());
    }
}
