using System.Diagnostics;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests;

/// <summary>The two libraries as packages, used by a program of somebody else.</summary>
[Trait("Length", "Long")]
public sealed class PackageTests
{
    private const string Program = """
        using Greenprint.Quantities;
        using Greenprint.Standards;
        using Greenprint.Standards.Water;

        var standards = StandardLibrary.Load(StandardLibrary.BundledFolder);
        var sample = new Dictionary<MeasuredItem, MeasuredValue> { [MeasuredItems.Get("nh3n")] = MeasuredValue.Of(1.2m), [MeasuredItems.Get("do")] = MeasuredValue.Of(6.5m) };
        Console.WriteLine(SurfaceWater.Classify(standards.SurfaceWater, sample, WaterBody.River)!.Class);
        """;

    [Fact]
    public void A_program_that_refers_to_the_package_finds_library_and_tables()
    {
        Assert.SkipUnless(Laws.AreWhole, "Packing builds the library anew, under the feet of a run that breaks its rules in turn.");
        var folder = Directory.CreateTempSubdirectory("greenprint-package-");
        try
        {
            var feed = folder.CreateSubdirectory("feed").FullName;
            foreach (var name in new[] { "Quantities", "Standards" })
            {
                Run(RepositoryRoot.Path, "pack", $"src/Greenprint.{name}", "-c", "Release", "-o", feed, "-v", "quiet");
            }

            var user = folder.CreateSubdirectory("user").FullName;
            File.WriteAllText(Path.Combine(user, "Program.cs"), Program);
            File.WriteAllText(Path.Combine(user, "user.csproj"), """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
                  <ItemGroup><PackageReference Include="Greenprint.Standards" Version="*" /></ItemGroup>
                </Project>
                """);
            Run(user, "build", "-o", "out", "-v", "quiet", $"-p:RestoreSources={feed}", $"-p:RestorePackagesPath={Path.Combine(folder.FullName, "packages")}");

            Assert.Equal("IV", Run(user, Path.Combine("out", "user.dll")).Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string directory, params string[] arguments)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
        var output = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        Assert.True(dotnet.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}");
        return output;
    }
}
