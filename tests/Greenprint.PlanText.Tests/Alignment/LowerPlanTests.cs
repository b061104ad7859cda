using Greenprint.PlanText.Alignment;

namespace Greenprint.PlanText.Tests.Alignment;

/// <summary>Lower plans with known faults: two weakened targets, one missing, one under another name. All are found, and nothing else.</summary>
public sealed class LowerPlanTests
{
    private const string Upper = """
        优良天数比率|%|92.0|≥93|约束性
        细颗粒物（PM2.5）浓度|微克/立方米|25|≤22|约束性
        地表水达到或好于Ⅲ类水体比例|%|88|≥90|约束性
        地表水劣Ⅴ类水体比例|%|0|0|约束性
        单位地区生产总值能源消耗降低|%|—|[14.5]|约束性
        化学需氧量重点工程减排量|吨|—|〔1200〕|约束性
        氨氮重点工程减排量|吨|—|〔60〕|约束性
        农村生活污水治理率|%|50|≥65|预期性
        受污染耕地安全利用率|%|90|93|约束性
        森林覆盖率|%|58|58.9|约束性
        用水总量|亿立方米|4.1|≤4|约束性
        城市生活垃圾回收利用率|%|—|≥35|预期性
        """;

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["优良天数比率"] = "AQI达标率",
        ["细颗粒物（PM2.5）浓度"] = "PM2.5年平均浓度",
        ["地表水达到或好于Ⅲ类水体比例"] = "国考断面水质优良比例",
        ["农村生活污水治理率"] = "行政村农村生活污水有效治理比例",
        ["单位地区生产总值能源消耗降低"] = "万元GDP能耗下降",
    };

    [Theory]
    [InlineData("优良天数比率", "≥92", "农村生活污水治理率", "≥60", "森林覆盖率", "细颗粒物（PM2.5）浓度", "PM2.5年平均浓度")]
    [InlineData("单位地区生产总值能源消耗降低", "[13]", "用水总量", "≤4.05", "氨氮重点工程减排量", "地表水达到或好于Ⅲ类水体比例", "国考断面水质优良比例")]
    [InlineData("地表水劣Ⅴ类水体比例", "≤1", "化学需氧量重点工程减排量", "〔1100〕", "受污染耕地安全利用率", "城市生活垃圾回收利用率", "全县生活垃圾资源化回收利用比例")]
    public void Each_fault_of_a_lower_plan_is_found_and_nothing_else(
        string first, string firstTarget, string second, string secondTarget, string missing, string renamed, string newName)
    {
        var rows = Rows();
        var lower = rows.Where(row => row[0] != missing).Select(row => row.ToArray()).ToArray();
        lower.Single(row => row[0] == first)[3] = firstTarget;
        lower.Single(row => row[0] == second)[3] = secondTarget;
        lower.Single(row => row[0] == renamed)[0] = newName;

        var pairs = PlanAligner.Align(Plan(lower, "岚湾县"), Plan(rows, "岚海市")).Pairs;

        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), pairs.Where(pair => pair.Status == AlignmentStatus.Weakened).Select(pair => pair.Upper!.Name).Order(StringComparer.Ordinal));
        Assert.Equal([missing], pairs.Where(pair => pair.Status == AlignmentStatus.Missing).Select(pair => pair.Upper!.Name));
        Assert.Equal([(renamed, newName)], pairs.Where(pair => pair.Local is not null && pair.Local.Name != pair.Upper?.Name).Select(pair => (pair.Upper?.Name, pair.Local!.Name)));
        Assert.Equal(rows.Length - 3, pairs.Count(pair => pair.Status == AlignmentStatus.Carried));
        Assert.Equal(rows.Length, pairs.Count);
        Assert.Contains("名称不同", pairs.Single(pair => pair.Local?.Name == newName).Reason, StringComparison.Ordinal);
    }

    // Any two rows with a number may be weakened, any other one missing, any further one renamed; every way of drawing them is as good as another.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Faults_drawn_by_a_seed_are_all_found_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var rows = Rows();
        var drawn = Enumerable.Range(0, rows.Length).OrderBy(_ => random.Next()).ToArray();
        var renamed = drawn.First(i => OtherNames.ContainsKey(rows[i][0]));
        var rest = drawn.Where(i => i != renamed).ToArray();
        var (weakened, missing) = (rest[..2], rest[2]);
        var lower = rows.Select(row => row.ToArray()).ToArray();
        foreach (var i in weakened)
        {
            lower[i][3] = Weaker(lower[i][3]);
        }

        lower[renamed][0] = OtherNames[rows[renamed][0]];
        var pairs = PlanAligner.Align(Plan(lower.Where((_, i) => i != missing), "岚湾县"), Plan(rows, "岚海市")).Pairs;

        var expected = rows.Select((row, i) => (row[0], i == missing ? null : lower[i][0], i == missing ? AlignmentStatus.Missing : weakened.Contains(i) ? AlignmentStatus.Weakened : AlignmentStatus.Carried));
        Assert.Equal(expected, pairs.Select(pair => (pair.Upper!.Name, pair.Local?.Name, pair.Status)));
    }

    [Fact]
    public void A_plan_without_indicators_is_told_with_its_name()
    {
        var plan = Reading.Of("# 岚湾县规划\n\n## 第一章 总体要求\n\n保护海湾。\n", "note.md");

        Assert.Equal(("PLT-018", "note.md"), (PlanAligner.Obstacle(plan)!.Code, PlanAligner.Obstacle(plan)!.Place!.Source));
        Assert.Null(PlanAligner.Obstacle(Plan(Rows(), "岚海市")));
        Assert.Throws<ArgumentException>(() => PlanAligner.Align(plan, Plan(Rows(), "岚海市")));
    }

    [Fact]
    public void The_JSON_has_the_names_that_the_contract_promises()
    {
        var json = PlanAlignmentJson.Write(PlanAligner.Align(Plan(Rows()[1..], "岚湾县"), Plan(Rows(), "岚海市")));
        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        var pair = parsed.RootElement.GetProperty("pairs")[0];

        Assert.Equal(
            ["carried", "tightened", "weakened", "missing", "localOnly", "unitDiffers", "notComparable"],
            parsed.RootElement.GetProperty("summary").EnumerateObject().Select(property => property.Name));
        Assert.Equal(("missing", "优良天数比率"), (pair.GetProperty("status").GetString(), pair.GetProperty("upper").GetProperty("name").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, pair.GetProperty("local").ValueKind);
        Assert.NotEmpty(parsed.RootElement.GetProperty("clauses").EnumerateArray());
    }

    // A floor, a sum or a reduction one lower; a ceiling one higher.
    private static string Weaker(string target)
    {
        var number = decimal.Parse(new string([.. target.Where(c => char.IsAsciiDigit(c) || c == '.')]), System.Globalization.CultureInfo.InvariantCulture);
        var isCeiling = target is "0" || target.StartsWith('≤');
        return target.Replace(number.ToString(System.Globalization.CultureInfo.InvariantCulture), (isCeiling ? number + 1 : number - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string[][] Rows() => [.. Upper.ReplaceLineEndings("\n").Split('\n').Select(row => row.Split('|'))];

    private static PlanReading Plan(IEnumerable<string[]> rows, string region) => Reading.Of(
        $"# {region}生态环境保护“十五五”规划\n\n## 第一章 总体要求\n\n### 第一节 指标体系\n\n| 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 指标属性 |\n|---|---|---|---|---|---|\n"
        + string.Concat(rows.Select((row, i) => $"| {i + 1} | {string.Join(" | ", row)} |\n"))
        + "\n## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复岸线，清理入海排污口，恢复湿地。\n\n## 第三章 保障措施\n\n加强领导，落实资金。\n", "plan.md");
}
