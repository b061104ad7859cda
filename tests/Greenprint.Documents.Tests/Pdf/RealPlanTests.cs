using Greenprint.Testing;

namespace Greenprint.Documents.Tests.Pdf;

/// <summary>Plans as their governments published them: the tables as counted by hand on the printed pages.</summary>
public sealed class RealPlanTests
{
    [Theory]
    [InlineData("zhengzhou.pdf", 8, 25, 6, "专栏1", "注：")]
    [InlineData("huainan.pdf", 19, 21, 7, "类别", "^")]
    [InlineData("sanya.pdf", 18, 31, 8, "序号", "说明：[ ]表示五年累计")]
    [InlineData("neijiang.pdf", 13, 19, 8, "类别", "^")]
    [InlineData("neijiang.pdf", 22, 21, 6, "指标类别", "")]
    [InlineData("guangdong_climate.pdf", 15, 17, 5, "一级指标", "示范试点建设")]
    [InlineData("guangdong_ecological_civilisation.pdf", 21, 22, 5, "一级指标", "^")]
    public void The_indicator_table_has_the_rows_and_columns_of_the_print(string file, int page, int rows, int columns, string first, string last)
    {
        var table = Read(file).Blocks.OfType<TableBlock>().Single(table => table.Place.Page == page);

        Assert.Equal(rows, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal(columns, row.Cells.Sum(cell => cell.Columns)));
        Assert.StartsWith(first, table.Rows[0].Cells[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(last, table.Rows[^1].Cells[0] is { ContinuesAbove: true } ? "^" : table.Rows[^1].Cells[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zhengzhou.pdf")]
    [InlineData("huainan.pdf")]
    [InlineData("sanya.pdf")]
    [InlineData("neijiang.pdf")]
    [InlineData("guangdong_climate.pdf")]
    [InlineData("guangdong_ecological_civilisation.pdf")]
    public void Every_block_stands_on_its_page_and_none_is_a_page_number(string file)
    {
        var document = Read(file);

        Assert.All(document.Blocks, block =>
        {
            Assert.NotEmpty(block.Place.Areas);
            Assert.All(block.Place.Areas, area =>
            {
                var page = document.Pages[area.Page - 1];
                Assert.InRange(area.Left, -5, area.Right);
                Assert.InRange(area.Right, area.Left, page.Width + 5);
                Assert.InRange(area.Bottom, area.Top, page.Height + 5);
            });
        });
        Assert.DoesNotContain(document.Blocks.OfType<TextBlock>(), block => block.Text.All(c => char.IsAsciiDigit(c) || c is '-' or '－' or '—' or ' '));
    }

    private static SourceDocument Read(string file) => DocumentReader.ReadFile(SharedData.At("data", "plans", file)).Document!;
}
