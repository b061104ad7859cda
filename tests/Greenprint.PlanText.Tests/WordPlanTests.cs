using Greenprint.Documents.Tests.Docx;
using static Greenprint.Documents.Tests.Docx.WordFile;

namespace Greenprint.PlanText.Tests;

/// <summary>A plan as a Word file: numbers that Word makes, headings known by style, a contents field, a box in a table.</summary>
public sealed class WordPlanTests
{
    private static readonly string Body =
        Paragraph("岚湾县生态环境保护“十五五”规划", "T")
        + Paragraph("第一章 形势\t1", "TOC1") + Paragraph("第二章 总体要求\t4", "TOC1")
        + Paragraph("形势", "Chapter") + Paragraph("成效", "Section") + Paragraph("成效显著。")
        + Paragraph("总体要求", "Chapter") + Paragraph("主要目标", "Section") + Paragraph("到2030年，生态环境质量根本好转。")
        + Paragraph("主要任务", "Chapter") + Paragraph("治理大气", "Section") + Paragraph("控制扬尘", null, (1, 2)) + Paragraph("加强管理。")
        + "<w:tbl><w:tr><w:tc>" + Paragraph("1. 扬尘监测工程。建设监测点。") + "</w:tc></w:tr></w:tbl>"
        + Paragraph("治理水体", "Section") + Paragraph("修复岸线。")
        + Paragraph("保障措施", "Chapter") + Paragraph("加强领导", "Section") + Paragraph("压实责任。");

    [Fact]
    public void Automatic_numbers_make_the_outline()
    {
        var reading = Reading.Of(WordFile.Of(Body), "plan.docx");

        Assert.Equal(
            [
                "1 第一章 形势", "2 第一节 成效", "1 第二章 总体要求", "2 第一节 主要目标", "1 第三章 主要任务", "2 第一节 治理大气", "3 （一） 控制扬尘",
                "2 第二节 治理水体", "1 第四章 保障措施", "2 第一节 加强领导",
            ],
            reading.Lines());
        Assert.Equal("岚湾县生态环境保护“十五五”规划", reading.Title);
        Assert.Equal(["治理大气", "治理水体"], reading.KeyTasks.Select(task => task.Title));
        Assert.Equal(["加强领导"], reading.Safeguards.Select(safeguard => safeguard.Title));
        Assert.Equal(["到2030年，生态环境质量根本好转。"], reading.Goals.Select(goal => goal.Text));
    }

    [Fact]
    public void A_table_stays_a_table_in_its_clause()
    {
        var clause = Reading.Of(WordFile.Of(Body), "plan.docx").Clauses.Single(clause => clause.ClauseId == "c3.1.1");

        Assert.Equal("1. 扬尘监测工程。建设监测点。", Assert.Single(Assert.Single(clause.Paragraphs[1].Rows!)));
    }

    [Fact]
    public void Headings_known_only_by_their_style_stand_in_the_outline_without_a_number()
    {
        var reading = Reading.Of(
            WordFile.Of(Paragraph("岚湾县规划", "T") + Paragraph("总体要求", "1") + Paragraph("主要目标", "2") + Paragraph("到2030年，生态环境质量根本好转。") + Paragraph("主要任务", "1") + Paragraph("治理水体", "2")),
            "plan.docx");

        Assert.Equal(["1  总体要求", "2  主要目标", "1  主要任务", "2  治理水体"], reading.Lines());
        Assert.Single(reading.Goals);
    }

    [Fact]
    public void Markdown_reads_as_Word_does()
    {
        var reading = Reading.Of("# 岚湾县规划\n\n## 第一章 总体要求\n\n### 主要目标\n\n到2030年，生态环境质量根本好转。\n\n## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复。\n", "plan.md");

        Assert.Equal("岚湾县规划", reading.Title);
        Assert.Equal(["1 第一章 总体要求", "2  主要目标", "1 第二章 主要任务", "2 第一节 治理水体"], reading.Lines());
    }
}
