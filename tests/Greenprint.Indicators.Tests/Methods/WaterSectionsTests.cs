using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards;
using Greenprint.Standards.Water;

namespace Greenprint.Indicators.Tests.Methods;

public sealed class WaterSectionsTests
{
    private static readonly StandardLibrary Library = StandardLibrary.Load(StandardLibrary.BundledFolder);

    [Fact]
    public void A_month_is_judged_by_the_means_of_its_samples()
    {
        // Ammonia 0.9 and 1.3: mean 1.1, class IV. The other section stays at its limit of class III, which is class III.
        var result = Share(
            Period.OfMonth(2025, 4),
            Samples("bad", "nh3n", (4, 1, 0.9m), (4, 20, 1.3m)),
            Samples("good", "nh3n", (4, 1, 1.0m)));

        Assert.Equal(50.0m, result.Published);
        Assert.Contains(result.Steps, step => step.Label.Zh == "bad" && step.Value.StartsWith('Ⅳ'));
    }

    [Fact]
    public void A_section_without_data_is_named_and_not_counted()
    {
        var inputs = new MethodInputs(
            [new("with", new Bilingual("with"), WaterBody.River), new("without", new Bilingual("without"), WaterBody.River)], [Samples("with", "nh3n", (4, 1, 0.1m))], []);

        var result = new WaterSectionsGood().Compute(inputs, new(Period.OfMonth(2025, 4), "auto", null, 1, Library));

        Assert.Equal(100.0m, result.Published);
        Assert.Contains(result.Excluded, excluded => excluded.Station!.Zh == "without");
    }

    [Fact]
    public void A_year_weighs_each_month_the_same()
    {
        // January has thirty samples of 2.0, the other months one of 0.9 each: (2.0 + 11 × 0.9) / 12 = 0.99, class III.
        var january = Enumerable.Range(1, 30).Select(day => (1, day, 2.0m));
        var rest = Enumerable.Range(2, 11).Select(month => (month, 1, 0.9m));

        var result = Share(Period.OfYear(2025), Samples("s", "nh3n", [.. january, .. rest]));

        Assert.Equal(100.0m, result.Published);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void A_section_needs_two_thirds_of_the_months(int months, bool given)
    {
        var result = Share(Period.OfYear(2025), Samples("s", "nh3n", [.. Enumerable.Range(1, months).Select(month => (month, 1, 0.1m))]));

        Assert.Equal(given, result.Value is not null);
    }

    [Fact]
    public void A_lake_is_held_to_the_limits_of_a_lake()
    {
        // Phosphorus of 0.1: class II in a river, class IV in a lake.
        var rows = Samples("s", "tp", (4, 1, 0.1m));
        MethodResult Of(WaterBody? water) => new WaterSectionsGood().Compute(
            new([new("s", new Bilingual("s"), water)], [rows], []), new(Period.OfMonth(2025, 4), "auto", null, 1, Library));

        Assert.Equal(100m, Of(WaterBody.River).Value);
        Assert.Equal(0m, Of(WaterBody.Lake).Value);
        Assert.Contains(Of(null).Steps, step => step.Label.En!.StartsWith("Sections judged as rivers", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_judge_gives_no_figure_and_no_zero()
    {
        var result = Share(Period.OfMonth(2025, 4), Samples("s", "nh3n"));

        Assert.Null(result.Value);
        Assert.NotNull(result.NotGiven);
    }

    private static MethodResult Share(Period period, params SeriesRows[] series) => new WaterSectionsGood().Compute(
        new([.. series.Select(rows => new InputStation(rows.Station, new Bilingual(rows.Station), WaterBody.River))], series, []), new(period, "auto", null, 1, Library));

    private static SeriesRows Samples(string station, string item, params (int Month, int Day, decimal Value)[] samples) => new(
        station, item, "mg/L",
        [.. samples.Select(sample => SeriesRows.MinuteOf(new DateTimeOffset(2025, sample.Month, sample.Day, 8, 0, 0, ChinaTime.Offset)))],
        [.. samples.Select(sample => (long)(sample.Value * 1_000_000_000m))], new ReadingFlags[samples.Length]);
}
