using System.Data;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Greenprint.Platform;

internal sealed class Changes(GreenprintDb db, IChinaClock clock) : IChanges
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<T> Apply<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(work);
        if (db.IsChanging)
        {
            throw new InvalidOperationException("A change is under way in this scope: pass it on instead of beginning another.");
        }

        db.IsChanging = true;
        try
        {
            return await Run(actor, work, cancellation);
        }
        finally
        {
            db.IsChanging = false;
            // What was refused must not be saved by the next change of this scope.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<T> Run<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancellation)
    {
        // The past of the sample county is one transaction as a whole: see IRehearsal.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        // What fails is rolled back as a whole: points in between would only be asked for.
        db.Database.AutoSavepointsEnabled = false;
        try
        {
            return await Run(transaction, actor, work, cancellation);
        }
        catch when (transaction is not null && db.Database.GetDbConnection().State == ConnectionState.Open)
        {
            // Left to its disposal it would go on while somebody else asks over the same connection.
            try
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
            catch (Exception second) when (second is DbException or InvalidOperationException or IOException)
            {
                // The first error says what went wrong; the store has undone what a broken connection was about.
            }

            throw;
        }
    }

    private async Task<T> Run<T>(IDbContextTransaction? transaction, Actor actor, Func<Change, Task<T>> work, CancellationToken cancellation)
    {
        // First of all, so that two writers never read the same end of the chain: the row stays locked until the commit.
        await db.Set<HistoryHead>().ExecuteUpdateAsync(set => set.SetProperty(head => head.Id, head => head.Id), cancellation);

        var change = new Change(db, actor, clock.Now);
        var result = await work(change);
        await db.SaveChangesAsync(cancellation);
        if (change.Records.Count == 0 && db.RowsSaved)
        {
            throw new InvalidOperationException("A change of the work database must record what was done.");
        }

        await Append(change, cancellation);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return result;
    }

    private async Task Append(Change change, CancellationToken cancellation)
    {
        var head = await db.Set<HistoryHead>().AsNoTracking().SingleAsync(cancellation);
        List<HistoryEntry> entries = new(change.Records.Count);
        foreach (var (region, subject, kind, body, why) in change.Records)
        {
            var entry = new HistoryEntry(
                head.Number + 1, change.At, change.Actor.Id, change.Actor.Name, region, subject, kind, JsonSerializer.Serialize(body, Json), why, head.Digest, "");
            entry = entry with { Digest = HistoryDigest.Of(entry) };
            entries.Add(entry);
            (head.Number, head.Digest) = (entry.Number, entry.Digest);
        }

        await db.Insert(entries, cancellation);
        await db.Set<HistoryHead>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Number, head.Number).SetProperty(row => row.Digest, head.Digest), cancellation);
    }
}

/// <summary>Keeps the promise of <see cref="IChanges"/>: nothing saves past it.</summary>
internal sealed class OnlyThroughChanges : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContextEventData eventData)
    {
        var db = (GreenprintDb)eventData.Context!;
        if (!db.IsChanging)
        {
            throw new InvalidOperationException("The work database is changed through IChanges only, so that nothing is written without who, when and why.");
        }

        db.RowsSaved |= db.ChangeTracker.HasChanges();
    }
}
