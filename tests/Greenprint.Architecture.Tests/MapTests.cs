using System.Xml.Linq;

namespace Greenprint.Architecture.Tests;

/// <summary>Who may lean on whom. Arrows run down only; a new line here is a decision with a page of its own in docs/decisions.</summary>
public sealed class MapTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Quantities"] = [],
        ["Standards"] = ["Quantities"],
        ["Documents"] = ["Quantities"],
        ["PlanText"] = ["Documents", "Quantities"],
        ["Ui"] = ["Quantities"],
        ["Platform"] = ["Quantities", "Ui"],
        ["Planning"] = ["Documents", "PlanText", "Platform", "Quantities", "Ui"],
        ["Monitoring"] = ["Platform", "Quantities", "Standards", "Ui"],
        ["Indicators"] = ["Monitoring", "Planning", "Platform", "Quantities", "Standards", "Ui"],
        ["Delivery"] = ["Documents", "Planning", "Platform", "Quantities", "Ui"],
        ["Portal"] = ["Indicators", "Monitoring", "Planning", "Platform", "Quantities", "Ui"],
        ["Server"] = ["Delivery", "Documents", "Indicators", "Monitoring", "PlanText", "Planning", "Platform", "Portal", "Quantities", "Standards", "Ui"],
    };

    private static readonly string[] Pure = ["Quantities", "Standards", "Documents", "PlanText"];

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj").Select(Repository.Relative)];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_leans_only_on_what_the_map_allows(string project)
    {
        var references = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')).Replace("Greenprint.", "", StringComparison.Ordinal));

        Assert.Equal(Allowed[NameOf(project)].Order(), references.Order());
    }

    [Fact]
    public void The_map_names_every_project_and_no_other() =>
        Assert.Equal(Allowed.Keys.Order(), Repository.Files("src", "*.csproj").Select(NameOf).Order());

    [Fact]
    public void Every_project_has_its_tests() =>
        Assert.Empty(Allowed.Keys.Where(name => !Directory.Exists(Path.Combine(Repository.Root, "tests", $"Greenprint.{name}.Tests"))));

    [Fact]
    public void The_ground_floor_knows_no_web_and_no_database() =>
        Assert.Empty(Pure
            .Select(name => $"src/Greenprint.{name}/Greenprint.{name}.csproj")
            .Where(project => Repository.Read(project) is var text && (text.Contains("AspNetCore", StringComparison.Ordinal) || text.Contains("EntityFramework", StringComparison.Ordinal))));

    [Fact]
    public void Every_project_pins_its_packages_in_a_lock_file() =>
        Assert.Empty(Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Concat(Repository.Files("benchmarks", "*.csproj"))
            .Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).Select(Repository.Relative));

    [Fact]
    public void Versions_stand_in_one_file() =>
        Assert.Empty(Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj"))
            .Where(project => XDocument.Load(project).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null)).Select(Repository.Relative));

    [Fact]
    public void Every_module_says_its_words_and_promises_in_a_readme() =>
        Assert.Empty(Allowed.Keys.Where(name => !File.Exists(Path.Combine(Repository.Root, "src", $"Greenprint.{name}", "README.md"))));

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project).Replace("Greenprint.", "", StringComparison.Ordinal);
}
