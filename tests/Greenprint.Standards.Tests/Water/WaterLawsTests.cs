using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Laws of the single-factor evaluation, and its choices.</summary>
public sealed class WaterLawsTests
{
    private static readonly Gen<Dictionary<MeasuredItem, MeasuredValue>> Samples = Gen
        .Select(Gen.Int[0, MeasuredItems.SurfaceWaterBasic.Count - 1], Gen.Int[0, 3], Gen.Int[1, 20_000])
        .Select((item, kind, number) => (Item: MeasuredItems.SurfaceWaterBasic[item], Value: kind switch
        {
            0 => MeasuredValue.Missing,
            1 => MeasuredValue.Below(number / 1000m),
            _ => MeasuredValue.Of(number / 1000m),
        }))
        .Array[0, 12].Select(values => values.DistinctBy(value => value.Item).ToDictionary(value => value.Item, value => value.Value));

    private static readonly Period May = Period.OfMonth(2026, 5);

    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Fact]
    public void Of_the_24_items_21_take_part()
    {
        Assert.Equal(21, MeasuredItems.SurfaceWaterBasic.Count(Table.TakesPart));
        Assert.DoesNotContain(MeasuredItems.SurfaceWaterBasic.Where(Table.TakesPart), item => item.Code is "tn" or "fcoli" or "temp");
    }

    [Fact]
    public void A_sample_has_the_class_of_its_worst_item() => Gen.Select(Samples, Gen.Enum<WaterBody>()).Sample((sample, body) =>
    {
        var judged = SurfaceWater.Classify(Table, sample, body);

        var classes = sample.Where(value => !value.Value.IsMissing && Table.TakesPart(value.Key))
            .Select(value => SurfaceWater.Classify(Table, [value], body)!.Class).ToList();
        Assert.Equal(classes.Count == 0 ? null : classes.Max(), judged?.Class);
    });

    [Fact]
    public void One_more_item_never_makes_the_class_better() => Gen.Select(Samples, Samples, Gen.Enum<WaterBody>()).Sample((some, more, body) =>
    {
        var both = some.Concat(more.Where(value => !some.ContainsKey(value.Key)));

        Assert.True(SurfaceWater.Classify(Table, some, body) is not { } judged || SurfaceWater.Classify(Table, both, body)!.Class >= judged.Class);
    });

    [Fact]
    public void The_limiting_items_alone_give_the_class_and_all_have_it() => Gen.Select(Samples, Gen.Enum<WaterBody>()).Sample((sample, body) =>
    {
        if (SurfaceWater.Classify(Table, sample, body) is { } judged)
        {
            Assert.NotEmpty(judged.Limiting);
            Assert.All(judged.Items, item => Assert.Equal(item.Class == judged.Class, judged.Limiting.Contains(item.Item)));
            Assert.Equal(judged.Class, SurfaceWater.Classify(Table, sample.Where(value => judged.Limiting.Contains(value.Key)), body)!.Class);
            Assert.True(judged.Main.Count <= 3 && judged.Main.All(item => item.Class > WaterClass.III));
        }
    });

    [Fact]
    public void A_lake_is_never_better_than_a_river_with_the_same_values() => Samples.Sample(sample =>
        Assert.True(SurfaceWater.Classify(Table, sample, WaterBody.Lake) is not { } lake || lake.Class >= SurfaceWater.Classify(Table, sample, WaterBody.River)!.Class));

    [Theory]
    [InlineData(BelowDetectionInMeans.Half, "0.03")]
    [InlineData(BelowDetectionInMeans.Full, "0.035")]
    [InlineData(BelowDetectionInMeans.Zero, "0.025")]
    public void A_value_below_detection_enters_a_mean_as_chosen_and_it_is_said(BelowDetectionInMeans below, string mean)
    {
        var ammonia = MeasuredItems.Get("nh3n");
        var section = new SectionSamples("断面", WaterBody.River,
        [
            new(May.First, new Dictionary<MeasuredItem, MeasuredValue> { [ammonia] = MeasuredValue.Below(0.02m) }),
            new(May.First, new Dictionary<MeasuredItem, MeasuredValue> { [ammonia] = MeasuredValue.Of(0.05m) }),
        ]);

        var result = WaterRegion.Of(Table, [section], May, new(below));

        Assert.Equal(mean, result.Sections[0].Means[ammonia].ToString());
        var said = Assert.Single(result.Excluded);
        Assert.Equal((ExclusionKind.BelowDetectionInMean, "断面", "nh3n", 1), (said.Kind, said.Place, said.Item, said.Count));
    }

    [Fact]
    public void The_share_worse_than_V_counts_only_such_sections()
    {
        var ammonia = MeasuredItems.Get("nh3n");
        SectionSamples Section(string name, decimal value) => new(name, WaterBody.River, [new(May.First, new Dictionary<MeasuredItem, MeasuredValue> { [ammonia] = MeasuredValue.Of(value) })]);

        var result = WaterRegion.Of(Table, [Section("一", 2.0m), Section("二", 2.01m), Section("三", 0.1m)], May);

        Assert.Equal((3, 1, "33.3", "33.3"), (result.Counted, result.GoodSections, result.GoodShare.Text, result.WorstShare.Text));
        Assert.Equal(1, result.Sections[0].Samples);
    }
}
