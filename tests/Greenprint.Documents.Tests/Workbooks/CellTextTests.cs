using Greenprint.Documents.Workbooks;

namespace Greenprint.Documents.Tests.Workbooks;

/// <summary>Texts and numbers pass through a spreadsheet unharmed.</summary>
public sealed class CellTextTests
{
    [Fact]
    public void A_text_comes_back_whatever_in_it_looks_escaped() => Gen.OneOf(
            Gen.Int[0, 5].Select(at => new[] { "_x0041_", "_", "x0041_", "x0041", "\u0001", "甲" }[at])).Array[0, 8]
        .Sample(parts => string.Concat(parts) is var text && CellText.Decode(CellText.Encode(text)) == text, iter: 5_000);

    [Theory]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    [InlineData("_x0041\u0001", "_x005F_x0041_x0001_")]
    [InlineData("_x004_", "_x004_")]
    public void What_looks_escaped_is_escaped_also_where_two_share_a_line(string text, string written) => Assert.Equal(written, CellText.Encode(text));

    [Theory]
    [InlineData("20.100000000000001", "20.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1.1000000000000001", "1.1")]
    [InlineData("66.599999999999994", "66.6")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1.5E-7", "0.00000015")]
    [InlineData("NaN", null)]
    public void A_number_has_the_fifteen_digits_that_a_spreadsheet_shows(string stored, string? read) => Assert.Equal(read, CellText.Shortest(stored));
}
