using Greenprint.Quantities;

namespace Greenprint.Testing;

/// <summary>A clock that a test sets. Begins on 15 March 2026 at 10:00 in China.</summary>
public sealed class TestClock : TimeProvider
{
    private long ticks = ChinaTime.At(new DateTime(2026, 3, 15, 10, 0, 0)).UtcTicks;

    /// <summary>This moment, at UTC+8.</summary>
    public DateTimeOffset Now
    {
        get => GetUtcNow().ToOffset(ChinaTime.Offset);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    /// <summary>Puts the clock on <paramref name="day"/>, 10:00 in China.</summary>
    public void Set(DateOnly day) => Now = ChinaTime.At(day.ToDateTime(new TimeOnly(10, 0)));

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
}
