namespace Greenprint.Documents.Tests.Pdf;

/// <summary>Tables by ruling lines, on one page and over page breaks.</summary>
public sealed class PdfTableTests
{
    private static readonly double[] Widths = [70, 40, 180, 70, 70];

    [Fact]
    public void Ruling_lines_make_cells_and_where_none_parts_two_they_are_one()
    {
        var paper = new Paper().Page();
        paper.Table(100, Widths,
        [
            ["类别", "序号", "指标", "2020年", "2025年"],
            ["环境质量", "1", "空气质量优良天数比率（%）", "96.1", "97.0"],
            [null, "2", "地表水达到或好于Ⅲ类水体\n比例（%）", "87.5", "完成上级\n要求"],
        ]);

        Assert.Equal(
            ["类别|序号|指标|2020年|2025年", "环境质量|1|空气质量优良天数比率（%）|96.1|97.0", "^|2|地表水达到或好于Ⅲ类水体/比例（%）|87.5|完成上级/要求"],
            paper.Rows());
    }

    [Fact]
    public void A_table_stands_at_the_line_above_it_and_before_the_heading_below()
    {
        var paper = new Paper().Page().Text(90, 80, "第一节 指标");
        paper.Text(90, paper.Table(100, Widths, [["类别", "序号", "指标", "2020年", "2025年"], ["环境质量", "1", "优良天数比率", "96.1", "97.0"]]) + 30, "第二节 保障");

        Assert.Equal([("第一节 指标", 1), ("", 1), ("第二节 保障", 2)], paper.Read().Document!.Blocks.Select(block => ((block as TextBlock)?.Text ?? "", block.Place.Line!.Value)));
    }

    [Fact]
    public void Every_cell_knows_its_place_on_the_page()
    {
        var paper = new Paper().Page();
        paper.Table(100, Widths, [["类别", "序号", "指标", "2020年", "2025年"], ["环境质量", "1", "优良天数比率", "96.1", "97.0"]]);

        var table = paper.Read().Document!.Blocks.OfType<TableBlock>().Single();

        Assert.Equal(TableGrid.Ruled, table.Grid);
        Assert.Equal([new PageArea(1, 180, 123, 360, 146)], table.Rows[1].Cells[2].Areas);
        Assert.Equal([new PageArea(1, 70, 100, 500, 146)], table.Place.Areas);
        Assert.Equal(1, table.Rows[1].Page);
    }

    [Fact]
    public void A_cell_joins_the_lines_that_wrap_and_keeps_those_that_the_writer_broke()
    {
        var paper = new Paper().Page();
        paper.Table(100, [110, 110], [["单位地区生产总值二\n氧化碳排放降低", "完成\n省定目标"], ["森林", "覆盖率"]]);

        Assert.Equal(["单位地区生产总值二氧化碳排放降低|完成/省定目标", "森林|覆盖率"], paper.Rows());
    }

    [Fact]
    public void A_table_goes_on_over_the_page_break_and_its_repeated_head_stands_once()
    {
        var paper = new Paper().Page();
        string[] head = ["类别", "序号", "指标", "2020年", "2025年"];
        paper.Table(700, Widths, [head, ["环境质量", "12", "优良天数比率", "96.1", "97.0"], [null, "13", "重污染天数", "0", "0"]]);
        paper.Text(290, 810, "- 7 -", 9).Page();
        paper.Table(60, Widths, [head, ["", "14", "断面达标率", "87.5", "100"], [null, "15", "黑臭水体", "0", "0"], ["生态", "16", "森林覆盖率", "35", "36"]]);

        Assert.Equal(
            ["类别|序号|指标|2020年|2025年", "环境质量|12|优良天数比率|96.1|97.0", "^|13|重污染天数|0|0", "^|14|断面达标率|87.5|100", "^|15|黑臭水体|0|0", "生态|16|森林覆盖率|35|36"],
            paper.Rows());
        var table = paper.Blocks().OfType<TableBlock>().Single();
        Assert.Equal([1, 2], table.Place.Areas.Select(area => area.Page));
        Assert.Equal([1, 1, 1, 2, 2, 2], table.Rows.Select(row => row.Page!.Value));
    }

    [Fact]
    public void A_row_that_the_page_break_cuts_is_one_row()
    {
        var paper = new Paper().Page();
        paper.Table(700, Widths, [["类别", "序号", "指标", "2020年", "2025年"], ["质量", "1", "优良天数比率", "96.1", "97.0"], ["总量", "2", "化学需氧量重点工程减排量占重点", "0", "12"]]);
        paper.Page();
        paper.Table(60, Widths, [["", "", "工程总量的比重", "", ""], ["生态", "3", "森林覆盖率", "35", "36"]]);

        Assert.Equal(
            ["类别|序号|指标|2020年|2025年", "质量|1|优良天数比率|96.1|97.0", "总量|2|化学需氧量重点工程减排量占重点工程总量的比重|0|12", "生态|3|森林覆盖率|35|36"],
            paper.Rows());
    }

    [Fact]
    public void Numbers_of_rows_at_the_edge_of_the_page_are_no_page_numbers()
    {
        var paper = new Paper().Page();
        paper.Table(720, Widths, [["类别", "序号", "指标", "2020年", "2025年"], ["质量", "5", "优良天数比率", "96.1", "97.0"], ["总量", "6", "氨氮减排量", "—", "12"]]);
        paper.Page();
        paper.Table(40, Widths, [["生态", "7", "森林覆盖率", "35", "36"], ["风险", "8", "安全利用率", "95", "95"]]);

        Assert.Equal(["序号", "5", "6", "7", "8"], paper.Rows().Select(row => row.Split('|')[1]));
    }

    [Fact]
    public void A_page_number_that_stands_inside_a_table_is_gone()
    {
        var paper = new Paper();
        for (var page = 1; page <= 4; page++)
        {
            paper.Page().Text(290, 800, "— " + page + " —", 9);
            paper.Table(690, Widths, [["类别" + page, "序号", "指标", "2020年", "2025年"], ["质量", "甲", "优良天数\n比率\n\n（%）\n\n", "好", "好"]]);
        }

        Assert.DoesNotContain(paper.Blocks().OfType<TableBlock>().SelectMany(Paper.Rows), row => row.Contains('—', StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_that_only_one_page_parts_are_spanned_on_the_other()
    {
        var paper = new Paper().Page();
        paper.Table(700, [70, 40, 100, 80, 70, 70], [["类别", "序号", "指标", "分项", "2020年", "2025年"], ["总量", "1", "减排量", "氨氮", "—", "12"]]);
        paper.Page();
        paper.Table(60, Widths, [["生态", "2", "森林覆盖率", "35", "36"]]);

        var table = paper.Blocks().OfType<TableBlock>().Single();

        Assert.Equal("生态|2|森林覆盖率|35|36", Paper.Rows(table)[2]);
        Assert.Equal(2, table.Rows[2].Cells[2].Columns);
    }

    [Fact]
    public void A_box_that_the_page_break_cuts_is_one_and_two_boxes_that_meet_there_are_two()
    {
        var paper = new Paper().Page();
        paper.Table(700, [400], [["专栏1 重点工程"], ["再生水利用工程以及配套管网建设工程、马头岗污水处理厂厂外再生水管线工程和四"]]);
        paper.Page();
        var y = paper.Table(60, [400], [["环管线工程。"]]);
        paper.Text(90, y + 30, "完善制度。").Page();
        paper.Table(60, [400], [["专栏2 能力建设"], ["监测网络。"]]);

        var tables = paper.Blocks().OfType<TableBlock>().ToArray();

        Assert.Equal(2, tables.Length);
        Assert.Equal(["专栏1 重点工程", "再生水利用工程以及配套管网建设工程、马头岗污水处理厂厂外再生水管线工程和四环管线工程。"], Paper.Rows(tables[0]));
    }

    [Fact]
    public void A_paragraph_goes_on_after_a_table_that_the_layout_put_into_its_middle()
    {
        var paper = new Paper().Page();
        for (var y = 100; y < 500; y += 20)
        {
            paper.Text(90, y, "坚持生态优先和绿色发展的理念，统筹推进山水林田湖草沙一体化保护和");
        }

        var below = paper.Table(520, Widths, [["类别", "序号", "指标", "2020年", "2025年"], ["生态", "2", "森林覆盖率", "35", "36"]]);
        paper.Text(90, below + 30, "系统治理。");

        Assert.EndsWith("一体化保护和系统治理。", Assert.Single(paper.Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_around_the_whole_page_is_no_table()
    {
        var paper = new Paper().Page().Text(120, 120, "生态环境保护规划");
        paper.Line(20, 20, 575, 20).Line(20, 822, 575, 822).Line(20, 20, 20, 822).Line(575, 20, 575, 822);

        Assert.IsType<TextBlock>(Assert.Single(paper.Blocks()));
    }

    private static readonly string?[][] Indicators =
    [
        ["序号", "指标", "2020年", "2025年", "属性"],
        ["1", "空气质量优良天数比率（%）", "96.1", "97.0", "约束性"],
        ["2", "地表水达到或好于Ⅲ类水体比例以及\n地下水质量达标比例（%）", "87.5", "88.0", "约束性"],
        ["3", "森林覆盖率（%）", "35", "36", "预期性"],
        ["4", "农村生活污水治理率（%）", "—", "60", "预期性"],
    ];

    [Theory]
    [InlineData("Level", TableGrid.PartlyRuled)]
    [InlineData("Upright", TableGrid.PartlyRuled)]
    [InlineData("Three", TableGrid.PartlyRuled)]
    [InlineData("None", TableGrid.Aligned)]
    public void Where_lines_are_missing_the_place_of_the_text_tells_columns_and_rows(string rulings, TableGrid grid)
    {
        var paper = new Paper().Page().Text(220, 80, "表1 主要指标");
        var y = paper.Table(100, [40, 190, 70, 70, 70], Indicators, Enum.Parse<Rulings>(rulings));
        paper.Paragraph(y + 40, "到二〇二五年，生态环境质量持续改善，绿色低碳发展水平明显提升，主要污染物排放总量持续减少，环境风险得到有效防控。");

        var table = paper.Blocks().OfType<TableBlock>().Single();

        Assert.Equal(grid, table.Grid);
        Assert.Equal(
            ["序号|指标|2020年|2025年|属性", "1|空气质量优良天数比率（%）|96.1|97.0|约束性", "2|地表水达到或好于Ⅲ类水体比例以及地下水质量达标比例（%）|87.5|88.0|约束性", "3|森林覆盖率（%）|35|36|预期性", "4|农村生活污水治理率（%）|—|60|预期性"],
            Paper.Rows(table));
        Assert.Equal(3, paper.Blocks().Count);
    }

    [Theory]
    [InlineData("Three")]
    [InlineData("None")]
    public void A_table_without_upright_lines_goes_on_over_the_page_break(string rulings)
    {
        var paper = new Paper().Page();
        paper.Table(650, [40, 190, 70, 70, 70], Indicators, Enum.Parse<Rulings>(rulings));
        paper.Page();
        paper.Table(60, [40, 190, 70, 70, 70], [Indicators[0], ["5", "湿地保护率（%）", "50", "52", "预期性"], ["6", "受污染耕地安全利用率（%）", "92", "93", "约束性"]], Enum.Parse<Rulings>(rulings));

        Assert.Equal(["序号", "1", "2", "3", "4", "5", "6"], paper.Rows().Select(row => row.Split('|')[0]));
    }
}
