namespace Greenprint.Documents.Tests.Pdf;

/// <summary>Tables whose rows or columns no line parts: figures, corridors and the middle of cells tell them.</summary>
public sealed class PdfTextTableTests
{
    private static readonly double[] Columns = [70, 120, 300, 360, 430];

    [Fact]
    public void Tall_rows_without_any_line_are_rows_and_cells_stand_in_the_middle_of_the_rows_they_span()
    {
        var paper = new Paper().Page();
        Row(paper, 100, "序号", "指标名称", "2020年", "2025年", "属性");
        Row(paper, 140, "1", "森林覆盖率", "30.5", "31", "约束性");
        Row(paper, 180, "2", null, "12", "11", "预期性");
        paper.Text(120, 173, "单位地区生产总值二氧化").Text(120, 187, "碳排放");
        Row(paper, 220, "3", "湿地保护率", "—", null, "约束性");
        Row(paper, 260, "4", "城市生活垃圾回收利用率", "35", null, "预期性");
        paper.Text(360, 240, "不降低");

        Assert.Equal(
            ["序号|指标名称|2020年|2025年|属性", "1|森林覆盖率|30.5|31|约束性", "2|单位地区生产总值二氧化碳排放|12|11|预期性", "3|湿地保护率|—|不降低|约束性", "4|城市生活垃圾回收利用率|35|^|预期性"],
            paper.Rows());
    }

    [Fact]
    public void Sub_cells_that_only_some_names_have_beside_them_are_a_column()
    {
        var paper = new Paper().Page();
        Row(paper, 100, "序号", "指标名称", "2020年", "2025年", "属性");
        Row(paper, 120, "1", "县级以上饮用水水源水质比例", "30.5", "31", "约束性");
        Row(paper, 140, "2", "重点减排量", "12", "11", "预期性");
        Row(paper, 160, null, null, "14", "13", null);
        paper.Text(230, 140, "氨氮").Text(230, 160, "氮氧化物");
        Row(paper, 180, "3", "城市生活垃圾回收利用率比例", "—", "40", "约束性");

        Assert.Equal(
            ["序号|指标名称||2020年|2025年|属性", "1|县级以上饮用水水源水质比例|30.5|31|约束性", "2|重点减排量|氨氮|12|11|预期性", "||氮氧化物|14|13|", "3|城市生活垃圾回收利用率比例|—|40|约束性"],
            paper.Rows());
    }

    [Fact]
    public void Upright_lines_alone_leave_the_rows_to_the_figures_even_where_there_are_two()
    {
        var paper = new Paper().Page();
        Frame(paper, 85, 108, 150);
        Row(paper, 100, "序号", "指标名称", "2020年", "2025年", "属性");
        Row(paper, 122, "1", "森林覆盖率", "30.5", "31", "约束性");
        Row(paper, 142, "2", "湿地保护率", "—", "不降低", "预期性");

        Assert.Equal(["序号|指标名称|2020年|2025年|属性", "1|森林覆盖率|30.5|31|约束性", "2|湿地保护率|—|不降低|预期性"], paper.Rows());
    }

    [Fact]
    public void Level_lines_that_stop_at_a_cell_over_two_rows_part_the_other_columns()
    {
        var paper = new Paper().Page();
        paper.Line(60, 85, 500, 85).Line(60, 108, 500, 108).Line(60, 130, 350, 130).Line(420, 130, 500, 130).Line(60, 152, 500, 152).Line(60, 174, 500, 174);
        Row(paper, 100, "序号", "指标名称", "2020年", "2025年", "属性");
        Row(paper, 123, "1", "森林覆盖率", "30.5", null, "约束性");
        Row(paper, 145, "2", "湿地保护率", "—", null, "预期性");
        paper.Text(360, 134, "不降低");
        Row(paper, 167, "3", "自然岸线保有率", "35", "36", "预期性");

        Assert.Equal(["序号|指标名称|2020年|2025年|属性", "1|森林覆盖率|30.5|不降低|约束性", "2|湿地保护率|—|^|预期性", "3|自然岸线保有率|35|36|预期性"], paper.Rows());
    }

    [Fact]
    public void A_page_that_lacks_a_column_goes_on_with_the_table_and_a_head_may_stand_alone_on_the_page_before()
    {
        var paper = new Paper().Page().Text(90, 700, "表2 主要指标");
        Row(paper, 740, "序号", "指标名称", "2020年", "2025年", "属性");
        paper.Page();
        Row(paper, 100, "1", "森林覆盖率", "30.5", "31", "约束性");
        Row(paper, 120, "2", "湿地保护率", "—", "12", "预期性");
        paper.Page();
        Row(paper, 100, null, "自然岸线保有率", "35", "36", "预期性");
        Row(paper, 120, null, "农村生活污水治理率", "35", "36", "预期性");

        Assert.Equal(
            ["序号|指标名称|2020年|2025年|属性", "1|森林覆盖率|30.5|31|约束性", "2|湿地保护率|—|12|预期性", "|自然岸线保有率|35|36|预期性", "|农村生活污水治理率|35|36|预期性"],
            paper.Rows());
    }

    [Fact]
    public void The_name_of_a_group_parts_the_lines_of_a_table_with_open_sides_and_not_the_table()
    {
        var paper = new Paper().Page();
        foreach (var y in new[] { 85, 108, 131, 154 })
        {
            paper.Line(60, y, 500, y);
        }

        foreach (var x in Columns[1..])
        {
            paper.Line(x - 5, 85, x - 5, 108).Line(x - 5, 131, x - 5, 154);
        }

        Row(paper, 100, "序号", "指标名称", "2020年", "2025年", "属性");
        paper.Text(70, 123, "一、环境质量");
        Row(paper, 146, "1", "森林覆盖率", "30.5", "31", "约束性");

        Assert.Equal(["序号|指标名称|2020年|2025年|属性", "一、环境质量", "1|森林覆盖率|30.5|31|约束性"], paper.Rows());
    }

    [Fact]
    public void The_line_over_the_footnotes_is_no_line_of_the_table_above_it()
    {
        var paper = new Paper().Page();
        var bottom = paper.Table(100, [70, 180], [["序号", "指标"], ["1", "优良天数比率"], ["2", "森林覆盖率"]]);
        paper.Line(40, bottom + 3, 200, bottom + 3);

        Assert.Equal(["序号|指标", "1|优良天数比率", "2|森林覆盖率"], paper.Rows());
    }

    private static void Row(Paper paper, double y, params string?[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is { } text)
            {
                paper.Text(Columns[i], y, text);
            }
        }
    }

    private static void Frame(Paper paper, double top, double head, double bottom)
    {
        foreach (var y in new[] { top, head, bottom })
        {
            paper.Line(60, y, 500, y);
        }

        foreach (var x in Columns[1..].Select(column => column - 5).Append(60).Append(500))
        {
            paper.Line(x, top, x, bottom);
        }
    }
}
