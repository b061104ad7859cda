using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>The open items that a person answers for. What is reported and may be returned needs somebody too: the report stays as it is, and who answers for it changes.</summary>
internal sealed class ItemHandOver(GreenprintDb db, IUnits units, ItemNotices told) : IHandOver
{
    public Bilingual Name => ("调度事项", "Dispatch items");

    public async Task<IReadOnlyList<HeldItem>> HeldBy(string person, CancellationToken cancellation)
    {
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Person == person && item.Ending == DispatchEnding.None).OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation);
        return [.. rows.Where(row => ActRules.Of(DispatchAct.HandOver).From.Contains(row.Stage)).Select(row => new HeldItem(row.Id, row.Title, row.Region, row.Unit, row.Due, $"office/work/{row.Id}"))];
    }

    public async Task HandOver(Change change, IReadOnlyList<string> items, string from, string to, string why, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        var found = (await DispatchStore.Find(change.Db, items, cancellation)).ToDictionary(stored => stored.Row.Id, StringComparer.Ordinal);
        List<(StoredItem, DispatchEvent)> done = [];
        var posts = await units.PeopleOf([.. found.Values.Select(stored => stored.Item.Unit).Distinct()], ChinaTime.DayOf(change.At), cancellation);
        foreach (var id in items)
        {
            if (!found.TryGetValue(id, out var stored) || stored.Item.Person != from)
            {
                throw new RefusedException(DeliveryFindings.NoSuchItem(id));
            }

            if (posts[stored.Item.Unit].All(post => post.Person != to))
            {
                throw new RefusedException(DeliveryFindings.NotPossible(stored.Row.Title, (
                    "接手的人员不在该事项的责任单位任职。请先登记其任职，或在事项页面移交给该单位的人员。",
                    "Who takes over has no post in the unit in charge. Give them the post first, or hand the item over to one of its people on its own page.")));
            }

            var next = new DispatchEvent(stored.Item.Version + 1, DispatchAct.HandOver, change.At, change.Actor.Id, change.Actor.Name) { Person = to, Why = why };
            if (DispatchFold.WhyNot(stored.Item, next) is { } whyNot)
            {
                throw new RefusedException(DeliveryFindings.NotPossible(stored.Row.Title, whyNot));
            }

            done.Add((DispatchStore.Append(change, stored, next), next));
        }

        await told.Tell(change, done, cancellation);
    }
}
