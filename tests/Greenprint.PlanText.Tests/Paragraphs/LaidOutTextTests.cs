namespace Greenprint.PlanText.Tests.Paragraphs;

/// <summary>Texts as <c>pdftotext -layout</c> writes them.</summary>
public sealed class LaidOutTextTests
{
    private const string Pages =
        "          岚湾县“十五五”规划\n\n\n                 1\n\f" +
        "                岚湾县“十五五”规划\n" +
        "    第一章     坚持系统观念    推进山水林田湖草沙一体化保护\n" +
        "                    和修复\n\n" +
        "  坚持尊重自然、顺应自然、保护自然，统筹推进各项工作，推动\n" +
        "形成绿色低碳的生产生活方式，2025 年空气质量优良天数比率达\n\n" +
        "                －2－\n\f" +
        "                岚湾县“十五五”规划\n" +
        "到 95%以上。\n" +
        "  （一）着力打好重污染天气消除攻坚战，实施多种污染物协同控\n" +
        "制。\n" +
        "  以细颗粒物和臭氧协同控制为主线，在比邻上述区域的功能区执行\n" +
        "一、二类标准，推动空气质量持续改善，不断增强群众的获得感。\n" +
        "  （二）深化面源污染治理\n" +
        "  印发《岚湾县扬尘管理办法》、\n" +
        "                《岚湾县秸秆禁烧办法》，严格监督管\n" +
        "理，不断提升面源污染管理的精细化水平，改善空气质量和环境。\n\n" +
        "                －3－\n\f" +
        "                岚湾县“十五五”规划\n" +
        "    第二章     保障措施\n" +
        "  落实责任，加强考核，确保规划确定的各项目标任务全面完成，\n" +
        "取得实效。\n\n" +
        "                －4－\n";

    [Fact]
    public void Wrapped_headings_and_paragraphs_are_joined_over_lines_and_pages()
    {
        var reading = Reading.Of(Pages);

        Assert.Equal(
            ["1 第一章 坚持系统观念 推进山水林田湖草沙一体化保护和修复", "2 （一） 着力打好重污染天气消除攻坚战，实施多种污染物协同控制", "2 （二） 深化面源污染治理", "1 第二章 保障措施"],
            reading.Lines());
        Assert.Equal(
            ["坚持尊重自然、顺应自然、保护自然，统筹推进各项工作，推动形成绿色低碳的生产生活方式，2025年空气质量优良天数比率达到95%以上。"],
            Body(reading, "c1"));
    }

    [Fact]
    public void A_number_in_the_middle_of_a_sentence_is_no_heading()
    {
        Assert.Contains("执行一、二类标准", Assert.Single(Body(Reading.Of(Pages), "c1.1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_that_the_layout_tore_apart_are_joined()
    {
        Assert.Contains("《岚湾县扬尘管理办法》、《岚湾县秸秆禁烧办法》，严格监督管理，", Assert.Single(Body(Reading.Of(Pages), "c1.2")), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_and_running_heads_are_gone_and_the_page_is_known()
    {
        var reading = Reading.Of(Pages);
        var text = string.Concat(reading.Clauses.SelectMany(clause => clause.Paragraphs).Select(paragraph => paragraph.Text));

        Assert.DoesNotContain("－", text, StringComparison.Ordinal);
        Assert.DoesNotContain("岚湾县“十五五”规划", string.Concat(reading.Clauses.Where(clause => clause.ClauseId != "c0").SelectMany(clause => clause.Paragraphs).Select(paragraph => paragraph.Text)), StringComparison.Ordinal);
        Assert.Equal([2, 3, 3, 4], reading.Outline.Select(item => item.Page!.Value));
    }

    [Fact]
    public void A_laid_out_table_keeps_its_lines_and_columns_in_one_paragraph()
    {
        var reading = Reading.Of(Pages + "\f" + """
                第三章     指标
              表 1  主要指标
             序号      指标           2025年      2030年
              1     优良天数比率        95          96
                      （%）
              2     水质优良比例        90          92
            """);

        var table = Assert.Single(reading.Clauses.SelectMany(clause => clause.Paragraphs), paragraph => paragraph.IsLaidOut);
        Assert.Equal(4, table.Text.Split('\n').Length);
        Assert.Equal(["优良天数比率 95 96", "水质优良比例 90 92"], reading.Indicators.Select(item => $"{item.Name} {item.Baseline?.Text} {item.Target?.Text}"));
    }

    private static IEnumerable<string> Body(PlanReading reading, string id) =>
        reading.Clauses.Single(clause => clause.ClauseId == id).Paragraphs.Select(paragraph => paragraph.Text);
}
