using Greenprint.PlanText.Catalogue;

namespace Greenprint.PlanText.Tests.Catalogue;

public sealed class IndicatorCatalogueTests
{
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Bundled;

    [Fact]
    public void No_code_and_no_wording_stands_twice()
    {
        Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(indicator => indicator.Code).Distinct().Count());
        var wordings = Catalogue.All.SelectMany(indicator => indicator.Synonyms.Prepend(indicator.Name)).ToArray();
        Assert.Empty(wordings.GroupBy(wording => wording).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Every_row_names_its_source_and_carries_its_mark() =>
        Assert.All(Catalogue.All, indicator =>
        {
            Assert.NotEmpty(indicator.Source);
            Assert.Contains(indicator.Mark, new[] { "VERIFIED", "TRANSCRIBED", "UNVERIFIED" });
        });

    [Fact]
    public void Every_wording_finds_its_own_row() =>
        Assert.All(Catalogue.All, indicator => Assert.All(indicator.Synonyms.Prepend(indicator.Name), name => Assert.Equal(indicator.Code, Catalogue.Find(name)?.Code)));

    [Theory]
    [InlineData("PM2.5 年均浓度", "Down")]
    [InlineData("地级及以上城市空气质量优良天数比率", "Up")]
    [InlineData("单位地区生产总值二氧化碳排放降低比例", "Up")]
    [InlineData("地表水（省控及以上断面）质量劣Ⅴ类水体比例", "Down")]
    [InlineData("城市黑臭水体比例", "Down")]
    [InlineData("某项从未见过的达标率", "Up")]
    [InlineData("某种废气排放总量", "Down")]
    [InlineData("无人知道的指标", "Unknown")]
    public void The_side_follows_from_the_name(string name, string side) => Assert.Equal(side, Catalogue.SideOfName(name).ToString());
}
