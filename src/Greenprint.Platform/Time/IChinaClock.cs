using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>What time it is in the county. The day itself is an input (<c>--today</c>), so tests, pictures and rehearsals can fix it.</summary>
public interface IChinaClock
{
    /// <summary>This moment, at UTC+8. With a fixed day it is that day at the real time of day.</summary>
    DateTimeOffset Now { get; }

    /// <summary>This day in China.</summary>
    DateOnly Today { get; }
}

/// <param name="time">Where moments come from.</param>
/// <param name="fixedDay">The day that <c>--today</c> names, or null for the real one.</param>
internal sealed class ChinaClock(TimeProvider time, DateOnly? fixedDay) : IChinaClock
{
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow().ToOffset(ChinaTime.Offset);
            return fixedDay is { } day ? ChinaTime.At(day.ToDateTime(TimeOnly.FromDateTime(now.DateTime))) : now;
        }
    }

    public DateOnly Today => ChinaTime.DayOf(Now);
}
