namespace Greenprint.Quantities.Tests;

/// <summary>Calendar periods and their written form.</summary>
public sealed class PeriodTests
{
    private static readonly Gen<Period> Any = Gen.Select(Gen.Int[0, 4], Gen.Int[1990, 2099], Gen.Int[1, 12], Gen.Int[1, 28]).Select((kind, year, month, day) => kind switch
    {
        0 => Period.OfYear(year),
        1 => Period.OfQuarter(year, ((month - 1) / 3) + 1),
        2 => Period.OfMonth(year, month),
        3 => Period.OfDay(new(year, month, day)),
        _ => Period.OfYearTo(year, month),
    });

    [Theory]
    [InlineData("2026", PeriodKind.Year, "2026-01-01", "2026-12-31")]
    [InlineData("2026-Q1", PeriodKind.Quarter, "2026-01-01", "2026-03-31")]
    [InlineData("2026-q4", PeriodKind.Quarter, "2026-10-01", "2026-12-31")]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2026-03-01", PeriodKind.Day, "2026-03-01", "2026-03-01")]
    [InlineData("2026-01..2026-10", PeriodKind.YearToDate, "2026-01-01", "2026-10-31")]
    public void A_written_period_has_its_kind_and_its_days(string text, PeriodKind kind, string first, string last)
    {
        var period = Period.Parse(text);

        Assert.Equal((kind, Period.Parse(first).First, Period.Parse(last).First), (period.Kind, period.First, period.Last));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("26")]
    [InlineData("0000")]
    [InlineData("2026-Q5")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02..2026-10")]
    [InlineData("2025-01..2026-10")]
    [InlineData("2026-01..2026-12")]
    [InlineData(" 2026")]
    [InlineData("２０２６")]
    public void What_is_none_of_the_five_forms_is_refused(string? text)
    {
        Assert.False(Period.TryParse(text, out _));
        if (text is not null)
        {
            Assert.Throws<FormatException>(() => Period.Parse(text));
        }
    }

    [Fact]
    public void The_written_form_reads_back_as_the_same_period() => Any.Sample(period => Assert.Equal(period, Period.Parse(period.ToString())));

    [Fact]
    public void The_months_tile_the_period_and_its_days_are_counted() => Any.Sample(period =>
    {
        var months = period.Months.ToList();

        Assert.Equal(new DateOnly(period.First.Year, period.First.Month, 1), months[0]);
        Assert.Equal((period.Last.Year, period.Last.Month), (months[^1].Year, months[^1].Month));
        Assert.Equal(months.Count, months.Distinct().Count());
        if (period.Kind != PeriodKind.Day)
        {
            Assert.Equal(period.Days, months.Sum(month => DateTime.DaysInMonth(month.Year, month.Month)));
        }

        Assert.Equal(period.Days * 24, (period.End - period.Start).TotalHours);
    });

    [Fact]
    public void A_period_holds_its_days_and_no_other() => Any.Sample(period =>
    {
        Assert.True(period.Contains(period.First) && period.Contains(period.Last));
        Assert.False(period.Contains(period.First.AddDays(-1)) || period.Contains(period.Last.AddDays(1)));
    });

    [Fact]
    public void Periods_are_ordered_by_their_last_day_and_then_their_first() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        Assert.Equal(a.Last < b.Last || (a.Last == b.Last && a.First < b.First), a < b);
        Assert.Equal(a < b, b > a);
        Assert.Equal(a <= b, b >= a);
        Assert.Equal(a.CompareTo(b), -b.CompareTo(a));
    });

    [Fact]
    public void January_to_December_is_the_year() => Assert.Equal(Period.OfYear(2026), Period.OfYearTo(2026, 12));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_year_has_four_quarters(int quarter) => Assert.Throws<ArgumentOutOfRangeException>(() => Period.OfQuarter(2026, quarter));

    [Fact]
    public void A_period_begins_and_ends_at_midnight_in_China()
    {
        var day = Period.OfDay(new(2026, 3, 1));

        Assert.Equal(new DateTimeOffset(2026, 2, 28, 16, 0, 0, TimeSpan.Zero), day.Start.ToUniversalTime());
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.Zero), day.End.ToUniversalTime());
    }
}
