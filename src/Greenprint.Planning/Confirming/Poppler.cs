using System.Diagnostics;

namespace Greenprint.Planning.Confirming;

/// <summary>The programs of poppler-utils, each call a process of its own with limits of time and memory.</summary>
internal static class Poppler
{
    private const string Limited = """ulimit -v 1500000; ulimit -t 30; exec "$0" "$@" """;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    /// <summary>Runs one of its programs; false where it failed, is not installed, or took too long.</summary>
    public static async Task<bool> Run(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (IEnumerable<string>)["-c", Limited, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        using var child = Process.Start(start) ?? throw new InvalidOperationException("The drawing process did not start.");
        try
        {
            // A damaged document is complained about without end; nobody reads it.
            var output = child.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await child.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await output;
            await child.WaitForExitAsync(limit.Token);
            return child.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }
}
