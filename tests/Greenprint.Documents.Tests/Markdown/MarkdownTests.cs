using System.Text;

namespace Greenprint.Documents.Tests.Markdown;

public sealed class MarkdownTests
{
    [Fact]
    public void Headings_of_both_kinds_have_their_level()
    {
        var blocks = Read("# 规划\n\n第一章 总则\n---\n\n### （一）目标 ###\n\n正文。");

        Assert.Equal([("规划", 1), ("第一章 总则", 2), ("（一）目标", 3), ("正文。", null)], blocks.Cast<TextBlock>().Select(block => (block.Text, block.HeadingLevel)));
    }

    [Fact]
    public void A_table_is_a_table()
    {
        var table = Assert.IsType<TableBlock>(Assert.Single(Read("| 指标 | 2025年 |\n|---|:--:|\n| 优良天数比率 | **≥97** |")));

        Assert.Equal([["指标", "2025年"], ["优良天数比率", "≥97"]], table.Rows.Select(row => row.Cells.Select(cell => cell.Text)));
    }

    [Theory]
    [InlineData("1\\. 加快绿色转型", "1. 加快绿色转型")]
    [InlineData("**（一）目标**", "（一）目标")]
    [InlineData("见[附件](http://example.invalid/a)。", "见附件。")]
    [InlineData("- 一项", "一项")]
    [InlineData("1 * 2 * 3", "1 * 2 * 3")]
    [InlineData("甲<br>乙", "甲乙")]
    [InlineData("[]{#_Toc1 .anchor}（一）目标", "（一）目标")]
    public void Marks_leave_their_words(string markdown, string text)
    {
        Assert.Equal(text, Assert.IsType<TextBlock>(Assert.Single(Read(markdown))).Text);
    }

    [Fact]
    public void Comments_and_front_matter_are_not_read_and_lines_keep_their_numbers()
    {
        var block = Assert.IsType<TextBlock>(Assert.Single(Read("---\ntitle: x\n---\n<!-- 注\n释 -->\n正文。")));

        Assert.Equal(("正文。", 6), (block.Text, block.Place.Line));
    }

    private static IReadOnlyList<Block> Read(string text) => DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "plan.md").Document!.Blocks;
}
