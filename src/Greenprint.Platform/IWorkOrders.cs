using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>Work that somebody must do because something happened: a warning, an alarm, a report of a citizen.</summary>
/// <param name="Key">What makes it the same order when it is opened twice, for example <c>warning/lanwan-15/air-pm25/2026-03</c>; at most 200 characters.</param>
/// <param name="Region">Code of the region whose matter it is.</param>
/// <param name="Unit">Id of the unit that shall do it.</param>
/// <param name="Subject">What it is about, for example <c>indicator/lanwan-15/air-pm25</c>.</param>
/// <param name="Title">What shall be done, in one line.</param>
/// <param name="Reason">Why it was opened.</param>
/// <param name="Due">Last day.</param>
public sealed record WorkOrder(string Key, string Region, string Unit, string Subject, Bilingual Title, Bilingual Reason, DateOnly Due)
{
    /// <summary>True when it ends with a chain of acceptances (销号).</summary>
    public bool IsStruckOff { get; init; }
}

/// <summary>A port: where a module starts work that another one carries through. Who runs the dispatch reviews an order before it is issued.</summary>
public interface IWorkOrders
{
    /// <summary>Opens an order, inside the caller's change. An order of the same key is the same order, whatever became of it.</summary>
    /// <returns>Id of the item.</returns>
    /// <exception cref="RefusedException">There is no such unit, or it is closed.</exception>
    Task<string> Open(Change change, WorkOrder order, CancellationToken cancellation);
}
