using System.Text.RegularExpressions;
using Greenprint.Testing;

namespace Greenprint.Planning.Tests;

/// <summary>The glossary is the truth table in words: its lists are the code's lists.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Glossary = File.ReadAllText(RepositoryRoot.Combine("docs", "glossary.md"));

    [Fact]
    public void Every_state_has_its_row_and_no_row_is_another() =>
        Assert.Equal(Enum.GetNames<IndicatorState>().Order(), FirstCells("## States of an indicator").Order());

    [Fact]
    public void Every_kind_of_target_has_its_row_and_no_row_is_another() =>
        Assert.Equal(Enum.GetNames<TargetKind>().Order(), FirstCells("## Kinds of target").Order());

    [Fact]
    public void The_lines_it_names_are_the_programs_own() =>
        Assert.Equal((0.8m, 0.02m), (PlanThresholds.Default.AtRiskShare, PlanThresholds.Default.LevelTolerance));

    private static IEnumerable<string> FirstCells(string heading)
    {
        var start = Glossary.IndexOf(heading, StringComparison.Ordinal);
        var end = Glossary.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Glossary[start..(end < 0 ? Glossary.Length : end)].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}
