using DocumentFormat.OpenXml.Wordprocessing;
using Greenprint.Documents.Docx;

namespace Greenprint.Documents.Tests.Docx;

public sealed class ListNumberFormatTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(21, "二十一")]
    [InlineData(100, "一百")]
    [InlineData(103, "一百零三")]
    [InlineData(110, "一百一十")]
    [InlineData(1002, "一千零二")]
    public void Chinese_counting_is_as_it_is_spoken(int number, string written)
    {
        Assert.Equal(written, ListNumberFormat.Counted(number));
    }

    public static TheoryData<int, string, string> Formats => new()
    {
        { 12, "decimal", "12" },
        { 12, "decimalFullWidth", "１２" },
        { 3, "decimalZero", "03" },
        { 12, "ideographDigital", "一二" },
        { 12, "chineseLegalSimplified", "拾贰" },
        { 3, "decimalEnclosedCircle", "③" },
        { 14, "upperRoman", "XIV" },
        { 9, "lowerRoman", "ix" },
        { 28, "upperLetter", "BB" },
        { 2, "lowerLetter", "b" },
        { 2, "none", "" },
    };

    [Theory, MemberData(nameof(Formats))]
    public void A_number_is_written_in_its_format(int number, string format, string written)
    {
        Assert.Equal(written, ListNumberFormat.Write(number, new NumberFormatValues(format)));
    }
}
