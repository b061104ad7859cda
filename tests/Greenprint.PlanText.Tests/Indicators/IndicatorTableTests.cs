namespace Greenprint.PlanText.Tests.Indicators;

public sealed class IndicatorTableTests
{
    private const string Start = "# 岚湾县生态环境保护“十五五”规划\n\n## 第一章 总体要求\n\n### 第一节 指标体系\n\n";
    private const string End = "\n## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复岸线。\n\n## 第三章 保障措施\n\n加强领导。\n";

    [Fact]
    public void Cells_stay_as_printed_and_an_empty_one_is_null()
    {
        var items = Read("| 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 指标属性 |\n|---|---|---|---|---|---|\n| 1 | 优良天数比率 | % | 约92.5* | ≥97 | 约束性 |\n| 2 | 用水总量 | 亿立方米 | | — | |\n");

        Assert.Equal(new PrintedValue(2025, "约92.5*", 92.5m), items[0].Baseline);
        Assert.Equal((2030, "≥97", PrintedTargetKind.AtLeast, 97m), (items[0].Target!.Year, items[0].Target!.Text, items[0].Target!.Kind, items[0].Target!.Value));
        Assert.Null(items[1].Baseline);
        Assert.Equal(("—", null), (items[1].Target!.Text, items[1].Target!.Value));
        Assert.Null(items[1].Nature);
        Assert.Equal(["c1.1"], items.Select(item => item.ClauseId).Distinct());
    }

    [Fact]
    public void Sums_and_further_years_are_kept_beside_the_target()
    {
        var items = Read("| 类别 | 指标（单位） | 2025年 | 2027年 | 2030年 | 五年累计 | 2035年 | 属性 |\n|---|---|---|---|---|---|---|---|\n| 一、气候 | 能耗降低（%） | — | 6 | | [13.5] | 20 | 约束性 |\n| | 碳汇量（万吨） | 10 | 11 | 12 | — | 15 | 引领性 |\n");

        Assert.Null(items[0].Target);
        Assert.Equal([(2027, "6"), (null, "[13.5]"), (2035, "20")], items[0].OtherYears.Select(value => (value.Year, value.Text)));
        Assert.Equal(["气候", "气候"], items.Select(item => item.Category));
        Assert.Equal(("12", PrintedNature.Leading), (items[1].Target!.Text, items[1].Nature));
    }

    [Fact]
    public void A_row_over_the_whole_table_is_a_group_and_a_numbered_name_gives_its_number()
    {
        var items = Read("| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| （一）环境治理 | | | |\n| 1.优良天数比率（%） | 92 | 95 | 约束性 |\n| 2.森林覆盖率（%） | 30 | 31 | 预期性 |\n");

        Assert.Equal([("1", "环境治理", "优良天数比率", "%"), ("2", "环境治理", "森林覆盖率", "%")], items.Select(item => (item.No!, item.Category!, item.Name, item.Unit!)));
    }

    [Fact]
    public void One_head_over_groups_and_names_makes_groups_and_no_sub_rows()
    {
        var items = Read("| 指标 | | 2025年 | 2030年 | 指标类型 |\n|---|---|---|---|---|\n| 环境治理 | 优良天数比率（%） | 92 | 95 | 约束性 |\n| | 森林覆盖率（%） | 30 | 31 | 预期性 |\n");

        Assert.Equal([("环境治理", "优良天数比率", PrintedNature.Binding), ("环境治理", "森林覆盖率", PrintedNature.Anticipatory)], items.Select(item => (item.Category!, item.Name, item.Nature!.Value)));
    }

    [Fact]
    public void Sub_rows_share_number_name_and_nature()
    {
        var items = Read("| 序号 | 指标（单位） | | 2025年 | 2030年 | 属性 |\n|---|---|---|---|---|---|\n| 1 | 重点工程减排量（吨） | 氨氮 | — | [494] | 约束性 |\n| | | 氮氧化物 | — | [6485] | |\n| 2 | 森林覆盖率（%） | | 30 | 31 | 预期性 |\n");

        Assert.Equal(
            [("1", "重点工程减排量（氨氮）", "氨氮", "吨"), ("1", "重点工程减排量（氮氧化物）", "氮氧化物", "吨"), ("2", "森林覆盖率", null, "%")],
            items.Select(item => (item.No!, item.Name, item.Sub, item.Unit!)));
        Assert.Equal([PrintedNature.Binding, PrintedNature.Binding, PrintedNature.Anticipatory], items.Select(item => item.Nature!.Value));
        Assert.Equal([494m, 6485m, 31m], items.Select(item => item.Target!.Value!.Value));
    }

    [Fact]
    public void Sentences_under_a_heading_of_indicators_are_indicators_with_low_confidence()
    {
        var items = Read("到2030年，空气质量优良天数比率达到95%以上，细颗粒物（PM2.5）年均浓度控制在21微克/立方米以下，森林覆盖率达到58.9%。\n");

        Assert.Equal(["95%以上", "21微克/立方米以下", "58.9%"], items.Select(item => item.Target!.Text));
        Assert.All(items, item => Assert.True(item.Confidence < 0.7m));
    }

    [Fact]
    public void A_table_of_results_is_not_this_plan_s()
    {
        const string past = "表1 主要指标完成情况\n\n| 指标 | 2020年 | 2025年目标 | 2025年实际 | 属性 |\n|---|---|---|---|---|\n| 森林覆盖率（%） | 30 | 31 | 32 | 约束性 |\n\n";
        var reading = Reading.Of(Start + past + End, "plan.md");

        Assert.Empty(reading.Indicators);
        Assert.Contains(reading.Warnings, warning => warning.Finding == "PLT-015");
    }

    [Fact]
    public void A_row_without_a_name_is_a_warning_and_the_rest_is_read()
    {
        var reading = Reading.Of(Start + "| 序号 | 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|---|\n| 1 | 森林覆盖率（%） | 30 | 31 | 约束性 |\n| 2 | | 40 | 41 | 预期性 |\n| 3 | 湿地保护率（%） | 50 | 51 | 预期性 |\n" + End, "plan.md");

        Assert.Equal(["森林覆盖率", "湿地保护率"], reading.Indicators.Select(item => item.Name));
        Assert.Contains(reading.Warnings, warning => warning.Code == "indicator-row-not-read");
    }

    [Fact]
    public void A_bare_number_whose_side_nobody_knows_has_low_confidence()
    {
        var items = Read("| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 森林覆盖率 | 30 | 31 | 约束性 |\n| 神秘系数 | 30 | 31 | 约束性 |\n");

        Assert.True(items[0].Confidence > 0.9m);
        Assert.True(items[1].Confidence < 0.75m);
    }

    [Fact]
    public void The_text_that_counts_otherwise_is_a_warning()
    {
        var reading = Reading.Of(
            Start + "其中约束性指标3项，预期性指标2项。\n\n| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 森林覆盖率 | 30 | 31 | 约束性 |\n| 湿地保护率 | 50 | 51 | 预期性 |\n" + End, "plan.md");

        Assert.Contains(reading.Warnings, warning => warning.Code == "indicator-count-differs");
    }

    private static IReadOnlyList<IndicatorItem> Read(string table) => Reading.Of(Start + table + End, "plan.md").Indicators;
}
