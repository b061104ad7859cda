using System.Text.RegularExpressions;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests;

/// <summary>What a folder under <c>data/standards</c> must hold, so that whoever adds an edition is led by failing tests.</summary>
public sealed partial class EditionFolderTests
{
    public static TheoryData<string> Editions => [.. TestStandards.Library.Editions.Select(edition => edition.Id)];

    [Theory, MemberData(nameof(Editions))]
    public void Each_edition_names_its_source(string edition)
    {
        var source = Path.Combine(TestStandards.Folder, edition, "SOURCE.md");

        Assert.True(File.Exists(source), $"{edition} has no SOURCE.md: document, clauses, who typed and who checked.");
        Assert.Contains(TestStandards.Library.Find(edition)!.Number, File.ReadAllText(source), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Editions))]
    public void Each_method_has_five_hand_worked_cases_of_which_two_are_at_a_limit_and_one_is_invalid(string edition)
    {
        var cases = CaseFiles.OfEditions.Where(row => row.Edition == edition).ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases.GroupBy(row => row.Method), method =>
        {
            Assert.True(method.Count() >= 5, $"{edition}, {method.Key}: {method.Count()} cases.");
            Assert.True(method.Count(row => row.Kind == "limit") >= 2, $"{edition}, {method.Key}: fewer than two cases at a limit.");
            Assert.True(method.Any(row => row.Kind == "invalid"), $"{edition}, {method.Key}: no invalid case.");
        });
    }

    [Fact]
    public void Every_method_of_the_cases_is_run_by_a_test()
    {
        var run = Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Greenprint.Standards.Tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CaseRows().Matches(File.ReadAllText(file))).SelectMany(call => Quoted().Matches(call.Value)).Select(name => name.Groups[1].Value).Distinct();

        Assert.Equal(run.Order(), CaseFiles.OfEditions.Concat(CaseFiles.OfManual).Select(row => row.Method).Distinct().Order());
    }

    [Fact]
    public void Each_page_of_a_method_has_worked_examples() =>
        Assert.Equal(Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "methods"), "*.md").Select(Path.GetFileName).Order(), CaseFiles.OfManual.Select(row => row.Source).Distinct().Order());

    [GeneratedRegex(@"CaseFiles\.Of\([^)]*\)")]
    private static partial Regex CaseRows();

    [GeneratedRegex("\"([a-z0-9-]+)\"")]
    private static partial Regex Quoted();
}
