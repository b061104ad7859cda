using Greenprint.Delivery.WorkingDays;
using Greenprint.Testing;

namespace Greenprint.Delivery.Tests.WorkingDays;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Shipped = WorkCalendar.Shipped;
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 2190].Select(offset => new DateOnly(2021, 1, 1).AddDays(offset));

    // Typed from the notices: days on both sides of every holiday of 2026, and the turns of other years that a slip would miss.
    [Theory]
    [InlineData("2026-01-01", false), InlineData("2026-01-02", false), InlineData("2026-01-03", false), InlineData("2026-01-04", true), InlineData("2026-01-05", true)]
    [InlineData("2026-02-13", true), InlineData("2026-02-14", true), InlineData("2026-02-15", false), InlineData("2026-02-23", false), InlineData("2026-02-24", true), InlineData("2026-02-28", true)]
    [InlineData("2026-04-03", true), InlineData("2026-04-06", false), InlineData("2026-04-07", true), InlineData("2026-05-01", false), InlineData("2026-05-05", false), InlineData("2026-05-09", true)]
    [InlineData("2026-06-19", false), InlineData("2026-09-20", true), InlineData("2026-09-25", false), InlineData("2026-09-28", true), InlineData("2026-10-07", false), InlineData("2026-10-10", true)]
    [InlineData("2025-10-08", false), InlineData("2025-10-09", true), InlineData("2025-10-11", true), InlineData("2025-02-04", false), InlineData("2025-02-05", true)]
    [InlineData("2024-02-09", true), InlineData("2024-02-18", true), InlineData("2024-04-07", true), InlineData("2024-09-16", false), InlineData("2023-01-02", false), InlineData("2022-12-30", true)]
    [InlineData("2022-04-02", true), InlineData("2022-10-09", true), InlineData("2021-02-11", false), InlineData("2021-02-18", true), InlineData("2021-10-09", true)]
    public void A_day_is_a_working_day_as_the_notice_of_its_year_says(string day, bool works) =>
        Assert.Equal(works, Shipped.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    // Counted on a printed calendar: Monday to Friday, less holidays on them, plus made-up days.
    [Theory]
    [InlineData(2021, 250), InlineData(2022, 249), InlineData(2023, 249), InlineData(2024, 251), InlineData(2025, 248), InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) =>
        Assert.Equal(days, Shipped.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Fact]
    public void A_year_without_its_notice_counts_weekends_only_and_says_so()
    {
        Assert.False(Shipped.IsOnRecord(2031));
        Assert.True(Shipped.IsWorkingDay(new DateOnly(2031, 10, 1)));
        Assert.False(Shipped.IsWorkingDay(new DateOnly(2031, 10, 4)));
        Assert.Null(Shipped.Doubt(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.Contains("2031", Shipped.Doubt(new DateOnly(2031, 9, 1), new DateOnly(2031, 9, 2))!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_working_days_before_the_spring_festival_of_2026_is_the_12th_of_February() =>
        Assert.Equal(new DateOnly(2026, 2, 12), Shipped.Add(new DateOnly(2026, 2, 15), -3));

    [Fact]
    public void Counting_days_and_counting_back_come_to_the_same()
    {
        Gen.Select(Day, Gen.Int[1, 60]).Sample(
            (day, count) =>
            {
                var later = Shipped.Add(day, count);
                Assert.True(Shipped.IsWorkingDay(later));
                Assert.Equal(count, Shipped.Between(day, later));
                Assert.Equal(-count, Shipped.Between(later, day));
                Assert.True(Shipped.Add(later, -count) <= day.AddDays(1) || !Shipped.IsWorkingDay(day));
            },
            iter: Laws.Tries(2000));
    }

    [Fact]
    public void Days_between_add_up() => Gen.Select(Day, Day, Day).Sample(
        (a, b, c) => Assert.Equal(Shipped.Between(a, c), Shipped.Between(a, b) + Shipped.Between(b, c)), iter: Laws.Tries(2000));

    [Theory]
    [InlineData("from,to,kind,name\n2026-10-08,2026-10-08,work,x", "line 2")]
    [InlineData("from,to,kind,name\n2026-10-07,2026-10-01,off,x", "line 2")]
    [InlineData("from,to,kind,name\n2026-10-01,2026-10-07,off,x\n2026-13-01,2026-10-07,off,x", "line 3")]
    [InlineData("day,kind\n", "line 1")]
    public void A_slip_in_a_file_names_its_line(string text, string where) =>
        Assert.Contains(where, Assert.Throws<FormatException>(() => CalendarFiles.Parse("2026.csv", text)).Message, StringComparison.Ordinal);
}
