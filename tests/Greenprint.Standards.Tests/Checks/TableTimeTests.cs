using Greenprint.Standards.Checks;

namespace Greenprint.Standards.Tests.Checks;

public sealed class TableTimeTests
{
    [Theory]
    [InlineData("2026-03-01", TimeKind.Day, 0)]
    [InlineData("2026-03-01 08:00", TimeKind.Moment, 480)]
    [InlineData("2026-03-01T08:30:00", TimeKind.Moment, 510)]
    [InlineData("2026/3/1 8:00", TimeKind.Moment, 480)]
    [InlineData("2026-03-01 24:00", TimeKind.Hour24, 1440)]
    [InlineData("2026-03-01 25:00", TimeKind.NotATime, 0)]
    [InlineData("2026-03-01 08:60", TimeKind.NotATime, 0)]
    [InlineData("2026-03-01 08:00+08:00", TimeKind.NotATime, 0)]
    [InlineData("2026-02-29", TimeKind.NotATime, 0)]
    [InlineData("2026-13-01", TimeKind.NotATime, 0)]
    [InlineData("20260301", TimeKind.NotATime, 0)]
    [InlineData("03-01 08:00", TimeKind.NotATime, 0)]
    [InlineData("", TimeKind.NotATime, 0)]
    public void A_time_is_a_day_of_the_calendar_with_or_without_a_clock_and_hour_24_is_not_guessed(string text, TimeKind kind, int minute)
    {
        Assert.Equal(kind, TableTime.Read(text, out var day, out var read));
        if (kind != TimeKind.NotATime)
        {
            Assert.Equal((new DateOnly(2026, 3, 1), minute), (day, read));
        }
    }
}
