using System.Text.Json;

namespace Greenprint.PlanText.Tests;

public sealed class PlanReadingJsonTests
{
    private static readonly PlanReading Full = new()
    {
        Title = "岚湾县规划",
        Region = "岚湾县",
        Period = new PlanPeriod(2026, 2030),
        Source = new PlanSource("plan.txt", "text", "utf-8", 12, "00"),
        Outline = [new OutlineItem("c1", 1, "第一章", "形势", 3) { Line = 7, Depth = 1 }],
        Clauses = [new Clause("c1", [new ClauseParagraph("表", 3, 8) { Rows = [["甲", "乙"]] }])],
        Goals = [new GoalItem("改善。", "c1")],
        KeyTasks = [new KeyTaskItem("1.", "治理", "c1")],
        Safeguards = [new SafeguardItem("（一）", "领导", "c1")],
        Indicators =
        [
            new IndicatorItem("1", "环境治理", "PM2.5", null, "μg/m³", new PrintedValue(2025, "22", 22m),
                new PrintedTarget(2030, "≤21", PrintedTargetKind.AtMost, 21m), [], PrintedNature.Binding, 9, "…", 0.98m, "c1"),
        ],
        TargetsInText = [new TargetInText("达到95%", null, PrintedTargetKind.AtLeast, 95m, "%", 2030, 9, "c1")],
        Measures = [new MeasureItem("治理扬尘", "c1", ["县生态环境局"], [], 0.8m)],
        Projects = [new ProjectItem(null, "工程", null, null, new InvestmentText("1.2亿元", 1.2m, "亿元"), null, null, null)],
        Responsibilities = [new ResponsibilityItem("c1", ["县水务局"], [])],
        Annexes = [new AnnexItem("附件1", 99)],
        Warnings = [new ReadingWarning("number-missing", "缺号", "gap", 1, 2, "PLT-003")],
    };

    [Fact]
    public void A_reading_becomes_JSON_and_comes_back_the_same()
    {
        var json = PlanReadingJson.Write(Full);

        Assert.Equal(json, PlanReadingJson.Write(PlanReadingJson.Read(json)));
    }

    [Fact]
    public void The_promised_names_and_shapes_are_kept()
    {
        using var json = JsonDocument.Parse(PlanReadingJson.Write(Full));
        var root = json.RootElement;

        Assert.Equal(2026, root.GetProperty("period").GetProperty("start").GetInt32());
        Assert.Equal("c1", root.GetProperty("outline")[0].GetProperty("id").GetString());
        Assert.Equal("c1", root.GetProperty("goals")[0].GetProperty("clauseId").GetString());
        Assert.Equal("binding", root.GetProperty("indicators")[0].GetProperty("nature").GetString());
        Assert.Equal("AtMost", root.GetProperty("indicators")[0].GetProperty("target").GetProperty("kind").GetString());
        Assert.Equal(0.98m, root.GetProperty("indicators")[0].GetProperty("confidence").GetDecimal());
        Assert.Equal("亿元", root.GetProperty("projects")[0].GetProperty("investment").GetProperty("unit").GetString());
    }

    [Fact]
    public void Lists_are_never_null_and_Chinese_is_readable()
    {
        var empty = PlanReadingJson.Write(new PlanReading());

        foreach (var list in new[] { "outline", "clauses", "goals", "keyTasks", "safeguards", "indicators", "targetsInText", "measures", "projects", "responsibilities", "annexes", "warnings" })
        {
            Assert.Contains($"\"{list}\": []", empty, StringComparison.Ordinal);
        }

        Assert.Contains("岚湾县", PlanReadingJson.Write(Full), StringComparison.Ordinal);
        Assert.Contains("≤21", PlanReadingJson.Write(Full), StringComparison.Ordinal);
    }
}
