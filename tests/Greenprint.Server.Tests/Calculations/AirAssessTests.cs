using System.Text;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Air;
using Greenprint.Server.Calculations.Editions;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards;
using Greenprint.Testing;

namespace Greenprint.Server.Tests.Calculations;

public sealed class AirAssessTests
{
    private const string Header = "station,time,so2,no2,co,o3,pm10,pm25\n";
    private static readonly StandardLibrary Library = StandardLibrary.Load(RepositoryRoot.Combine("data", "standards"));

    [Fact]
    public void A_month_of_constant_air_has_its_values_and_its_good_days()
    {
        var row = Assess(Header + Month("s", 30));

        Assert.Equal(("s", "2018-06", "2012", "30", "30", "30", "100.0"), (row["station"], row["period"], row["edition"], row["valid_days"], row["pm25_mean"], row["good_days"], row["good_day_ratio"]));
        Assert.Equal(("", "station"), (row["not_given"], row["place"]));
    }

    [Fact]
    public void A_figure_without_enough_days_is_not_given_and_names_its_rule()
    {
        var row = Assess(Header + Month("s", 10));

        Assert.Equal("", row["pm25_mean"]);
        Assert.Contains("pm25_mean: TooFewDays (GB 3095-2012 6.4", row["not_given"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_counts_its_stations_without_data_among_its_points()
    {
        using var table = new GivenTable();
        var two = table.Beside("two.csv", "station,city\ns,甲\nt,甲\nu,甲\n");
        var one = table.Beside("one.csv", "station,city\ns,甲\n");

        var ofThree = table.Calculate(Encoding.UTF8.GetBytes(Header + Month("s", 30)), (order, error) => Run(order, two, error)).Rows.Single(row => row["place"] == "city");
        var ofOne = table.Calculate(Encoding.UTF8.GetBytes(Header + Month("s", 30)), (order, error) => Run(order, one, error)).Rows.Single(row => row["place"] == "city");

        Assert.Equal(("甲", ""), (ofThree["station"], ofThree["pm25_mean"]));
        Assert.Equal("30", ofOne["pm25_mean"]);
    }

    [Fact]
    public void Two_different_values_for_one_hour_count_neither_and_two_equal_ones_once()
    {
        var same = Assess(Header + Month("s", 30) + "s,2018-06-01 00:00,10,20,0.8,60,50,30\n");
        var other = Assess(Header + Month("s", 30) + string.Concat(Enumerable.Range(0, 5).Select(hour => $"s,2018-06-01 0{hour}:00,10,20,0.8,60,50,300\n")));

        Assert.Contains("[STD-148]", same.Said, StringComparison.Ordinal);
        Assert.Equal("30", same["valid_days"]);
        Assert.Contains("[STD-130]", other.Said, StringComparison.Ordinal);
        Assert.Equal("29", other["valid_days"]);   // 19 hours do not make a day
    }

    [Fact]
    public void A_month_that_the_switch_of_editions_cuts_says_so()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 90).SelectMany(day => Hours("s", new DateOnly(2026, 1, 1).AddDays(day))));
        var quarter = GivenTable.Calculated(text, (order, error) => AirAssessVerb.Run(order, [Library.AirRules()], PeriodKind.Quarter, null, error, watched: false));

        Assert.Equal(("2026-Q1", "2026-transition", "2012"), (quarter["period"], quarter["edition"], quarter["edition_before"]));
        Assert.Contains("[STD-149]", quarter.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_editions_stand_side_by_side_over_the_same_data()
    {
        var both = CompareVerb.Both("2012", "2026");
        var months = GivenTable.Calculated(
            Header + Month("s", 30), (order, error) => AirAssessVerb.Run(order, [both.First.Rules, both.Second.Rules], PeriodKind.Month, null, error, watched: false));
        var days = GivenTable.Calculated(
            "station,time,so2,no2,co,o3,o3_8h,pm10,pm25\ns,2018-06-01,10,20,0.8,,90,60,70\n", (order, error) => CompareVerb.Run(order, both, new(Daily: true), error, watched: false));

        Assert.Equal(["2012", "2026-transition"], months.Rows.Select(row => row["edition"]));
        Assert.Equal(("2", "3", "1"), (days["level_2012"], days["level_2026"], days["level_change"]));
    }

    [Fact]
    public void An_edition_is_not_compared_with_itself_whatever_it_is_called()
    {
        Assert.Throws<Platform.RefusedException>(() => CompareVerb.Both("2012", "2012"));
        Assert.Throws<Platform.RefusedException>(() => CompareVerb.Both("2012", "HJ633-2012"));
    }

    private static Answer Assess(string text) => GivenTable.Calculated(text, (order, error) => Run(order, null, error));

    private static int Run(TableOrder order, string? cityOf, TextWriter error) => AirAssessVerb.Run(order, [Library.AirRules()], PeriodKind.Month, cityOf, error, watched: false);

    private static string Month(string station, int days) => string.Concat(Enumerable.Range(0, days).SelectMany(day => Hours(station, new DateOnly(2018, 6, 1).AddDays(day))));

    private static IEnumerable<string> Hours(string station, DateOnly day) =>
        Enumerable.Range(0, 24).Select(hour => FormattableString.Invariant($"{station},{day:yyyy-MM-dd} {hour:00}:00,10,20,0.8,60,50,30\n"));
}
