using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Greenprint.Platform;

internal sealed class ReadingsStore(StoreLocation location) : IReadingsStore
{
    public StoreEngine Engine => location.Engine;

    public async Task<DbConnection> Open(CancellationToken cancellation)
    {
        DbConnection connection = Engine == StoreEngine.Sqlite ? new SqliteConnection(location.Readings) : new NpgsqlConnection(location.Readings);
        try
        {
            await connection.OpenAsync(cancellation);
            await Durability.Enforce(Engine, connection, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
