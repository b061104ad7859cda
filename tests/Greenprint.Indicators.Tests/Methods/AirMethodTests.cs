using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards;

namespace Greenprint.Indicators.Tests.Methods;

public sealed class AirMethodTests
{
    private static readonly StandardLibrary Library = StandardLibrary.Load(StandardLibrary.BundledFolder);

    [Fact]
    public void A_mean_is_formed_of_the_citys_days_and_rounded_once()
    {
        // 182 days of 30 and 183 of 31 at one station: 30.5013…; rounded from the full value it is 30.5, not 31 or 30.
        var result = Mean(Period.OfYear(2025), decimals: 1, Hours("a", Period.OfYear(2025), hour => hour.DayOfYear <= 182 ? 30m : 31m));

        Assert.Equal(30.5m, result.Published);
        Assert.Equal(decimal.Round((182m * 30 + 183m * 31) / 365, 14), result.Value);
    }

    [Fact]
    public void Missing_hours_are_left_out_and_counted()
    {
        var result = Mean(Period.OfYear(2025), 1, Hours("a", Period.OfYear(2025), hour => hour.Month == 6 && hour.Day == 1 ? null : 20m));

        Assert.Equal(20m, result.Value);
        Assert.Contains(result.Steps, step => step.Label.En == "Valid days" && step.Value == "364 / 365");
        Assert.Contains(result.Excluded, excluded => excluded.Examples.Contains("2025-06-01"));
    }

    [Fact]
    public void Months_with_too_few_days_forbid_the_year_and_are_named()
    {
        var result = Mean(Period.OfYear(2025), 1, Hours("a", Period.OfYear(2025), hour => hour.Month == 2 && hour.Day > 24 || hour.Month == 7 && hour.Day > 26 ? null : 20m));

        Assert.Null(result.Value);
        Assert.Equal([("2025-02", 24, 25), ("2025-07", 26, 27)], result.Lack!.Months.Select(month => (month.Month, month.Days, month.Needed)));
        Assert.Contains("2025-02", result.NotGiven!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_cut_by_a_switch_of_editions_is_judged_by_the_last_day_and_shows_the_other()
    {
        // PM2.5 of 70: a good day by the limit of 75 (2012), not by 60 (2026). Every other item is low.
        var period = Period.OfYear(2026);
        var series = MeasuredItems.AirBasic.Select(item => Hours("a", period, _ => item == MeasuredItems.Pm25 ? 70m : 1m, item.Code)).ToArray();

        var result = new AirGoodDays().Compute(Inputs(series), new(period, "auto", null, 1, Library));

        Assert.Equal(["2026-transition", "2012"], result.Editions.Select(use => use.Edition));
        Assert.Equal(decimal.Round(59m * 100 / 365, 1), result.Published);   // January and February by the edition of the day
        Assert.Equal([("2012", 100.0m), ("2026-transition", 0.0m)], result.ComparedUnder.Select(other => (other.Edition, other.Published!.Value)));
    }

    [Fact]
    public void Flagged_hours_take_no_part()
    {
        var period = Period.OfMonth(2025, 3);
        var rows = Hours("a", period, hour => hour.Day == 5 ? 900m : 20m);
        for (var at = 0; at < rows.Count; at++)
        {
            rows.Flags[at] = rows.StartAt(at).Day == 5 ? ReadingFlags.Calibration : ReadingFlags.None;
        }

        var result = Mean(period, 1, rows);

        Assert.Equal(20m, result.Value);
        Assert.Contains(result.Excluded, excluded => excluded.Count == 24 && excluded.Reason.Zh == "来源标注为校准的小时值");
    }

    internal static SeriesRows Hours(string station, Period period, Func<DateTimeOffset, decimal?> value, string item = "pm25")
    {
        var hours = Enumerable.Range(0, period.Days * 24).Select(hour => period.Start.AddHours(hour)).Where(hour => value(hour) is not null).ToList();
        return new(
            station, item, "µg/m³", [.. hours.Select(SeriesRows.MinuteOf)], [.. hours.Select(hour => (long)(value(hour)!.Value * 1_000_000_000m))],
            new ReadingFlags[hours.Count]);
    }

    internal static MethodInputs Inputs(params SeriesRows[] series) =>
        new([.. series.Select(rows => rows.Station).Distinct().Select(code => new InputStation(code, new Bilingual(code), null))], series, []);

    private static MethodResult Mean(Period period, int decimals, params SeriesRows[] series) =>
        new AirParticleMean().Compute(Inputs(series), new(period, "auto", null, decimals, Library));
}
