namespace Greenprint.Quantities;

/// <summary>China standard time: a fixed UTC+8, whatever the host's zone and zone data say.</summary>
/// <remarks>The summer time of 1986 to 1991 is not applied: environmental records of those years were kept in standard time.</remarks>
public static class ChinaTime
{
    /// <summary>Eight hours.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment at which a clock on a wall in China shows <paramref name="wallClock"/>; its <see cref="DateTime.Kind"/> is ignored.</summary>
    public static DateTimeOffset At(DateTime wallClock) => new(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), Offset);

    /// <summary>The first moment of <paramref name="day"/> in China.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The day in China on which <paramref name="moment"/> lies.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>What a clock on a wall in China shows at <paramref name="moment"/>.</summary>
    public static DateTime WallClock(DateTimeOffset moment) => moment.ToOffset(Offset).DateTime;
}
