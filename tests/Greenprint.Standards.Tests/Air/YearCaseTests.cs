using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Every hand-worked case of what HJ 663 makes of a year: verdict, sand dust, three years, rates of days, composite index, and of a city's hour.</summary>
public sealed class YearCaseTests
{
    public static TheoryData<Case> Composites => CaseFiles.Of("composite");

    public static TheoryData<Case> ThreeYears => CaseFiles.Of("three-year");

    public static TheoryData<Case> SandDust => CaseFiles.Of("sand-dust");

    public static TheoryData<Case> Verdicts => CaseFiles.Of("year-verdict");

    public static TheoryData<Case> DayRates => CaseFiles.Of("day-attainment");

    public static TheoryData<Case> CityHours => CaseFiles.Of("city-hour");

    [Theory, MemberData(nameof(Composites))]
    public void Composite_index_of_values(Case of)
    {
        var values = of.Pairs.Where(pair => pair.Key is not ("variant" or "decimals"))
            .ToDictionary(pair => pair.Key, pair => Fraction.Of(decimal.Parse(pair.Value, CultureInfo.InvariantCulture)));
        var options = new CompositeOptions(
            of["variant"] switch
            {
                "ranking-2012" => CompositeVariant.Ranking2012,
                "annex-c" => CompositeVariant.AnnexC,
                "weighted" => CompositeVariant.Weighted,
                _ => CompositeVariant.Sum,
            },
            of["decimals"] is null ? null : (int)of.Number("decimals"));
        var edition = AirYears.Rules(of).OnDay(AirYears.Day(of))!;
        CompositeIndex Index() => options.Variant == CompositeVariant.AnnexC
            ? CompositeIndex.Of(edition, (item, statistic) => Figure.Of(values[statistic == AirStatistic.Percentile ? $"{item}_p" : item.Code], 0, ""), options)
            : CompositeIndex.Of(edition, values.ToDictionary(value => MeasuredItems.Get(value.Key), value => value.Value.ToDecimal()), options);

        if (of.Expected == "refused")
        {
            Assert.Throws<ArgumentException>(Index);
            return;
        }

        var index = Index();
        Assert.Equal(of.Expected, index.Figure.IsGiven ? $"{index.Figure.Text} {string.Join(' ', index.LargestItems)}" : "not given");
        Assert.Equal(options.Variant is CompositeVariant.AnnexC or CompositeVariant.Weighted ? Mark.Unverified : index.Mark, index.Mark);
    }

    [Theory, MemberData(nameof(ThreeYears))]
    public void Mean_of_three_years(Case of)
    {
        var last = AirYears.Day(of).Year;
        var years = of.Get("years").Split(' ').Select((value, at) =>
        {
            var period = Period.OfYear(last - 2 + at);
            return AirYears.Result(of, period, $"{value}x{period.Days}");
        });

        var mean = ThreeYearMean.Of([.. years], MeasuredItems.Get(of.Get("item")), AirStatistic.Mean, of["form"] == "published" ? ThreeYearForm.PublishedYears : ThreeYearForm.UnroundedYears);

        Assert.Equal(of.Expected, AirYears.Written(mean));
    }

    [Theory, MemberData(nameof(SandDust))]
    public void Year_without_its_sand_dust_days(Case of)
    {
        var year = Period.OfYear(AirYears.Day(of).Year);
        var days = of["sand"]?.Split('-').Select(day => int.Parse(day, CultureInfo.InvariantCulture)).ToArray() ?? [1, 0];
        var options = new AirOptions
        {
            ExceptionalDays = [.. Enumerable.Range(days[0], days[1] - days[0] + 1).Select(day => ExceptionalDay.SandDust(year.First.AddDays(day - 1), ("通报", "bulletin")))],
        };

        var result = AirYears.Result(of, year, of.Get("days"), options);

        var item = MeasuredItems.Get(of.Get("item"));
        Assert.Equal(of.Expected, AirYears.Written(result.Mean(item)));
        Assert.Equal(
            item == MeasuredItems.So2 ? 0 : options.ExceptionalDays.Count,
            result.Excluded.Where(records => records.Kind == ExclusionKind.ExceptionalDay).Sum(records => records.Count));
    }

    [Theory, MemberData(nameof(Verdicts))]
    public void Verdict_on_both_figures_of_a_year(Case of)
    {
        var attainment = AirYears.Result(of, Period.OfYear(AirYears.Day(of).Year), of.Get("days")).Attainment.Single(item => item.Item.Code == of.Get("item"));

        Assert.Equal(of.Expected, attainment.Meets switch
        {
            true => "meets",
            false => string.Create(CultureInfo.InvariantCulture, $"exceeds {attainment.Multiple:F2}"),
            null => "open",
        });
    }

    [Theory, MemberData(nameof(DayRates))]
    public void Share_of_days_within_the_limit(Case of)
    {
        var result = AirYears.Result(of, Period.OfMonth(AirYears.Day(of).Year, 5), of.Get("days"));

        var days = result.ItemDays.Single(item => item.Item.Code == of.Get("item"));
        Assert.Equal(of.Expected, days.Rate.IsGiven ? $"{days.Within}/{days.Valid} {days.Rate.Text}" : "not given");
    }

    [Theory, MemberData(nameof(CityHours))]
    public void Hour_of_a_city(Case of)
    {
        var (item, day) = (MeasuredItems.Get(of.Get("item")), AirYears.Day(of));
        var stations = of.Get("stations").Split(' ').Select((value, at) => new StationHours($"{at}", [AirYears.Series(item, Period.OfDay(day), $"{value}x1")]));

        var hour = CityHour.Of([.. stations], day, 7, AirYears.Rules(of)).Single(figure => figure.Item == item);

        Assert.Equal(of.Expected, !hour.Figure.IsGiven ? "not given" : string.Create(CultureInfo.InvariantCulture,
            $"{hour.Figure.Value} {(hour.Meets switch { true => "meets", false => "exceeds", null => "not judged" })}"));
    }
}
