using System.CommandLine;
using System.Text;
using System.Text.Json;
using Greenprint.Planning.Reading;
using Greenprint.PlanText;
using Greenprint.Testing;

namespace Greenprint.Planning.Tests.Reading;

public sealed class ReadPlanVerbTests : IDisposable
{
    private const string Text = "岚湾县“十五五”规划\n一、总体要求\n（一）规划目标\n到2030年，生态环境质量根本好转。\n2、 主要任务\n（一）治理大气\n治理扬尘。\n三、保障措施\n（一）加强领导\n压实责任。\n";

    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-read-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_outline_is_printed_as_a_tree_and_doubts_go_to_standard_error_with_their_line()
    {
        var file = Write("plan.txt", Text);
        var (exit, output, error) = Run(file);

        Assert.Equal(0, exit);
        Assert.Contains("岚湾县“十五五”规划", output, StringComparison.Ordinal);
        Assert.Contains("\n  （一） 规划目标\n", output, StringComparison.Ordinal);
        Assert.Contains("\n2、 主要任务\n", output, StringComparison.Ordinal);
        Assert.Contains($"{file}: 第 5 行: ", error, StringComparison.Ordinal);
        Assert.Contains("[PLT-002]", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_is_a_reading_with_readable_Chinese()
    {
        var (exit, output, error) = Run(Write("plan.txt", Text), json: true);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("岚湾县", output, StringComparison.Ordinal);
        Assert.Equal(["c2.1"], PlanReadingJson.Read(output).KeyTasks.Select(task => task.ClauseId));
    }

    [Fact]
    public void A_refusal_exits_with_1_and_names_file_and_reason()
    {
        var file = Write("empty.txt", "");
        var (exit, output, error) = Run(file, json: true);

        Assert.Equal(1, exit);
        Assert.StartsWith(file + ": ", error, StringComparison.Ordinal);
        Assert.Contains("[DOC-002]", error, StringComparison.Ordinal);
        using var refusal = JsonDocument.Parse(output);
        Assert.Equal("DOC-002", refusal.RootElement.GetProperty("refusal").GetProperty("code").GetString());
    }

    [Fact]
    public void The_command_writes_to_a_file_and_a_refused_input_leaves_an_older_answer_as_it_was()
    {
        var target = Path.Combine(folder, "answer.json");

        Assert.Equal(0, ReadPlanVerb.Command().Parse([Write("plan.txt", Text), "--json", "--output", target]).Invoke());
        var answer = File.ReadAllText(target);
        Assert.Equal("岚湾县", PlanReadingJson.Read(answer).Region);

        Assert.Equal(1, ReadPlanVerb.Command().Parse([Write("empty.txt", ""), "--json", "--output", target]).Invoke());
        Assert.Equal(answer, File.ReadAllText(target));
        Assert.False(File.Exists(target + ".part"));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_told()
    {
        var error = new StringWriter();
        var command = ReadPlanVerb.Command().Parse([Write("plan.txt", Text), "--output", Path.Combine(folder, "no", "such", "folder.json")]);

        Assert.Equal(1, command.Invoke(new InvocationConfiguration { Error = error }));
        Assert.Contains("[PLN-901]", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pilot_s_note_is_read_from_the_file_beside_the_checkout()
    {
        var (exit, output, _) = Run(SharedData.At("data", "plans", "taishan_compilation_note.txt"), json: true);

        Assert.Equal(0, exit);
        Assert.Equal(28, PlanReadingJson.Read(output).Outline.Count);
    }

    private static (int Exit, string Output, string Error) Run(string file, bool json = false)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());
        return (ReadPlanVerb.Run(file, json, output, error), output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
