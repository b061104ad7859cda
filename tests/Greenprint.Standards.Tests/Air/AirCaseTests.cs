using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Every hand-worked case of the air standards.</summary>
public sealed class AirCaseTests
{
    public static TheoryData<Case> Limits => CaseFiles.Of("limit");

    public static TheoryData<Case> Stages => CaseFiles.Of("stage");

    public static TheoryData<Case> SubIndices => CaseFiles.Of("sub-index");

    public static TheoryData<Case> Days => CaseFiles.Of("daily");

    public static TheoryData<Case> Hours => CaseFiles.Of("hourly");

    public static TheoryData<Case> DayMeans => CaseFiles.Of("day-mean", "o3-8h");

    public static TheoryData<Case> Percentiles => CaseFiles.Of("percentile");

    public static TheoryData<Case> Periods => CaseFiles.Of("period");

    public static TheoryData<Case> CityDays => CaseFiles.Of("city-day");

    public static TheoryData<Case> Verdicts => CaseFiles.Of("verdict");

    public static TheoryData<Case> Years => CaseFiles.Of("year-mean", "o3-p90");

    public static TheoryData<Case> GoodDayRatios => CaseFiles.Of("good-days");

    [Theory, MemberData(nameof(Limits))]
    public void Value_against_its_limit(Case of)
    {
        var table = TestStandards.Library.AirEditions.First(edition => edition.Limits.Edition.Id == of.Edition && (edition.Limits.Stage?.Id ?? "") == (of["stage"] ?? "")).Limits;

        var limit = table.For(MeasuredItems.Get(of.Get("item")), Averaging(of.Get("averaging")));

        Assert.Equal(of.Expected, limit is null ? "no limit" : limit.IsMetBy(of.Number("value"), (AirZone)of.Number("zone")) ? "meets" : "exceeds");
    }

    [Theory, MemberData(nameof(Stages))]
    public void Stage_of_a_day(Case of)
    {
        var edition = TestStandards.Library.AirRules().OnDay(DateOnly.ParseExact(of.Get("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture))!;

        Assert.Equal(of.Expected, edition.Limits.Stage?.Id ?? "none");
    }

    [Theory, MemberData(nameof(SubIndices))]
    public void Sub_index_of_a_concentration(Case of)
    {
        var table = Rules(of).OnDay(Day(of))!.Index;
        var item = new IndexItem(MeasuredItems.Get(of.Get("item")), Averaging(of.Get("averaging")));

        if (of.Expected == "refused")
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => table.SubIndex(item, of.Number("value")));
        }
        else
        {
            Assert.Equal(of.Expected, table.SubIndex(item, table.Reported(item.Item, of.Number("value")))?.ToString(CultureInfo.InvariantCulture) ?? "none");
        }
    }

    [Theory, MemberData(nameof(Days))]
    public void Index_of_a_day(Case of)
    {
        var day = AirQualityIndex.Daily(Rules(of).OnDay(Day(of))!.Index, Values(of, Standards.Air.Averaging.Day), of["unmonitored"] is { } code ? [MeasuredItems.Get(code)] : []);

        Assert.Equal(of.Expected, Written(day) + (of.Expected.Contains(";exceeding=", StringComparison.Ordinal) ? $";exceeding={string.Join(';', day.Exceeding.Select(item => item.Label))}" : ""));
        Assert.Equal(day.Aqi is null, day.NotGiven is not null);
    }

    [Theory, MemberData(nameof(Hours))]
    public void Index_of_an_hour(Case of)
    {
        var practice = of["practice"] == "text" ? HourlyPractice.Text : HourlyPractice.Platform;

        var hour = AirQualityIndex.Hourly(Rules(of).OnDay(Day(of))!.Index, Values(of, Standards.Air.Averaging.Hour), practice);

        Assert.Equal(of.Expected, Written(hour) + (of.Expected.Contains(";o3-8h=", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $";o3-8h={hour.SubIndex(new(MeasuredItems.O3, Standards.Air.Averaging.EightHours))}") : ""));
        Assert.Equal(hour.Aqi is null, hour.NotGiven is not null);
    }

    [Theory, MemberData(nameof(DayMeans))]
    public void Day_from_hours(Case of)
    {
        var item = of.Method == "o3-8h" ? MeasuredItems.O3 : MeasuredItems.Get(of.Get("item"));
        var hours = new HourlySeries(item, Day(of), 1);
        var at = 0;
        foreach (var run in of.Get("hours").Split(' ').Select(run => run.Split('x')))
        {
            for (var end = at + int.Parse(run[1], CultureInfo.InvariantCulture); at < end; at++)
            {
                if (run[0] != "-")
                {
                    hours.Put(Day(of), at, decimal.Parse(run[0], CultureInfo.InvariantCulture));
                }
            }
        }

        Assert.Equal(24, at);
        var figure = AirAssessment.Station(new("站", [hours]), Period.OfDay(Day(of)), Rules(of)).Percentile(item).Figure;
        Assert.Equal(of.Expected, figure.IsGiven ? Written(figure.Exact, of.Expected) : "not given");
    }

    [Theory, MemberData(nameof(Percentiles))]
    public void Percentile_of_values(Case of)
    {
        var values = of.Get("values").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => decimal.Parse(value, CultureInfo.InvariantCulture));
        var percent = (int)of.Number("percent");

        if (of.Expected == "refused")
        {
            Assert.Throws<ArgumentException>(() => Percentile.Of(values, percent));
        }
        else
        {
            Assert.Equal(of.Expected, Written(Percentile.Of(values, percent), of.Expected));
        }
    }

    [Theory, MemberData(nameof(Periods))]
    public void Period_with_so_many_valid_days(Case of)
    {
        var period = Period.Parse(of.Get("period"));
        var hours = new HourlySeries(MeasuredItems.Pm25, period);
        foreach (var (month, days) in period.Months.Zip(of.Get("days").Split(' ').Select(days => int.Parse(days, CultureInfo.InvariantCulture))))
        {
            Fill(hours, month, days, 10m);
        }

        var figure = AirAssessment.Station(new("站", [hours]), period, Rules(of)).Mean(MeasuredItems.Pm25).Figure;
        var months = figure.NotGiven is null ? "" : string.Concat(figure.NotGiven.Months.Select(month => string.Create(CultureInfo.InvariantCulture, $" {month.Month:yyyy-MM}")));
        Assert.Equal(of.Expected, (figure.NotGiven?.Reason switch
        {
            null => "given",
            NotGivenReason.IncompletePeriod => "incomplete",
            _ => "not given",
        }) + months);
    }

    [Theory, MemberData(nameof(CityDays))]
    public void City_day_from_stations(Case of)
    {
        var stations = of.Get("stations").Split(' ').Select((value, number) =>
        {
            var hours = new HourlySeries(MeasuredItems.So2, Day(of), 1);
            if (value != "-")
            {
                Fill(hours, Day(of), 1, decimal.Parse(value, CultureInfo.InvariantCulture));
            }

            return new StationHours($"{number}", [hours]);
        });

        var figure = AirAssessment.City([.. stations], Period.OfDay(Day(of)), Rules(of)).Mean(MeasuredItems.So2).Figure;

        Assert.Equal(of.Expected, figure.IsGiven ? Written(figure.Exact, of.Expected) : "not given");
    }

    [Theory, MemberData(nameof(Verdicts))]
    public void Verdict_of_a_year(Case of)
    {
        var item = MeasuredItems.Get(of.Get("item"));
        var period = Period.OfYear(Day(of).Year);
        var hours = new HourlySeries(item, period);
        Fill(hours, period.First, period.Days, of.Number("value"));
        var result = AirAssessment.Station(new("站", [hours]), period, Rules(of));

        if (of.Expected == "refused")
        {
            Assert.Throws<ArgumentException>(() => result.Mean(item));
            return;
        }

        Assert.Equal(of.Expected, AirYears.Written(result.Mean(item)));
    }

    [Theory, MemberData(nameof(Years))]
    public void Year_from_its_days(Case of)
    {
        var item = of.Method == "o3-p90" ? MeasuredItems.O3 : MeasuredItems.Get(of.Get("item"));
        var period = Period.OfYear(Day(of).Year);
        var result = AirAssessment.Station(new("站", [AirYears.Series(item, period, of.Get("days"))]), period, Rules(of));

        Assert.Equal(of.Expected, AirYears.Written(item == MeasuredItems.O3 ? result.Percentile(item) : result.Mean(item)));
    }

    [Theory, MemberData(nameof(GoodDayRatios))]
    public void Good_day_ratio_of_indices(Case of)
    {
        var days = of.Get("aqi").Split(' ').Select(run => run.Split('x')).SelectMany(run => Enumerable.Repeat(
            run[0] == "NA" ? (int?)null : int.Parse(run[0], CultureInfo.InvariantCulture), run.Length == 1 ? 1 : int.Parse(run[1], CultureInfo.InvariantCulture)));

        var figure = GoodDays.Ratio([.. days], Period.OfYear(Day(of).Year), Rules(of).OnDay(Day(of))!);

        Assert.Equal(of.Expected, figure.IsGiven ? figure.Text : "not given");
    }

    private static AirRules Rules(Case of) => AirYears.Rules(of);

    private static DateOnly Day(Case of) => AirYears.Day(of);

    /// <summary>The concentrations of a report: <c>pm25=75;o3_8h=60;pm10_24h=80</c>; an item alone is averaged over the time of the report.</summary>
    private static Dictionary<IndexItem, decimal> Values(Case of, Averaging usual) => of.Pairs.Where(pair => pair.Key is not ("practice" or "unmonitored")).ToDictionary(
        pair => new IndexItem(MeasuredItems.Get(pair.Key.Split('_')[0]), pair.Key.Split('_').Last() switch
        {
            "8h" => Standards.Air.Averaging.EightHours,
            "1h" => Standards.Air.Averaging.Hour,
            "24h" => Standards.Air.Averaging.Day,
            _ => usual,
        }),
        pair => decimal.Parse(pair.Value, CultureInfo.InvariantCulture));

    private static string Written(AirIndex index) => index.Aqi is { } aqi
        ? string.Create(CultureInfo.InvariantCulture, $"aqi={aqi};level={index.Level!.Level};primary={string.Join(';', index.Primary.Select(item => item.Label))}")
        : "NA";

    private static void Fill(HourlySeries hours, DateOnly first, int days, decimal value)
    {
        for (var hour = 0; hour < days * 24; hour++)
        {
            hours.Put(first.AddDays(hour / 24), hour % 24, value);
        }
    }

    private static Averaging Averaging(string text) => text switch
    {
        "hour" => Standards.Air.Averaging.Hour,
        "8h" => Standards.Air.Averaging.EightHours,
        "day" => Standards.Air.Averaging.Day,
        _ => Standards.Air.Averaging.Year,
    };

    /// <summary>The value as the case writes it: as a fraction where it has no finite decimal. Equal values give equal texts.</summary>
    private static string Written(Fraction value, string expected)
    {
        var parts = expected.Split('/').Select(part => Fraction.Of(decimal.Parse(part, CultureInfo.InvariantCulture))).ToArray();
        var wanted = parts.Length == 2 ? parts[0] / parts[1] : parts[0];
        return value == wanted ? expected : value.ToString();
    }
}
