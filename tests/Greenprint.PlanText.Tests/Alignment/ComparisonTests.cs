using Greenprint.PlanText.Alignment;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Tests.Alignment;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("优良天数比率", "≥92", "≥91", "Tightened")]
    [InlineData("PM2.5浓度", "≤22", "≤22.0", "Carried")]
    [InlineData("PM2.5浓度", "23", "≤22", "Weakened")]
    [InlineData("单位GDP能源消耗降低", "[13]", "14.5", "Weakened")]
    [InlineData("单位GDP能源消耗降低", "下降15%", "[14.5]", "Tightened")]
    [InlineData("化学需氧量减排量", "120", "〔100〕", "Tightened")]
    [InlineData("森林覆盖率", "完成省下达任务", "58.9", "Carried")]
    [InlineData("森林覆盖率", "58.9", "完成国家下达任务", "NotComparable")]
    [InlineData("森林覆盖率", "保持稳定", "58.9", "Weakened")]       // the local base year has 50
    [InlineData("森林覆盖率", "不降低", "49", "Tightened")]
    [InlineData("森林覆盖率", "50", "不降低", "Carried")]
    [InlineData("森林覆盖率", "49.9", "不降低", "Weakened")]
    [InlineData("城市黑臭水体比例", "基本消除", "0", "NotComparable")]
    [InlineData("城市黑臭水体比例", "基本消除", "基本消除", "Carried")]
    [InlineData("城市黑臭水体比例", "有效保障", "基本消除", "NotComparable")]
    [InlineData("森林覆盖率", "≥50", "≤60", "NotComparable")]
    [InlineData("林草覆盖率", "52—55", "50—60", "Tightened")]
    [InlineData("化肥施用量", "下降5%", "≤300", "UnitDiffers")]
    public void Targets_are_compared_by_kind_and_side(string name, string local, string upper, string status) =>
        Assert.Equal(status, Pair(Item(name, local), Item(name, upper)).Status.ToString());

    [Theory]
    [InlineData("用水总量", "40000", "万立方米", "≤4", "亿立方米", "Carried")]
    [InlineData("湿地保有量", "15", "亩", "1", "公顷", "Carried")]              // 15 亩 is one hectare exactly
    [InlineData("PM2.5浓度", "22", "μg/m³", "22", "微克/立方米", "Carried")]
    [InlineData("氨氮减排量", "〔0.02〕", "万吨", "〔263〕", "吨", "Weakened")]
    [InlineData("优良天数", "340", "天", "93", "%", "UnitDiffers")]
    [InlineData("森林覆盖率", "59", null, "58.9", "%", "Tightened")]
    [InlineData("森林覆盖率", "50", null, "58.9", "%", "Weakened")]
    [InlineData("森林覆盖率", "50", "%", "58.9", null, "Weakened")]
    public void Units_are_converted_exactly_or_told_apart(string name, string local, string? localUnit, string upper, string? upperUnit, string status) =>
        Assert.Equal(status, Pair(Item(name, local, localUnit), Item(name, upper, upperUnit)).Status.ToString());

    [Fact]
    public void A_missing_target_is_an_answer_of_its_own()
    {
        var pair = Pair(AlignmentLawTests.Item("森林覆盖率", null), Item("森林覆盖率", "58.9"));

        Assert.Equal(AlignmentStatus.NotComparable, pair.Status);
        Assert.Equal(("本级规划没有给出目标值。", "The local plan gives no target."), (pair.Reason, pair.ReasonEn));
    }

    [Fact]
    public void Years_decide_where_numbers_are_equal_and_forbid_a_verdict_where_they_pull_the_other_way()
    {
        var upper = Item("森林覆盖率", "58.9", year: 2030);

        Assert.Equal(AlignmentStatus.Weakened, Pair(Item("森林覆盖率", "58.9", year: 2035), upper).Status);
        Assert.Equal(AlignmentStatus.Tightened, Pair(Item("森林覆盖率", "59", year: 2028), upper).Status);
        Assert.Equal(AlignmentStatus.NotComparable, Pair(Item("森林覆盖率", "59", year: 2035), upper).Status);
        Assert.Equal(AlignmentStatus.Carried, Pair(Item("森林覆盖率", "60", year: 2035) with { OtherYears = [new PrintedValue(2030, "58.9", 58.9m)] }, upper).Status);
    }

    [Theory]
    [InlineData("地级及以上城市空气质量优良天数比率", "AQI达标率", true)]
    [InlineData("单位GDP能耗降低率", "万元地区生产总值能源消耗下降", true)]
    [InlineData("主要污染物重点工程减排量（氨氮）", "氨氮减排量", true)]
    [InlineData("生态保护红线占国土面积比例（陆域）", "生态保护红线占国土面积比例", true)]
    [InlineData("生态保护红线占国土面积比例（陆域）", "生态保护红线占国土面积比例（海域）", false)]
    [InlineData("某河流湿地恢复面积比例", "某河流湿地恢复的面积比重", true)]
    [InlineData("城市生活污水处理率", "农村生活污水处理率", false)]
    [InlineData("氮氧化物重点工程减排量", "挥发性有机物重点工程减排量", false)]
    [InlineData("化肥施用量减少比例", "化学农药施用量减少比例", false)]
    [InlineData("地表水达到或好于Ⅲ类水体比例", "地表水劣Ⅴ类水体比例", false)]
    [InlineData("PM2.5浓度", "PM10浓度", false)]
    [InlineData("再生水利用率", "雨水利用率", false)]
    [InlineData("湿地保有量", "湿地保护率", false)]
    public void Names_are_one_only_where_they_mean_one_thing(string local, string upper, bool same) =>
        Assert.Equal(same, PlanAligner.Pairs([Item(local, "50")], [Item(upper, "50")], new(IsAbove: true))[0].Local is not null);

    private static IndicatorPair Pair(IndicatorItem local, IndicatorItem upper) => Assert.Single(PlanAligner.Pairs([local], [upper], new(IsAbove: true)));

    private static IndicatorItem Item(string name, string target, string? unit = "%", int year = 2030)
    {
        var meaning = TargetWording.Read(target, IndicatorCatalogue.Bundled.SideOfName(name));
        return AlignmentLawTests.Item(name, new PrintedTarget(year, target, meaning.Kind, meaning.Value) { To = meaning.To, Change = meaning.Change }, unit, new PrintedValue(2025, "50", 50m));
    }
}
