using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Greenprint.Platform;

/// <summary>
/// On PostgreSQL, as on SQLite, what the work database is asked is answered before the next line runs. The pages rest on it: a layout and its page, a page
/// and its parts share the one connection of a request, and where one of them waits the framework goes on with the next, which then asks while the first
/// answer is still on its way, or draws what has been read by half. The thread waits instead; a question takes a millisecond or two.
/// </summary>
internal sealed class AnsweredAtOnce : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (result.HasResult)
        {
            return new(result);
        }

        using var stop = Stop(command, cancellationToken);
        var reader = command.ExecuteReader();
        // What saves looks for the provider's own reader; it reads a few rows that are there already.
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(eventData.CommandSource == CommandSource.SaveChanges ? reader : new PromptReader(reader)));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        using var stop = Stop(command, cancellationToken);
        return new(result.HasResult ? result : InterceptionResult<int>.SuppressWithResult(command.ExecuteNonQuery()));
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        using var stop = Stop(command, cancellationToken);
        return new(result.HasResult ? result : InterceptionResult<object>.SuppressWithResult(command.ExecuteScalar()!));
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!result.IsSuppressed)
        {
            connection.Open();
        }

        return new(InterceptionResult.Suppress());
    }

    public ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (!result.IsSuppressed)
        {
            connection.Close();
        }

        return new(InterceptionResult.Suppress());
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(result.HasResult ? result : InterceptionResult<DbTransaction>.SuppressWithResult(
            eventData.IsolationLevel == IsolationLevel.Unspecified ? connection.BeginTransaction() : connection.BeginTransaction(eventData.IsolationLevel)));
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!result.IsSuppressed)
        {
            transaction.Commit();
        }

        return new(InterceptionResult.Suppress());
    }

    public ValueTask<InterceptionResult> TransactionRollingBackAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (!result.IsSuppressed)
        {
            transaction.Rollback();
        }

        return new(InterceptionResult.Suppress());
    }

    // Who gives up waiting ends the command, as the asynchronous one would.
    private static CancellationTokenRegistration Stop(DbCommand command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return cancellation.Register(command.Cancel);
    }
}
