using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>What happens exactly at a limit, just beyond it, and with values that cannot be.</summary>
public sealed class WaterBordersTests
{
    private static readonly SurfaceWaterTable Table = TestStandards.Library.SurfaceWater;

    [Fact]
    public void A_column_has_the_class_of_each_limit_at_it_below_it_and_above_it()
    {
        foreach (var limit in Table.Limits.Where(limit => limit.Item.Code is not ("temp" or "tn" or "fcoli")))
        {
            decimal[] values = [.. limit.Limits.Append(limit.Lowest ?? 0m).SelectMany(at => new[] { at, at + 0.000000001m, Math.Max(0m, at - 0.000000001m) })];
            foreach (var body in limit.Body is { } one ? [one] : new[] { WaterBody.River, WaterBody.Lake })
            {
                var columns = new SurfaceWaterColumns(Table, [limit.Item]);
                var rows = new byte[values.Length];
                columns.Raise(0, [.. values.Select(value => ScaledWater.Of(MeasuredValue.Of(value)))], [.. values.Select(_ => body)], rows);

                Assert.Equal(values.Select(value => (value, Plain(limit, value))), values.Zip(rows.Select(of => (int)of)));
            }
        }
    }

    // By the words of the table: the first class whose limit the value meets, 6 where it meets none; pH is inside or it is not.
    private static int Plain(WaterLimit limit, decimal value)
    {
        if (limit.Worse == Worse.Outside)
        {
            return value >= limit.Lowest && value <= limit.Limits[0] ? 1 : 6;
        }

        for (var at = 0; at < 5; at++)
        {
            if (limit.Worse == Worse.Higher ? value <= limit.Limits[at] : value >= limit.Limits[at])
            {
                return at + 1;
            }
        }

        return 6;
    }

    [Fact]
    public void A_column_keeps_a_worse_class_that_a_row_has_already_and_missing_values_change_nothing()
    {
        var columns = new SurfaceWaterColumns(Table, [MeasuredItems.Get("nh3n")]);
        byte[] rows = [5, 1, 3, 0];
        columns.Raise(
            0, [ScaledWater.Of(MeasuredValue.Of(1.2m)), ScaledWater.Of(MeasuredValue.Of(1.2m)), ScaledWater.Of(MeasuredValue.Missing), ScaledWater.Of(MeasuredValue.Below(0.02m))],
            [WaterBody.River, WaterBody.River, WaterBody.Lake, WaterBody.Lake], rows);

        Assert.Equal<byte>([5, 4, 3, 1], rows);
    }

    [Fact]
    public void Columns_refuse_rows_of_another_length_and_a_class_that_is_none()
    {
        var columns = new SurfaceWaterColumns(Table, [MeasuredItems.Get("nh3n")]);
        var value = MeasuredValue.Of(1m);

        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Raise(0, new long[2], new WaterBody[1], new byte[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Raise(0, new long[2], new WaterBody[2], new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Limiting([value], WaterBody.River, [(byte)0], 0, new int[1]));
    }

    [Theory]
    [InlineData("tp", true)]
    [InlineData("nh3n", true)]
    [InlineData("tn", false)]
    [InlineData("fcoli", false)]
    public void A_column_says_whether_it_takes_part(string item, bool judged) =>
        Assert.Equal(judged, new SurfaceWaterColumns(Table, [MeasuredItems.Get("do"), MeasuredItems.Get(item)]).IsJudged(1));

    [Fact]
    public void A_column_takes_part_where_it_does_in_lakes_alone() => Assert.True(
        new SurfaceWaterColumns(Table, [MeasuredItems.Get("do"), MeasuredItems.Get("tn")], WaterOptions.Default with { Nitrogen = TotalNitrogen.InLakes }).IsJudged(1));

    [Fact]
    public void Oxygen_that_was_not_found_is_the_worst_water_by_every_way()
    {
        var oxygen = MeasuredItems.Get("do");
        var columns = new SurfaceWaterColumns(Table, [oxygen]);
        var rows = new byte[1];
        columns.Raise(0, [ScaledWater.Of(MeasuredValue.Below(0.5m))], [WaterBody.River], rows);

        Assert.Equal(WaterClass.WorseThanV, SurfaceWater.Classify(Table, [new(oxygen, MeasuredValue.Below(0.5m))], WaterBody.River)!.Class);
        Assert.Equal(6, columns.Judge([MeasuredValue.NotDetected], WaterBody.River, new byte[1]));
        Assert.Equal<byte>([6], rows);
        var library = TestStandards.Library;
        Assert.False(DrinkingWater.Judge(
            library.Drinking, "水源", WaterBody.River, new Dictionary<StandardItem, MeasuredValue> { [library.Items.Get("do")] = MeasuredValue.NotDetected }).Meets);
    }

    [Fact]
    public void A_negative_value_has_no_class_by_any_way()
    {
        var ammonia = MeasuredItems.Get("nh3n");
        var library = TestStandards.Library;

        Assert.Null(SurfaceWater.Classify(Table, [new(ammonia, MeasuredValue.Of(-1m))], WaterBody.River));
        Assert.Equal(0, new SurfaceWaterColumns(Table, [ammonia]).Judge([MeasuredValue.Of(-1m)], WaterBody.River, new byte[1]));
        Assert.Null(DrinkingWater.Judge(
            library.Drinking, "水源", WaterBody.River, new Dictionary<StandardItem, MeasuredValue> { [library.Items.Get("nh3n")] = MeasuredValue.Of(-1m) }).Meets);
    }

    public static TheoryData<BlackOdorousReading> Impossible =>
    [
        new BlackOdorousReading(Transparency: -0.1m), new BlackOdorousReading(Oxygen: -0.1m), new BlackOdorousReading(Ammonia: -0.1m),
        new BlackOdorousReading(Depth: 0m), new BlackOdorousReading(Depth: -1m), new BlackOdorousReading(Transparency: 21m, Depth: 20m),
    ];

    [Theory, MemberData(nameof(Impossible))]
    public void A_reading_that_cannot_be_is_refused(BlackOdorousReading reading) =>
        Assert.Throws<ArgumentException>(() => BlackOdorousWater.Grades(TestStandards.Library.BlackOdorous, reading));

    [Fact]
    public void Zero_is_a_value_of_black_water()
    {
        var grades = BlackOdorousWater.Grades(TestStandards.Library.BlackOdorous, new(Transparency: 0m, Depth: 0.1m, Oxygen: 0m, Potential: 0m, Ammonia: 0m));

        Assert.Equal(
            [("do", BlackOdorousGrade.Heavy), ("nh3n", BlackOdorousGrade.None), ("orp", BlackOdorousGrade.Light), ("sd", BlackOdorousGrade.Heavy)],
            grades.OrderBy(grade => grade.Key, StringComparer.Ordinal).Select(grade => (grade.Key, grade.Value)));
    }

    [Fact]
    public void Water_as_deep_as_the_bound_is_held_against_the_bounds_of_deep_water() =>
        // 12 cm of transparency: light below 25 cm; in shallow water the bound would be 40 % of the depth, 10 cm.
        Assert.Equal(BlackOdorousGrade.Light, BlackOdorousWater.Grades(TestStandards.Library.BlackOdorous, new(Transparency: 12m, Depth: 25m), new(ShallowTransparency.ForLightLimit))["sd"]);
}
