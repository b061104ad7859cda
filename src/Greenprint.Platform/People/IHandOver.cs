using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>
/// A port: what a person answers for in a module, and how it passes to somebody else. Every module that names an accountable person implements it,
/// so that nothing is left with somebody who went away.
/// </summary>
public interface IHandOver
{
    /// <summary>What its items are called, for example 年度任务.</summary>
    Bilingual Name { get; }

    /// <summary>Everything open that this person answers for.</summary>
    Task<IReadOnlyList<HeldItem>> HeldBy(string person, CancellationToken cancellation);

    /// <summary>Moves items to another person, inside the change, with a record for each.</summary>
    /// <param name="change">The change of the whole hand-over.</param>
    /// <param name="items">Ids out of <see cref="HeldBy"/>.</param>
    /// <param name="from">Id of who gives.</param>
    /// <param name="to">Id of who takes.</param>
    /// <param name="why">The reason.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <exception cref="RefusedException">An item cannot pass to that person; then nothing passes.</exception>
    Task HandOver(Change change, IReadOnlyList<string> items, string from, string to, string why, CancellationToken cancellation);
}

/// <summary>One thing that a person answers for.</summary>
/// <param name="Id">Its id, unique within the port.</param>
/// <param name="Title">What it is.</param>
/// <param name="Region">Code of the region whose matter it is.</param>
/// <param name="Unit">Id of the unit, or null.</param>
/// <param name="Due">When it is due, or null.</param>
/// <param name="Href">Its page, relative to the base of the language, or null.</param>
public sealed record HeldItem(string Id, Bilingual Title, string Region, string? Unit = null, DateOnly? Due = null, string? Href = null);
