using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Cycles;

/// <summary>Where a moment lies in a window.</summary>
internal enum WindowState
{
    /// <summary>Before the first day.</summary>
    NotYetOpen,

    /// <summary>From the first moment of the opening day to the last moment of the due day.</summary>
    Open,

    /// <summary>After the due day, up to the last moment of the day of locking: late, and still possible.</summary>
    Late,

    /// <summary>After that.</summary>
    Locked,
}

/// <summary>When reports of a cycle are taken, in whole days of China standard time; first and last day belong to it.</summary>
/// <param name="Opens">First day.</param>
/// <param name="Due">Last day on which a report is in time.</param>
/// <param name="Locks">Last day on which one is taken at all; null never locks.</param>
internal sealed record CycleWindow(DateOnly Opens, DateOnly Due, DateOnly? Locks)
{
    /// <summary>The window of a period by a rule.</summary>
    public static CycleWindow Of(Period period, CycleRule rule, WorkCalendar calendar)
    {
        var due = calendar.Add(period.Last, rule.DueAfter);
        return new(calendar.Add(period.Last.AddDays(1), -rule.OpensBefore), due, calendar.Add(due, rule.LocksAfter));
    }

    /// <summary>True when the days stand in order.</summary>
    public bool IsInOrder => Opens <= Due && !(Locks < Due);

    /// <summary>Where <paramref name="moment"/> lies, whatever the zone it is written in.</summary>
    public WindowState At(DateTimeOffset moment)
    {
        var day = ChinaTime.DayOf(moment);
        return day < Opens ? WindowState.NotYetOpen
            : day <= Due ? WindowState.Open
            : Locks is { } last && day > last ? WindowState.Locked
            : WindowState.Late;
    }

    /// <summary>The window of one item: a due day of its own moves the lock along, and an exception opens it until its last day.</summary>
    /// <param name="due">Due day of the item.</param>
    /// <param name="exception">Last day of an exception, or null.</param>
    public CycleWindow ForItem(DateOnly due, DateOnly? exception) => this with
    {
        Due = due,
        Locks = Locks is { } last ? new[] { last, due, exception ?? last }.Max() : null,
    };
}
