using System.Diagnostics;
using Xunit;

namespace Greenprint.Testing;

/// <summary>
/// A private PostgreSQL of this test process: made in a temporary folder, reachable only through a socket in it, durable like a
/// production one. Its keeper is a shell that stops and deletes it as soon as this process is gone, however it went.
/// </summary>
public static class PostgreSqlCluster
{
    // Reads "go away" from a pipe that only this process holds: the pipe closes with the process, even after kill -9.
    private const string Keeper = """
        dir=$(mktemp -d /tmp/greenprint-pg-XXXXXX) && cd "$dir" || exit 1
        "$1/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; rm -rf "$dir"; exit 1; }
        "$1/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=300 -c shared_buffers=64MB -c fsync=on -c synchronous_commit=on >>"$dir/log" 2>&1 &
        pid=$!
        for try in $(seq 1 300); do "$1/pg_isready" -q -h "$dir" && break; kill -0 $pid 2>/dev/null || { cat "$dir/log" >&2; rm -rf "$dir"; exit 1; }; sleep 0.1; done
        echo "$dir"
        read -r _
        kill -QUIT $pid 2>/dev/null; wait $pid 2>/dev/null; cd /; rm -rf "$dir"
        """;

    // Held, because a collected Process closes its pipes.
    private static Process? keeper;

    private static readonly Lazy<Task<string>> Started = new(Start);

    /// <summary>Folder of the server's programs, or null where PostgreSQL is not installed.</summary>
    public static string? Binaries { get; } = FindBinaries();

    /// <summary>Connection string of the cluster, without a database; skips the running test where PostgreSQL is not installed.</summary>
    public static async Task<string> ConnectionString()
    {
        if (Binaries is null)
        {
            Assert.Skip("PostgreSQL is not installed here (apt-get install postgresql); the test ran on SQLite only.");
        }

        return $"Host={await Started.Value};Username=postgres;Maximum Pool Size=20";
    }

    private static string? FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.Select(folder => Path.Combine(folder, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Max();
    }

    private static async Task<string> Start()
    {
        // PostgreSQL refuses to run as root.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "bash"] : ["bash"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], "-c", Keeper, "keeper", Binaries!])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        keeper = Process.Start(start)!;
        var folder = await keeper.StandardOutput.ReadLineAsync();
        return folder ?? throw new InvalidOperationException("PostgreSQL did not start: " + await keeper.StandardError.ReadToEndAsync());
    }
}
