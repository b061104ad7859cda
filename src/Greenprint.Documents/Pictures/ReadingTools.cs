using System.Diagnostics;

namespace Greenprint.Documents.Pictures;

/// <summary>
/// The two programs that read pictures of pages: pdftoppm (poppler-utils) draws a page, tesseract with chi_sim reads it. Both are optional;
/// each run is a process of its own with a limit of time.
/// </summary>
internal static class ReadingTools
{
    private static readonly Lazy<bool> Present = new(() => Find("pdftoppm") is not null && Find("tesseract") is not null && HasChinese());

    /// <summary>True where both are installed, with the Chinese model.</summary>
    public static bool ArePresent => Present.Value;

    /// <summary>Runs a program and returns what it writes; null where it fails or takes too long.</summary>
    public static string? Run(string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Find(program) ?? program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // One page after another on one core: the server's other work goes on beside it.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(limit);
        using var process = Process.Start(start);
        if (process is null)
        {
            return null;
        }

        using var kill = time.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.Wait(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : null;
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);

    private static bool HasChinese() =>
        Run("tesseract", ["--list-langs"], TimeSpan.FromSeconds(10), CancellationToken.None)?.Split('\n').Any(line => line.Trim() == "chi_sim") == true;
}
