using System.Text;

namespace Greenprint.Documents.Tests.Text;

public sealed class EncodingTests
{
    private const string Sample = "一、总体要求\n到2025年，细颗粒物（PM2.5）浓度达到省下达要求。𠮷㐀\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Sample) },
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample)] },
        { "gb18030", Gb18030.GetBytes(Sample) },
        { "utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)] },
        { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void The_encoding_is_found_and_the_text_is_the_same(string encoding, byte[] bytes)
    {
        var document = DocumentReader.Read(new MemoryStream(bytes), "plan.txt").Document!;

        Assert.Equal(encoding, document.Encoding);
        Assert.Equal(["一、总体要求", "到2025年，细颗粒物（PM2.5）浓度达到省下达要求。𠮷㐀"], document.Blocks.Cast<TextBlock>().Select(block => block.Text));
    }

    [Fact]
    public void Chinese_text_survives_both_encodings()
    {
        var han = Gen.Int[0x4E00, 0x9FA5].Select(code => (char)code).Array[1, 60].Select(letters => new string(letters));

        han.Sample(text =>
            Read(Encoding.UTF8.GetBytes(text)) == text && Read(Gb18030.GetBytes(text + "。生态环境保护")) == text + "。生态环境保护");
    }

    [Fact]
    public void A_utf8_text_with_a_broken_spot_is_refused_at_its_line_and_not_read_as_another_encoding()
    {
        var good = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("生态环境保护规划\n", 20)));
        byte[] broken = [.. good, 0xE7, 0x94, (byte)'\n', .. good];

        var refusal = DocumentReader.Read(new MemoryStream(broken), "broken.txt").Refusal!;

        Assert.Equal("DOC-008", refusal.Code);
        Assert.Equal(21, refusal.Place!.Line);
    }

    [Fact]
    public void A_text_cut_off_in_the_middle_of_a_character_is_read_up_to_there_and_says_so()
    {
        var cut = Encoding.UTF8.GetBytes("第一行。\n第二行")[..^1];

        var document = DocumentReader.Read(new MemoryStream(cut), "cut.txt").Document!;

        Assert.Equal(["第一行。", "第二"], document.Blocks.Cast<TextBlock>().Select(block => block.Text));
        var remark = Assert.Single(document.Remarks);
        Assert.Equal(("DOC-015", 2), (remark.Code, remark.Place!.Line));
    }

    private static string Read(byte[] bytes) =>
        string.Concat(DocumentReader.Read(new MemoryStream(bytes), "x.txt").Document!.Blocks.Cast<TextBlock>().Select(block => block.Text));
}
