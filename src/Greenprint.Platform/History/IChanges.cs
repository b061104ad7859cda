namespace Greenprint.Platform;

/// <summary>
/// The only way to change the work database: everything in one transaction, and what was done on the record in the same one.
/// A change that records nothing is refused, so nothing is ever written without who, when and why.
/// </summary>
public interface IChanges
{
    /// <summary>Runs <paramref name="work"/> in one transaction, saves, appends what it recorded to the chain, commits.</summary>
    /// <returns>What <paramref name="work"/> returned, after the commit has reached the disk.</returns>
    /// <exception cref="InvalidOperationException">The work changed rows and recorded nothing.</exception>
    Task<T> Apply<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancellation);
}

/// <summary>One change under way.</summary>
public sealed class Change
{
    private readonly List<(string Region, string Subject, string Kind, object Body, string? Why)> records = [];

    internal Change(GreenprintDb db, Actor actor, DateTimeOffset at) => (Db, Actor, At) = (db, actor, at);

    /// <summary>The database, inside the transaction.</summary>
    public GreenprintDb Db { get; }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>The moment of the change, the same for all its rows.</summary>
    public DateTimeOffset At { get; }

    /// <summary>
    /// Writes new rows of one table at once: for thousands of them, in a fraction of the time that adding them to <see cref="Db"/> takes. They are not tracked,
    /// and what waits in <see cref="Db"/> is not saved by it.
    /// </summary>
    public Task Insert<T>(IReadOnlyList<T> rows, CancellationToken cancellation)
        where T : class => Db.Insert(rows, cancellation);

    internal IReadOnlyList<(string Region, string Subject, string Kind, object Body, string? Why)> Records => records;

    /// <summary>Puts one act on the record.</summary>
    /// <param name="region">Code of the region whose matter it is, or empty.</param>
    /// <param name="subject">What was changed, for example <c>plan/lanwan-15</c>.</param>
    /// <param name="kind">What was done, for example <c>plan.confirmed</c>.</param>
    /// <param name="body">What was recorded; serialised as JSON.</param>
    /// <param name="why">The reason given.</param>
    public void Record(string region, string subject, string kind, object body, string? why = null) => records.Add((region, subject, kind, body, why));
}
