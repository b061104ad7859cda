using Greenprint.PlanText.Duties;

namespace Greenprint.PlanText.Tests.Duties;

public sealed class DutyTests
{
    [Theory]
    [InlineData("加强管理。（牵头单位：市生态环境局；配合单位：市水务局、各县（市、区）人民政府）", "市生态环境局", "市水务局、各县（市、区）人民政府")]
    [InlineData("加强管理（市生态环境局牵头，市水务局、市农业农村局配合）。", "市生态环境局", "市水务局、市农业农村局")]
    [InlineData("加强管理（责任单位：县发改局、县财政局）", "县发改局、县财政局", "")]
    [InlineData("推进单位：市住房城乡建设局、市城管委", "市住房城乡建设局、市城管委", "")]
    [InlineData("加强管理。（市生态环境局、市水务局等按职责分工负责）", "市生态环境局、市水务局", "")]
    [InlineData("加强管理。（市生态环境局、市水务局）", "市生态环境局、市水务局", "")]
    public void Who_leads_and_who_supports_is_read(string text, string lead, string support)
    {
        var duty = DutyGrammar.In(text);

        Assert.NotNull(duty);
        Assert.Equal((lead, support), (string.Join('、', duty.Lead), string.Join('、', duty.Support)));
    }

    [Theory]
    [InlineData("细颗粒物（PM2.5）浓度下降。")]
    [InlineData("近岸海域水质优良（一、二类）比例提高。")]
    [InlineData("重点排查自然保护地内采矿（石）、采砂等活动。")]
    [InlineData("各县（市）建成区集中供热普及率达到85%。")]
    public void Other_brackets_name_nobody(string text) => Assert.Null(DutyGrammar.In(text));

    [Fact]
    public void A_measure_carries_the_units_of_its_bracket_and_its_own_words()
    {
        var reading = Reading.Of(
            "# 岚湾县规划\n\n## 第一章 主要目标\n\n到2030年，生态环境质量根本好转。\n\n## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复岸线10公里，恢复湿地。（牵头单位：县水务局；配合单位：县财政局）\n\n水质总体良好。\n\n## 第三章 保障措施\n\n加强领导。\n",
            "plan.md");

        var measure = Assert.Single(reading.Measures);
        Assert.Equal("修复岸线10公里，恢复湿地。", measure.Text);
        Assert.Equal(["县水务局"], measure.Lead);
        Assert.Equal(["县财政局"], measure.Support);
        var duty = Assert.Single(reading.Responsibilities);
        Assert.Equal(measure.ClauseId, duty.ClauseId);
    }
}
