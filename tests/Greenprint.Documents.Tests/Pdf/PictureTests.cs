using System.Diagnostics;
using System.Globalization;
using Greenprint.Documents.Pictures;
using Greenprint.Testing;

namespace Greenprint.Documents.Tests.Pdf;

/// <summary>Pages that are pictures: drawn, recognised, and read as if they had a text.</summary>
public sealed class PictureTests
{
    [Fact]
    public void Ruling_lines_of_a_picture_are_found_where_they_stand_and_strokes_of_signs_are_not()
    {
        var picture = GreyPicture.Blank(1000, 800);
        for (var i = 0; i < 800; i++)
        {
            picture.Points[100 * 1000 + 100 + i] = 0;
            picture.Points[101 * 1000 + 100 + i] = 0;
        }

        for (var y = 100; y < 600; y++)
        {
            picture.Points[y * 1000 + 500] = 0;
        }

        for (var x = 200; x < 240; x++)
        {
            picture.Points[300 * 1000 + x] = 0;
        }

        var rulings = PictureRulings.Find(picture, 4);

        Assert.Equal(2, rulings.Count);
        var level = rulings.Single(ruling => ruling.IsLevel);
        Assert.Equal((25.25, 25, 225), (level.At, level.From, level.To));
        var upright = rulings.Single(ruling => !ruling.IsLevel);
        Assert.Equal((125.125, 25, 150), (upright.At, upright.From, upright.To));
    }

    [Fact]
    public void A_digit_beside_the_sign_of_a_share_is_dropped_and_no_figure_is() =>
        Assert.Equal(["森林覆盖率（%）", "森林覆盖率(950)", "面积（95万亩）", "（中）"], new[] { "森林覆盖率（%6)", "森林覆盖率(950)", "面积（95万亩）", "（中）" }.Select(SignMending.Line));

    [Theory]
    [Trait("Length", "Long")]
    [InlineData("zhengzhou.pdf", 8, 9)]
    [InlineData("huainan.pdf", 19, 20)]
    [InlineData("sanya.pdf", 18, 19)]
    [InlineData("neijiang.pdf", 22, 24)]
    public void Indicator_pages_as_pictures_give_nearly_the_same_table(string file, int from, int to)
    {
        if (!ReadingTools.ArePresent)
        {
            Assert.Skip("Needs tesseract with chi_sim and pdftoppm.");
        }

        var source = SharedData.At("data", "plans", file);
        var printed = DocumentReader.ReadFile(source).Document!.Blocks.OfType<TableBlock>().Single(table => table.Place.Page == from);

        var document = Scan(source, from, to).Read(limits: new DocumentLimits { PictureTime = TimeSpan.FromMinutes(10) }).Document!;

        Assert.All(document.Pages, page => Assert.Equal(PageOrigin.Picture, page.Origin));
        Assert.Equal("DOC-023", Assert.Single(document.Remarks).Code);
        var table = document.Blocks.OfType<TableBlock>().MaxBy(table => table.Rows.Count)!;

        // A row that a page break parts from its number may be lost, as one of huainan's is; nine of ten are asked for, with four of five of their cells.
        var found = printed.Rows.Select(row => (row, Same: table.Rows.Max(read => SameCells(row, read)))).Where(row => row.Same * 2 >= row.row.Cells.Count).ToArray();
        Assert.True(found.Length >= 0.9 * printed.Rows.Count, string.Create(CultureInfo.InvariantCulture, $"{found.Length} of {printed.Rows.Count} rows"));
        var (same, cells) = (found.Sum(row => row.Same), found.Sum(row => row.row.Cells.Count));
        Assert.True(same >= 0.8 * cells, string.Create(CultureInfo.InvariantCulture, $"{same} of {cells} cells"));
    }

    [Fact, Trait("Length", "Long")]
    public void A_table_that_is_a_picture_in_a_page_of_text_is_read_where_it_stands()
    {
        if (!ReadingTools.ArePresent)
        {
            Assert.Skip("Needs tesseract with chi_sim and pdftoppm.");
        }

        string[][] rows = [["序号", "指标", "2020年", "2025年", "属性"], ["1", "森林覆盖率（%）", "58.66", "60.5", "约束性"], ["2", "湿地保护率（%）", "52.1", "55", "预期性"], ["3", "城市污水处理率（%）", "96.4", "98", "约束性"]];
        var drawn = Draw(new Paper().Page(), paper => paper.Table(100, [40, 150, 80, 80, 80], rows), 60, 90, 460, 120);
        var page = new Paper().Page();
        page.Paragraph(120, "到二〇二五年，生态环境质量持续改善，主要污染物排放总量持续减少，生态系统质量和稳定性不断提升，环境风险得到有效管控。");
        page.Inset(drawn, 60, 200, 460).Paragraph(400, "坚持生态优先、绿色发展，把生态环境保护摆在更加突出的位置，协同推进经济高质量发展和生态环境高水平保护。");

        var document = page.Read().Document!;

        var remark = Assert.Single(document.Remarks);
        Assert.Equal(("DOC-025", 1), (remark.Code, remark.Place?.Page));
        var (before, table, after) = (Assert.IsType<TextBlock>(document.Blocks[0]), Assert.IsType<TableBlock>(document.Blocks[1]), Assert.IsType<TextBlock>(document.Blocks[2]));

        // Signs of a name may be wrong; rows, columns and figures are not.
        Assert.Equal(rows.Select(row => (row[0], row[2], row[3], row[4])), table.Rows.Select(row => (row.Cells[0].Text, row.Cells[2].Text, row.Cells[3].Text, row.Cells[4].Text)));
        Assert.InRange(Assert.Single(table.Place.Areas).Top, 200, 230);
        Assert.StartsWith("到二〇二五年", before.Text, StringComparison.Ordinal);
        Assert.EndsWith("高水平保护。", after.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Length", "Long")]
    public void A_table_that_is_a_picture_at_the_corner_of_a_page_is_drawn_alone()
    {
        if (!ReadingTools.ArePresent)
        {
            Assert.Skip("Needs tesseract with chi_sim and pdftoppm.");
        }

        string[][] rows = [["序号", "指标", "2020年", "2025年", "属性"], ["1", "森林覆盖率（%）", "58.66", "60.5", "约束性"], ["2", "湿地保护率（%）", "52.1", "55", "预期性"]];
        var drawn = Draw(new Paper().Page(), paper => paper.Table(100, [40, 150, 80, 80, 80], rows), 60, 90, 460, 120);
        var page = new Paper().Page().Inset(drawn, 0, 0, 460);
        page.Paragraph(400, "坚持生态优先、绿色发展，把生态环境保护摆在更加突出的位置，协同推进经济高质量发展和生态环境高水平保护。");

        var document = page.Read().Document!;

        var table = Assert.Single(document.Blocks.OfType<TableBlock>());
        Assert.Equal(rows.Select(row => (row[2], row[3])), table.Rows.Select(row => (row.Cells[2].Text, row.Cells[3].Text)));
        Assert.InRange(Assert.Single(table.Place.Areas).Bottom, 0, 130);
    }

    [Fact]
    public void Pictures_that_were_not_looked_at_in_time_are_named()
    {
        if (!ReadingTools.ArePresent)
        {
            Assert.Skip("Needs tesseract with chi_sim and pdftoppm.");
        }

        var page = new Paper().Page().Inset(GreyPicture.Blank(400, 300), 100, 200, 400);
        page.Paragraph(120, "到二〇二五年，生态环境质量持续改善，主要污染物排放总量持续减少，生态系统质量和稳定性不断提升。");

        var document = page.Read(limits: new DocumentLimits { PictureTime = TimeSpan.Zero }).Document!;

        var remark = Assert.Single(document.Remarks);
        Assert.Equal(("DOC-026", 1), (remark.Code, remark.Place?.Page));
    }

    [Fact]
    public void A_picture_without_the_lines_of_a_table_is_left_alone()
    {
        var map = GreyPicture.Blank(400, 300);
        for (var i = 0; i < 300; i++)
        {
            map.Points[i * 400 + i] = 0;
        }

        var page = new Paper().Page().Inset(map, 100, 200, 400);
        page.Paragraph(120, "到二〇二五年，生态环境质量持续改善，主要污染物排放总量持续减少，生态系统质量和稳定性不断提升。");

        var document = page.Read().Document!;

        Assert.Empty(document.Remarks);
        Assert.IsType<TextBlock>(Assert.Single(document.Blocks));
    }

    private static int SameCells(TableRow printed, TableRow read) => printed.Cells.Zip(read.Cells).Count(pair => Folded(pair.First.Text) == Folded(pair.Second.Text));

    private static string Folded(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    // A part of a page, at 200 dots an inch.
    private static GreyPicture Draw(Paper paper, Action<Paper> print, int x, int y, int width, int height)
    {
        print(paper);
        var folder = Directory.CreateTempSubdirectory("greenprint-drawn-");
        try
        {
            var (file, name) = (Path.Combine(folder.FullName, "page.pdf"), Path.Combine(folder.FullName, "page"));
            File.WriteAllBytes(file, paper.Build());
            string Dots(int points) => (points * 200 / 72).ToString(CultureInfo.InvariantCulture);
            using (var drawing = Process.Start("pdftoppm", ["-gray", "-r", "200", "-singlefile", "-x", Dots(x), "-y", Dots(y), "-W", Dots(width), "-H", Dots(height), file, name]))
            {
                drawing.WaitForExit();
            }

            using var drawn = File.OpenRead(name + ".pgm");
            return GreyPicture.Read(drawn);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // 200 dots an inch and nothing else, as a scanner makes it.
    private static Paper Scan(string source, int from, int to)
    {
        var folder = Directory.CreateTempSubdirectory("greenprint-scan-");
        try
        {
            var paper = new Paper();
            for (var page = from; page <= to; page++)
            {
                var name = Path.Combine(folder.FullName, "page");
                string[] arguments = ["-gray", "-r", "200", "-singlefile", "-f", page.ToString(CultureInfo.InvariantCulture), "-l", page.ToString(CultureInfo.InvariantCulture), source, name];
                using (var drawing = Process.Start("pdftoppm", arguments))
                {
                    drawing.WaitForExit();
                }

                using var file = File.OpenRead(name + ".pgm");
                paper.Page().Picture(GreyPicture.Read(file));
            }

            return paper;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
