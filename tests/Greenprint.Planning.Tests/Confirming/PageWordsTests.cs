using Greenprint.Planning.Confirming;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>The marks on the picture of a page: by hand from what pdftotext writes.</summary>
public sealed class PageWordsTests
{
    // A page of 200 by 400 points with a row of a table (name in two lines) and a line below it.
    private const string Page = """
        <page width="200.0" height="400.0">
          <word xMin="20" yMin="40" xMax="60" yMax="50">污水</word>
          <word xMin="20" yMin="52" xMax="80" yMax="62">治理率</word>
          <word xMin="100" yMin="46" xMax="120" yMax="56">80</word>
          <word xMin="140" yMin="46" xMax="170" yMax="56">约束性</word>
          <word xMin="20" yMin="200" xMax="120" yMax="210">加快治理污水设施建设</word>
          <word xMin="122" yMin="200" xMax="162" yMax="210">。到80%</word>
        </page>
        """;

    private static readonly PageWords Words = PageWords.Parse(Page);

    [Fact]
    public void A_part_of_a_word_is_marked_by_its_share_of_the_word() =>
        Assert.Equal([new PageArea(20m, 50m, 20m, 2.5m)], Words.Find("治理污水", null));   // signs 3 to 6 of 10: 20 + 2 × 10 = 40 of 200 points, 40 wide

    [Fact]
    public void Words_of_one_line_are_one_mark_and_every_line_has_its_own()
    {
        Assert.Equal([new PageArea(40m, 50m, 25m, 2.5m)], Words.Find("设施建设。", null));   // 80 to 120, then 122 to 130
        Assert.Equal(2, Words.Find("污水 治理率", null).Count);
    }

    [Fact]
    public void Cells_of_a_row_are_marked_beside_the_name_and_not_elsewhere_on_the_page()
    {
        var found = Words.Find("3 污水治理率 80 % 约束性", "污水治理率");

        Assert.Equal([(10m, 10m), (10m, 13m), (50m, 11.5m), (70m, 11.5m)], found.Select(area => (area.Left, area.Top)));
    }

    [Theory]
    [InlineData("不在这一页", null)]
    [InlineData("不在这一页", "也不在")]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void What_the_page_does_not_say_is_not_marked(string? quote, string? name) => Assert.Empty(Words.Find(quote, name));

    [Theory]
    [InlineData("")]
    [InlineData("<page width=\"0\" height=\"0\"><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">甲</word></page>")]
    [InlineData("<page width=\"nan\" height=\"x\"><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">甲</word></page>")]
    public void A_page_without_a_size_has_no_marks(string bbox) => Assert.Empty(PageWords.Parse(bbox).Find("甲", "甲"));
}
