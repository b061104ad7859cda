namespace Greenprint.Architecture.Tests;

/// <summary>The list of lines that <c>tests/traps/run.sh</c> breaks stays true while the code moves on.</summary>
public sealed class TrapTests
{
    private static readonly IReadOnlyList<string[]> Breaks =
        [.. Repository.Read("tests/traps/breaks.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    [Fact]
    public void Each_trap_has_a_line_that_can_be_broken_and_a_test_with_its_number()
    {
        var tests = string.Concat(Repository.Files("tests", "*.cs").Select(File.ReadAllText));

        Assert.All(Breaks, row => Assert.Equal(6, row.Length));
        Assert.Empty(Breaks.Where(row => Repository.Read(row[3]).Split(row[4]).Length != 2).Select(row => $"{row[0]}: {row[3]} does not hold the line exactly once: {row[4]}"));
        Assert.Empty(Breaks.Where(row => !row[2].StartsWith(row[0] + "_", StringComparison.Ordinal) || !tests.Contains($" {row[2]}(", StringComparison.Ordinal)).Select(row => $"{row[0]}: no test {row[2]}"));
    }

    [Fact]
    public void Docs_traps_names_each_trap_its_test_and_its_file()
    {
        var page = Repository.Read("docs/traps.md");

        Assert.Empty(Breaks.Select(row => row[0]).GroupBy(trap => trap).Where(trap => trap.Count() > 1).Select(trap => trap.Key));
        Assert.Empty(Breaks.Where(row => !page.Contains($"| {row[0]} |", StringComparison.Ordinal)
            || !page.Contains($"| `{row[2]}` ({row[1]}) | [`{Path.GetFileName(row[3])}`](../{row[3]}) |", StringComparison.Ordinal)).Select(row => row[0]));
    }
}
