using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Classes;
using Greenprint.Standards.Sea;

namespace Greenprint.Standards.Tests.Sea;

/// <summary>Shares of area, states of sea areas and eutrophication: hand-worked cases and laws.</summary>
public sealed class CoastalTests
{
    private static readonly Gen<ClassAreas> Areas = Gen.Int[0, 100].Array[5].Where(areas => areas.Sum() > 0).Select(areas => new ClassAreas(areas[0], areas[1], areas[2], areas[3], areas[4]));

    public static TheoryData<Case> Surveys => CaseFiles.Of("sea-area");

    public static TheoryData<Case> Years => CaseFiles.Of("sea-year");

    public static TheoryData<Case> Indices => CaseFiles.Of("eutrophication");

    private static CoastalRules Rules => TestStandards.Library.Coastal;

    [Theory, MemberData(nameof(Surveys))]
    public void Share_and_state_of_a_survey(Case of)
    {
        decimal Area(string name) => of[name] is null ? 0m : of.Number(name);
        var result = CoastalAreas.Survey(Rules, new(Area("I"), Area("II"), Area("III"), Area("IV"), Area("worse")));

        Assert.Equal(of.Expected, result.State is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"good={result.GoodShare.Text};state={result.State.State}"));
    }

    [Theory, MemberData(nameof(Years))]
    public void Share_of_a_year(Case of)
    {
        var surveys = of.Get("surveys").Split(' ').Select(text => text.Split('/').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray()).Select(parts => new ClassAreas(0, parts[0], parts[1], 0, parts[2]));
        var result = CoastalAreas.Year(Rules, [.. surveys]);

        Assert.Equal(of.Expected, result.GoodShare.IsGiven ? $"good={result.GoodShare.Text}" : "none");
    }

    [Theory, MemberData(nameof(Indices))]
    public void Eutrophication_of_a_sample(Case of)
    {
        MeasuredValue Value(string name) => MeasuredValue.TryParse(of.Get(name), out var value) ? value : throw new FormatException(of.Get(name));
        var result = Eutrophication.Of(Rules, Value("cod"), Value("din"), Value("dip"));

        Assert.Equal(of.Expected, result.Level is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"index={result.Index.Text};level={Rules.Levels.ToList().IndexOf(result.Level)}"));
    }

    [Fact]
    public void Every_mixture_of_classes_has_a_state_and_better_water_never_a_worse_one() => Gen.Select(Areas, Gen.Int[0, 3], Gen.Int[1, 50]).Sample((areas, from, moved) =>
    {
        var parts = new[] { areas.I, areas.II, areas.III, areas.IV, areas.Worse };
        var much = Math.Min(moved, parts[from + 1]);
        parts[from] += much;
        parts[from + 1] -= much;

        var before = CoastalAreas.Survey(Rules, areas).State!.State;
        var after = CoastalAreas.Survey(Rules, new(parts[0], parts[1], parts[2], parts[3], parts[4])).State!.State;

        Assert.InRange(before, 1, 5);
        Assert.True(after <= before, $"{areas}: {before} → {after}");
    });

    [Fact]
    public void Shares_add_up_to_a_hundred_and_do_not_depend_on_the_unit_of_area() => Gen.Select(Areas, Gen.Int[1, 9]).Sample((areas, scale) =>
    {
        var shares = CoastalAreas.Survey(Rules, areas).Shares!;

        Assert.Equal(Fraction.Of(100m), shares.I + shares.II + shares.III + shares.IV + shares.Worse);
        Assert.Equal(shares, CoastalAreas.Survey(Rules, new(areas.I * scale, areas.II * scale, areas.III * scale, areas.IV * scale, areas.Worse * scale)).Shares);
    });

    [Fact]
    public void Stations_stand_for_their_areas_and_one_without_a_class_is_not_evaluated() =>
        Assert.Equal(new(0, 30, 0, 0, 10), ClassAreas.Of([(2, 10m), (2, 20m), (5, 10m), (null, 99m)]));

    [Fact]
    public void A_year_without_a_survey_is_not_given_and_says_why()
    {
        var result = CoastalAreas.Year(Rules, [new(1, 1, 1, 1, 1), null, new(1, 1, 1, 1, 1)]);

        Assert.Equal((NotGivenReason.IncompletePeriod, null), (result.GoodShare.NotGiven!.Reason, result.State));
        Assert.Contains("2期", result.GoodShare.NotGiven.Message.Zh, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => CoastalAreas.Year(Rules, [null, null, null, null]));
    }

    [Theory]
    [InlineData(BelowDetectionInSums.Half, "0.04")]
    [InlineData(BelowDetectionInSums.Full, "0.09")]
    [InlineData(BelowDetectionInSums.Zero, "0.00")]
    public void A_value_below_detection_enters_the_product_as_chosen(BelowDetectionInSums below, string index) =>
        Assert.Equal(index, Eutrophication.Of(Rules, MeasuredValue.Of(1m), MeasuredValue.Of(0.2m), MeasuredValue.Below(0.002m), below).Index.Text);

    [Fact]
    public void The_degrees_of_eutrophication_have_their_official_names() =>
        Assert.Equal(["未富营养化", "轻度富营养化", "中度富营养化", "重度富营养化"], Rules.Levels.Select(level => level.Name.Zh));
}
