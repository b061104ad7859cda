using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Hand-worked cases of rivers, change, main indicators, targets and means of pH.</summary>
public sealed class RiverCaseTests
{
    public static TheoryData<Case> PhMeans => CaseFiles.Of("ph-mean");

    public static TheoryData<Case> Rivers => CaseFiles.Of("river");

    public static TheoryData<Case> Changes => CaseFiles.Of("change");

    public static TheoryData<Case> MainTexts => CaseFiles.Of("main-text");

    public static TheoryData<Case> TargetShares => CaseFiles.Of("target-share");

    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Theory, MemberData(nameof(PhMeans))]
    public void Mean_of_pH_by_its_hydrogen_ions(Case of)
    {
        var ph = MeasuredItems.Get("ph");
        var samples = of.Get("values").Split('|').Select(text => new WaterSample(WaterText.Month.First, new Dictionary<MeasuredItem, MeasuredValue> { [ph] = WaterText.Value(text) }));

        var result = WaterSections.Section(Table, new("断面", WaterBody.River, [.. samples]), WaterText.Month);

        Assert.Equal(of.Expected, result.Means.TryGetValue(ph, out var mean) ? Rounding.HalfEven(mean.Value!.Value, 2).ToString("F2", null) : "none");
    }

    [Theory, MemberData(nameof(Rivers))]
    public void State_of_a_river(Case of)
    {
        var sections = of.Get("nh3n").Split('|').Select((text, at) => WaterText.Section(
            $"断面{at}", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = WaterText.Value(text) }));

        var river = WaterRivers.Of(Table, "河", [.. sections], WaterText.Month);

        Assert.Equal(of.Expected, river.State is not { } state ? "none" : river.Method == RiverMethod.Mean
            ? $"mean;class={(int)river.Judgement!.Class};state={Name(state)};main={MainIndicators.Text(Table, river.Main).Zh}"
            : $"proportions;state={Name(state)};main={MainIndicators.Text(river.MainByRate).Zh}");
    }

    [Theory, MemberData(nameof(Changes))]
    public void Change_between_two_periods(Case of)
    {
        RiverResult River(string key) => WaterRivers.Of(Table, "河", WaterText.Classes(of.Get(key)), WaterText.Month);

        var change = WaterChange.Between(Table, River("before"), River("after"));

        static string Written(WaterChangeLevel? level) => level is null ? "-" : ((int)level).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(of.Expected, change.Finding?.Code ??
            $"proportions={Written(change.ByProportions)};state={Written(change.ByState)};level={WaterChange.Words(change.Level!.Value).Zh}");
    }

    [Theory, MemberData(nameof(MainTexts))]
    public void Main_indicators_as_a_bulletin_writes_them(Case of)
    {
        var values = of.Pairs.Where(pair => pair.Key != "form").Select(pair => KeyValuePair.Create(MeasuredItems.Get(pair.Key), WaterText.Value(pair.Value)));

        var judged = SurfaceWater.Classify(Table, values, WaterBody.River);

        Assert.Equal(of.Expected, MainIndicators.Text(Table, judged?.Main ?? [], of.Get("form") == "slash" ? MainIndicatorForm.Slash : MainIndicatorForm.Brackets).Zh);
    }

    [Theory, MemberData(nameof(TargetShares))]
    public void Share_of_sections_that_meet_their_target(Case of)
    {
        var result = WaterRegion.Of(Table, WaterText.Classes(of.Get("classes"), of.Get("targets")), WaterText.Month);

        Assert.Equal(of.Expected, result.TargetShare.IsGiven ? result.TargetShare.Text : "not given");
    }

    private static string Name(WaterState state) => Table.Info(state.Class()).State.Zh;
}
