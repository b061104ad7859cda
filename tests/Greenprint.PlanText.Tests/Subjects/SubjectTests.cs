using Greenprint.PlanText.Subjects;

namespace Greenprint.PlanText.Tests.Subjects;

public sealed class SubjectTests
{
    [Theory]
    [InlineData("台山市生态环境保护“十四五”规划", "台山市")]
    [InlineData("广东省应对气候变化“十四五”专项规划", "广东省")]
    [InlineData("江门市新会区生态环境保护规划", "江门市新会区")]
    [InlineData("恩施土家族苗族自治州利川市规划", "恩施土家族苗族自治州利川市")]
    [InlineData("广西壮族自治区生态环境保护规划", "广西壮族自治区")]
    [InlineData("某某县城市更新规划", "某某县")]
    [InlineData("全市生态环境保护规划", null)]
    [InlineData("国家生态环境保护规划", null)]
    [InlineData("生态环境分区管控方案", null)]
    [InlineData("编制说明", null)]
    public void The_region_stands_at_the_head_of_the_title(string title, string? region)
    {
        Assert.Equal(region, RegionFinder.AtHead(title));
    }

    [Theory]
    [InlineData("岚湾县规划（2021—2025年）", 2021, 2025)]
    [InlineData("岚湾县规划（2021-2035 年）", 2021, 2035)]
    [InlineData("岚湾县规划（2021～2025）", 2021, 2025)]
    [InlineData("岚湾县规划（二〇二一年至二〇二五年）", 2021, 2025)]
    [InlineData("岚湾县“十四五”规划", 2021, 2025)]
    [InlineData("岚湾县\"十五五\"规划", 2026, 2030)]
    [InlineData("岚湾县第十三个五年规划", 2016, 2020)]
    [InlineData("岚湾县“九五”计划", 1996, 2000)]
    public void The_period_stands_in_the_title(string title, int start, int end)
    {
        Assert.Equal(new PlanPeriod(start, end), PeriodFinder.InTitle(title));
    }

    [Fact]
    public void A_stated_term_counts_more_than_the_plans_that_are_named()
    {
        var reading = Reading.Of("岚湾县美丽建设规划\n一、总则\n衔接“十三五”规划和“十三五”成果，规划期限为2022—2035年。\n二、任务\n治理。\n");

        Assert.Equal(new PlanPeriod(2022, 2035), reading.Period);
    }

    [Fact]
    public void A_letter_that_issues_a_plan_is_not_the_plan()
    {
        var reading = Reading.Of("""
            岚湾县人民政府办公室
            关于印发岚湾县“十五五”生态环境保护规划的通知
            岚府办〔2026〕4号
            各镇人民政府：
            《岚湾县“十五五”生态环境保护规划》已经县政府同意，现印发给你们。
            岚湾县人民政府办公室
            2026年2月3日
            岚湾县“十五五”生态环境保护规划
            一、总体要求
            坚持绿色发展。
            二、主要任务
            （一）治理大气
            治理扬尘。
            """);

        Assert.Equal(("岚湾县“十五五”生态环境保护规划", "岚湾县", new PlanPeriod(2026, 2030)), (reading.Title, reading.Region, reading.Period));
        Assert.Equal(["c2.1"], reading.KeyTasks.Select(task => task.ClauseId));
    }

    [Fact]
    public void A_title_wrapped_on_the_cover_is_one_title()
    {
        var reading = Reading.Of("岚湾县\n生态环境保护“十五五”规划\n（征求意见稿）\n二〇二六年三月\n第一章 形势\n成效显著。\n第二章 任务\n任务艰巨。\n");

        Assert.Equal("岚湾县生态环境保护“十五五”规划", reading.Title);
    }

    [Fact]
    public void A_note_takes_region_and_period_from_the_plan_it_speaks_of()
    {
        var reading = Reading.Of("编制说明\n一、概况\n衔接《南粤省“十五五”规划》，编制《岚湾县“十五五”规划》。《岚湾县“十五五”规划》征求了意见。\n二、内容\n略。\n");

        Assert.Equal(("编制说明", "岚湾县", new PlanPeriod(2026, 2030)), (reading.Title, reading.Region, reading.Period));
    }

    [Fact]
    public void Without_a_section_of_tasks_the_chapters_between_goals_and_safeguards_are_the_tasks()
    {
        var reading = Reading.Of("""
            岚湾县规划
            一、基本形势
            成效显著。
            二、总体要求
            （一）主要目标
            到2030年，生态环境质量持续改善，美丽岚湾基本建成。
            三、改善大气环境
            治理扬尘。
            四、改善水环境
            治理河流。
            五、保障措施
            （一）加强领导
            压实责任。
            （二）强化资金
            多方筹资。
            """);

        Assert.Equal(["改善大气环境", "改善水环境"], reading.KeyTasks.Select(task => task.Title));
        Assert.Equal(["加强领导", "强化资金"], reading.Safeguards.Select(safeguard => safeguard.Title));
        Assert.Equal(("到2030年，生态环境质量持续改善，美丽岚湾基本建成。", "c2.1"), (reading.Goals[0].Text, Assert.Single(reading.Goals).ClauseId));
    }

    [Fact]
    public void Looking_back_on_goals_is_no_goal()
    {
        var reading = Reading.Of("""
            岚湾县规划
            一、形势
            （一）“十四五”目标完成情况
            目标全部完成，生态环境质量持续改善。
            二、总体要求
            （一）总体目标
            到2030年，生态环境质量根本好转。
            三、保障措施
            落实责任。
            """);

        Assert.Equal(["到2030年，生态环境质量根本好转。"], reading.Goals.Select(goal => goal.Text));
    }
}
