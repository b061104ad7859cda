using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>What happens in the past of the county, in the order of its moments; what happens may put more on it. Today and what comes after it are not past.</summary>
internal sealed class Agenda(PastLife life, DateOnly today)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> acts = new();
    private int order;

    /// <summary>Something that happens on a day, if that day has come.</summary>
    internal void On(DateOnly day, TimeOnly time, Func<Task> act)
    {
        if (day < today)
        {
            acts.Enqueue(act, (ChinaTime.At(day.ToDateTime(time)), order++));
        }
    }

    /// <summary>Something that the county must have, whatever the day: on its day, or today.</summary>
    internal void Ground(DateOnly day, Func<Task> act) => acts.Enqueue(act, (ChinaTime.At((day < today ? day : today).ToDateTime(new TimeOnly(8, 0))), order++));

    internal async Task Run()
    {
        while (acts.TryDequeue(out var act, out var when))
        {
            // What is put on the agenda late in a day happens then, and what belongs to today happens at this hour of it.
            if (when.At > life.Now && ChinaTime.DayOf(when.At) < today)
            {
                life.GoOnTo(when.At);
            }

            await act();
        }
    }
}
