using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Months, quarters and years of a section; lakes; exact means of means.</summary>
public sealed class WaterPeriodTests
{
    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Theory]
    [InlineData(8, MonthsOfYear.AtLeastEight, true)]
    [InlineData(7, MonthsOfYear.AtLeastEight, false)]
    [InlineData(12, MonthsOfYear.Twelve, true)]
    [InlineData(11, MonthsOfYear.Twelve, false)]
    public void A_year_needs_eight_months_or_twelve(int months, MonthsOfYear rule, bool judged)
    {
        var section = Section([.. Enumerable.Range(1, months).Select(month => Sample(new(2021, month, 3), 0.4m))]);

        var result = WaterSections.Section(Table, section, Period.OfYear(2021), new(Months: rule));

        Assert.Equal((judged, months), (result.Judgement is not null, result.Months));
        var said = WaterRegion.Of(Table, [section], Period.OfYear(2021), new(Months: rule)).Excluded;
        Assert.Equal(judged ? [] : [ExclusionKind.SectionTooFewMonths], said.Select(records => records.Kind));
        Assert.Equal(judged, result.Means.Count > 0);
    }

    [Theory]
    [InlineData("2021-Q1", 2, true)]
    [InlineData("2021-Q1", 1, false)]
    [InlineData("2021-01..2021-06", 4, true)]
    [InlineData("2021-01..2021-06", 3, false)]
    [InlineData("2021-01", 1, true)]
    public void A_quarter_needs_two_months_and_other_periods_two_thirds(string period, int months, bool judged)
    {
        var section = Section([.. Enumerable.Range(1, months).Select(month => Sample(new(2021, month, 28), 0.4m))]);

        Assert.Equal(judged, WaterSections.Section(Table, section, Period.Parse(period)).Judgement is not null);
    }

    [Fact]
    public void Each_month_weighs_the_same_however_many_samples_it_has()
    {
        // January 0.2, 0.2, 0.2; February 0.8: mean of months 0.5, class II; the mean of samples would be 0.35.
        var section = Section([Sample(new(2021, 1, 1), 0.2m), Sample(new(2021, 1, 2), 0.2m), Sample(new(2021, 1, 3), 0.2m), Sample(new(2021, 2, 1), 0.8m), Sample(new(2021, 4, 1), 9m)]);

        var result = WaterSections.Section(Table, section, Period.OfQuarter(2021, 1));

        Assert.Equal(("0.5", WaterClass.II, 4), (result.Means[WaterText.Ammonia].ToString(), result.Judgement!.Class, result.Samples));
    }

    [Fact]
    public void A_mean_of_means_that_lies_at_a_limit_keeps_to_it()
    {
        // Months of thirds: 4/3, 2/3 and 1, whose mean is exactly 1.0; cut at any place it would not be.
        var section = Section(
        [
            Sample(new(2021, 1, 1), 1m), Sample(new(2021, 1, 2), 1m), Sample(new(2021, 1, 3), 2m),
            Sample(new(2021, 2, 1), 0m), Sample(new(2021, 2, 2), 1m), Sample(new(2021, 2, 3), 1m),
            Sample(new(2021, 3, 1), 1m),
        ]);

        var result = WaterSections.Section(Table, section, Period.OfQuarter(2021, 1));

        Assert.Equal(("1", WaterClass.III), (result.Means[WaterText.Ammonia].ToString(), result.Judgement!.Class));
    }

    [Fact]
    public void A_lake_is_averaged_over_time_first_and_then_over_its_points()
    {
        // Point a: 0.02, 0.02, 0.02 → 0.02; point b: 0.08 → 0.08; lake 0.05, class III. The mean of samples would be 0.035.
        var phosphorus = MeasuredItems.Get("tp");
        SectionSamples Point(string name, params decimal[] values) => new(name, WaterBody.Lake, [.. values.Select(value =>
            new WaterSample(WaterText.Month.First, new Dictionary<MeasuredItem, MeasuredValue> { [phosphorus] = MeasuredValue.Of(value) }))]);

        var lake = WaterLakes.Of(Table, "湖", [Point("a", 0.02m, 0.02m, 0.02m), Point("b", 0.08m), Point("c")], WaterText.Month);

        Assert.Equal(("0.05", WaterClass.III, WaterState.Good), (lake.Means[phosphorus].ToString(), lake.Judgement!.Class, lake.State));
        Assert.Equal(3, lake.Points.Count);
        Assert.Null(WaterLakes.Of(Table, "湖", [Point("c")], WaterText.Month).State);
    }

    [Fact]
    public void Lakes_and_rivers_are_not_mixed()
    {
        var section = Section([Sample(WaterText.Month.First, 0.4m)]);

        Assert.Throws<ArgumentException>(() => WaterLakes.Of(Table, "湖", [section], WaterText.Month));
        Assert.Throws<ArgumentException>(() => WaterRivers.Of(Table, "河", [section with { Body = WaterBody.Lake }], WaterText.Month));
    }

    [Theory]
    [InlineData(PhMean.HydrogenIon, "7.26")]
    [InlineData(PhMean.Arithmetic, "7.50")]
    public void PH_is_averaged_as_chosen(PhMean mean, string expected)
    {
        var ph = MeasuredItems.Get("ph");
        var section = new SectionSamples("断面", WaterBody.River, [.. new[] { 7m, 8m }.Select(value =>
            new WaterSample(WaterText.Month.First, new Dictionary<MeasuredItem, MeasuredValue> { [ph] = MeasuredValue.Of(value) }))]);

        var result = WaterSections.Section(Table, section, WaterText.Month, new(PhMean: mean));

        Assert.Equal(expected, Rounding.HalfEven(result.Means[ph].Value!.Value, 2).ToString("F2", null));
    }

    private static SectionSamples Section(IReadOnlyList<WaterSample> samples) => new("断面", WaterBody.River, samples);

    private static WaterSample Sample(DateOnly day, decimal ammonia) => new(day, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = MeasuredValue.Of(ammonia) });
}
