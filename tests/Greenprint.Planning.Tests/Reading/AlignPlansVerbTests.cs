using System.Text;
using System.Text.Json;
using Greenprint.Planning.Reading;

namespace Greenprint.Planning.Tests.Reading;

public sealed class AlignPlansVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-align-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_person_reads_a_table_with_the_reason_of_each_row()
    {
        var (exit, output, error) = Run(Plan("local.md", "≥59", ""), Plan("upper.md", "58.9", "| 2 | 湿地保护率 | % | 50 | 52 | 预期性 |\n"));

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("加严 1，缺项 1\n", output, StringComparison.Ordinal);
        Assert.Contains("本级目标严于上级（本级：≥59；上级：58.9）。", output, StringComparison.Ordinal);
        Assert.Contains("相应条款：", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_reads_the_pairs()
    {
        var (exit, output, _) = Run(Plan("local.md", "≥58", ""), Plan("upper.md", "58.9", ""), json: true);
        using var alignment = JsonDocument.Parse(output);
        var pair = alignment.RootElement.GetProperty("pairs")[0];

        Assert.Equal(0, exit);
        Assert.Equal(("weakened", 58m, 58.9m), (pair.GetProperty("status").GetString(), Target(pair, "local"), Target(pair, "upper")));
    }

    [Fact]
    public void A_file_without_indicators_is_refused_by_name_whichever_side_it_is_on()
    {
        var (plan, note) = (Plan("plan.md", "58.9", ""), Write("note.md", "# 说明\n\n一、总体要求\n\n保护海湾。\n"));
        foreach (var (local, upper) in new[] { (plan, note), (note, plan) })
        {
            var (exit, output, error) = Run(local, upper, json: true);

            Assert.Equal(1, exit);
            Assert.StartsWith(note + ": ", error, StringComparison.Ordinal);
            using var refusal = JsonDocument.Parse(output);
            Assert.Equal("PLT-018", refusal.RootElement.GetProperty("refusal").GetProperty("code").GetString());
        }
    }

    private static decimal Target(JsonElement pair, string side) => pair.GetProperty(side).GetProperty("target").GetProperty("value").GetDecimal();

    private static (int Exit, string Output, string Error) Run(string local, string upper, bool json = false)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());
        return (AlignPlansVerb.Run(local, upper, json, output, error), output.ToString(), error.ToString());
    }

    private string Plan(string name, string target, string more) => Write(name,
        "# 岚湾县生态环境保护“十五五”规划\n\n## 第一章 总体要求\n\n### 第一节 指标体系\n\n| 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 指标属性 |\n|---|---|---|---|---|---|\n"
        + $"| 1 | 森林覆盖率 | % | 58 | {target} | 约束性 |\n{more}\n## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复岸线，清理入海排污口。\n\n## 第三章 保障措施\n\n加强领导。\n");

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
