using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Tests.Numbering;

namespace Greenprint.PlanText.Tests.Outlines;

public sealed class OutlineTests
{
    private const string Plan = """
        岚湾县生态环境保护“十五五”规划
        （2026—2030年）
        第一章 形势
        第一节 成效
        全县生态环境质量持续改善。
        第二节 问题
        臭氧浓度偏高。
        第二章 总体要求
        第一节 指导思想
        坚持绿色发展。
        第二节 主要目标
        到2030年，生态环境质量根本好转。
        第三章 主要任务
        第一节 改善大气环境
        （一）控制扬尘
        加强工地管理。
        （二）控制机动车
        淘汰老旧车辆。
        第二节 改善水环境
        （一）治理河流
        1.整治排污口。完成全部排污口整治。
        2.修复岸线。修复岸线10公里。
        （二）保护水源
        划定保护区。
        第四章 保障措施
        （一）加强领导
        压实责任。
        （二）强化资金
        多方筹资。
        """;

    [Fact]
    public void Levels_follow_the_style_and_ids_follow_the_order()
    {
        var reading = Reading.Of(Plan);

        Assert.Equal(
            [
                "1 第一章 形势", "2 第一节 成效", "2 第二节 问题", "1 第二章 总体要求", "2 第一节 指导思想", "2 第二节 主要目标", "1 第三章 主要任务",
                "2 第一节 改善大气环境", "3 （一） 控制扬尘", "3 （二） 控制机动车", "2 第二节 改善水环境", "3 （一） 治理河流", "4 1. 整治排污口", "4 2. 修复岸线",
                "3 （二） 保护水源", "1 第四章 保障措施", "3 （一） 加强领导", "3 （二） 强化资金",
            ],
            reading.Lines());
        Assert.Equal("c3.2.1.2", reading.Outline.Single(item => item.Title == "修复岸线").Id);
        var direct = reading.Outline.Single(item => item.Title == "强化资金");
        Assert.Equal(("c4.2", 3, 2), (direct.Id, direct.Level, direct.Depth));
    }

    [Fact]
    public void The_text_stands_under_its_heading_and_a_run_in_title_leaves_the_rest_as_text()
    {
        var reading = Reading.Of(Plan);

        Assert.Equal("完成全部排污口整治。", Body(reading, "c3.2.1.1"));
        Assert.True(reading.Outline.Single(item => item.Id == "c3.2.1.1").RunIn);
        Assert.Equal("臭氧浓度偏高。", Body(reading, "c1.2"));
        Assert.Contains(reading.Clauses, clause => clause.ClauseId == "c0" && clause.Paragraphs.Any(paragraph => paragraph.Text == "（2026—2030年）"));
    }

    [Fact]
    public void Nothing_that_was_not_read_is_invented_and_no_list_is_null()
    {
        var reading = Reading.Of(Plan);

        Assert.Empty(reading.Indicators);
        Assert.Empty(reading.TargetsInText);
        Assert.All(reading.Measures, measure => Assert.Contains(measure.Text, string.Concat(reading.Clauses.SelectMany(clause => clause.Paragraphs).Select(paragraph => paragraph.Text)), StringComparison.Ordinal));
        Assert.Empty(reading.Projects);
        Assert.Empty(reading.Responsibilities);
        Assert.Empty(reading.Annexes);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Deleting_the_line_of_one_heading_removes_exactly_that_heading()
    {
        var lines = Plan.Split('\n');
        var whole = Reading.Of(Plan);
        foreach (var item in whole.Outline)
        {
            var without = Reading.Of(string.Join('\n', lines.Where((_, i) => i + 1 != item.Line)));

            Assert.Equal(
                whole.Outline.Where(other => other != item).Select(other => (other.Level, other.Number, other.Title)),
                without.Outline.Select(other => (other.Level, other.Number, other.Title)));
        }
    }

    [Fact]
    public void Full_and_half_width_numbers_and_lost_or_doubled_spaces_read_the_same()
    {
        var whole = Reading.Of(Plan).Outline.Select(item => (item.Id, item.Level, item.Title)).ToArray();
        string[] variants =
        [
            Plan.Replace('（', '(').Replace('）', ')'),
            Plan.Replace("1.", "１．").Replace("2.", "２．"),
            Plan.Replace("章 ", "章").Replace("节 ", "节"),
            Plan.Replace("章 ", "章　　").Replace("）", "） "),
            Plan.Replace("\n", "\r\n　　"),
            Plan.Replace("\n", "\n\n"),
        ];

        Assert.All(variants, variant => Assert.Equal(whole, Reading.Of(variant).Outline.Select(item => (item.Id, item.Level, item.Title))));
    }

    [Fact]
    public void Wrong_automatic_numbers_get_their_level_from_the_context_and_stay_as_printed()
    {
        var reading = Reading.Of("""
            编制说明
            1、 概况
            （一）必要性
            为落实要求，制定本规划。
            （二）可行性
            条件具备。
            二、内容
            （一）目标
            到2025年，质量改善。
            （2） 任务
            1.加快转型。推进结构调整。
            2.减污降碳。推进协同增效。
            三、保障
            （一）落实责任
            4、 过程
            （一）编制
            """);

        Assert.Equal(
            ["1 1、 概况", "2 （一） 必要性", "2 （二） 可行性", "1 二、 内容", "2 （一） 目标", "2 （2） 任务", "3 1. 加快转型", "3 2. 减污降碳", "1 三、 保障", "2 （一） 落实责任", "1 4、 过程", "2 （一） 编制"],
            reading.Lines());
        Assert.Equal(["1、", "（2）", "4、"], reading.Warnings.Where(warning => warning.Code == "number-repaired").Select(warning => reading.Outline.Single(item => item.Line == warning.Line).Number));
    }

    [Fact]
    public void A_heading_whose_number_was_lost_is_found_where_the_number_is_missing()
    {
        var reading = Reading.Of("""
            编制说明
            一、概况
            （一）必要性
            为落实上级要求，推动生态环境质量持续改善，以高水平保护推动高质量发展，结合我县实际，制定本规划，作为今后五年工作的依据。
            规划可行性
            有关部门开展了现状调查和专题研究，识别了主要问题及成因，明确了近期需要解决且能够解决的问题清单，条件已经具备，可以开展编制。
            （三）主要依据
            衔接上级规划。
            规划内容
            （一）规划目标
            到2025年，质量改善。
            （二）规划任务
            1.加快转型。推进结构调整。
            三、保障措施
            （一）落实责任
            """);

        Assert.Equal(
            ["1 一、 概况", "2 （一） 必要性", "2  规划可行性", "2 （三） 主要依据", "1  规划内容", "2 （一） 规划目标", "2 （二） 规划任务", "3 1. 加快转型", "1 三、 保障措施", "2 （一） 落实责任"],
            reading.Lines());
        Assert.Equal(["规划可行性", "规划内容"], reading.Warnings.Where(warning => warning.Code == "number-lost").Select(warning => reading.Outline.Single(item => item.Line == warning.Line).Title));
    }

    [Fact]
    public void A_document_whose_automatic_numbers_were_all_turned_to_Arabic_keeps_its_levels()
    {
        var reading = Reading.Of("""
            编制说明
            1、 概况
            （1）必要性
            为落实要求，制定本规划。
            （2）可行性
            条件具备。
            2、 内容
            （1） 目标
            到2025年，质量改善。
            （2） 任务
            1.加快转型。推进结构调整。
            2.减污降碳。推进协同增效。
            3.治理大气。推进协同控制。
            3、 保障
            （1）落实责任
            压实责任。
            """);

        Assert.Equal(
            ["1 1、 概况", "2 （1） 必要性", "2 （2） 可行性", "1 2、 内容", "2 （1） 目标", "2 （2） 任务", "3 1. 加快转型", "3 2. 减污降碳", "3 3. 治理大气", "1 3、 保障", "2 （1） 落实责任"],
            reading.Lines());
    }

    [Fact]
    public void A_missing_number_is_told_and_a_list_in_running_text_is_no_heading()
    {
        var reading = Reading.Of("""
            一、总体要求
            坚持以下原则：
            （1）绿色发展；
            （2）系统治理；
            二、主要任务
            （一）大气
            治理扬尘。
            （三）土壤
            治理土壤。
            三、保障措施
            落实责任。
            """);

        Assert.Equal(["1 一、 总体要求", "1 二、 主要任务", "2 （一） 大气", "2 （三） 土壤", "1 三、 保障措施"], reading.Lines());
        var warning = Assert.Single(reading.Warnings, warning => warning.Code == "number-missing");
        Assert.Equal(8, warning.Line);
    }

    [Fact]
    public void Numbers_in_a_box_count_projects_and_are_no_headings()
    {
        var reading = Reading.Of("""
            一、主要任务
            （一）水
            治理河流。
            专栏1 水环境重点工程
            1．再生水利用。建设再生水管线。
            2．湿地修复。修复湿地。
            （二）土壤
            治理土壤。
            专栏 2 土壤重点工程
            （一）调查工程。开展调查。
            （二）修复工程。开展修复。
            二、保障措施
            落实责任。
            """);

        Assert.Equal(["1 一、 主要任务", "2 （一） 水", "2 （二） 土壤", "1 二、 保障措施"], reading.Lines());
    }

    [Theory]
    [InlineData("目录\n第一章 形势……………1\n第二章 任务……………5\n")]
    [InlineData("目 录\n第一章 形势 1\n第二章 任务 5\n")]
    [InlineData("目　次\n第一章 形势\t1\n第二章 任务\t5\n")]
    [InlineData("第一章 形势 ........ 1\n第一节 成效 ........ 1\n第二章 任务 ........ 5\n")]
    public void A_table_of_contents_is_not_read_twice(string contents)
    {
        var reading = Reading.Of("岚湾县规划\n" + contents + "第一章 形势\n第一节 成效\n成效显著。\n第二章 任务\n任务艰巨。\n");

        Assert.Equal(["1 第一章 形势", "2 第一节 成效", "1 第二章 任务"], reading.Lines());
    }

    [Fact]
    public void The_foreword_stands_on_the_first_level_without_a_number()
    {
        var reading = Reading.Of("岚湾县规划\n前  言\n制定本规划。\n第一章 形势\n成效显著。\n第二章 任务\n任务艰巨。\n");

        Assert.Equal(["1  前言", "1 第一章 形势", "1 第二章 任务"], reading.Lines());
    }

    [Fact]
    public void Headings_of_annexes_are_not_the_plan_s_and_their_text_is_kept()
    {
        var reading = Reading.Of("""
            一、形势
            成效显著。
            二、任务
            任务艰巨。
            附件1 重点工程表
            一、大气
            二、水
            """);

        Assert.Equal(["1 一、 形势", "1 二、 任务"], reading.Lines());
        Assert.Equal(3, reading.Clauses.Single(clause => clause.ClauseId == "annex").Paragraphs.Count);
    }

    [Fact]
    public void Any_plan_written_by_the_grammar_is_read_back()
    {
        var ladders = Any.Of<NumberStyle[]>(
            [NumberStyle.Chapter, NumberStyle.Section, NumberStyle.BracketIdeograph],
            [NumberStyle.Ideograph, NumberStyle.BracketIdeograph, NumberStyle.Digit],
            [NumberStyle.Chapter, NumberStyle.Ideograph, NumberStyle.BracketIdeograph],
            [NumberStyle.Chapter, NumberStyle.Section, NumberStyle.Digit]);
        var shape = Gen.Int[1, 4].Array[1, 4].Array[2, 5];   // chapters of sections, each with so many sub-headings

        Gen.Select(ladders, shape, Gen.Bool).Sample(
            (ladder, chapters, half) =>
            {
                var text = new List<string>();
                var wanted = new List<string>();
                Write(ladder, chapters, half, text, wanted);
                var read = Reading.Of(string.Join('\n', text)).Outline.Select(item => $"{item.Level} {item.Title}");
                return wanted.SequenceEqual(read);
            },
            iter: 300);
    }

    private static void Write(NumberStyle[] ladder, int[][] chapters, bool half, List<string> text, List<string> wanted)
    {
        var count = 0;
        for (var chapter = 0; chapter < chapters.Length; chapter++)
        {
            Heading(0, chapter);
            for (var section = 0; section < chapters[chapter].Length; section++)
            {
                Heading(1, section);
                for (var item = 0; item < chapters[chapter][section]; item++)
                {
                    Heading(2, item);
                    text.Add("完成年度任务，推动生态环境质量持续改善。");
                }
            }
        }

        void Heading(int level, int index)
        {
            var title = $"推进{NumberGrammarTests.Chinese(++count % 99 + 1)}号工作";
            text.Add(NumberGrammarTests.Written(ladder[level], index + 1, half) + title);
            wanted.Add($"{level + 1} {title}");
        }
    }

    private static string Body(PlanReading reading, string id) => string.Concat(reading.Clauses.Single(clause => clause.ClauseId == id).Paragraphs.Select(paragraph => paragraph.Text));
}
