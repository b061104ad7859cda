using Greenprint.Delivery.Cycles;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>An item with its events and its cycle.</summary>
internal sealed record StoredItem(ItemRow Row, IReadOnlyList<DispatchEvent> Events, DispatchItem Item, CycleRow? Cycle)
{
    public CycleBounds Bounds => Cycle?.ToBounds() ?? CycleBounds.None;
}

/// <summary>Rows of the dispatch, read and appended to. Nothing here asks who may.</summary>
internal static class DispatchStore
{
    /// <summary>One item; null when there is none. Three queries.</summary>
    public static async Task<StoredItem?> Find(GreenprintDb db, string id, CancellationToken cancellation) =>
        (await Find(db, [id], cancellation)).SingleOrDefault();

    /// <summary>Many items, in the order asked for; what is not there is left out. Three queries, however many.</summary>
    public static async Task<IReadOnlyList<StoredItem>> Find(GreenprintDb db, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var rows = await db.Set<ItemRow>().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, cancellation);
        return await With(db, [.. ids.Where(rows.ContainsKey).Select(id => rows[id])], cancellation);
    }

    /// <summary>Events and cycles of rows that were read. Two queries.</summary>
    public static async Task<IReadOnlyList<StoredItem>> With(GreenprintDb db, IReadOnlyList<ItemRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var cycleIds = rows.Select(row => row.Cycle).Distinct().ToList();
        var events = (await db.Set<EventRow>().AsNoTracking().Where(e => ids.Contains(e.Item)).OrderBy(e => e.Item).ThenBy(e => e.Number).ToListAsync(cancellation))
            .ToLookup(e => e.Item, e => e.ToEvent());
        var cycles = await db.Set<CycleRow>().AsNoTracking().Where(cycle => cycleIds.Contains(cycle.Id)).ToDictionaryAsync(cycle => cycle.Id, StringComparer.Ordinal, cancellation);
        return [.. rows.Select(row => new StoredItem(row, [.. events[row.Id]], DispatchFold.Of(events[row.Id]), row.Cycle is { } cycle ? cycles[cycle] : null))];
    }

    /// <summary>Adds an item with its registration.</summary>
    public static void Register(Change change, ItemRow row, DispatchEvent registration)
    {
        row.Follow(DispatchFold.Apply(null, registration));
        change.Db.Add(row);
        change.Db.Add(EventRow.Of(row.Id, registration));
        Record(change, row, registration);
    }

    /// <summary>Adds an event that was found possible.</summary>
    public static StoredItem Append(Change change, StoredItem stored, DispatchEvent next)
    {
        var item = DispatchFold.Apply(stored.Item, next);
        stored.Row.Follow(item);
        change.Db.Add(EventRow.Of(stored.Row.Id, next));
        Record(change, stored.Row, next);
        return stored with { Events = [.. stored.Events, next], Item = item };
    }

    /// <summary>A new id.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString("N");

    private static void Record(Change change, ItemRow row, DispatchEvent e) => change.Record(
        row.Region,
        $"dispatch/{row.Id}",
        KindOf(e.Act),
        new { Title = new Bilingual(row.TitleZh, row.TitleEn), Stage = row.Stage.ToString(), row.Unit, row.Person, row.Due, e.Day, e.Into, e.SignBy },
        e.Why);

    /// <summary>Kind of the history for an act.</summary>
    public static string KindOf(DispatchAct act) => act switch
    {
        DispatchAct.AskExtension => "dispatch.extension-asked",
        DispatchAct.GrantExtension => "dispatch.extension-granted",
        DispatchAct.RefuseExtension => "dispatch.extension-refused",
        DispatchAct.HandOver => "dispatch.handed-over",
        DispatchAct.AskStrikeOff => "dispatch.strike-off-asked",
        DispatchAct.AcceptStrikeOff => "dispatch.strike-off-accepted",
        DispatchAct.RefuseStrikeOff => "dispatch.strike-off-refused",
        DispatchAct.RecordAcceptance => "dispatch.acceptance-recorded",
        _ => $"dispatch.{act.ToString().ToLowerInvariant()}",
    };
}
