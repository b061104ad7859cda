using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>Runs this program as a child on a foreign file, with limits of time and memory, so that a hostile or broken file costs the server nothing.</summary>
/// <param name="program">The program, and the arguments before the verb; null: this very program.</param>
/// <param name="seconds">How long a reading may take.</param>
internal sealed class ReadingProcess(IReadOnlyList<string>? program, int seconds)
{
    // The managed heap of the child: a plan of 150 pages needs about 60 MB.
    private const long HeapBytes = 768L * 1024 * 1024;
    private readonly IReadOnlyList<string> program = program ?? ThisProgram();

    /// <summary>Runs one verb; what it printed and how it ended, or why it was stopped.</summary>
    public async Task<(string Output, int ExitCode, Finding? Stopped)> Run(IEnumerable<string> verb, string name, CancellationToken cancellation)
    {
        // What the child and the programs that it starts leave behind when they are killed goes with this folder.
        var folder = Directory.CreateTempSubdirectory("greenprint-reading-");
        try
        {
            return await InChild(verb, name, folder.FullName, cancellation);
        }
        finally
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A program that was killed wrote its last bytes just now: the system's own cleaning takes them.
            }
        }
    }

    private async Task<(string Output, int ExitCode, Finding? Stopped)> InChild(IEnumerable<string> verb, string name, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program[0]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in program.Skip(1).Concat(verb))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var variable in new[] { "TMPDIR", "TMP", "TEMP" })
        {
            start.Environment[variable] = folder;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = HeapBytes.ToString("X", CultureInfo.InvariantCulture);

        // A process that reads one document ends before it earns back what measuring itself for better code costs: a third of the time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var child = Process.Start(start) ?? throw new InvalidOperationException("The reading process did not start.");
        try
        {
            var errors = child.StandardError.ReadToEndAsync(limit.Token);
            var output = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await errors;
            await child.WaitForExitAsync(limit.Token);
            return (output, child.ExitCode, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ("", 1, ReadingFindings.TooSlow(name, seconds));
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
                child.WaitForExit();
            }
        }
    }

    /// <summary>The finding in the answer of a child that ended with a refusal, or that it failed.</summary>
    public static Finding RefusalIn(string output, int exitCode, string name) => RefusalJson.Read(output) is { } refusal
        ? refusal with { Place = refusal.Place is null ? null : refusal.Place with { Source = name } }
        : ReadingFindings.ReaderFailed(name, exitCode);

    // Started as "dotnet greenprint.dll …" the process is dotnet and the program its first argument.
    private static string[] ThisProgram()
    {
        var process = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        return Path.GetFileNameWithoutExtension(process) is "dotnet" && Assembly.GetEntryAssembly()?.Location is { Length: > 0 } entry ? [process, entry] : [process];
    }
}
