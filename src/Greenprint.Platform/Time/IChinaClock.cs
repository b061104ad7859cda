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
    private static readonly AsyncLocal<DateOnly?> Rehearsed = new();
    private static readonly AsyncLocal<PastLife?> Lived = new();

    /// <summary>Fixes the day for what runs from here in this flow of control: a terminal's <c>--today</c> inside the running server.</summary>
    public static IDisposable Rehearse(DateOnly? day)
    {
        var before = Rehearsed.Value;
        Rehearsed.Value = day ?? before;
        return new Rehearsal(before);
    }

    /// <summary>The past that is lived from here in this flow of control, until <see cref="EndPast"/>.</summary>
    internal static void BeginPast(PastLife past) => Lived.Value = past;

    internal static void EndPast() => Lived.Value = null;

    public DateTimeOffset Now
    {
        get
        {
            if (Lived.Value is { } past)
            {
                return past.Now;
            }

            var now = time.GetUtcNow().ToOffset(ChinaTime.Offset);
            return (Rehearsed.Value ?? fixedDay) is { } day ? ChinaTime.At(day.ToDateTime(TimeOnly.FromDateTime(now.DateTime))) : now;
        }
    }

    public DateOnly Today => ChinaTime.DayOf(Now);

    private sealed class Rehearsal(DateOnly? before) : IDisposable
    {
        public void Dispose() => Rehearsed.Value = before;
    }
}
