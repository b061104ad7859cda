using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>What a mean says where nothing was detected, where an item has no multiple, and where a city's oxygen is gone.</summary>
public sealed class WaterMeansTests
{
    private static readonly MeasuredItem Oxygen = MeasuredItems.Get("do");

    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Theory]
    [InlineData("<0.02|<0.05|<0.03")]
    [InlineData("<0.05|<0.02")]
    [InlineData("<0.02|<0.05")]
    public void The_mean_of_what_was_never_detected_has_the_highest_of_the_detection_limits(string values)
    {
        var section = new SectionSamples("断面", WaterBody.River, [.. values.Split('|').Select(value =>
            new WaterSample(WaterText.Month.First, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = WaterText.Value(value) }))]);

        Assert.Equal(0.05m, WaterSections.Section(Table, section, WaterText.Month).Means[WaterText.Ammonia].DetectionLimit);
    }

    [Theory]
    [InlineData(BelowDetectionInMeans.Full, "0.3")]
    [InlineData(BelowDetectionInMeans.Half, "0.25")]
    [InlineData(BelowDetectionInMeans.Zero, "0.2")]
    public void A_lake_takes_what_is_below_detection_as_chosen(BelowDetectionInMeans below, string expected)
    {
        SectionSamples Point(string name, string value) => WaterText.Section(name, WaterBody.Lake, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = WaterText.Value(value) });

        var lake = WaterLakes.Of(Table, "湖", [Point("a", "<0.2"), Point("b", "0.4")], WaterText.Month, new(BelowDetection: below));

        Assert.Equal(expected, lake.Means[WaterText.Ammonia].ToString());
    }

    [Fact]
    public void An_item_without_a_multiple_is_named_after_those_of_its_class_that_have_one()
    {
        // Oxygen 2.5 and ammonia 1.6 are both class V; only ammonia has a multiple: 0.6.
        var section = WaterText.Section("断面", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [Oxygen] = MeasuredValue.Of(2.5m), [WaterText.Ammonia] = MeasuredValue.Of(1.6m) });

        Assert.Equal([WaterText.Ammonia, Oxygen], WaterSections.Section(Table, section, WaterText.Month).Judgement!.Main.Select(item => item.Item));
    }

    [Fact]
    public void Items_that_exceed_at_as_many_sections_stand_in_the_order_of_the_standard()
    {
        // Ammonia stands before phosphorus in table 1, though the first section names only phosphorus.
        var phosphorus = MeasuredItems.Get("tp");
        WaterJudgement Judged(MeasuredItem item, decimal value) =>
            WaterSections.Section(Table, WaterText.Section("断面", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [item] = MeasuredValue.Of(value) }), WaterText.Month).Judgement!;

        var main = MainIndicators.OfRiver(Table, [Judged(phosphorus, 0.35m), Judged(WaterText.Ammonia, 1.6m)]);

        Assert.Equal([WaterText.Ammonia, phosphorus], main.Select(one => one.Item));
    }

    [Fact]
    public void A_city_whose_oxygen_is_zero_has_no_index_and_the_item_is_named()
    {
        var city = CityIndex.Of(
            TestStandards.Library.CityIndex, Table, "市",
            [WaterText.Section("断面", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [Oxygen] = MeasuredValue.Of(0m), [WaterText.Ammonia] = MeasuredValue.Of(0.5m) })], WaterText.Month);

        Assert.False(city.Index.IsGiven);
        Assert.Contains("溶解氧", city.Index.NotGiven!.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_with_one_section_worse_than_class_II_takes_part_in_the_ranking_of_change()
    {
        CityIndexResult City(params decimal[] ammonia) => CityIndex.Of(
            TestStandards.Library.CityIndex, Table, "市",
            [.. ammonia.Select((value, at) => WaterText.Section($"断面{at}", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = MeasuredValue.Of(value) }))], WaterText.Month);

        Assert.False(CityIndex.Change(TestStandards.Library.CityIndex, City(0.3m, 0.9m), City(0.3m, 0.9m)).LeftOut);
        Assert.True(CityIndex.Change(TestStandards.Library.CityIndex, City(0.3m, 0.4m), City(0.3m, 0.4m)).LeftOut);
    }
}
