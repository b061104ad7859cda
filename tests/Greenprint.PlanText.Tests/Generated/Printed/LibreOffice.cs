using System.Diagnostics;

namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>Prints Word documents as PDF, many in one process.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    /// <summary>The program, or null where it is not installed.</summary>
    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    public static bool IsPresent => Program is not null;

    /// <summary>Prints all documents of a folder into the same folder, in as many processes as the machine has processors, each with a profile of its own.</summary>
    public static void Print(string folder)
    {
        var files = Directory.GetFiles(folder, "*.docx").Order(StringComparer.Ordinal).ToArray();
        var processes = Math.Clamp(Math.Min(Environment.ProcessorCount, files.Length / 8), 1, 4);
        Parallel.ForEach(Enumerable.Range(0, processes), share =>
        {
            var profile = Path.Combine(folder, $"profile-{share}");
            var start = new ProcessStartInfo(Program!, [$"-env:UserInstallation={new Uri(profile)}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, .. files.Where((_, i) => i % processes == share)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Most))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"LibreOffice did not print {files.Length} documents within {Most}.");
            }
        });
    }
}
