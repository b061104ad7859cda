using Greenprint.Delivery.WorkingDays;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Reminds units of what is due within a few working days and not reported: once for each unit and due day, however often it runs.</summary>
internal sealed class DueReminders(GreenprintDb db, INotices notices, IChanges changes, IChinaClock clock, IOptions<DeliveryOptions> options) : IRoutine
{
    public string Name => "due-reminders";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken cancellation)
    {
        if (options.Value.RemindBefore == 0)
        {
            return;
        }

        var today = clock.Today;
        var last = WorkCalendar.Shipped.Add(today, options.Value.RemindBefore);
        var due = await db.Set<ItemRow>().AsNoTracking()
            .Where(item => item.Ending == DispatchEnding.None && !item.IsSuspended && item.Due >= today && item.Due <= last
                && (item.Stage == DispatchStage.Issued || item.Stage == DispatchStage.Signed || item.Stage == DispatchStage.InHand))
            .GroupBy(item => new { item.Region, item.Unit, item.Due })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        var reminders = due.OrderBy(one => one.Key.Due).ThenBy(one => one.Key.Unit, StringComparer.Ordinal).Select(one => Of(one.Key.Region, one.Key.Unit, one.Key.Due, one.Count)).ToList();

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
                    change.Record("", "notices/due", "notice.reminded", new { Count = count, Through = last });
                }

                return 0;
            },
            cancellation);
    }

    private static NewNotice Of(string region, string unit, DateOnly due, int count) => new(
        FormattableString.Invariant($"due/{due:yyyyMMdd}/{unit}"),
        ItemNotices.DueSoon,
        new(region) { Unit = unit },
        FormattableString.Invariant($"due/{due:yyyyMMdd}/{unit}"),
        (FormattableString.Invariant($"有 {count} 项调度事项 {due:yyyy-MM-dd} 到期，尚未报送。"), FormattableString.Invariant($"{count} dispatch items are due {due:yyyy-MM-dd} and not reported.")),
        "office/work");
}
