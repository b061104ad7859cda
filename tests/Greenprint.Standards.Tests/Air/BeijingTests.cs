using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Four stations of Beijing, whole years of real hours: the engine against a plain computation written beside it.</summary>
public sealed class BeijingTests
{
    private static readonly (MeasuredItem Item, string Column)[] Columns =
    [
        (MeasuredItems.Pm25, "PM2.5"), (MeasuredItems.Pm10, "PM10"), (MeasuredItems.So2, "SO2"),
        (MeasuredItems.No2, "NO2"), (MeasuredItems.Co, "CO"), (MeasuredItems.O3, "O3"),
    ];

    private static readonly Lazy<Dictionary<string, Dictionary<string, List<PlainAir.Hour>>>> Hours = new(() =>
        new[] { "Dingling", "Dongsi", "Guanyuan", "Tiantan" }.ToDictionary(
            station => station,
            station => Columns.ToDictionary(
                column => column.Column,
                column => PlainAir.Read(SharedData.At("data", "air", "beijing", $"PRSA_Data_{station}_20130301-20170228.csv"), column.Column))));

    private static readonly Period Year = Period.OfYear(2016);

    [Fact]
    public void The_city_of_2016_has_the_figures_of_the_plain_computation()
    {
        var city = AirAssessment.City([.. Hours.Value.Keys.Select(station => Station(station, Year))], Year, TestStandards.Library.AirRules());

        var pm25 = CityOf("PM2.5", PlainAir.DailyMeans);
        var ozone = CityOf("O3", PlainAir.DailyMaxima8);
        Assert.Equal("2012", city.Edition!.Id);
        Assert.Equal(decimal.Round(pm25.Values.Average(), 0), city.Mean(MeasuredItems.Pm25).Figure.Published);
        Assert.Equal(pm25.Values.Average(), city.Mean(MeasuredItems.Pm25).Figure.Value!.Value, 15);
        Assert.Equal(decimal.Round(PlainAir.Percentile(ozone.Values, 0.9m), 0), city.Percentile(MeasuredItems.O3).Figure.Published);
        Assert.Equal(PlainAir.Percentile(ozone.Values, 0.9m), city.Percentile(MeasuredItems.O3).Figure.Value!.Value, 15);
        var (good, all) = GoodDays();
        Assert.Equal((good, all), (city.GoodDays, city.DaysWithIndex));
        Assert.Equal(decimal.Round(good * 100m / all, 1), city.GoodDayRatio.Published);
    }

    [Theory]
    [InlineData("Dongsi")]
    [InlineData("Dingling")]
    public void A_station_with_months_of_too_few_days_has_no_yearly_mean_and_names_the_months(string station)
    {
        var result = AirAssessment.Station(Station(station, Year), Year, TestStandards.Library.AirRules());

        var figure = result.Mean(MeasuredItems.Pm25).Figure;
        var lacking = PlainAir.Lacking(PlainAir.DailyMeans(In2016(station, "PM2.5")).Keys);
        Assert.NotEmpty(lacking);
        Assert.Equal(NotGivenReason.TooFewDays, figure.NotGiven!.Reason);
        Assert.Equal(lacking, figure.NotGiven.Months.Select(month => month.Month.Month));
        Assert.Null(figure.Published);
        Assert.Equal(lacking, result.GoodDayRatio.NotGiven!.Months.Select(month => month.Month.Month).Intersect(lacking));
        Assert.Null(result.Mean(MeasuredItems.Pm25).Verdict);
    }

    [Fact]
    public void A_year_that_begins_in_March_is_refused_as_incomplete()
    {
        var year = Period.OfYear(2013);

        var result = AirAssessment.City([.. Hours.Value.Keys.Select(station => Station(station, year))], year, TestStandards.Library.AirRules());

        Assert.Equal(NotGivenReason.IncompletePeriod, result.Mean(MeasuredItems.Pm25).Figure.NotGiven!.Reason);
        Assert.Equal(NotGivenReason.IncompletePeriod, result.Percentile(MeasuredItems.O3).Figure.NotGiven!.Reason);
        Assert.Equal(NotGivenReason.IncompletePeriod, result.GoodDayRatio.NotGiven!.Reason);
        Assert.Equal([1, 2], result.Mean(MeasuredItems.Pm25).Figure.NotGiven!.Months.Where(month => month.Days == 0).Select(month => month.Month.Month));
    }

    private static StationHours Station(string station, Period period)
    {
        var series = new List<HourlySeries>();
        foreach (var (item, column) in Columns)
        {
            var hours = new HourlySeries(item, period);
            foreach (var hour in Hours.Value[station][column])
            {
                hours.Put(hour.Day, hour.HourOfDay, hour.Value);
            }

            series.Add(hours);
        }

        return new(station, series);
    }

    private static IEnumerable<PlainAir.Hour> In2016(string station, string column) => Hours.Value[station][column].Where(hour => hour.Day.Year == 2016);

    private static Dictionary<DateOnly, decimal> CityOf(string column, Func<IEnumerable<PlainAir.Hour>, Dictionary<DateOnly, decimal>> daily) =>
        PlainAir.City([.. Hours.Value.Keys.Select(station => daily(In2016(station, column)))]);

    private static (int Good, int All) GoodDays()
    {
        var pm25 = CityOf("PM2.5", PlainAir.DailyMeans);
        var pm10 = CityOf("PM10", PlainAir.DailyMeans);
        var so2 = CityOf("SO2", PlainAir.DailyMeans);
        var no2 = CityOf("NO2", PlainAir.DailyMeans);
        var co = CityOf("CO", PlainAir.DailyMeans);
        var ozone = CityOf("O3", PlainAir.DailyMaxima8);

        // The largest hour counts on days on which the station's ozone day is valid.
        var hourly = PlainAir.City([.. Hours.Value.Keys.Select(station =>
        {
            var valid = PlainAir.DailyMaxima8(In2016(station, "O3"));
            return In2016(station, "O3").GroupBy(hour => hour.Day).Where(day => valid.ContainsKey(day.Key)).ToDictionary(day => day.Key, day => day.Max(hour => hour.Value));
        })]);
        var (good, all) = (0, 0);
        for (var day = new DateOnly(2016, 1, 1); day.Year == 2016; day = day.AddDays(1))
        {
            int? Of(Dictionary<DateOnly, decimal> values, int decimals, params decimal[] points) =>
                values.TryGetValue(day, out var value) ? PlainAir.Iaqi(decimal.Round(value, decimals), points) : null;
            int?[] index =
            [
                Of(pm25, 0, 0, 35, 75, 115, 150, 250, 350, 500), Of(pm10, 0, 0, 50, 150, 250, 350, 420, 500, 600), Of(so2, 0, 0, 50, 150, 475, 800, 1600, 2100, 2620),
                Of(no2, 0, 0, 40, 80, 180, 280, 565, 750, 940), Of(co, 1, 0, 2, 4, 14, 24, 36, 48, 60), Of(ozone, 0, 0, 100, 160, 215, 265, 800),
                Of(hourly, 0, 0, 160, 200, 300, 400, 800, 1000, 1200),
            ];
            if (index.Max() is { } aqi && (index.All(item => item is not null) || aqi > 100))
            {
                all++;
                good += aqi <= 100 ? 1 : 0;
            }
        }

        return (good, all);
    }
}
