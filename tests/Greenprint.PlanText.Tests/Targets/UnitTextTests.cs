using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Tests.Targets;

public sealed class UnitTextTests
{
    [Theory]
    [InlineData("空气质量优良天数比率（%）", "空气质量优良天数比率", "%")]
    [InlineData("细颗粒物（PM2.5）浓度（微克/立方米）", "细颗粒物（PM2.5）浓度", "微克/立方米")]
    [InlineData("生态保护红线面积(平方公里)", "生态保护红线面积", "平方公里")]
    [InlineData("放射源辐射事故年发生率（起/万枚）", "放射源辐射事故年发生率", "起/万枚")]
    [InlineData("全市用水总量（亿立方米）", "全市用水总量", "亿立方米")]
    [InlineData("生态质量指数（EQI）", "生态质量指数（EQI）", null)]
    [InlineData("近岸海域水质优良（一、二类）比例", "近岸海域水质优良（一、二类）比例", null)]
    [InlineData("地表水优良比例（省控及以上断面）", "地表水优良比例（省控及以上断面）", null)]
    [InlineData("细颗粒物（PM2.5）", "细颗粒物（PM2.5）", null)]
    [InlineData("用能强度（吨标准煤/万元）", "用能强度", "吨标准煤/万元")]
    public void Only_a_unit_is_taken_off_the_end_of_a_name(string printed, string name, string? unit) =>
        Assert.Equal((name, unit), UnitText.Split(printed));
}
