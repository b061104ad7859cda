using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>A figure says what took no part in it.</summary>
public sealed class ExcludedRecordsTests
{
    private static readonly Period Month = Period.OfMonth(2017, 6);

    [Fact]
    public void Hours_that_were_marked_are_counted_by_reason_and_not_as_missing()
    {
        var hours = Full(MeasuredItems.No2);
        hours.Exclude(new DateOnly(2017, 6, 3), 4, "维护");
        hours.Exclude(ChinaTime.At(new(2017, 6, 4, 5, 0, 0)), "维护");

        var excluded = AirAssessment.Station(new("一站", [hours]), Month, TestStandards.Library.AirRules()).Excluded;

        var left = Assert.Single(excluded, records => records.Kind == ExclusionKind.HoursLeftOut);
        Assert.Equal(("一站", "no2", 2, "2017-06-03..2017-06-04"), (left.Place, left.Item, left.Count, Assert.Single(left.Days).ToString()));
        Assert.Contains("维护", left.Reason.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain(excluded, records => records.Kind == ExclusionKind.HoursMissing && records.Item == "no2");
    }

    [Fact]
    public void An_hour_is_left_out_once_and_no_longer_when_a_valid_value_comes()
    {
        var hours = Full(MeasuredItems.No2);
        hours.Exclude(Month.First, 4, "维护");
        hours.Exclude(Month.First, 4, "校准");
        hours.Exclude(Month.First, 5, "校准");
        hours.Put(Month.First, 5, 30m);

        Assert.Equal((Month.First, 4, "校准"), Assert.Single(hours.Excluded));
        var left = Assert.Single(AirAssessment.Station(new("一站", [hours]), Month, TestStandards.Library.AirRules()).Excluded, records => records.Item == "no2");
        Assert.Equal((ExclusionKind.HoursLeftOut, 1), (left.Kind, left.Count));
    }

    [Fact]
    public void Days_with_too_few_hours_are_named_per_station_and_item()
    {
        var hours = Full(MeasuredItems.Pm25, skip: (day, hour) => day.Day is 10 or 11 or 20 && hour < 5);

        var result = AirAssessment.Station(new("一站", [hours]), Month, TestStandards.Library.AirRules());

        var days = Assert.Single(result.Excluded, records => records.Kind == ExclusionKind.DayTooFewHours && records.Item == "pm25");
        Assert.Equal((3, "2017-06-10..2017-06-11, 2017-06-20"), (days.Count, string.Join(", ", days.Days)));
        Assert.Contains("20", days.Reason.En, StringComparison.Ordinal);
        Assert.Equal(15, Assert.Single(result.Excluded, records => records.Kind == ExclusionKind.HoursMissing && records.Item == "pm25").Count);
        Assert.True(result.Mean(MeasuredItems.Pm25).Figure.IsGiven);
    }

    [Fact]
    public void Days_left_out_by_a_certificate_are_told_apart_by_what_they_were_and_why_in_both_languages()
    {
        var pm10 = Full(MeasuredItems.Pm10);
        for (var hour = 0; hour < 24; hour++)
        {
            pm10.Put(Month.First.AddDays(1), hour, 330m);
        }

        ExceptionalDay[] days =
        [
            ExceptionalDay.SandDust(Month.First.AddDays(1), ("沙尘暴", "Dust storm")),
            new(Month.First.AddDays(4), ExceptionalKind.Other, [MeasuredItems.Pm10], new("山火")),
        ];
        var result = AirAssessment.Station(new("一站", [pm10]), Month, TestStandards.Library.AirRules(), new AirOptions { ExceptionalDays = days });

        var left = result.Excluded.Where(records => records.Kind == ExclusionKind.ExceptionalDay).ToList();
        Assert.Equal(
            [
                ("扣除沙尘影响，不参加均值和百分位数统计：沙尘暴", "sand dust, left out of means and percentiles: Dust storm"),
                ("例外事件，不参加均值和百分位数统计：山火", "exceptional event, left out of means and percentiles: 山火"),
            ],
            left.Select(records => (records.Reason.Zh, records.Reason.En)));
        Assert.Equal(30m, result.Mean(MeasuredItems.Pm10).Figure.Value);
    }

    [Fact]
    public void A_station_that_measured_nothing_still_counts_among_the_stations_of_a_city()
    {
        StationHours[] stations = [new("一站", [Full(MeasuredItems.Pm25)]), new("二站", [Full(MeasuredItems.Pm25)]), new("三站", []), new("四站", [])];

        var result = AirAssessment.City(stations, Month, TestStandards.Library.AirRules());

        Assert.Equal(NotGivenReason.NoData, result.Mean(MeasuredItems.Pm25).Figure.NotGiven!.Reason);
        var days = Assert.Single(result.Excluded, records => records.Kind == ExclusionKind.CityDayTooFewStations && records.Item == "pm25");
        Assert.Equal((30, 1), (days.Count, days.Days.Count));
    }

    [Fact]
    public void Days_without_an_index_are_named()
    {
        var result = AirAssessment.Station(new("一站", [Full(MeasuredItems.Pm25)]), Month, TestStandards.Library.AirRules());

        Assert.Equal(30, Assert.Single(result.Excluded, records => records.Kind == ExclusionKind.DayWithoutIndex).Count);
        Assert.All(result.Days, day => Assert.Equal(NotGivenReason.MissingItem, day.Index.NotGiven!.Reason));
        Assert.False(result.GoodDayRatio.IsGiven);
    }

    [Fact]
    public void A_series_that_covers_more_or_less_than_the_period_gives_what_lies_inside()
    {
        var longer = new HourlySeries(MeasuredItems.Pm25, Period.OfQuarter(2017, 2));
        var shorter = new HourlySeries(MeasuredItems.Pm25, new(2017, 6, 2), 29);
        foreach (var series in new[] { longer, shorter })
        {
            for (var day = series.First; day < series.First.AddDays(series.Days); day = day.AddDays(1))
            {
                for (var hour = 0; hour < 24; hour++)
                {
                    series.Put(day, hour, day.Month == 6 ? 30m : 900m);
                }
            }
        }

        Assert.Equal(30m, Mean(longer));
        Assert.Equal(30m, Mean(shorter));

        static decimal? Mean(HourlySeries series) => AirAssessment.Station(new("一站", [series]), Month, TestStandards.Library.AirRules()).Mean(MeasuredItems.Pm25).Figure.Value;
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("40000.1")]
    [InlineData("0.0000000001")]
    public void A_value_that_no_import_should_let_through_is_refused(string value)
    {
        var hours = new HourlySeries(MeasuredItems.Pm25, Month);

        Assert.Throws<ArgumentOutOfRangeException>(() => hours.Put(Month.First, 0, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_hour_outside_the_series_is_not_stored_and_said_so()
    {
        var hours = new HourlySeries(MeasuredItems.Pm25, Month);

        Assert.False(hours.Put(Month.First.AddDays(-1), 0, 1m));
        Assert.False(hours.Exclude(Month.Last.AddDays(1), 0, "维护"));
        Assert.True(hours.Put(ChinaTime.At(new(2017, 6, 30, 23, 0, 0)), 1.5m));
        Assert.Equal(1.5m, hours.At(Month.Last, 23));
        Assert.Null(hours.At(Month.First, 0));
    }

    private static HourlySeries Full(MeasuredItem item, Func<DateOnly, int, bool>? skip = null)
    {
        var hours = new HourlySeries(item, Month);
        for (var day = Month.First; day <= Month.Last; day = day.AddDays(1))
        {
            for (var hour = 0; hour < 24; hour++)
            {
                if (skip?.Invoke(day, hour) != true)
                {
                    hours.Put(day, hour, 30m);
                }
            }
        }

        return hours;
    }
}
