using System.Text;

namespace Greenprint.Documents.Tests.Text;

public sealed class TextFileTests
{
    [Theory]
    [InlineData("甲\n乙\n")]
    [InlineData("甲\r\n乙\r\n")]
    [InlineData("甲\r乙")]
    [InlineData("甲\n乙")]
    public void Lines_end_in_every_way_and_the_last_one_need_not(string text)
    {
        Assert.Equal([("甲", 1), ("乙", 2)], Read(text).Select(block => (block.Text, block.Place.Line!.Value)));
    }

    [Fact]
    public void A_form_feed_turns_the_page()
    {
        Assert.Equal([("甲", 1), ("乙", 2), ("丙", 2)], Read("甲\n\f乙\n丙").Select(block => (block.Text, block.Place.Page!.Value)));
        Assert.Null(Read("甲\n乙")[0].Place.Page);
    }

    [Theory]
    [InlineData("[bookmark: _Toc21167][bookmark: _Toc63353316]（一） 强化组织落实")]
    [InlineData("[]{#_Toc21167 .anchor}[]{#_Toc63353316 .anchor}（一） 强化组织落实")]
    [InlineData("<a name=\"_Toc21167\"></a><a id=\"_Toc63353316\"/>（一） 强化组织落实")]
    public void A_converter_s_bookmarks_leave_the_text_and_are_kept_by_name(string line)
    {
        var block = Assert.Single(Read(line));

        Assert.Equal("（一） 强化组织落实", block.Text);
        Assert.Equal(["_Toc21167", "_Toc63353316"], block.Bookmarks);
    }

    [Fact]
    public void Indent_and_empty_lines_are_kept_for_those_who_join_lines()
    {
        var blocks = Read("甲\n\n　　乙\n    丙");

        Assert.Equal([(0, false), (4, true), (4, false)], blocks.Select(block => (block.Indent, block.AfterBlank)));
    }

    [Fact]
    public void A_text_of_long_lines_is_paragraphs_and_a_laid_out_one_is_lines()
    {
        var flowing = string.Join('\n', Enumerable.Repeat("一、总体要求\n" + string.Concat(Enumerable.Repeat("坚持生态优先、绿色发展，", 12)) + "取得实效。", 8));
        var laidOut = string.Join('\n', Enumerable.Repeat("    坚持生态优先、绿色发展，推动形成节约资源和保护环境的\n空间格局、产业结构、生产方式、生活方式，推动生态环境质\n量持续改善。", 8));

        Assert.Equal(BlockLayout.Paragraphs, Document(flowing).Layout);
        Assert.Equal(BlockLayout.Lines, Document(laidOut).Layout);
    }

    [Fact]
    public void The_document_names_its_digest_and_size()
    {
        var document = Document("abc");

        Assert.Equal(3, document.Bytes);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", document.Sha256);   // FIPS 180-2, appendix B.1
    }

    private static SourceDocument Document(string text) => DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "folder/plan.txt").Document!;

    private static List<TextBlock> Read(string text) => [.. Document(text).Blocks.Cast<TextBlock>()];
}
