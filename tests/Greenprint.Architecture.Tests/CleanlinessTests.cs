using System.Text.Json;
using System.Text.RegularExpressions;

namespace Greenprint.Architecture.Tests;

/// <summary>What must not be in the repository, nor in what it serves.</summary>
public sealed partial class CleanlinessTests
{
    private static readonly string[] TextFiles = [".cs", ".razor", ".md", ".json", ".csv", ".css", ".js", ".mjs", ".sh", ".csproj", ".props", ".targets", ".txt", ".yml", ""];
    private static readonly string[] Served = [".css", ".js", ".razor", ".html", ".svg"];

    // Licences that a program under Apache-2.0 may carry along.
    private static readonly string[] Licences = ["MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "0BSD", "ISC", "PostgreSQL", "MS-PL", "Unicode-3.0"];

    [Fact]
    public void No_file_names_a_place_of_one_machine()
    {
        var here = Path.GetFileName(typeof(CleanlinessTests).Assembly.Location);
        Assert.NotNull(here);
        Assert.Empty(Files().Where(file => !file.EndsWith("CleanlinessTests.cs", StringComparison.Ordinal) && MachinePath().IsMatch(File.ReadAllText(file))).Select(Repository.Relative));
    }

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.Empty(Files().Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css" && !file.EndsWith("CleanlinessTests.cs", StringComparison.Ordinal))
            .Where(file => ForLater().IsMatch(File.ReadAllText(file))).Select(Repository.Relative));

    [Fact]
    public void What_is_served_names_no_host_outside() =>
        Assert.Empty(
            from file in Repository.Files("src")
            where Served.Contains(Path.GetExtension(file)) && !file.Contains($"{Path.DirectorySeparatorChar}Client{Path.DirectorySeparatorChar}node_modules", StringComparison.Ordinal)
            from Match host in OutsideHost().Matches(File.ReadAllText(file))
            where host.Groups[1].Value is not ("www.w3.org" or "localhost")
            select $"{Repository.Relative(file)}: {host.Value}");

    [Fact]
    public void Every_package_of_the_program_may_be_carried_along()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        using var locks = JsonDocument.Parse(Repository.Read("src/Greenprint.Server/packages.lock.json"));
        var unknown =
            from framework in locks.RootElement.GetProperty("dependencies").EnumerateObject()
            from package in framework.Value.EnumerateObject()
            where package.Value.GetProperty("type").GetString() is not "Project"
            let version = package.Value.GetProperty("resolved").GetString()!
            let nuspec = Path.Combine(cache, package.Name.ToLowerInvariant(), version, package.Name.ToLowerInvariant() + ".nuspec")
            let licence = File.Exists(nuspec) ? Licence().Match(File.ReadAllText(nuspec)).Groups[1].Value : "not restored"
            where !Licences.Contains(licence)
            select $"{package.Name} {version}: {licence}";

        Assert.Empty(unknown);
    }

    private static IEnumerable<string> Files() =>
        Repository.Files().Where(file => TextFiles.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "package-lock.json" && new FileInfo(file).Length < 2_000_000);

    // An address of the program, /office/work/…, is no such place.
    [GeneratedRegex(@"(?<!\boffice)/(work|home|Users|root)/[A-Za-z]|[A-Z]:\\(Users|work)")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex ForLater();

    [GeneratedRegex(@"(?:https?:)?//([a-z0-9-]+(?:\.[a-z0-9-]+)+)", RegexOptions.IgnoreCase)]
    private static partial Regex OutsideHost();

    [GeneratedRegex("<license type=\"expression\">([^<]+)</license>")]
    private static partial Regex Licence();
}
