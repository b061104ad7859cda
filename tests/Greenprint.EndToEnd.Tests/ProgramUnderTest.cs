using System.Diagnostics;
using System.Text;

namespace Greenprint.EndToEnd.Tests;

/// <summary>What a call of the program gave.</summary>
public sealed record Called(int Exit, string Output, string Error);

/// <summary>The program as a newcomer has it: published into a folder of its own, run as a process.</summary>
public static class ProgramUnderTest
{
    private static readonly Lazy<Task<string>> App = new(FindApp);

    /// <summary>A verb, from a folder where nobody has worked before.</summary>
    public static async Task<Called> Call(string folder, params string[] args)
    {
        using var process = await Start(folder, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>The process, running.</summary>
    public static Task<Process> Start(string folder, params string[] args) => Start(folder, new Dictionary<string, string?>(), args);

    /// <summary>The process, running with these settings in its environment.</summary>
    public static async Task<Process> Start(string folder, IReadOnlyDictionary<string, string?> settings, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(await App.Value, "greenprint.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["LANG"] = "en_GB.UTF-8";
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("GREENPRINT_DATABASE");
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    // test.sh has published the program already and says where; by hand the script does it now.
    private static async Task<string> FindApp()
    {
        if (Environment.GetEnvironmentVariable("GREENPRINT_APP") is { Length: > 0 } given)
        {
            return given;
        }

        using var build = Process.Start(new ProcessStartInfo(RepositoryRoot.Combine("greenprint"), ["--build-only"]) { RedirectStandardOutput = true })!;
        var folder = (await build.StandardOutput.ReadToEndAsync()).Trim();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? folder : throw new InvalidOperationException("The program could not be built.");
    }
}
