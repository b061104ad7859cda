namespace Greenprint.Standards.Tests;

/// <summary>What a folder under <c>data/standards</c> must hold, so that whoever adds an edition is led by failing tests.</summary>
public sealed class EditionFolderTests
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
        string[] air =
        [
            "limit", "stage", "sub-index", "daily", "hourly", "day-mean", "o3-8h", "percentile", "period", "city-day", "verdict", "year-mean", "o3-p90", "good-days", "composite", "three-year", "sand-dust",
            "year-verdict", "day-attainment", "city-hour",
        ];
        string[] water =
        [
            "item-class", "class", "section", "share", "temperature", "oxygen", "ph-mean", "river", "change", "main-text", "target-share", "tli", "cwqi", "cwqi-change", "grade", "point", "water",
        ];
        string[] run = [.. air, .. water];

        Assert.Equal(run.Order(), CaseFiles.OfEditions.Concat(CaseFiles.OfManual).Select(row => row.Method).Distinct().Order());
    }

    [Fact]
    public void Each_page_of_a_method_has_worked_examples()
    {
        string[] pages =
        [
            "black-odorous-water.md", "change-between-periods.md", "cwqi.md", "good-day-ratio.md", "hourly-index.md", "main-indicators.md", "o3-8h-p90.md", "pm25-annual-mean.md",
            "sections-rivers-basins.md", "surface-water-class.md", "trophic-level-index.md", "water-sections-i-iii.md",
        ];

        Assert.Equal(pages, CaseFiles.OfManual.Select(row => row.Source).Distinct().Order());
    }
}
