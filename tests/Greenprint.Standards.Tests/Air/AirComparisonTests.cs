using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Two editions over the same data, and a period that a switch cuts.</summary>
public sealed class AirComparisonTests
{
    private static readonly Period Year = Period.OfYear(2026);

    // 70 µg/m³ of PM2.5: good under 2012, not under 2026.
    private static readonly StationHours Station = new("站", [.. MeasuredItems.AirBasic.Select(item => AirYears.Series(item, Year, item == MeasuredItems.Pm25 ? "70x200 20x165" : "1x365"))]);

    [Fact]
    public void Two_editions_are_compared_day_by_day_in_one_call()
    {
        var comparison = AirAssessment.Compare([Station], Year, TestStandards.Library.AirRules("2012"), TestStandards.Library.AirRules("2026"));

        Assert.Equal(("2012", "2026-transition"), (comparison.First.Edition!.Id, comparison.Second.Edition!.Id));
        Assert.Equal(("100.0", "45.2"), (comparison.First.GoodDayRatio.Text, comparison.Second.GoodDayRatio.Text));   // 165/365 = 45.205 %
        Assert.Equal(200, comparison.Days.Count);
        Assert.All(comparison.Days, day => Assert.Equal((2, 3), (day.First.Level!.Level, day.Second.Level!.Level)));
    }

    [Fact]
    public void A_year_that_a_switch_cuts_is_judged_by_its_last_day_says_so_and_stands_beside_the_edition_before()
    {
        var judged = AirAssessment.Judge([Station], Year, TestStandards.Library.AirRules());

        Assert.Equal(("2026-transition", "2012"), (judged.Result.Edition!.Id, judged.Before!.Edition!.Id));
        Assert.Equal(("61.4", "100.0"), (judged.Result.GoodDayRatio.Text, judged.Before.GoodDayRatio.Text));   // (59 + 165)/365 = 61.37 %: January and February by 2012
        Assert.Contains("2026-03-01", judged.Note!.Zh, StringComparison.Ordinal);
        Assert.Contains("last day", judged.Note.En, StringComparison.Ordinal);
        Assert.NotEqual(judged.Result.Mean(MeasuredItems.Pm25).Verdict!.Value, judged.Before.Mean(MeasuredItems.Pm25).Verdict!.Value);
    }

    [Theory]
    [InlineData("2026-02")]
    [InlineData("2026-03")]
    [InlineData("2026-Q2")]
    public void A_period_that_no_switch_cuts_stands_alone(string period)
    {
        var judged = AirAssessment.Judge([Station], Period.Parse(period), TestStandards.Library.AirRules());

        Assert.Null(judged.Before);
        Assert.Null(judged.Note);
    }

    [Fact]
    public void A_city_is_assessed_by_its_urban_points_and_the_others_are_named()
    {
        var background = Station with { Station = "背景", Kind = PointKind.Background };
        var rules = TestStandards.Library.AirRules();

        var city = AirAssessment.City([Station, background], Year, rules);

        Assert.Equal(["站"], city.Stations);
        var left = Assert.Single(city.Excluded, records => records.Kind == ExclusionKind.StationNotUrban);
        Assert.Equal(("背景", Year.Days, new DayRange(Year.First, Year.Last)), (left.Place, left.Count, Assert.Single(left.Days)));
        Assert.Throws<ArgumentException>(() => AirAssessment.City([background], Year, rules));
        Assert.Equal(city.GoodDays, AirAssessment.Station(background, Year, rules).GoodDays);
    }
}
