using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Inbox;

/// <summary>An item in a list, with all that a line needs.</summary>
internal sealed record WorkLine(StoredItem Stored, ItemChoices Choices, LightView Light, string Unit, string? Person)
{
    public ItemRow Row => Stored.Row;
}

/// <summary>Under which heading a line stands (by due date, overdue on top).</summary>
internal enum DueGroup
{
    /// <summary>已逾期.</summary>
    Overdue,

    /// <summary>即将到期: yellow.</summary>
    Soon,

    /// <summary>其他.</summary>
    Later,

    /// <summary>已中止.</summary>
    Suspended,
}

/// <summary>What somebody must report, check or run. Each list takes a fixed number of queries, however long it is.</summary>
internal sealed class WorkLists(GreenprintDb db, IRights rights, IRegions regions, IUnits units, IPeople people, Viewers viewers, IChinaClock clock, IOptions<DeliveryOptions> options)
{
    /// <summary>What the units of <paramref name="user"/> must report, overdue first.</summary>
    public async Task<IReadOnlyList<WorkLine>> ToReport(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await rights.UnitsOf(user, Rights.ReportProgress, region: null, clock.Today, cancellation);
        var rows = db.Set<ItemRow>().AsNoTracking().Where(item => mine.Contains(item.Unit) && item.Ending == DispatchEnding.None
            && (item.Stage == DispatchStage.Issued || item.Stage == DispatchStage.Signed || item.Stage == DispatchStage.InHand));
        return [.. (await Lines(user, rows, cancellation)).Where(line => line.Choices.CanReport)];
    }

    /// <summary>Reports that <paramref name="user"/> must check, the one that waits longest first.</summary>
    public async Task<IReadOnlyList<WorkLine>> ToCheck(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await rights.UnitsOf(user, Rights.ReviewProgress, region: null, clock.Today, cancellation);
        var lines = await Lines(user, db.Set<ItemRow>().AsNoTracking().Where(item => mine.Contains(item.Unit) && item.Ending == DispatchEnding.None && item.Stage == DispatchStage.Reported), cancellation);
        return [.. lines.Where(line => line.Choices.IsReviewer).OrderBy(line => line.Row.ReportedAt).ThenBy(line => line.Row.Id, StringComparer.Ordinal)];
    }

    /// <summary>Closed items of the units of <paramref name="user"/> whose strike-off is to be asked for, because nobody has, or because an acceptance was refused.</summary>
    public async Task<IReadOnlyList<WorkLine>> ToStrikeOff(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await rights.UnitsOf(user, Rights.ReportProgress, region: null, clock.Today, cancellation);
        var events = db.Set<EventRow>();
        var rows = db.Set<ItemRow>().AsNoTracking().Where(item => mine.Contains(item.Unit) && item.Ending == DispatchEnding.None && item.Stage == DispatchStage.Closed && item.Waits == null
            && events.Any(e => e.Item == item.Id && e.Number == 1 && e.Steps != null)
            && events.Any(e => e.Item == item.Id && e.Number == item.Version && (e.Act == DispatchAct.Close || e.Act == DispatchAct.RefuseStrikeOff)));
        return [.. (await Lines(user, rows, cancellation)).Where(line => line.Choices.May(DispatchAct.AskStrikeOff))];
    }

    /// <summary>Strike-offs whose next acceptance <paramref name="user"/> may give.</summary>
    public async Task<IReadOnlyList<WorkLine>> ToAccept(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await RegionsWith(user, [Rights.Approve, Rights.ReviewProgress], cancellation);
        var lines = await Lines(user, db.Set<ItemRow>().AsNoTracking().Where(item => mine.Contains(item.Region) && item.Waits != null), cancellation);
        return [.. lines.Where(line => line.Choices.May(DispatchAct.AcceptStrikeOff))];
    }

    /// <summary>What waits for the bureau: answers, acceptances that only a document gives, and of items outside a cycle, which no page of a cycle shows, reviews, issues and closings.</summary>
    public async Task<IReadOnlyList<WorkLine>> ToRun(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await RegionsWith(user, [Rights.Dispatch], cancellation);
        var lines = await Lines(
            user,
            db.Set<ItemRow>().AsNoTracking().Where(item => mine.Contains(item.Region) && item.Ending == DispatchEnding.None
                && (item.IsExtensionAsked || item.Waits != null
                    || (item.Cycle == null && (item.Stage == DispatchStage.Registered || item.Stage == DispatchStage.Reviewed || item.Stage == DispatchStage.Checked)))),
            cancellation);
        return [.. lines.Where(line => line.Row.Waits is null || line.Choices.May(DispatchAct.RecordAcceptance))];
    }

    /// <summary>Lines of items that were read.</summary>
    public async Task<IReadOnlyList<WorkLine>> Lines(ClaimsPrincipal user, IReadOnlyList<StoredItem> items, CancellationToken cancellation)
    {
        var tree = await units.Tree(null, clock.Today, cancellation);
        var names = await people.Names([.. items.Select(item => item.Row.Person).OfType<string>().Distinct()], cancellation);
        List<WorkLine> lines = [];
        foreach (var item in items)
        {
            lines.Add(new(
                item,
                new ItemChoices(item.Item, await viewers.Of(user, item, cancellation), item.Bounds, clock.Now),
                Lights.Of(item.Item, clock.Now, WorkCalendar.Shipped, options.Value.Lights),
                tree.Find(item.Row.Unit)?.Name.Here ?? item.Row.Unit,
                item.Row.Person is { } person ? names.GetValueOrDefault(person) : null));
        }

        return lines;
    }

    /// <summary>Open items into which one may be merged: of the same region and unit.</summary>
    public async Task<IReadOnlyList<ItemRow>> MergeInto(ItemRow item, CancellationToken cancellation) => await db.Set<ItemRow>().AsNoTracking()
        .Where(other => other.Region == item.Region && other.Unit == item.Unit && other.Id != item.Id && other.Ending == DispatchEnding.None && other.Stage != DispatchStage.Closed)
        .OrderBy(other => other.Due).Take(50).ToListAsync(cancellation);

    /// <summary>Under which heading a line of the inbox stands.</summary>
    public static DueGroup GroupOf(WorkLine line) => line.Row.IsSuspended ? DueGroup.Suspended : line.Light.Light switch
    {
        Light.Red => DueGroup.Overdue,
        Light.Yellow => DueGroup.Soon,
        _ => DueGroup.Later,
    };

    private async Task<List<string>> RegionsWith(ClaimsPrincipal user, IReadOnlyList<string> oneOf, CancellationToken cancellation)
    {
        List<string> mine = [];
        foreach (var region in await regions.All(cancellation))
        {
            foreach (var right in oneOf)
            {
                if (await rights.May(user, right, region.Code, cancellation))
                {
                    mine.Add(region.Code);
                    break;
                }
            }
        }

        return mine;
    }

    private async Task<IReadOnlyList<WorkLine>> Lines(ClaimsPrincipal user, IQueryable<ItemRow> rows, CancellationToken cancellation) =>
        await Lines(user, await DispatchStore.With(db, await rows.OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation), cancellation), cancellation);
}
