using System.Security.Claims;
using Greenprint.Platform;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Turns the person of a request into what their rights give them for an item. The rights are read once per request, however many items.</summary>
internal sealed class Viewers(IRights rights, Acceptances acceptances)
{
    public async Task<Viewer> Of(ClaimsPrincipal user, StoredItem stored, CancellationToken cancellation)
    {
        var item = stored.Row;
        var dispatches = await rights.May(user, Rights.Dispatch, item.Region, cancellation);
        return new(
            rights.ActorOf(user)?.Id ?? "",
            await rights.May(user, Rights.ReportProgress, item.Region, item.Unit, cancellation),
            await rights.May(user, Rights.ReviewProgress, item.Region, item.Unit, cancellation),
            dispatches,
            stored.Item.NextStep is null ? [] : await acceptances.Of(user, item.Region, cancellation))
        {
            IsOutside = dispatches && await acceptances.IsOutside(stored, cancellation),
        };
    }
}
