using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Tests.Cycles;

public sealed class CycleWindowTests
{
    private static readonly CycleWindow March = new(new DateOnly(2026, 3, 27), new DateOnly(2026, 4, 9), new DateOnly(2026, 4, 23));

    // T13: dhis2-core #24889 had the test of the input window inverted. Times as a clock in China shows them.
    [Theory]
    [InlineData("2026-03-26T23:59:59", "NotYetOpen")]
    [InlineData("2026-03-27T00:00:00", "Open")]
    [InlineData("2026-03-27T00:00:01", "Open")]
    [InlineData("2026-04-01T12:00:00", "Open")]
    [InlineData("2026-04-09T00:00:00", "Open")]
    [InlineData("2026-04-09T23:59:59", "Open")]
    [InlineData("2026-04-10T00:00:00", "Late")]
    [InlineData("2026-04-23T23:59:59", "Late")]
    [InlineData("2026-04-24T00:00:00", "Locked")]
    [InlineData("2027-01-01T00:00:00", "Locked")]
    public void T13_a_window_is_open_from_its_first_day_to_its_last_and_not_outside(string china, string expected)
    {
        var moment = ChinaTime.At(DateTime.Parse(china, CultureInfo.InvariantCulture));

        // The same moment, written in the zones a host may have.
        foreach (var hours in new[] { -12, -5, 0, 3, 8, 14 })
        {
            Assert.Equal(expected, March.At(moment.ToOffset(TimeSpan.FromHours(hours))).ToString());
        }
    }

    [Theory]
    [InlineData("2026-02", "2026-02-26", "2026-03-06", "2026-03-20")]   // 26, 27 and the made-up 28 are the last three; 2 to 6 March five days
    [InlineData("2026-09", "2026-09-28", "2026-10-13", "2026-10-27")]   // opens after the mid-autumn days; 8, 9, 10 (made up), 12, 13 October
    [InlineData("2026-Q1", "2026-03-27", "2026-04-08", "2026-04-22")]   // 6 April is a day off
    [InlineData("2025", "2025-12-29", "2026-01-08", "2026-01-22")]      // 1 to 3 January off, the 4th worked
    public void The_window_of_a_period_follows_from_the_rule_and_the_working_days(string period, string opens, string due, string locks) =>
        Assert.Equal(
            (opens, due, locks),
            CycleWindow.Of(Period.Parse(period), new CycleRule(3, 5, 10), WorkCalendar.Shipped) is var window
                ? (Text(window.Opens), Text(window.Due), Text(window.Locks!.Value)) : default);

    [Fact]
    public void An_extension_moves_the_lock_along_and_never_nearer()
    {
        Assert.Equal(WindowState.Open, March.ForItem(new DateOnly(2026, 5, 8), exception: null).At(ChinaTime.At(new DateTime(2026, 5, 8, 23, 59, 59))));
        Assert.Equal(WindowState.Late, March.ForItem(new DateOnly(2026, 4, 2), exception: null).At(ChinaTime.At(new DateTime(2026, 4, 23, 12, 0, 0))));
        Assert.Equal(WindowState.Late, March.ForItem(March.Due, new DateOnly(2026, 6, 1)).At(ChinaTime.At(new DateTime(2026, 6, 1, 23, 59, 0))));
        Assert.Equal(WindowState.Locked, March.ForItem(March.Due, new DateOnly(2026, 6, 1)).At(ChinaTime.At(new DateTime(2026, 6, 2, 0, 0, 0))));
    }

    [Fact]
    public void T14_each_reason_of_a_lock_has_its_own_text_and_its_own_next_step()
    {
        var day = new DateOnly(2026, 4, 23);
        PeriodLock[] locks = [PeriodLock.NotYetOpen(day), PeriodLock.PastLock(day), PeriodLock.CycleClosed(day), PeriodLock.Approved("李核查"), PeriodLock.Suspended(day)];

        Assert.Equal(Enum.GetValues<LockReason>(), locks.Select(one => one.Reason));
        Assert.Equal(locks.Length, locks.Select(one => one.Text.Zh).Distinct().Count());
        Assert.Equal(locks.Length, locks.Select(one => one.Next.Zh).Distinct().Count());
        Assert.Equal(locks.Length, locks.Select(one => one.Next.En).Distinct().Count());
        Assert.All(locks, one => Assert.False(string.IsNullOrWhiteSpace(one.Text.En)));
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
