using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Where the days of an item move when it is resumed: by the working days that it stood still, which count against nobody.</summary>
/// <param name="Due">The new due day; null where it stays.</param>
/// <param name="SignBy">The new last day for signing; null where it stays, and once it was signed for.</param>
internal readonly record struct Standstill(DateOnly? Due, DateOnly? SignBy)
{
    public static Standstill Of(DispatchItem item, DateOnly today, WorkCalendar calendar)
    {
        if (item.SuspendedAt is not { } since || calendar.Between(ChinaTime.DayOf(since), today) is not (> 0 and var stood))
        {
            return default;
        }

        return new(calendar.Add(item.Due, stood), item.Stage < DispatchStage.Signed && item.SignBy is { } by ? calendar.Add(by, stood) : null);
    }
}
