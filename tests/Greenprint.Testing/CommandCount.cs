using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Greenprint.Testing;

/// <summary>Counts the commands that the work database of one store is asked, whoever asks. For tests that hold a page to a fixed number of queries.</summary>
public sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly string connection;
    private int count;

    /// <param name="store">The store whose commands count.</param>
    public CommandCount(TestStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        connection = store.Location.Work;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many there were since the last question.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value?.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name
            && value.Value is CommandExecutedEventData { Command: DbCommand { Connection: { } asked } } && IsOf(asked, connection))
        {
            Interlocked.Increment(ref count);
        }
    }

    /// <summary>True where a connection is one of the store: of one server, only its own database.</summary>
    public static bool IsOf(DbConnection asked, string connection)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(connection);
        return asked is Microsoft.Data.Sqlite.SqliteConnection ? connection.Contains(asked.DataSource, StringComparison.Ordinal) : connection.Contains($"Database={asked.Database}", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
