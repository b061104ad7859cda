using System.Text.RegularExpressions;

namespace Greenprint.Architecture.Tests;

/// <summary>What the docs say is there.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_finding_is_explained_and_nothing_else_is()
    {
        var raised = Repository.Files("src", "*.cs").SelectMany(file => Repository.FindingCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();
        var explained = Heading().Matches(Repository.Read("docs/findings.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(explained.Distinct().Count(), explained.Count);
        Assert.Equal(raised.Order(), explained.Order());
    }

    [Fact]
    public void Every_path_of_the_tour_exists()
    {
        var paths = PathInTicks().Matches(Repository.Read("docs/tour.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.True(paths.Count >= 12);
        Assert.Empty(paths.Where(path => !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path))));
    }

    [Fact]
    public void Every_folder_of_facts_says_where_they_come_from() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "data"))
            .SelectMany(folder => Path.GetFileName(folder) == "standards" ? Directory.EnumerateDirectories(folder) : [folder])
            .Where(folder => !File.Exists(Path.Combine(folder, "SOURCE.md"))).Select(Repository.Relative));

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        var broken =
            from page in Repository.Files("docs", "*.md").Concat(Repository.Files("", "*.md").Where(file => Path.GetDirectoryName(file) == Repository.Root))
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(target))
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{Repository.Relative(page)}: {target}";

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"^### ([A-Z]{3}-[0-9]{3})\b", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("`((?:src|tests|data|docs|benchmarks)/[^`*<>{} ]+)`")]
    private static partial Regex PathInTicks();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
