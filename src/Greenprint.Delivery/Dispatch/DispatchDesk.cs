using System.Security.Claims;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Dispatch;

/// <summary>What somebody wants to do with an item.</summary>
/// <param name="Act">The act.</param>
/// <param name="Seen">The version of the item that they saw.</param>
internal sealed record ActOrder(DispatchAct Act, int Seen)
{
    public string? Why { get; init; }

    public DateOnly? Day { get; init; }

    public string? Unit { get; init; }

    public string? Person { get; init; }

    public string? Into { get; init; }
}

/// <summary>What became of an act on many items.</summary>
/// <param name="Done">How many it was done with.</param>
/// <param name="Refused">Why it was not done with the others.</param>
internal sealed record BulkResult(int Done, IReadOnlyList<Finding> Refused);

/// <summary>Acts on items, each asked against the one table and the rights of who acts.</summary>
internal sealed class DispatchDesk(GreenprintDb db, Viewers viewers, IRights rights, Charges charges, IChanges changes, IChinaClock clock, ItemNotices told, FigureTaking figures, IOptions<DeliveryOptions> options)
{
    /// <summary>An item with what <paramref name="user"/> may do; null when it is not there, or not theirs to see.</summary>
    public async Task<(StoredItem Stored, ItemChoices Choices)?> Find(ClaimsPrincipal user, string id, CancellationToken cancellation) =>
        await DispatchStore.Find(db, id, cancellation) is { } stored && await rights.May(user, Rights.SeeWork, stored.Row.Region, stored.Row.Unit, cancellation)
            ? (stored, new ItemChoices(stored.Item, await viewers.Of(user, stored, cancellation), stored.Bounds, clock.Now))
            : null;

    /// <summary>Does one act; null when it was done.</summary>
    public Task<Finding?> Do(ClaimsPrincipal user, string id, ActOrder order, CancellationToken cancellation) =>
        changes.Apply(ActorOf(user), change => Do(change, user, id, order, cancellation), cancellation);

    /// <summary>Does one act with many items, as far as each allows it.</summary>
    public Task<BulkResult> Do(ClaimsPrincipal user, IReadOnlyList<(string Id, ActOrder Order)> orders, CancellationToken cancellation) => changes.Apply(
        ActorOf(user),
        async change =>
        {
            var refused = await DoEach(change, user, orders, cancellation);
            return new BulkResult(orders.Count - refused.Count, refused);
        },
        cancellation);

    /// <summary>Does an act with all of them, or with none.</summary>
    /// <exception cref="RefusedException">It is not possible with one of them.</exception>
    public Task DoAll(ClaimsPrincipal user, IReadOnlyList<(string Id, ActOrder Order)> orders, CancellationToken cancellation) => changes.Apply(
        ActorOf(user),
        async change => (await DoEach(change, user, orders, cancellation)) is [var refusal, ..] ? throw new RefusedException(refusal) : orders.Count,
        cancellation);

    /// <summary>The same inside a change under way.</summary>
    public async Task<Finding?> Do(Change change, ClaimsPrincipal user, string id, ActOrder order, CancellationToken cancellation)
    {
        List<(StoredItem, DispatchEvent)> done = [];
        var finding = await DispatchStore.Find(change.Db, id, cancellation) is { } stored ? await Do(change, user, stored, order, done, cancellation) : DeliveryFindings.NoSuchItem(id);
        await told.Tell(change, done, cancellation);
        return finding;
    }

    public Actor ActorOf(ClaimsPrincipal user) => rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who work.");

    private async Task<IReadOnlyList<Finding>> DoEach(Change change, ClaimsPrincipal user, IReadOnlyList<(string Id, ActOrder Order)> orders, CancellationToken cancellation)
    {
        List<Finding> refused = [];
        List<(StoredItem, DispatchEvent)> done = [];
        var found = (await DispatchStore.Find(change.Db, [.. orders.Select(order => order.Id)], cancellation)).ToDictionary(one => one.Row.Id);
        foreach (var (id, order) in orders)
        {
            var finding = found.TryGetValue(id, out var stored) ? await Do(change, user, stored, order, done, cancellation) : DeliveryFindings.NoSuchItem(id);
            if (finding is not null)
            {
                refused.Add(finding);
            }
        }

        await told.Tell(change, done, cancellation);
        return refused;
    }

    private async Task<Finding?> Do(Change change, ClaimsPrincipal user, StoredItem stored, ActOrder order, List<(StoredItem, DispatchEvent)> done, CancellationToken cancellation)
    {
        if (order.Seen != stored.Item.Version)
        {
            var last = stored.Events[^1];
            return DeliveryFindings.ActedMeanwhile(stored.Row.Title, last.ByName, DispatchWords.Of(last.Act), last.At);
        }

        var choices = new ItemChoices(stored.Item, await viewers.Of(user, stored, cancellation), stored.Bounds, change.At);
        var next = Event(change, stored, order);
        if ((choices.WhyNot(order.Act) ?? DispatchFold.WhyNot(stored.Item, next) ?? await Elsewhere(change, stored, next, cancellation)) is { } why)
        {
            return DeliveryFindings.NotPossible(stored.Row.Title, why);
        }

        var refusal = order.Act switch
        {
            DispatchAct.Check => await figures.Take(change, stored, cancellation),
            DispatchAct.Return when stored.Item.Stage == DispatchStage.Checked => await figures.TakeBack(change, stored, cancellation),
            _ => null,
        };
        if (refusal is not null)
        {
            return refusal;
        }

        done.Add((DispatchStore.Append(change, stored, next), next));
        return null;
    }

    private DispatchEvent Event(Change change, StoredItem stored, ActOrder order)
    {
        var item = stored.Item;
        var calendar = WorkCalendar.Shipped;
        var today = ChinaTime.DayOf(change.At);
        var stood = Standstill.Of(item, today, calendar);
        return new(item.Version + 1, order.Act, change.At, change.Actor.Id, change.Actor.Name)
        {
            Why = string.IsNullOrWhiteSpace(order.Why) ? null : order.Why.Trim(),
            Unit = order.Act == DispatchAct.HandOver ? order.Unit : null,
            Person = order.Act == DispatchAct.HandOver ? order.Person : null,
            Into = order.Act == DispatchAct.Merge ? order.Into : null,
            SignBy = order.Act == DispatchAct.Resume ? stood.SignBy : SignBy(stored, order, today),
            Day = order.Act switch
            {
                DispatchAct.Resume => stood.Due,
                DispatchAct.GrantExtension => order.Day ?? item.Extension?.Day,
                DispatchAct.AskExtension or DispatchAct.Unlock => order.Day,
                DispatchAct.Return => calendar.Add(today, options.Value.AgainWithin),
                _ => null,
            },
        };
    }

    // The day that the bureau named for the cycle or with the registration, while it can be kept; a unit that takes the item over has its own days. Never after the due day.
    private DateOnly? SignBy(StoredItem stored, ActOrder order, DateOnly today)
    {
        var item = stored.Item;
        var isFresh = order.Act == DispatchAct.HandOver && item.Stage >= DispatchStage.Issued && order.Unit is { } unit && unit != item.Unit;
        if (order.Act != DispatchAct.Issue && !isFresh)
        {
            return null;
        }

        var isFirst = stored.Events.All(e => e.Act != DispatchAct.Issue);
        var day = !isFresh && (stored.Cycle?.SignBy ?? (isFirst ? item.SignBy : null)) is { } named && named >= today ? named : WorkCalendar.Shipped.Add(today, options.Value.SignWithin);
        return item.Due >= today && item.Due < day ? item.Due : day;
    }

    // What the item itself cannot know: whether the other one, the unit, the day are there.
    private async Task<Bilingual?> Elsewhere(Change change, StoredItem stored, DispatchEvent next, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(change.At);
        return next.Act switch
        {
            DispatchAct.Unlock when next.Day < today => ("解锁的截止日期已过。", "The day until which it is unlocked has passed."),
            DispatchAct.HandOver => (await charges.WhyNot(stored.Row.Region, next.Unit ?? stored.Item.Unit, next.Person, today, cancellation))?.Why,
            DispatchAct.Merge when next.Into == stored.Row.Id => ("不能并入自身。", "It cannot be merged into itself."),
            DispatchAct.Merge when await DispatchStore.Find(change.Db, next.Into!, cancellation) is not { Item.IsOpen: true } other || other.Row.Region != stored.Row.Region =>
                ("只能并入本地区仍在办理的事项。", "It can be merged only into an item of the region that is still open."),
            _ => null,
        };
    }
}
