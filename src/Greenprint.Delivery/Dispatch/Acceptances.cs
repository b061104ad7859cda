using System.Security.Claims;
using Greenprint.Platform;

namespace Greenprint.Delivery.Dispatch;

/// <summary>
/// Who gives the acceptances of a strike-off. One that nobody here can give is recorded by the bureau from its document, so that no item hangs for ever
/// because a government above has no account.
/// </summary>
internal sealed class Acceptances(IRights rights, IRegions regions)
{
    private readonly Dictionary<(string Right, string Region), IReadOnlyList<PersonName>> holders = [];
    private IReadOnlyList<Region>? known;

    /// <summary>The acceptances that fit a region, in order: what a prefecture orders no county accepts.</summary>
    public static IReadOnlyList<StrikeOffStep> For(RegionLevel level) => level switch
    {
        RegionLevel.County or RegionLevel.Town => [StrikeOffStep.County, StrikeOffStep.Prefecture, StrikeOffStep.Trade],
        RegionLevel.Prefecture => [StrikeOffStep.Prefecture, StrikeOffStep.Trade],
        _ => [StrikeOffStep.Trade],
    };

    /// <summary>The acceptances of an item of a region that somebody may give.</summary>
    public async Task<IReadOnlyList<StrikeOffStep>> Of(ClaimsPrincipal user, string region, CancellationToken cancellation)
    {
        List<StrikeOffStep> mine = [];
        foreach (var step in Enum.GetValues<StrikeOffStep>())
        {
            if (await Place(step, region, cancellation) is var (right, where) && await rights.May(user, right, where, cancellation))
            {
                mine.Add(step);
            }
        }

        return mine;
    }

    /// <summary>The right that gives an acceptance, and the region where it is held; null where that government is not here.</summary>
    public async Task<(string Right, string Region)?> Place(StrikeOffStep step, string region, CancellationToken cancellation)
    {
        if (step == StrikeOffStep.Trade)
        {
            return (Rights.ReviewProgress, region);
        }

        known ??= await regions.All(cancellation);
        var level = step == StrikeOffStep.County ? RegionLevel.County : RegionLevel.Prefecture;
        var at = known.FirstOrDefault(one => one.Code == region);
        while (at is not null && at.Level != level)
        {
            at = known.FirstOrDefault(one => one.Code == at.Parent);
        }

        return at is null ? null : (Rights.Approve, at.Code);
    }

    /// <summary>True when nobody here gives an acceptance in a region.</summary>
    public async Task<bool> IsOutside(StrikeOffStep step, string region, CancellationToken cancellation) => (await Holders(step, region, cancellation)).Count == 0;

    /// <summary>True when the acceptance that is next can be given by nobody here: whoever asked for the strike-off or gave an acceptance before gives none.</summary>
    public async Task<bool> IsOutside(StoredItem stored, CancellationToken cancellation) =>
        stored.Item.NextStep is { } step
        && (await Holders(step, stored.Row.Region, cancellation)).All(one => one.Id == stored.Item.StrikeOff.AskedBy || stored.Item.StrikeOff.Accepted.Contains(one.Id));

    private async Task<IReadOnlyList<PersonName>> Holders(StrikeOffStep step, string region, CancellationToken cancellation)
    {
        if (await Place(step, region, cancellation) is not { } place)
        {
            return [];
        }

        if (!holders.TryGetValue(place, out var there))
        {
            holders.Add(place, there = await rights.Holders(place.Right, place.Region, null, cancellation));
        }

        return there;
    }
}
