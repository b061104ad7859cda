using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.Testing;

namespace Greenprint.PlanText.Tests;

/// <summary>The scorer's rule over real plans beside the checkout: headings by level and title, against hand-made annotations.</summary>
public sealed partial class RealPlanTests
{
    private static readonly Dictionary<string, string> Folds = new() { ["〔"] = "[", ["〕"] = "]", ["【"] = "[", ["】"] = "]" };

    [Fact]
    public void The_pilot_s_note_is_read_without_a_fault()
    {
        var reading = Read("taishan_compilation_note");

        Assert.Equal((1.0, 1.0), Score("taishan_compilation_note", reading));
        Assert.Equal("编制说明", reading.Title);
        Assert.Equal("台山市", reading.Region);
        Assert.Equal(new PlanPeriod(2021, 2025), reading.Period);
        Assert.Single(reading.Goals);
        Assert.Equal(11, reading.KeyTasks.Count);
        Assert.Equal(5, reading.Safeguards.Count);
        Assert.Empty(reading.Indicators);
    }

    [Theory]
    [InlineData("huainan")]
    [InlineData("neijiang")]
    [InlineData("sanya")]
    [InlineData("zhengzhou")]
    public void Another_plan_gives_its_chapters_and_sections(string name)
    {
        var reading = Read(name);
        var (outline, deep) = Score(name, reading);

        Assert.InRange(outline, 0.98, 1.0);
        Assert.InRange(deep, 0.98, 1.0);
        using var gold = Gold(name);
        Assert.Equal(Fold(gold.RootElement.GetProperty("title").GetString()!), Fold(reading.Title!));
        Assert.Equal(gold.RootElement.GetProperty("issuer_or_region").GetString(), reading.Region);
    }

    [Theory]
    [InlineData("huainan", ".txt", 20)]
    [InlineData("neijiang", ".txt", 0)]
    [InlineData("sanya", ".txt", 34)]
    [InlineData("zhengzhou", ".txt", 24)]
    [InlineData("huainan", ".pdf", 20)]
    [InlineData("neijiang", ".pdf", 0)]
    [InlineData("sanya", ".pdf", 34)]
    [InlineData("zhengzhou", ".pdf", 24)]
    public void Another_plan_gives_its_indicators_targets_and_projects(string name, string format, int projects)
    {
        var reading = Read(name, format);
        using var gold = Gold(name);
        var wanted = gold.RootElement.GetProperty("indicators").EnumerateArray()
            .Select(row => $"{Text(row, "name")}|{Text(row, "base_2020")}|{Text(row, "target_2025")}|{Text(row, "nature")}").ToArray();
        var read = reading.Indicators
            .Select(item => $"{Fold(item.Name)}|{Fold(item.Baseline?.Text ?? "")}|{Fold(item.Target?.Text ?? "")}|{NatureName(item.Nature)}").ToList();
        var targets = gold.RootElement.GetProperty("numeric_targets_in_text").EnumerateArray().Select(target => (Value: Text(target, "value"), Year: target.GetProperty("year").GetInt32())).ToArray();
        var found = reading.TargetsInText.Select(target => (Fold(target.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""), target.Year ?? 0)).ToList();

        Assert.InRange(wanted.Count(read.ToList().Remove) * 2.0 / (wanted.Length + read.Count), 0.95, 1.0);
        Assert.InRange((double)targets.Count(found.Remove) / targets.Length, 0.85, 1.0);
        Assert.InRange(reading.Projects.Count, projects * 0.9, projects * 1.1);
    }

    [Theory]
    [InlineData("guangdong_climate", 4, 13)]
    [InlineData("guangdong_ecological_civilisation", 10, 33)]
    public void A_provincial_plan_gives_its_chapters_and_sections(string name, int first, int second)
    {
        var reading = Read(name);

        Assert.Equal((first, second), (reading.Outline.Count(item => item.Level == 1), reading.Outline.Count(item => item.Level == 2)));
        Assert.Equal("广东省", reading.Region);
        Assert.NotEmpty(reading.Goals);
        Assert.NotEmpty(reading.KeyTasks);
        Assert.NotEmpty(reading.Safeguards);
    }

    private static string Text(JsonElement row, string property) => Fold(row.GetProperty(property).GetString() ?? "");

    private static string NatureName(PrintedNature? nature) => nature switch
    {
        PrintedNature.Binding => "约束性",
        PrintedNature.Anticipatory => "预期性",
        PrintedNature.Leading => "引领性",
        _ => "",
    };

    private static PlanReading Read(string name, string format = ".txt")
    {
        var document = DocumentReader.ReadFile(SharedData.At("data", "plans", name + format));
        Assert.Null(document.Refusal);
        return PlanReader.Read(document.Document!);
    }

    private static JsonDocument Gold(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.At("data", "plans", "gold", name + ".json")));

    private static (double Outline, double Deep) Score(string name, PlanReading reading)
    {
        using var gold = Gold(name);
        var wanted = gold.RootElement.GetProperty("outline").EnumerateArray()
            .Select(item => (Level: item.GetProperty("level").GetInt32(), Title: Fold(item.GetProperty("title").GetString()!))).ToArray();
        var read = reading.Outline.Select(item => (item.Level, Title: Fold(item.Title))).ToArray();
        var (want, got) = (wanted.Where(item => item.Level <= 2).ToArray(), read.Where(item => item.Level <= 2).ToArray());
        var deep = wanted.Where(item => item.Level > 2).ToArray();
        return (2.0 * Shared(want, got) / (want.Length + got.Length), deep.Length == 0 ? 1 : (double)Shared(deep, read.Where(item => item.Level > 2)) / deep.Length);
    }

    private static int Shared(IEnumerable<(int, string)> wanted, IEnumerable<(int, string)> read)
    {
        var left = read.ToList();
        return wanted.Count(left.Remove);
    }

    private static string Fold(string text)
    {
        text = White().Replace(text.Normalize(NormalizationForm.FormKC), "");
        return Folds.Aggregate(text, (folded, pair) => folded.Replace(pair.Key, pair.Value, StringComparison.Ordinal)).TrimEnd('。', ';', '；', ',', '，');
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
