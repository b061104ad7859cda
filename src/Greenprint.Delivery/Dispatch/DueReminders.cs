using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Tells of days: a unit of what is due within a few working days and not reported, and whoever answers for an item, with those who stand in, once when it is late; however often it runs.</summary>
internal sealed class DueReminders(GreenprintDb db, INotices notices, IChanges changes, IChinaClock clock, IOptions<DeliveryOptions> options) : IRoutine
{
    public string Name => "due-reminders";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken cancellation)
    {
        var today = clock.Today;
        List<NewNotice> reminders = [.. await Soon(today, cancellation), .. await Late(today, cancellation)];

        // Asked before the change: a change takes the queue of the writers, and on most runs there is nothing new.
        var told = await notices.Told([.. reminders.Select(reminder => reminder.Key)], cancellation);
        reminders.RemoveAll(reminder => told.Contains(reminder.Key));
        if (reminders.Count == 0)
        {
            return;
        }

        await changes.Apply(
            Actor.System("greenprint serve"),
            async change =>
            {
                if (await notices.Tell(change, reminders, cancellation) is > 0 and var count)
                {
                    change.Record("", "notices/due", "notice.reminded", new { Count = count, Today = today });
                }

                return 0;
            },
            cancellation);
    }

    // One notice for what a unit was issued on one day and owes on another. Of what was issued today the issue itself has told; so nothing joins a day that was told.
    private async Task<IEnumerable<NewNotice>> Soon(DateOnly today, CancellationToken cancellation)
    {
        if (options.Value.RemindBefore == 0)
        {
            return [];
        }

        var last = WorkCalendar.Shipped.Add(today, options.Value.RemindBefore);
        var due = await WithTheUnit().Where(item => item.Due >= today && item.Due <= last).Select(item => new { item.Id, item.Region, item.Unit, item.Due }).ToListAsync(cancellation);
        var ids = due.Select(item => item.Id).ToList();
        var issued = (await db.Set<EventRow>().AsNoTracking().Where(e => ids.Contains(e.Item) && e.Act == DispatchAct.Issue).Select(e => new { e.Item, e.At }).ToListAsync(cancellation))
            .GroupBy(e => e.Item).ToDictionary(group => group.Key, group => ChinaTime.DayOf(group.Max(e => e.At)), StringComparer.Ordinal);
        return due.GroupBy(item => (item.Region, item.Unit, item.Due, Issued: issued[item.Id])).Where(group => group.Key.Issued < today)
            .OrderBy(group => group.Key.Due).ThenBy(group => group.Key.Unit, StringComparer.Ordinal).ThenBy(group => group.Key.Issued)
            .Select(group => DueSoon(group.Key.Region, group.Key.Unit, group.Key.Due, group.Key.Issued, group.Count()));
    }

    // Once for each day that passed: an item that was given another day can be late again. What a closed cycle takes no more nobody is driven to.
    private async Task<IEnumerable<NewNotice>> Late(DateOnly today, CancellationToken cancellation)
    {
        var cycles = db.Set<CycleRow>();
        var late = await WithTheUnit()
            .Where(item => item.Due < today || (item.Stage == DispatchStage.Issued && item.SignBy < today))
            .Where(item => !cycles.Any(cycle => cycle.Id == item.Cycle && cycle.ClosedAt != null && item.Due <= cycle.Due))
            .OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation);
        return late.Select(item => item.Due < today ? Late(item) : SigningLate(item, item.SignBy!.Value));
    }

    private IQueryable<ItemRow> WithTheUnit() => db.Set<ItemRow>().AsNoTracking().Where(item => item.Ending == DispatchEnding.None && !item.IsSuspended
        && (item.Stage == DispatchStage.Issued || item.Stage == DispatchStage.Signed || item.Stage == DispatchStage.InHand));

    private static NewNotice DueSoon(string region, string unit, DateOnly due, DateOnly issued, int count) => new(
        FormattableString.Invariant($"due/{due:yyyyMMdd}/{issued:yyyyMMdd}/{unit}"),
        ItemNotices.DueSoon,
        new(region) { Unit = unit },
        FormattableString.Invariant($"due/{due:yyyyMMdd}/{unit}"),
        (FormattableString.Invariant($"有 {count} 项调度事项 {due:yyyy-MM-dd} 到期，尚未报送。"), FormattableString.Invariant($"{count} dispatch items are due {due:yyyy-MM-dd} and not reported.")),
        "office/work");

    private static NewNotice Late(ItemRow item) => OfItem(item, ItemNotices.Late, item.Due, (
        FormattableString.Invariant($"“{item.TitleZh}”已于 {item.Due:yyyy-MM-dd} 到期，尚未报送，请尽快报送或申请延期。"),
        FormattableString.Invariant($"'{item.TitleEn ?? item.TitleZh}' was due {item.Due:yyyy-MM-dd} and is not reported. Report it, or ask for an extension.")));

    private static NewNotice SigningLate(ItemRow item, DateOnly by) => OfItem(item, ItemNotices.SigningLate, by, (
        FormattableString.Invariant($"“{item.TitleZh}”应于 {by:yyyy-MM-dd} 前签收，尚未签收。"),
        FormattableString.Invariant($"'{item.TitleEn ?? item.TitleZh}' was to be signed for by {by:yyyy-MM-dd} and is not.")));

    private static NewNotice OfItem(ItemRow item, string kind, DateOnly passed, (string Zh, string En) text) => new(
        FormattableString.Invariant($"{kind}/{passed:yyyyMMdd}/{item.Id}"), kind, new(item.Region) { Person = item.Person, Unit = item.Unit, AndDeputies = true }, $"dispatch/{item.Id}", text, $"office/work/{item.Id}");
}
