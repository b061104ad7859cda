using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>The named readings of what is not certain.</summary>
public sealed class WaterVariantTests
{
    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Fact]
    public void Five_sections_are_judged_by_proportions_or_by_means()
    {
        var five = WaterText.Classes("2 2 2 2 4");

        Assert.Equal(RiverMethod.Proportions, WaterRivers.Of(Table, "河", five, WaterText.Month).Method);
        Assert.Equal(RiverMethod.Mean, WaterRivers.Of(Table, "河", five, WaterText.Month, new(FiveSections: FiveSections.MoreThanFive)).Method);
        Assert.Equal(RiverMethod.Proportions, WaterRivers.Of(Table, "河", WaterText.Classes("2 2 2 2 4 4"), WaterText.Month, new(FiveSections: FiveSections.MoreThanFive)).Method);
    }

    [Theory]
    [InlineData("2 2 2 6 6", HeavyPollution.Below75, null)]
    [InlineData("2 2 2 6 6", HeavyPollution.Below60, "STD-035")]
    [InlineData("2 2 4 6 6", HeavyPollution.Below60, null)]
    public void Heavy_pollution_at_exactly_60_and_40_percent_is_said_where_the_reading_has_no_line(string classes, HeavyPollution reading, string? code)
    {
        var river = WaterRivers.Of(Table, "河", WaterText.Classes(classes), WaterText.Month, new(Heavy: reading));

        Assert.Equal((WaterState.HeavilyPolluted, code), (river.State, river.Remark?.Code));
    }

    [Fact]
    public void A_detection_limit_above_class_III_is_class_I_or_cannot_be_judged()
    {
        var (mercury, ammonia) = (MeasuredItems.Get("hg"), WaterText.Ammonia);
        var sample = new Dictionary<MeasuredItem, MeasuredValue> { [mercury] = MeasuredValue.Below(0.0002m), [ammonia] = MeasuredValue.Below(1.0m) };

        Assert.Equal(2, SurfaceWater.Classify(Table, sample, WaterBody.River)!.Items.Count);
        var strict = SurfaceWater.Classify(Table, sample, WaterBody.River, new(HighDetectionLimit: HighDetectionLimit.CannotBeJudged))!;
        Assert.Equal([mercury], strict.Unjudged);
        Assert.Equal([ammonia], strict.Items.Select(item => item.Item));
    }

    [Theory]
    [InlineData(TotalNitrogen.ReferenceOnly, WaterBody.River, 1)]
    [InlineData(TotalNitrogen.ReferenceOnly, WaterBody.Lake, 1)]
    [InlineData(TotalNitrogen.InLakes, WaterBody.River, 1)]
    [InlineData(TotalNitrogen.InLakes, WaterBody.Lake, 5)]
    [InlineData(TotalNitrogen.InLakesAndRivers, WaterBody.River, 5)]
    [InlineData(TotalNitrogen.InLakesAndRivers, WaterBody.Lake, 5)]
    public void Nitrogen_takes_part_where_it_is_chosen(TotalNitrogen nitrogen, WaterBody body, int expected)
    {
        var sample = new Dictionary<MeasuredItem, MeasuredValue> { [MeasuredItems.Get("tn")] = MeasuredValue.Of(1.9m), [WaterText.Ammonia] = MeasuredValue.Of(0.1m) };

        Assert.Equal(expected, (int)SurfaceWater.Classify(Table, sample, body, new(Nitrogen: nitrogen))!.Class);
    }

    [Fact]
    public void Change_by_other_items_is_refused_and_named()
    {
        var more = WaterText.Section("断面0", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = MeasuredValue.Of(0.4m), [MeasuredItems.Get("do")] = MeasuredValue.Of(4m) });
        RiverResult River(params SectionSamples[] sections) => WaterRivers.Of(Table, "河", sections, WaterText.Month);

        var change = WaterChange.Between(Table, River([.. WaterText.Classes("2")]), River(more));

        Assert.Equal(("STD-037", null), (change.Finding!.Code, change.Level));
        Assert.Contains("溶解氧", change.Finding.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_to_opposite_sides_is_left_to_a_person()
    {
        // 25 sections: I–III 48 % → 72 %, worse than V 16 % → 20 %: ΔG − ΔD = 24 − 4 = 20, somewhat better; but 轻度污染 → 中度污染, worse.
        string Classes(int good, int fair, int worst) => string.Join(' ', [.. Enumerable.Repeat("2", good), .. Enumerable.Repeat("4", fair), .. Enumerable.Repeat("6", worst)]);
        RiverResult River(string classes) => WaterRivers.Of(Table, "河", WaterText.Classes(classes), WaterText.Month);

        var change = WaterChange.Between(Table, River(Classes(12, 9, 4)), River(Classes(18, 2, 5)));

        Assert.Equal((WaterChangeLevel.Better, WaterChangeLevel.Worse, null, "STD-039"), (change.ByProportions, change.ByState, change.Level, change.Finding?.Code));
    }

    [Fact]
    public void A_river_names_three_indicators_by_their_share_of_sections()
    {
        SectionSamples Section(int number, string items) => WaterText.Section(
            $"断面{number}", WaterBody.River, items.Split(' ').Select(part => part.Split('=')).ToDictionary(part => MeasuredItems.Get(part[0]), part => WaterText.Value(part[1])));

        var river = WaterRivers.Of(Table, "河",
        [
            Section(1, "nh3n=1.2 tp=0.25 cod=25"), Section(2, "nh3n=1.2 tp=0.25 bod5=5"), Section(3, "nh3n=1.2 do=8"), Section(4, "do=8"), Section(5, "do=8"), Section(6, "do=8"),
        ], WaterText.Month);

        // 氨氮 3 of 6, 总磷 2 of 6, 化学需氧量 and 五日生化需氧量 1 of 6 each: the standard's order decides.
        Assert.Equal("氨氮(50.0%)、总磷(33.3%)、化学需氧量(16.7%)", MainIndicators.Text(river.MainByRate).Zh);
        Assert.Equal("Ammonia nitrogen/50.0%, Total phosphorus/33.3%, Chemical oxygen demand/16.7%", MainIndicators.Text(river.MainByRate, MainIndicatorForm.Slash).En);
    }

    [Fact]
    public void Cities_with_equal_indices_share_a_rank_and_the_next_is_skipped()
    {
        CityIndexResult City(string name, decimal ammonia) => CityIndex.Of(
            TestStandards.Library.CityIndex, Table, name,
            [WaterText.Section("断面", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = MeasuredValue.Of(ammonia) })], WaterText.Month);
        var cities = new[] { City("丙", 0.9m), City("乙", 0.3m), City("甲", 0.3m) };

        Assert.Equal([(1, "乙"), (1, "甲"), (3, "丙")], CityIndex.Rank(cities).Select(city => (city.Rank, city.City)));
        var changes = cities.Select(city => CityIndex.Change(TestStandards.Library.CityIndex, City(city.City, 0.6m), city));
        Assert.Equal([(1, "乙", "-50.00"), (1, "甲", "-50.00"), (3, "丙", "50.00")], CityIndex.RankChange(changes).Select(city => (city.Rank, city.City, city.Figure.Text)));
    }

    [Fact]
    public void Rivers_and_lakes_apart_give_the_city_no_index()
    {
        SectionSamples Of(WaterBody body) => WaterText.Section(body.ToString(), body, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = MeasuredValue.Of(0.5m) });

        var city = CityIndex.Of(TestStandards.Library.CityIndex, Table, "市", [Of(WaterBody.River), Of(WaterBody.Lake)], WaterText.Month, new(CityIndexWeighting.Apart));

        Assert.Equal((false, "0.5000", "0.5000"), (city.Index.IsGiven, city.Rivers!.Text, city.Lakes!.Text));
    }

    [Theory]
    [InlineData(ShallowTransparency.ForHeavyLimit, 9, BlackOdorousGrade.Light)]
    [InlineData(ShallowTransparency.ForHeavyLimit, 7.9, BlackOdorousGrade.Heavy)]
    [InlineData(ShallowTransparency.ForLightLimit, 9, BlackOdorousGrade.None)]
    [InlineData(ShallowTransparency.ForLightLimit, 7.9, BlackOdorousGrade.Heavy)]
    public void Transparency_of_shallow_water_is_held_against_its_depth(ShallowTransparency reading, double clear, BlackOdorousGrade grade) =>
        Assert.Equal(grade, BlackOdorousWater.Grades(TestStandards.Library.BlackOdorous, new(Transparency: (decimal)clear, Depth: 20m), new(reading))["sd"]);

    [Fact]
    public void The_worst_value_decides_a_point_where_it_is_chosen() =>
        Assert.Equal(BlackOdorousGrade.Heavy, BlackOdorousWater.Point(
            TestStandards.Library.BlackOdorous, [new(Oxygen: 0.1m), new(Oxygen: 1m), new(Oxygen: 3m)], new(Points: BlackOdorousPoints.ByWorst)));

    [Fact]
    public void The_older_factor_of_permanganate_changes_the_index()
    {
        // 10(0.109 + 2.661 × ln 50) = 105.19 and 10(0.109 + 2.66 × ln 50) = 105.15
        var table = TestStandards.Library.Trophic;

        Assert.Equal(("105.2", "105.1"), (TrophicIndex.Of(table, new(Permanganate: 50m)).Index.Text, TrophicIndex.Of(table, new(Permanganate: 50m), new(true)).Index.Text));
    }

    [Fact]
    public void The_trophic_values_of_a_lake_are_in_their_units_and_never_zero()
    {
        var values = TrophicValues.Of(
            new Dictionary<MeasuredItem, MeasuredValue>
            {
                [MeasuredItems.Get("chla")] = MeasuredValue.Of(0.012m),
                [MeasuredItems.Get("tp")] = MeasuredValue.Below(0.01m),
                [MeasuredItems.Get("tn")] = MeasuredValue.NotDetected,
            }, 1.5m);

        Assert.Equal(new TrophicValues(12m, 0.005m, null, 1.5m, null), values);
    }
}
