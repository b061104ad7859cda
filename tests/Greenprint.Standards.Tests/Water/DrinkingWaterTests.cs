using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Sources of drinking water: hand-worked cases and what the tables hold.</summary>
public sealed class DrinkingWaterTests
{
    public static TheoryData<Case> Sources => CaseFiles.Of("source");

    public static TheoryData<Case> Shares => CaseFiles.Of("source-share");

    public static TheoryData<Case> Surveys => CaseFiles.Of("survey");

    private static DrinkingWaterTable Table => TestStandards.Library.Drinking;

    [Theory, MemberData(nameof(Sources))]
    public void A_source_keeps_class_III_and_the_limits_of_tables_2_and_3(Case of)
    {
        var values = of.Pairs.Where(pair => pair.Key != "body").ToDictionary(pair => TestStandards.Library.Items.Get(pair.Key), pair => WaterText.Value(pair.Value));

        var judged = DrinkingWater.Judge(Table, "水源", of.Get("body") == "lake" ? WaterBody.Lake : WaterBody.River, values);

        var exceeding = string.Join(' ', judged.Exceeding.Select(item =>
            item.Multiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"{item.Item}({Rounding.HalfEven(multiple, 2):F2})") : item.Item.Code));
        Assert.Equal(of.Expected, judged.Meets is not { } meets ? "none" : $"{(meets ? "meets" : "exceeds")};judged={judged.Judged};exceeding={exceeding}");
    }

    [Theory, MemberData(nameof(Shares))]
    public void Shares_of_sources_by_number_and_by_volume(Case of)
    {
        var volumes = of.Get("volumes").Split(' ');
        var verdicts = of.Get("meets").Split(' ').Select((text, at) => new SourceVerdict(
            $"水源{at}", text == "-" ? null : text == "y", volumes[at] == "-" ? null : WaterText.Number(volumes[at]))).ToList();

        var shares = DrinkingWater.Share(Table, verdicts);

        static string Written(Figure figure) => figure.IsGiven ? figure.Text : "not given";
        Assert.Equal(of.Expected, $"sources={Written(shares.BySources)};volume={Written(shares.ByVolume)}");
        Assert.Equal(verdicts.Where(verdict => verdict.Meets is null).Select(verdict => verdict.Source), shares.NotJudged);
    }

    [Theory, MemberData(nameof(Surveys))]
    public void What_a_survey_lacks_is_named(Case of)
    {
        var survey = of.Get("survey") == "full" ? DrinkingSurvey.Full : DrinkingSurvey.Monthly;
        var values = Table.Items(DrinkingSurvey.Monthly).Concat(Table.Items(DrinkingSurvey.Full)).Distinct().Take((int)of.Number("measured"))
            .ToDictionary(item => item, _ => MeasuredValue.NotDetected);

        var judged = DrinkingWater.Judge(Table, "水源", WaterBody.River, values, survey);

        Assert.Equal(of.Expected, $"missing={judged.NotMeasured.Count}");
    }

    [Fact]
    public void Tables_2_and_3_have_5_and_80_rows_and_every_item_of_a_survey_a_limit()
    {
        Assert.Equal((5, 80), (Table.Limits.Count(limit => limit.Table == 2), Table.Limits.Count(limit => limit.Table == 3)));
        Assert.Equal((61, 109), (Table.Items(DrinkingSurvey.Monthly).Count, Table.Items(DrinkingSurvey.Full).Count));
        Assert.Equal(0.0000028m, Table.For(TestStandards.Library.Items.Named("苯并(a)芘")!)!.Limit);
        Assert.DoesNotContain(Table.Items(DrinkingSurvey.Monthly), item => item.Code == "cod");
    }

    [Fact]
    public void A_detection_limit_above_the_limit_is_kept_or_cannot_be_judged()
    {
        var thallium = TestStandards.Library.Items.Get("tl");
        var values = new Dictionary<StandardItem, MeasuredValue> { [thallium] = MeasuredValue.Below(0.0002m) };

        Assert.True(DrinkingWater.Judge(Table, "水源", WaterBody.River, values).Meets);
        var strict = DrinkingWater.Judge(Table, "水源", WaterBody.River, values, options: new(HighDetectionLimit: HighDetectionLimit.CannotBeJudged));
        Assert.Null(strict.Meets);
        Assert.Equal([thallium], strict.Unjudged);
    }

    [Fact]
    public void The_bound_of_pH_that_is_passed_is_named()
    {
        decimal Bound(decimal ph) => Assert.Single(DrinkingWater.Judge(
            Table, "水源", WaterBody.River, new Dictionary<StandardItem, MeasuredValue> { [TestStandards.Library.Items.Get("ph")] = MeasuredValue.Of(ph) }).Exceeding).Limit;

        Assert.Equal((6m, 9m), (Bound(5.5m), Bound(9.5m)));
    }
}
