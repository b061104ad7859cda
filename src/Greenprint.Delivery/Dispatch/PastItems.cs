using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Items as they stood at the end of a day in China: the fold of the events recorded by then.</summary>
internal static class PastItems
{
    /// <summary>The item of that day; null where it was not registered yet.</summary>
    public static DispatchItem? AsOf(this StoredItem stored, DateOnly day)
    {
        var events = stored.Events.TakeWhile(e => ChinaTime.DayOf(e.At) <= day).ToList();
        return events.Count == 0 ? null : DispatchFold.Of(events);
    }

    /// <summary>The last moment of a day in China: what a clock said when the day ended.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => ChinaTime.StartOf(day.AddDays(1)).AddTicks(-1);
}
