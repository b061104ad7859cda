using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Tests.Targets;

public sealed class TextTargetTests
{
    private static readonly PlanPeriod Plan = new(2021, 2025);

    [Theory]
    [InlineData("到2025年，城市管网漏损率降低到9％。", "城市管网漏损率 AtMost 9 ％ 2025")]
    [InlineData("2025年底前，建成省级以上森林城市4个。", "省级以上森林城市 AtLeast 4 个 2025")]
    [InlineData("“十四五”期间，省控地表水水质优良比例不低于90.9%。", "省控地表水水质优良比例 AtLeast 90.9 % 2025")]
    [InlineData("到2025年，新增污水管网260公里，污水处理率力争达到98%以上。", "污水管网 AtLeast 260 公里 2025;污水处理率 AtLeast 98 % 2025")]
    [InlineData("到2022年，农村黑臭水体消除比例达到90%以上；到2025年，达到100%。", "农村黑臭水体消除比例 AtLeast 90 % 2022;农村黑臭水体消除比例 AtLeast 100 % 2025")]
    [InlineData("到2025年，各建成区平均降尘量不得高于6吨/月·平方公里。", "各建成区平均降尘量 AtMost 6 吨/月·平方公里 2025")]
    [InlineData("到2025年，城市生活污水、工业废水处理率分别达到95%、99%。", "城市生活污水 AtLeast 95 % 2025;工业废水处理率 AtLeast 99 % 2025")]
    public void A_dated_number_behind_a_verb_of_aiming_is_a_target(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(';', Read(sentence).Select(target => $"{target.Indicator} {target.Kind} {target.Value} {target.Unit} {target.Year}")));

    [Theory]
    [InlineData("2020年，全市优良天数比率达到92%。")]
    [InlineData("全面淘汰10蒸吨及以下燃煤锅炉，推进35蒸吨以上锅炉改造。")]
    [InlineData("到2025年，生态环境质量明显改善，细颗粒物（PM2.5）污染得到控制。")]
    [InlineData("优良天数比率达到92%以上。")]
    public void A_look_back_a_name_with_a_number_and_a_number_without_date_are_none(string sentence) => Assert.Empty(Read(sentence));

    [Fact]
    public void A_reduction_is_told_from_a_state()
    {
        var targets = Read("到2025年，化肥使用量减少15%，能源消费总量控制在4.05亿吨标准煤以内。");

        Assert.Equal([TargetChange.Decrease, null], targets.Select(target => target.Change));
        Assert.Equal([PrintedTargetKind.AtLeast, PrintedTargetKind.AtMost], targets.Select(target => target.Kind));
    }

    [Fact]
    public void The_quote_is_a_passage_of_its_sentence()
    {
        const string sentence = "到2025年，基本建立分类体系，农村卫生厕所普及率达到100%，垃圾回收利用率达到35%以上。";

        Assert.All(Read(sentence), target => Assert.Contains(target.Quote, sentence, StringComparison.Ordinal));
    }

    private static List<TargetInText> Read(string sentence) => TextTargets.Read([new PlanSentence(sentence, "c1", 7)], Plan);
}
