using System.Globalization;

namespace Greenprint.Server.Serving;

/// <summary>Which process listens on a port, as far as Linux tells this user; null elsewhere.</summary>
internal static class PortOwner
{
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>For example <c>nginx (1234)</c>.</summary>
    internal static string? Of(int port)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var sockets = Tables.SelectMany(table => Listeners(table, port)).Select(inode => $"socket:[{inode}]").ToHashSet(StringComparer.Ordinal);
        return sockets.Count == 0 ? null : Directory.EnumerateDirectories("/proc").Select(process => Holder(process, sockets)).FirstOrDefault(name => name is not null);
    }

    // Columns: sl local_address rem_address st … inode; 0A is LISTEN.
    private static IEnumerable<string> Listeners(string table, int port)
    {
        if (!File.Exists(table))
        {
            return [];
        }

        var tail = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return File.ReadLines(table).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length > 9 && cells[3] == "0A" && cells[1].EndsWith(tail, StringComparison.Ordinal))
            .Select(cells => cells[9]);
    }

    private static string? Holder(string process, HashSet<string> sockets)
    {
        var id = Path.GetFileName(process);
        if (!id.All(char.IsAsciiDigit))
        {
            return null;
        }

        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(handle => new FileInfo(handle).LinkTarget is { } target && sockets.Contains(target))
                ? $"{File.ReadAllText(Path.Combine(process, "comm")).Trim()} ({id})"
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;   // another user's process, or one that has just ended
        }
    }
}
