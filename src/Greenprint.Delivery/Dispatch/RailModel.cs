using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>A node of the rail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Look"><c>done</c>, <c>now</c> or <c>todo</c>.</param>
/// <param name="Event">How it was reached; null while it was not.</param>
/// <param name="Note">Working days used or allowed.</param>
/// <param name="IsLate">True when its day has passed.</param>
public sealed record RailNode(Bilingual Name, string Look, RailEvent? Event, Bilingual? Note, bool IsLate);

/// <summary>When and by whom a node was reached.</summary>
public sealed record RailEvent(DateTimeOffset At, string ByName);

/// <summary>The rail of an item as a page shows it.</summary>
/// <param name="Nodes">The eight nodes.</param>
public sealed record RailModel(IReadOnlyList<RailNode> Nodes)
{
    internal static RailModel Of(DispatchItem item, DateTimeOffset now, WorkCalendar calendar)
    {
        List<RailNode> nodes = [];
        DateOnly? before = null;
        foreach (var stage in Enum.GetValues<DispatchStage>())
        {
            var reached = item.Nodes.GetValueOrDefault(stage);
            var day = reached is null ? (DateOnly?)null : ChinaTime.DayOf(reached.At);
            // The node to come is the one that is worked on.
            var isNext = reached is null && item.IsOpen && stage == item.Stage + 1;
            var limit = stage == DispatchStage.Signed ? item.SignBy : stage == DispatchStage.Reported ? item.Due : null;
            var isLate = limit is { } last && (day ?? (item.Ending == DispatchEnding.None && !item.IsSuspended && item.Stage >= DispatchStage.Issued ? ChinaTime.DayOf(now) : last)) > last;
            nodes.Add(new(
                DispatchWords.Of(stage),
                reached is not null ? "done" : isNext && !item.IsSuspended ? "now" : "todo",
                reached is null ? null : new(reached.At, reached.ByName),
                Note(before, day, limit, calendar),
                isLate));
            before = day ?? before;
        }

        return new(nodes);
    }

    private static Bilingual? Note(DateOnly? before, DateOnly? day, DateOnly? limit, WorkCalendar calendar)
    {
        Bilingual? used = before is { } from && day is { } to && calendar.Between(from, to) is > 0 and var days ? ($"用时 {days} 个工作日", $"{days} working day{(days == 1 ? "" : "s")}") : null;
        Bilingual? until = limit is { } last ? (FormattableString.Invariant($"限 {last:yyyy-MM-dd}"), FormattableString.Invariant($"by {last:yyyy-MM-dd}")) : null;
        return used is null ? until : until is null ? used : ($"{used.Zh}，{until.Zh}", $"{used.En}, {until.En}");
    }
}
