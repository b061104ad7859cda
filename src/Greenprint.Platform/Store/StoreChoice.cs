using System.CommandLine;

namespace Greenprint.Platform;

/// <summary>Which store a command line names: <c>--database-file</c>, else <c>GREENPRINT_DATABASE</c>, else SQLite in the folder of <c>--data</c>.</summary>
public static class StoreChoice
{
    /// <summary>The environment variable that holds a PostgreSQL connection string. Never an argument: arguments are seen by every user of the machine.</summary>
    public const string Variable = "GREENPRINT_DATABASE";

    /// <summary>The store of <paramref name="parsed"/>.</summary>
    /// <exception cref="RefusedException">The file of the connection cannot be read, can be read by others, or holds no connection string.</exception>
    public static StoreLocation Of(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return Of(parsed.GetRequiredValue(CommonOptions.Data), parsed.GetValue(CommonOptions.DatabaseFile), Environment.GetEnvironmentVariable(Variable));
    }

    internal static StoreLocation Of(string data, string? file, string? variable)
    {
        var folder = Path.GetFullPath(data);
        if (file is not null)
        {
            return OnPostgreSql(folder, ReadSecret(Path.GetFullPath(file)), file);
        }

        return string.IsNullOrWhiteSpace(variable) ? StoreLocation.OnSqlite(folder) : OnPostgreSql(folder, variable, Variable);
    }

    private static StoreLocation OnPostgreSql(string folder, string connection, string source)
    {
        try
        {
            return StoreLocation.OnPostgreSql(folder, connection.Trim());
        }
        catch (ArgumentException)
        {
            throw new RefusedException(PlatformFindings.BadConnectionString(source));
        }
    }

    private static string ReadSecret(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & PrivateFolder.Others) != 0)
            {
                throw new RefusedException(PlatformFindings.SecretReadableByOthers(path));
            }

            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(PlatformFindings.CannotRead(path, fault.Message));
        }
    }
}
