using System.Security.Claims;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Lists;

/// <summary>Reads lists of items, of now or of a day: a fixed number of queries, however long they are.</summary>
internal sealed class ItemLists(GreenprintDb db, CycleDesk cycles, IPlans plans, IUnits units, IPeople people, IChinaClock clock, IOptions<DeliveryOptions> options)
{
    /// <summary>The issued items of a plan that the filter names; null where it names none whose dispatch is theirs to see: another county's address shows nothing.</summary>
    public async Task<ItemList?> OfPlan(ClaimsPrincipal user, ItemFilter filter, CancellationToken cancellation)
    {
        if ((await cycles.PlansSeenBy(user, cancellation)).FirstOrDefault(one => one.Id == filter.Plan) is not { } plan)
        {
            return null;
        }

        var ofPlan = db.Set<ItemRow>().AsNoTracking().Where(item => item.Plan == plan.Id);

        // Of now the rows say where the items stand; as of a day each may have stood elsewhere, so all are folded.
        var rows = filter.AsOf is null ? Narrowed(ofPlan, filter) : ofPlan;
        var stored = await DispatchStore.With(db, await rows.OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation), cancellation);
        return await List(plan, stored, await ofPlan.Select(item => item.Unit).Distinct().ToListAsync(cancellation), filter, isIssuedOnly: true, cancellation);
    }

    /// <summary>The items of a cycle, which has a plan and a month of its own: what the address says of these is left out.</summary>
    public async Task<ItemList> OfCycle(CycleView view, ItemFilter filter, CancellationToken cancellation) => await List(
        (await plans.All(cancellation)).First(plan => plan.Id == view.Cycle.Plan), view.Items, [.. view.Items.Select(item => item.Row.Unit)], filter with { Plan = null, Month = null }, isIssuedOnly: false, cancellation);

    private static IQueryable<ItemRow> Narrowed(IQueryable<ItemRow> rows, ItemFilter filter)
    {
        rows = rows.Where(item => item.Ending == DispatchEnding.None && item.Stage != DispatchStage.Registered && item.Stage != DispatchStage.Reviewed);
        // What is not closed is a small part of years: the others are not read.
        rows = filter.Stage == ItemFilter.Unfinished ? rows.Where(item => item.Stage != DispatchStage.Closed) : rows;
        rows = filter.Unit is { } unit ? rows.Where(item => item.Unit == unit) : rows;
        if (filter.DueMonth is not { } month)
        {
            return rows;
        }

        var (first, last) = (month.First, month.Last);
        return rows.Where(item => item.Due >= first && item.Due <= last);
    }

    private async Task<ItemList> List(PlanSummary plan, IReadOnlyList<StoredItem> stored, IReadOnlyList<string> unitsNow, ItemFilter filter, bool isIssuedOnly, CancellationToken cancellation)
    {
        var all = stored.Select(one => (Stored: one, Then: filter.AsOf is { } day ? one.AsOf(day) : one.Item)).ToList();
        var tree = await units.Tree(null, clock.Today, cancellation);
        var treeThen = filter.AsOf is { } on ? await units.Tree(null, on, cancellation) : tree;
        var names = await people.Names([.. all.SelectMany(one => new[] { one.Then?.Person, one.Stored.Item.Person }).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        string NameOf(UnitTree at, string unit) => (at.Find(unit) ?? tree.Find(unit))?.Name.Here ?? unit;
        ItemFace Face(DispatchItem item, UnitTree at, DateTimeOffset moment) => new(
            DispatchWords.Standing(item).Here, (int)item.Stage, item.Due, NameOf(at, item.Unit), item.Person is { } person ? names.GetValueOrDefault(person) : null, item.Urged, item.ReportedAt,
            Lights.Of(item, moment, WorkCalendar.Shipped, options.Value.Lights));

        var moment = filter.AsOf is { } past && past < clock.Today ? PastItems.EndOf(past) : clock.Now;
        List<ItemLine> lines = [];
        foreach (var (one, then) in all)
        {
            // What was not issued yet that day was not in the list: it came since.
            var (was, isNow) = (then is not null && IsListed(then, isIssuedOnly) ? then : null, IsListed(one.Item, isIssuedOnly));
            if ((was ?? (isNow ? one.Item : null)) is not { } shown)
            {
                continue;
            }

            var line = new ItemLine(
                one.Row.Id, one.Row.Title, one.Cycle is { } cycle ? CycleWords.Title(cycle.ToPeriod()) : null, was is null ? null : Face(was, treeThen, moment), Face(one.Item, tree, clock.Now),
                was is { Ending: DispatchEnding.None } && one.Item.Ending != DispatchEnding.None);
            if (Shows(filter, shown, line))
            {
                lines.Add(line);
            }
        }

        // What came since stands below the day's own.
        IReadOnlyList<ItemLine> ordered = [.. lines.Where(line => line.Then is not null), .. lines.Where(line => line.Then is null)];
        return new(
            plan, filter, filter.Sort.Order(ordered, ItemList.Columns),
            [.. all.Select(one => one.Then?.Unit).OfType<string>().Concat(unitsNow).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(unit => (unit, NameOf(treeThen, unit)))]);
    }

    private static bool IsListed(DispatchItem item, bool isIssuedOnly) => !isIssuedOnly || (item.Ending == DispatchEnding.None && item.Stage >= DispatchStage.Issued);

    private static bool Shows(ItemFilter filter, DispatchItem item, ItemLine line) =>
        (filter.Unit is null || item.Unit == filter.Unit)
        && (filter.DueMonth is not { } month || (month.First <= item.Due && item.Due <= month.Last))
        && filter.IsAt(item)
        && (filter.Light is null || line.Shown.Light.Light == filter.Light)
        && (filter.Text is null || line.Title.Zh.Contains(filter.Text, StringComparison.OrdinalIgnoreCase) || line.Title.En?.Contains(filter.Text, StringComparison.OrdinalIgnoreCase) == true);
}
