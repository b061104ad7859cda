using System.Text;
using System.Text.Json;
using Greenprint.Documents;
using Greenprint.Planning.Reading;
using Microsoft.Extensions.Time.Testing;

namespace Greenprint.Planning.Tests.Reading;

public sealed class DiffPlansVerbTests : IDisposable
{
    private const string Old =
        "# 岚湾县生态环境保护“十五五”规划\n\n## 第一章 总体要求\n\n### 第一节 指标体系\n\n| 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 指标属性 |\n|---|---|---|---|---|---|\n"
        + "| 1 | 森林覆盖率 | % | 58 | 58.9 | 约束性 |\n| 2 | 湿地保护率 | % | 50 | 52 | 预期性 |\n\n"
        + "## 第二章 主要任务\n\n### 第一节 治理水体\n\n修复岸线20公里，清理入海排污口，恢复滨海湿地。\n\n### 第二节 改善空气\n\n完成燃煤锅炉淘汰，管控施工扬尘。\n\n## 第三章 保障措施\n\n加强领导。\n";

    private static readonly string New = Old.Replace("58.9", "≥59", StringComparison.Ordinal).Replace("20公里", "35公里", StringComparison.Ordinal)
        .Replace("第二节 改善空气", "第二节 打好蓝天保卫战", StringComparison.Ordinal).Replace("| 2 | 湿地保护率 | % | 50 | 52 | 预期性 |\n", "", StringComparison.Ordinal);

    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-diff-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_person_reads_what_changed_in_clauses_indicators_and_tasks()
    {
        var (exit, output, error) = Run(Write("old.md", Old), Write("new.md", New));

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("修改  森林覆盖率  目标值 2030: 58.9 → 2030: ≥59\n", output, StringComparison.Ordinal);
        Assert.Contains("删去  湿地保护率", output, StringComparison.Ordinal);
        Assert.Contains("改正文  c2.1  第一节 治理水体\n    修复岸线[-20-]{+35+}公里，清理入海排污口，恢复滨海湿地。\n", output, StringComparison.Ordinal);
        Assert.Contains("改标题  c2.2  第二节 打好蓝天保卫战\n    第二节　[-改善空气-]{+打好蓝天保卫战+}\n", output, StringComparison.Ordinal);
        Assert.Contains("[-2 | 湿地保护率", output.Replace("[-湿地", "湿地", StringComparison.Ordinal).Replace("-] | ", " | ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("加强领导", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_text_differ_in_nothing()
    {
        var (exit, output, _) = Run(Write("old.md", Old), Write("new.md", Old));

        Assert.Equal(0, exit);
        Assert.EndsWith("条款没有变化。\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_whose_change_no_line_shows_is_named()
    {
        var (_, output, _) = Run(Write("old.md", Old), Write("new.md", Old.Replace("生态环境保护", "生态文明建设", StringComparison.Ordinal)));

        Assert.DoesNotContain("条款没有变化。", output, StringComparison.Ordinal);
        Assert.EndsWith("改正文  c0\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old.md")]
    [InlineData("new.md")]
    [InlineData("NEW.md")]
    public void A_file_that_is_compared_is_never_written_over(string target)
    {
        var (exit, _, error) = Run(Write("old.md", Old), Write("new.md", New), word: Path.Combine(folder, ".", target));

        Assert.Equal((1, Old, New), (exit, File.ReadAllText(Path.Combine(folder, "old.md")), File.ReadAllText(Path.Combine(folder, "new.md"))));
        Assert.Contains("PLN-901", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_reads_every_clause_with_its_lasting_id_and_how_it_changed()
    {
        var (_, output, _) = Run(Write("old.md", Old), Write("new.md", New), json: true);
        using var comparison = JsonDocument.Parse(output);
        var root = comparison.RootElement;

        Assert.Equal(["old", "new", "summary", "clauses", "indicators", "goals", "keyTasks", "safeguards", "measures", "projects"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal((1, 1), (root.GetProperty("summary").GetProperty("indicators").GetProperty("changed").GetInt32(), root.GetProperty("summary").GetProperty("indicators").GetProperty("removed").GetInt32()));
        var clause = root.GetProperty("clauses").EnumerateArray().Single(clause => clause.GetProperty("id").GetString() == "c2.2");
        Assert.Equal(("changed", "retitled", "改善空气"), (clause.GetProperty("change").GetString(), clause.GetProperty("how")[0].GetString(), clause.GetProperty("old").GetProperty("title").GetString()));
        Assert.Equal("target", root.GetProperty("indicators")[0].GetProperty("fields")[0].GetString());
    }

    [Fact]
    public void The_Word_file_reads_as_the_new_version_and_says_that_changes_are_tracked()
    {
        var word = Path.Combine(folder, "changes.docx");
        var (exit, _, error) = Run(Write("old.md", Old), Write("new.md", New), word: word);
        var document = DocumentReader.ReadFile(word).Document!;

        Assert.Equal((0, $"修订稿已写入 {word}。\n"), (exit, error));
        Assert.Contains(document.Blocks.OfType<TextBlock>(), block => block.Text == "修复岸线35公里，清理入海排污口，恢复滨海湿地。");
        Assert.Equal(2, Assert.Single(document.Blocks.OfType<TableBlock>()).Rows.Count);
        Assert.NotEmpty(document.Remarks);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused_by_name_and_an_older_answer_stays()
    {
        var word = Write("changes.docx", "older");
        var (exit, output, error) = Run(Write("old.md", Old), Write("new.docx", "no package"), json: true, word: word);

        Assert.Equal((1, "older"), (exit, File.ReadAllText(word)));
        Assert.StartsWith(Path.Combine(folder, "new.docx"), error, StringComparison.Ordinal);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        Assert.Equal(1, Run(Write("old.md", Old), Write("new.md", New), word: Path.Combine(folder, "absent", "x.docx")).Exit);
        Assert.Equal(3, Directory.GetFiles(folder).Count(file => !file.EndsWith("new.docx", StringComparison.Ordinal)));
    }

    private static (int Exit, string Output, string Error) Run(string old, string now, bool json = false, string? word = null)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.Zero));
        return (DiffPlansVerb.Run(old, now, new DiffRequest(json, word, "县生态环境局"), clock, output, error), output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
