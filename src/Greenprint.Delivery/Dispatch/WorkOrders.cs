using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>An item outside a cycle as it is registered.</summary>
/// <param name="Key">What makes it the same item when it is registered twice.</param>
/// <param name="Region">Code of the region whose matter it is.</param>
/// <param name="Unit">Id of the unit that shall do it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Title">What shall be done, in one line.</param>
/// <param name="Ask">Why, and what is asked.</param>
/// <param name="Due">Last day.</param>
internal sealed record SingleItem(string Key, string Region, string Unit, string Subject, Bilingual Title, Bilingual Ask, DateOnly Due)
{
    public string? Plan { get; init; }

    public string? Person { get; init; }

    public DateOnly? SignBy { get; init; }

    public EvidenceClass? Evidence { get; init; }

    /// <summary>The acceptances that its strike-off needs; none where 办结 is its end.</summary>
    public IReadOnlyList<StrikeOffStep> Steps { get; init; } = [];

    /// <summary>The document that it comes from, or the reason, as the record keeps it.</summary>
    public string? Origin { get; init; }
}

/// <summary>The port by which other modules start work, and the one way by which the bureau does: what is opened is an item that waits for review.</summary>
internal sealed class WorkOrders(IUnits units, IRegions regions) : IWorkOrders
{
    public async Task<string> Open(Change change, WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(order);
        var level = order.IsStruckOff ? (await regions.Find(order.Region, cancellation))?.Level : null;
        return await Open(
            change,
            new SingleItem(order.Key, order.Region, order.Unit, order.Subject, order.Title, order.Reason, order.Due)
            {
                Steps = level is { } known ? Acceptances.For(known) : [],
                Origin = order.Reason.Zh,
            },
            cancellation);
    }

    /// <summary>Registers an item, inside the caller's change; one of the same key is the same item, whatever became of it.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RefusedException">There is no such unit, or it is closed.</exception>
    public async Task<string> Open(Change change, SingleItem item, CancellationToken cancellation)
    {
        // The head of the history is locked, so nobody opens the same order between this question and the row.
        if (await change.Db.Set<ItemRow>().AsNoTracking().Where(row => row.Key == item.Key).Select(row => row.Id).SingleOrDefaultAsync(cancellation) is { } there)
        {
            return there;
        }

        if (change.Db.Set<ItemRow>().Local.FirstOrDefault(row => row.Key == item.Key) is { } begun)
        {
            return begun.Id;
        }

        if ((await units.Find(item.Unit, cancellation))?.ExistsOn(ChinaTime.DayOf(change.At)) != true)
        {
            throw new RefusedException(DeliveryFindings.NoSuchUnit(item.Unit));
        }

        var row = new ItemRow
        {
            Id = DispatchStore.NewId(),
            Key = item.Key,
            Region = item.Region,
            Plan = item.Plan,
            Subject = item.Subject,
            TitleZh = item.Title.Zh,
            TitleEn = item.Title.En,
            AskZh = item.Ask.Zh,
            AskEn = item.Ask.En,
            Evidence = item.Evidence,
            Unit = item.Unit,
            Due = item.Due,
            Stage = DispatchStage.Registered,
            Ending = DispatchEnding.None,
            Version = 1,
        };
        DispatchStore.Register(change, row, new(1, DispatchAct.Register, change.At, change.Actor.Id, change.Actor.Name)
        {
            Unit = item.Unit,
            Person = item.Person,
            Day = item.Due,
            SignBy = item.SignBy,
            Why = item.Origin,
            Steps = item.Steps,
        });
        return row.Id;
    }
}
