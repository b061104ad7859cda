using System.Security.Claims;
using Greenprint.Platform;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Turns the person of a request into what their rights give them for an item. The rights are read once per request, however many items.</summary>
internal sealed class Viewers(IRights rights, IRegions regions)
{
    private IReadOnlyList<Region>? known;

    public async Task<Viewer> Of(ClaimsPrincipal user, ItemRow item, CancellationToken cancellation)
    {
        known ??= await regions.All(cancellation);
        var above = known.FirstOrDefault(region => region.Code == item.Region)?.Parent;
        List<StrikeOffStep> steps = [];
        if (await rights.May(user, Rights.Approve, item.Region, cancellation))
        {
            steps.Add(StrikeOffStep.County);
        }

        if (above is not null && await rights.May(user, Rights.Approve, above, cancellation))
        {
            steps.Add(StrikeOffStep.Prefecture);
        }

        var reviewsAll = await rights.May(user, Rights.ReviewProgress, item.Region, cancellation);
        if (reviewsAll)
        {
            steps.Add(StrikeOffStep.Trade);
        }

        return new(
            rights.ActorOf(user)?.Id ?? "",
            await rights.May(user, Rights.ReportProgress, item.Region, item.Unit, cancellation),
            reviewsAll || await rights.May(user, Rights.ReviewProgress, item.Region, item.Unit, cancellation),
            await rights.May(user, Rights.Dispatch, item.Region, cancellation),
            steps);
    }
}
