using Greenprint.Quantities;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Greenprint.Platform;

/// <summary>Which failures of the ground a person can mend, and what they are told.</summary>
public static class Refusals
{
    private const int SqliteBusy = 5;
    private const int SqliteReadOnly = 8;
    private const int SqliteIo = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteNotADatabase = 26;
    private const int DiskFull = 28;   // ENOSPC, as an IOException of .NET carries it

    /// <summary>The finding for <paramref name="error"/> or what caused it; null when it is a bug and should be seen as one.</summary>
    public static Finding? Of(Exception? error) => error switch
    {
        null => null,
        RefusedException refused => refused.Finding,
        SqliteException { SqliteErrorCode: SqliteFull } => PlatformFindings.DiskFull(),
        SqliteException { SqliteErrorCode: SqliteBusy } => PlatformFindings.StoreBusy(),
        SqliteException { SqliteErrorCode: SqliteReadOnly } => PlatformFindings.StoreReadOnly(),
        SqliteException { SqliteErrorCode: SqliteIo } fault => PlatformFindings.StoreIo(fault.Message),
        SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNotADatabase } => PlatformFindings.StoreDamaged(),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => PlatformFindings.DiskFull(),
        IOException { HResult: DiskFull } => PlatformFindings.DiskFull(),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or null } and not PostgresException => PlatformFindings.NoDatabase(error.Message),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            PlatformFindings.NoDatabase(refused.MessageText),
        AggregateException several => several.InnerExceptions.Select(Of).FirstOrDefault(finding => finding is not null),
        _ => Of(error.InnerException),
    };
}
