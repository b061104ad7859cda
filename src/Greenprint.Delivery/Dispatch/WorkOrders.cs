using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>The port by which other modules start work: an order is an item that waits for review.</summary>
internal sealed class WorkOrders(IUnits units) : IWorkOrders
{
    public async Task<string> Open(Change change, WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(order);
        // The head of the history is locked, so nobody opens the same order between this question and the row.
        if (await change.Db.Set<ItemRow>().AsNoTracking().Where(item => item.Key == order.Key).Select(item => item.Id).SingleOrDefaultAsync(cancellation) is { } there)
        {
            return there;
        }

        if (change.Db.Set<ItemRow>().Local.FirstOrDefault(item => item.Key == order.Key) is { } begun)
        {
            return begun.Id;
        }

        if ((await units.Find(order.Unit, cancellation))?.ExistsOn(ChinaTime.DayOf(change.At)) != true)
        {
            throw new RefusedException(DeliveryFindings.NoSuchUnit(order.Unit));
        }

        var row = new ItemRow
        {
            Id = DispatchStore.NewId(),
            Key = order.Key,
            Region = order.Region,
            Subject = order.Subject,
            TitleZh = order.Title.Zh,
            TitleEn = order.Title.En,
            AskZh = order.Reason.Zh,
            AskEn = order.Reason.En,
            Unit = order.Unit,
            Due = order.Due,
            Stage = DispatchStage.Registered,
            Ending = DispatchEnding.None,
            Version = 1,
        };
        DispatchStore.Register(change, row, new(1, DispatchAct.Register, change.At, change.Actor.Id, change.Actor.Name)
        {
            Unit = order.Unit,
            Day = order.Due,
            Why = order.Reason.Zh,
            Steps = order.IsStruckOff ? [StrikeOffStep.County, StrikeOffStep.Prefecture, StrikeOffStep.Trade] : [],
        });
        return row.Id;
    }
}
