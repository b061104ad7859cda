using Greenprint.Quantities;
using Greenprint.Standards.Classes;

namespace Greenprint.Standards.Tests.Classes;

/// <summary>What the tables of classes hold, and what their choices do.</summary>
public sealed class ClassTableTests
{
    private static StandardLibrary Library => TestStandards.Library;

    [Fact]
    public void The_tables_have_the_rows_of_their_standards()
    {
        Assert.Equal(35, Library.SeaWater.Limits.Count(limit => limit.Option.Length == 0));
        Assert.Equal(15, Library.MarineSediment.Limits.Count);
        Assert.Equal(12, Library.MarineBiota.Limits.Count(limit => limit.Option.Length == 0));
        Assert.Equal(93, Library.Groundwater.Limits.Count(limit => limit.Option.Length == 0));
        Assert.Equal(["劣四类", "劣三类", "劣三类", "Ⅴ类"], Library.ClassTables.Select(table => table.Classes[^1].Name.Zh));
    }

    [Fact]
    public void Suspended_matter_in_the_sea_is_an_increase_and_is_not_judged_from_one_value()
    {
        var judged = Judge(Library.SeaWater, new(), ("ss", "120"), ("cod", "1"));

        Assert.Equal((1, "ss", NotJudgedReason.Increase), (judged.Class, judged.NotJudged.Single().Item.Code, judged.NotJudged.Single().Reason));
        Assert.Equal(4, Judge(Library.SeaWater, new(ValuesAreIncreases: true), ("ss", "120")).Class);
    }

    [Fact]
    public void Inorganic_nitrogen_is_the_sum_of_three_and_is_not_made_up_from_two()
    {
        Assert.Equal((2, "din"), Judge(Library.SeaWater, new(), ("no3n", "0.15"), ("no2n", "0.02"), ("nh3n", "0.06")) is var sum ? (sum.Class, sum.Limiting.Single().Code) : default);
        Assert.Equal(NotJudgedReason.SumIncomplete, Judge(Library.SeaWater, new(), ("no3n", "0.15"), ("no2n", "0.02")).NotJudged.Single().Reason);
        Assert.Equal(4, Judge(Library.SeaWater, new(), ("din", "0.45"), ("no3n", "0.15"), ("no2n", "0.02"), ("nh3n", "0.06")).Class);
    }

    [Theory]
    [InlineData(BelowDetectionInSums.Half, "0.21")]
    [InlineData(BelowDetectionInSums.Full, "0.22")]
    [InlineData(BelowDetectionInSums.Zero, "0.20")]
    public void A_part_below_detection_enters_the_sum_as_chosen(BelowDetectionInSums below, string sum) =>
        Assert.Equal(decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture),
            Judge(Library.SeaWater, new(InSums: below), ("no3n", "0.20"), ("no2n", "0.02L"), ("nh3n", "未检出")).Items.Single().Value.Value);

    [Fact]
    public void A_sum_of_parts_that_were_never_found_was_not_found()
    {
        Assert.Equal(0.05m, Judge(Library.SeaWater, new(), ("no3n", "0.02L"), ("no2n", "0.02L"), ("nh3n", "<0.01")).Items.Single().Value.DetectionLimit);
        Assert.True(Judge(Library.SeaWater, new(), ("no3n", "0.02L"), ("no2n", "0.02L"), ("nh3n", "ND")).Items.Single().Value is { IsBelowDetection: true, DetectionLimit: null });
    }

    [Fact]
    public void Where_shellfish_are_eaten_raw_coliforms_have_limits_of_their_own()
    {
        Assert.Equal((1, 4), (Judge(Library.SeaWater, new(), ("coliform", "701")).Class, Judge(Library.SeaWater, new(Use: "shellfish"), ("coliform", "701")).Class));
        Assert.Equal(1, Judge(Library.SeaWater, new(Use: "shellfish"), ("coliform", "700"), ("cod", "2")).Class);
    }

    [Fact]
    public void Oysters_may_hold_more_copper_and_zinc() =>
        Assert.Equal((4, 3), (Judge(Library.MarineBiota, new(), ("cu", "80"), ("zn", "20")).Class, Judge(Library.MarineBiota, new(Use: "oyster"), ("cu", "80"), ("zn", "20")).Class));

    [Fact]
    public void Radioactivity_beyond_class_III_is_class_V_unless_equal_limits_are_read_for_the_better() =>
        Assert.Equal((5, 4), (Judge(Library.Groundwater, new(), ("alpha", "0.6")).Class, Judge(Library.Groundwater, new(Use: "radioactivity-iv"), ("alpha", "0.6")).Class));

    [Fact]
    public void A_detection_limit_above_the_limit_decides_nothing_where_that_is_asked()
    {
        Assert.Equal(1, Judge(Library.Groundwater, new(), ("cd", "0.001L")).Class);
        var strict = Judge(Library.Groundwater, new(BelowDetection: BelowDetection.LimitMustKeep), ("cd", "0.001L"), ("pb", "0.005L"));
        Assert.Equal((1, "pb", NotJudgedReason.DetectionLimitTooHigh), (strict.Class, strict.Items.Single().Item.Code, strict.NotJudged.Single().Reason));
        Assert.Equal(1, Judge(Library.Groundwater, new(BelowDetection: BelowDetection.LimitMustKeep), ("las", "0.05L")).Class);
    }

    [Fact]
    public void Organic_carbon_in_percent_is_a_mass_fraction_and_converts_as_one()
    {
        var percent = Library.MarineSediment.For("toc")!.Unit;

        Assert.Equal(Dimension.MassPerMass, percent.Dimension);
        Assert.Equal(2.5m, Units.Get("g/kg").Convert(25m, percent));
        Assert.Equal(Dimension.MassPerWater, Library.Groundwater.For("benzene")!.Unit.Dimension);
    }

    [Fact]
    public void Oxygen_that_was_not_found_is_the_worst_water() => Assert.Equal(5, Judge(Library.SeaWater, new(), ("do", "<0.5")).Class);

    [Fact]
    public void What_is_only_seen_or_smelt_is_there_or_not()
    {
        Assert.Equal((1, 5, 1, 5), (
            Judge(Library.Groundwater, new(), ("odour", "无")).Class, Judge(Library.Groundwater, new(), ("odour", "有")).Class,
            Judge(Library.Groundwater, new(), ("odour", "0")).Class, Judge(Library.Groundwater, new(), ("visible", "2")).Class));
        Assert.False(Library.Groundwater.TryRead("cd", "无", out _));
        Assert.False(Library.Groundwater.TryRead("odour", "淡", out _));
    }

    [Fact]
    public void A_negative_value_takes_no_part_and_is_named() =>
        Assert.Equal(NotJudgedReason.Negative, Judge(Library.Groundwater, new(), ("cd", "-0.1")).NotJudged.Single().Reason);

    [Fact]
    public void Multiples_are_over_the_target_class_and_none_without_one()
    {
        Assert.Null(Judge(Library.SeaWater, new(), ("cod", "6")).Items.Single().Multiple);
        Assert.Equal((1m, 0.2m), (Judge(Library.SeaWater, new(Target: 2), ("cod", "6")).Items.Single().Multiple, Judge(Library.SeaWater, new(Target: 4), ("cod", "6")).Items.Single().Multiple));
        Assert.Null(Judge(Library.SeaWater, new(Target: 2), ("do", "1")).Items.Single().Multiple);
        Assert.Equal(0.5m, Judge(Library.Groundwater, new(), ("nh3n", "0.75")).Items.Single().Multiple);
    }

    [Fact]
    public void A_value_may_be_rounded_to_the_printed_places_first() =>
        Assert.Equal((2, 1), (Judge(Library.SeaWater, new(), ("din", "0.204")).Class, Judge(Library.SeaWater, new(Comparison: Comparison.Rounded), ("din", "0.204")).Class));

    [Fact]
    public void A_use_or_target_that_the_standard_does_not_know_is_the_callers_mistake()
    {
        Assert.Throws<ArgumentException>(() => Judge(Library.SeaWater, new(Use: "oyster"), ("cod", "1")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(Library.SeaWater, new(Target: 5), ("cod", "1")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Library.SeaWater.Columns([], new(Target: 0)));
    }

    [Fact]
    public void Every_reason_is_told_in_both_languages() =>
        Assert.All(Enum.GetValues<NotJudgedReason>(), reason => Assert.False(string.IsNullOrEmpty(ClassJudge.Words(reason).En)));

    internal static ClassJudgement Judge(ClassTable table, ClassOptions options, params (string Item, string Value)[] values) =>
        table.Judge(values.Select(value =>
        {
            Assert.True(table.TryRead(value.Item, value.Value, out var read), value.Value);
            return KeyValuePair.Create(Library.Items.Get(value.Item), read);
        }), options);
}
