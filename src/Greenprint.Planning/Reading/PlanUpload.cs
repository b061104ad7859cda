using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>What came of reading an upload: the reading, or the reason of a refusal.</summary>
internal sealed record PlanUploadResult(PlanReading? Reading, Finding? Refusal);

/// <summary>
/// Reads a foreign document in a process of its own (<c>greenprint plan read FILE --json</c>) with limits of time and memory,
/// so that a hostile or broken file costs the server nothing.
/// </summary>
/// <param name="program">The program, and the arguments before the verb; null: this very program.</param>
/// <param name="seconds">How long a reading may take.</param>
internal sealed class PlanUpload(IReadOnlyList<string>? program = null, int seconds = 60)
{
    // The managed heap of the child: a plan of 150 pages needs about 60 MB.
    private const long HeapBytes = 768L * 1024 * 1024;
    private readonly IReadOnlyList<string> program = program ?? ThisProgram();

    /// <summary>Reads the file at <paramref name="path"/>; messages name it <paramref name="name"/>, because the path is the server's own affair.</summary>
    public async Task<PlanUploadResult> Read(string path, string name, CancellationToken cancellation)
    {
        // What the child and the programs that it starts leave behind when they are killed goes with this folder.
        var folder = Directory.CreateTempSubdirectory("greenprint-reading-");
        try
        {
            return await InChild(path, name, folder.FullName, cancellation);
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

    private async Task<PlanUploadResult> InChild(string path, string name, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program[0]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in program.Skip(1).Concat(["plan", "read", path, "--json"]))
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
            var json = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await errors;
            await child.WaitForExitAsync(limit.Token);
            return Answer(child.ExitCode, json, name);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PlanUploadResult(null, ReadingFindings.TooSlow(name, seconds));
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

    private static PlanUploadResult Answer(int exitCode, string json, string name)
    {
        if (exitCode == 0)
        {
            try
            {
                var reading = PlanReadingJson.Read(json);
                return new PlanUploadResult(reading with { Source = reading.Source is null ? null : reading.Source with { Name = name } }, null);
            }
            catch (JsonException)
            {
                return new PlanUploadResult(null, ReadingFindings.ReaderFailed(name, exitCode));
            }
        }

        return RefusalJson.Read(json) is { } refusal
            ? new PlanUploadResult(null, refusal with { Place = refusal.Place is null ? null : refusal.Place with { Source = name } })
            : new PlanUploadResult(null, ReadingFindings.ReaderFailed(name, exitCode));
    }

    // Started as "dotnet greenprint.dll …" the process is dotnet and the program its first argument.
    private static string[] ThisProgram()
    {
        var process = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        return Path.GetFileNameWithoutExtension(process) is "dotnet" && Assembly.GetEntryAssembly()?.Location is { Length: > 0 } entry ? [process, entry] : [process];
    }
}
