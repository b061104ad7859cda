using Greenprint.PlanText.Alignment;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Tests.Alignment;

public sealed class IndicatorSurveyTests
{
    [Theory]
    [InlineData("用水总量", "≤4", "亿立方米", "≤39000", "万立方米", "3.9", 1)]
    [InlineData("湿地保有量", "1", "公顷", "15", "亩", "1", 0)]                        // 15 亩 is one hectare exactly
    [InlineData("PM2.5浓度", "≤20", "µg/m³", "≤22", "微克/立方米", "22", -1)]
    [InlineData("森林覆盖率", "≥55", "%", "≥54.5", null, "54.5", -1)]
    [InlineData("单位GDP能源消耗降低", "[13]", "%", "下降14.5%", "%", "14.5", 1)]
    public void Another_target_is_told_in_the_unit_of_the_question(string name, string ours, string unit, string theirs, string? theirUnit, string value, int order)
    {
        var found = Assert.Single(IndicatorSurvey.Of(Item(name, ours, unit), [Item(name, theirs, theirUnit)]));

        Assert.Null(found.WhyNot);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), found.Low);
        Assert.Equal(order, found.Order);
    }

    [Theory]
    [InlineData("优良天数", "≥95", "%", "≥340", "天", "单位不同（天），不能换算。")]
    [InlineData("森林覆盖率", "≥55", "%", "稳中有升", "%", "目标是文字（“稳中有升”），没有可比的数值。")]
    [InlineData("化肥施用量", "≤300", "吨", "下降5%", "吨", "一方是水平值，一方是变化量（或变化方向相反），不能直接比较。")]
    public void What_does_not_compare_says_why_and_has_no_number(string name, string ours, string unit, string theirs, string theirUnit, string why)
    {
        var found = Assert.Single(IndicatorSurvey.Of(Item(name, ours, unit), [Item(name, theirs, theirUnit)]));

        Assert.Equal((why, null, null, null), (found.WhyNot?.Zh, found.Low, found.Baseline, found.Order));
    }

    [Fact]
    public void A_row_without_a_target_and_a_plan_without_the_indicator_are_told_apart()
    {
        var asked = Item("森林覆盖率", "≥55", "%");

        Assert.Equal("没有给出目标值。", Assert.Single(IndicatorSurvey.Of(asked, [AlignmentLawTests.Item("森林覆盖率", null)])).WhyNot?.Zh);
        Assert.Empty(IndicatorSurvey.Of(asked, [Item("湿地保护率", "≥55", "%")]));
    }

    [Fact]
    public void A_column_for_our_year_counts_before_the_last_one()
    {
        var theirs = Item("森林覆盖率", "≥60", "%") with { OtherYears = [new PrintedValue(2030, "≥56", 56m)] };

        var found = Assert.Single(IndicatorSurvey.Of(Item("森林覆盖率", "≥55", "%"), [theirs with { Target = theirs.Target! with { Year = 2035 } }]));

        Assert.Equal((2030, 56m, 1), (found.Target!.Year, found.Low, found.Order));
    }

    [Theory]
    [InlineData("pm2.5", "air-pm25")]
    [InlineData("ＰＭ２．５", "air-pm25")]
    [InlineData("AQI达标率", "air-good-days")]
    [InlineData("AIR-GOOD", "air-good-days")]
    [InlineData("森林覆盖", "eco-forest-cover")]
    public void An_indicator_is_found_by_name_by_another_wording_and_by_code(string text, string code) =>
        Assert.Equal(code, CataloguedIndicators.Search(text)[0].Code);

    [Theory]
    [InlineData("")]
    [InlineData("（ ）")]
    [InlineData("无此指标")]
    public void A_text_that_names_none_finds_none(string text) => Assert.Empty(CataloguedIndicators.Search(text));

    private static IndicatorItem Item(string name, string target, string? unit, int year = 2030)
    {
        var meaning = TargetWording.Read(target, IndicatorCatalogue.Bundled.SideOfName(name));
        return AlignmentLawTests.Item(name, new PrintedTarget(year, target, meaning.Kind, meaning.Value) { To = meaning.To, Change = meaning.Change }, unit, new PrintedValue(2025, "50", 50m));
    }
}
