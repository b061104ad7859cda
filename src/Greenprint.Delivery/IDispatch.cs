using System.Security.Claims;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Delivery;

/// <summary>
/// The dispatch as the rest of the house drives it: what the pages do, asked of the same rights and the same table. Whatever is refused throws with its
/// finding, and nothing of that call is done.
/// </summary>
public interface IDispatch
{
    /// <summary>Opens a cycle on the days that the rule proposes, and registers an item for each task.</summary>
    /// <param name="user">Who opens it.</param>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="period">A month, a quarter or a year.</param>
    /// <param name="tasks">Ids of year tasks of that year.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It cannot be opened.</exception>
    Task<OpenedCycle> Open(ClaimsPrincipal user, string plan, Period period, IReadOnlyCollection<string> tasks, CancellationToken cancellation);

    /// <summary>Does one act with items as they stand now.</summary>
    /// <exception cref="RefusedException">It is not possible with one of them, or not for this person.</exception>
    Task Do(ClaimsPrincipal user, ItemAct act, IReadOnlyCollection<string> items, CancellationToken cancellation);

    /// <summary>Attaches a file to the report of an item.</summary>
    /// <exception cref="RefusedException">It is no proof that is taken, or no report can be written.</exception>
    Task Attach(ClaimsPrincipal user, string item, ProofFile proof, CancellationToken cancellation);

    /// <summary>Hands in a report, with the proof that is attached.</summary>
    /// <exception cref="RefusedException">It is not taken; the finding says why.</exception>
    Task Report(ClaimsPrincipal user, string item, Progress report, CancellationToken cancellation);

    /// <summary>Closes a cycle.</summary>
    /// <exception cref="RefusedException">It is closed already, or not theirs.</exception>
    Task Close(ClaimsPrincipal user, string cycle, CancellationToken cancellation);
}

/// <summary>A cycle that was opened.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Opens">First day on which reports are taken.</param>
/// <param name="SignBy">Last day for signing.</param>
/// <param name="Due">Last day on which a report is in time.</param>
/// <param name="Locks">Last day on which one is taken.</param>
/// <param name="Items">Id of the item of each task, by the task's id.</param>
public sealed record OpenedCycle(string Id, DateOnly Opens, DateOnly SignBy, DateOnly Due, DateOnly Locks, IReadOnlyDictionary<string, string> Items);

/// <summary>What is to be done with items.</summary>
/// <param name="Act">The act; reports go their own way.</param>
public sealed record ItemAct(DispatchAct Act)
{
    /// <summary>The reason.</summary>
    public string? Why { get; init; }

    /// <summary>The day asked for or granted.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Id of the unit that takes it over.</summary>
    public string? Unit { get; init; }

    /// <summary>Id of the person who takes it over.</summary>
    public string? Person { get; init; }

    /// <summary>The item into which it is merged.</summary>
    public string? Into { get; init; }
}

/// <summary>A file of proof.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">The content; can be read again from its beginning.</param>
/// <param name="Strength">How strong it is.</param>
/// <param name="Note">What it shows.</param>
public sealed record ProofFile(string Name, Stream Content, EvidenceClass Strength, string Note);

/// <summary>A progress report.</summary>
/// <param name="Quantity">Done so far in the unit of the task, or null.</param>
/// <param name="Text">进展情况.</param>
/// <param name="Difficulties">存在困难.</param>
/// <param name="Next">下一步措施.</param>
/// <param name="IsDone">True: the task is done.</param>
public sealed record Progress(decimal? Quantity, string Text, string Difficulties = "", string Next = "", bool IsDone = false);
