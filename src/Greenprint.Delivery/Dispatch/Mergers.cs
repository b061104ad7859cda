using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>In which item each merged one goes on, through mergers of mergers.</summary>
internal sealed class Mergers
{
    private readonly Dictionary<string, string> into;

    private Mergers(Dictionary<string, string> into) => this.into = into;

    /// <summary>Reads them all, which are few; with a day, those recorded by its end in China. One query.</summary>
    public static async Task<Mergers> Read(GreenprintDb db, DateOnly? day, CancellationToken cancellation)
    {
        var all = await (
            from item in db.Set<ItemRow>().AsNoTracking()
            where item.Ending == DispatchEnding.Merged
            join e in db.Set<EventRow>() on item.Id equals e.Item
            where e.Act == DispatchAct.Merge && e.Into != null
            select new { item.Id, e.Into, e.At }).ToListAsync(cancellation);
        return new(all.Where(one => day is null || ChinaTime.DayOf(one.At) <= day).ToDictionary(one => one.Id, one => one.Into!, StringComparer.Ordinal));
    }

    /// <summary>The item in which another one goes on: itself where it was not merged. Only what is open is merged into, so no way leads back.</summary>
    public string EndOf(string item)
    {
        while (into.TryGetValue(item, out var next))
        {
            item = next;
        }

        return item;
    }
}
