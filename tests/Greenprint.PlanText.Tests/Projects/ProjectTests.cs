namespace Greenprint.PlanText.Tests.Projects;

public sealed class ProjectTests
{
    private const string Start = "# 岚湾县生态环境保护“十五五”规划\n\n## 第一章 总体要求\n\n### 第一节 主要目标\n\n到2030年，生态环境质量根本好转。\n\n## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复岸线。\n\n";
    private const string End = "\n## 第三章 保障措施\n\n加强领导。\n";

    [Fact]
    public void A_box_gives_its_items_by_name_and_content()
    {
        var reading = Reading.Of(Start + "专栏1 水生态修复重点工程\n\n1．岸线修复工程。修复岸线10公里，总投资1.2亿元，建设期限2026—2028年。\n\n2．湿地建设工程：建设湿地两处。\n\n### 第二节 治理大气\n\n加强监测。\n" + End, "plan.md");

        Assert.Equal(["岸线修复工程", "湿地建设工程"], reading.Projects.Select(project => project.Name));
        Assert.All(reading.Projects, project => Assert.Equal(("水生态修复重点工程", "c2.1"), (project.Category, project.ClauseId)));
        Assert.Equal((1.2m, "亿元"), (reading.Projects[0].Investment!.Value, reading.Projects[0].Investment!.Unit));
        Assert.Equal("2026—2028年", reading.Projects[0].Period);
        Assert.Equal("建设湿地两处。", reading.Projects[1].Content);
        Assert.Null(reading.Projects[1].Investment);
    }

    [Fact]
    public void A_table_of_projects_gives_its_rows_with_money_years_and_lead()
    {
        var reading = Reading.Of(
            Start + End + "\n附件1 重点工程项目表\n\n| 序号 | 项目名称 | 建设内容 | 建设期限 | 总投资（万元） | 责任单位 |\n|---|---|---|---|---|---|\n| 一 | 水环境 | | | | |\n| 1 | 污水厂提标 | 提标改造一座 | 2026-2027 | 12,000 | 县水务局 |\n| 2 | 管网建设 | 新建30公里 | 2026-2030 | | 县住建局 |\n| | 合计 | | | 12,000 | |\n",
            "plan.md");

        Assert.Equal(["污水厂提标", "管网建设"], reading.Projects.Select(project => project.Name));
        Assert.Equal(new InvestmentText("12,000", 12000m, "万元"), reading.Projects[0].Investment);
        Assert.Null(reading.Projects[1].Investment);
        Assert.Equal(("水环境", "2026-2027", "县水务局"), (reading.Projects[0].Category, reading.Projects[0].Period, reading.Projects[0].Lead));
        Assert.Equal(["重点工程项目表"], reading.Annexes.Select(annex => annex.Title));
    }

    [Fact]
    public void A_box_of_indicators_and_a_plan_without_boxes_give_no_projects()
    {
        Assert.Empty(Reading.Of(Start + "专栏1 主要指标\n\n1．森林覆盖率。达到35%。\n" + End, "plan.md").Projects);
        Assert.Empty(Reading.Of(Start + End, "plan.md").Projects);
    }

    [Fact]
    public void The_text_behind_a_box_of_numbered_items_belongs_to_the_plan_even_where_its_heading_is_lost()
    {
        var reading = Reading.Of(
            Start + "专栏1 水生态修复重点工程\n\n1．岸线修复工程。修复岸线，恢复岸线生态功能。\n\n2．湿地建设工程。建设湿地两处，改善水质。\n\n深入推进大气污染防治，加强监测预警，改善空气质量。\n\n（一）控制扬尘\n\n加强工地管理，控制道路扬尘，推进清洁运输。\n" + End,
            "plan.md");

        Assert.Equal(2, reading.Projects.Count);
        Assert.Contains(reading.Outline, item => item.Title == "控制扬尘");
    }
}
