using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A server in a process of its own, on a free port, with its own store.</summary>
public sealed partial class RunningSite : IAsyncDisposable
{
    private readonly StringBuilder said = new();
    private Process process;

    private RunningSite(string folder, Process process) => (Folder, this.process) = (folder, process);

    /// <summary>The folder it was started in; its store is <c>.greenprint</c> below.</summary>
    public string Folder { get; }

    /// <summary>Address of the home page, with a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What it said on standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>The one-time link it printed.</summary>
    public string SetupLink => Setup().Match(Said).Value;

    public static Task<RunningSite> Start(params string[] verb) => Start(new Dictionary<string, string?>(), verb);

    /// <summary>The same with settings, as in <c>appsettings.json</c>, given by the environment.</summary>
    public static Task<RunningSite> Start(IReadOnlyDictionary<string, string?> settings, params string[] verb) =>
        In(Directory.CreateTempSubdirectory("greenprint-e2e-").FullName, settings, verb);

    /// <summary>The same on a store that is restored from a backup first.</summary>
    public static async Task<RunningSite> Restored(string backup, params string[] verb)
    {
        var folder = Directory.CreateTempSubdirectory("greenprint-e2e-").FullName;
        var restored = await ProgramUnderTest.Call(folder, "restore", backup);
        Assert.True(restored.Exit == 0, restored.Error);
        return await In(folder, new Dictionary<string, string?>(), verb);
    }

    private static async Task<RunningSite> In(string folder, IReadOnlyDictionary<string, string?> settings, string[] verb)
    {
        var site = new RunningSite(folder, await ProgramUnderTest.Start(folder, settings, [.. verb, "--urls", "http://127.0.0.1:0"]));
        await site.UntilReady();
        return site;
    }

    /// <summary>Goes on to another day: the server ends as in a power cut and begins again on the same store and address.</summary>
    public async Task GoOnTo(string day)
    {
        await End();
        lock (said)
        {
            said.Clear();
        }

        process = await ProgramUnderTest.Start(Folder, "serve", "--today", day, "--urls", Url.TrimEnd('/'));
        await UntilReady();
    }

    private async Task UntilReady()
    {
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
            {
                said.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await Eventually.Succeeds(
            () => Url = Ready().Match(Said) is { Success: true } ready ? ready.Groups[1].Value + "/"
                : process.HasExited ? throw new InvalidOperationException($"It ended with {process.ExitCode}: {Said}")
                : throw new TimeoutException($"Not ready: {Said}"),
            TimeSpan.FromMinutes(15));
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task End()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"is ready: (http://[0-9.:]+)")]
    private static partial Regex Ready();

    [GeneratedRegex(@"http://[0-9.:]+/setup/\S+")]
    private static partial Regex Setup();
}
