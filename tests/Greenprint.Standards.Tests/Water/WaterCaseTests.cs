using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Every hand-worked case of surface water.</summary>
public sealed class WaterCaseTests
{
    private static readonly string[] NotItems = ["body"];

    public static TheoryData<Case> Items => CaseFiles.Of("item-class");

    public static TheoryData<Case> Samples => CaseFiles.Of("class");

    public static TheoryData<Case> Sections => CaseFiles.Of("section");

    public static TheoryData<Case> Shares => CaseFiles.Of("share");

    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Theory, MemberData(nameof(Items))]
    public void Class_of_one_item(Case of)
    {
        var limit = Table.For(MeasuredItems.Get(of.Get("item")), Body(of));

        Assert.Equal(of.Expected, limit is null ? "no limit" : Number(limit.Classify(of.Number("value"))));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Class_of_a_sample(Case of)
    {
        var judged = SurfaceWater.Classify(Table, Values(of).Select(value => KeyValuePair.Create(value.Item, value.Values[0])), Body(of));

        Assert.Equal(of.Expected, judged is null ? "none" : $"class={Number(judged.Class)};limiting={string.Join(' ', judged.Limiting)};main={string.Join(' ', judged.Main.Select(Written))}");
    }

    [Theory, MemberData(nameof(Sections))]
    public void Class_of_a_section_over_a_period(Case of)
    {
        var (item, values) = Assert.Single(Values(of));
        var month = Period.OfMonth(2021, 4);
        var section = new SectionSamples("断面", Body(of), [.. values.Select(value => new WaterSample(month.First, new Dictionary<MeasuredItem, MeasuredValue> { [item] = value }))]);

        var result = WaterSections.Section(Table, section, month);

        if (of.Expected == "none")
        {
            Assert.Null(result.Judgement);
            return;
        }

        var expected = of.Expected.Split('=', ';');
        Assert.True(MeasuredValue.TryParse(expected[1], out var mean));
        Assert.Equal((item.Code, mean, expected[3]), (expected[0], result.Means[item], Number(result.Judgement!.Class)));
    }

    [Theory, MemberData(nameof(Shares))]
    public void Share_of_sections_at_class_I_to_III(Case of)
    {
        var ammonia = MeasuredItems.Get("nh3n");
        decimal[] valueOfClass = [0, 0.1m, 0.4m, 0.9m, 1.4m, 1.9m, 2.5m];
        var classes = of.Get("classes").Split(' ');
        var month = Period.OfMonth(2021, 4);
        var sections = classes.Select((text, number) => new SectionSamples(
            $"断面{number}", WaterBody.River,
            text == "-" ? [] : [new(month.First, new Dictionary<MeasuredItem, MeasuredValue> { [ammonia] = MeasuredValue.Of(valueOfClass[int.Parse(text, CultureInfo.InvariantCulture)]) })]));

        var result = WaterRegion.Of(Table, [.. sections], month);

        Assert.Equal(of.Expected, result.GoodShare.IsGiven ? result.GoodShare.Text : "not given");
        Assert.Equal(
            classes.Select((text, number) => (text, name: $"断面{number}")).Where(section => section.text == "-").Select(section => section.name),
            result.Excluded.Where(records => records.Kind == ExclusionKind.SectionWithoutClass).Select(records => records.Place));
    }

    private static IReadOnlyList<(MeasuredItem Item, MeasuredValue[] Values)> Values(Case of) =>
        [.. of.Pairs.Where(pair => !NotItems.Contains(pair.Key)).Select(pair => (MeasuredItems.Get(pair.Key), pair.Value.Split('|').Select(text =>
        {
            Assert.True(MeasuredValue.TryParse(text, out var value), text);
            return value;
        }).ToArray()))];

    private static WaterBody Body(Case of) => of.Get("body") == "lake" ? WaterBody.Lake : WaterBody.River;

    private static string Number(WaterClass of) => ((int)of).ToString(CultureInfo.InvariantCulture);

    private static string Written(ItemClass item) =>
        item.Multiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"{item.Item}({Rounding.HalfEven(multiple, Table.MultipleDecimals):F2})") : item.Item.Code;
}
