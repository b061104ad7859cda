using Greenprint.Platform;
using Greenprint.Quantities;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Packs;

/// <summary>What a pack is refused for; the store stays empty each time.</summary>
public sealed class PackRulesTests
{
    public static TheoryData<string, string> Faults { get; } = new()
    {
        { "no number", "number" },
        { "range without upper", "upper" },
        { "range upside down", "below" },
        { "at most but up", "contradicts" },
        { "at least but down", "contradicts" },
        { "keep without direction", "direction" },
        { "baseline after target", "baseline" },
        { "eleven decimals", "decimals" },
        { "no such group", "group" },
        { "no such task", "key task" },
        { "computed without method", "method" },
        { "two steps a year", "two steps" },
        { "decision that is none", "Suspended" },
        { "code twice", "more than once" },
        { "bad id", "lower-case" },
        { "bad period", "period" },
        { "bad format", "format" },
        { "no such unit", "unit" },
        { "no such region", "region" },
        { "revision without reason", "reason" },
        { "project twice", "more than once" },
        { "project without name", "no name" },
        { "project ends before it begins", "after it ends" },
        { "project that earns money", "not negative" },
        { "project with a long unit", "unit is too long" },
        { "project without words for its money", "investment says nothing" },
        { "project of a long clause", "id of the clause" },
        { "measure of a long clause", "id of the clause" },
        { "project of nobody", "neither a name nor an id" },
        { "project of another county's unit", "unit" },
        { "measure of no task", "key task" },
        { "measure that says nothing", "says nothing" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_pack_that_contradicts_itself_is_refused_and_writes_nothing(string fault, string says)
    {
        await using var store = await Store(StoreEngine.Sqlite);

        var refused = await store.Import(Broken(fault));

        Assert.Equal(PlanImportOutcome.Refused, refused.Outcome);
        Assert.Contains(refused.Findings, finding => finding.Message.En!.Contains(says, StringComparison.OrdinalIgnoreCase));
        Assert.Null(await store.Plan(refused.Plan));
    }

    [Fact]
    public async Task T11_a_last_step_that_differs_from_the_target_is_a_remark_and_the_target_holds()
    {
        await using var store = await Store(StoreEngine.Sqlite);

        var done = await store.Import(With(Pm25() with { Steps = [new(2030, 21)] }));

        Assert.Equal((PlanImportOutcome.Stored, "PLN-006"), (done.Outcome, Assert.Single(done.Findings).Code));
        Assert.Equal(20, (await store.Plan("jia-15"))!.Indicators[0].Target.Value);
    }

    [Theory]
    [InlineData(0, 100, DesiredDirection.Up)]
    [InlineData(100, 0, DesiredDirection.Down)]
    [InlineData(-5, 0, DesiredDirection.Up)]
    public async Task T4_the_direction_is_taken_from_the_numbers_and_zero_is_one(int baseline, int target, DesiredDirection expected)
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(With(Pm25() with
        {
            Baseline = new PackBaseline(2025, baseline),
            Target = new PackTarget(TargetKind.AssignedBySuperior, 2030, target, Document: "X"),
            Steps = [],
        }));

        var indicator = (await store.Plan("jia-15"))!.Indicators[0];

        Assert.Equal(expected, indicator.Direction);
        Assert.Equal(
            IndicatorState.NotAchieved,
            IndicatorStates.Judge(indicator, [new(Period.OfYear(2030), baseline)], PlanThresholds.Default, new DateOnly(2031, 3, 1)).State);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("null", "no plan pack")]
    [InlineData("{\n\"format\": \"greenprint-plan-pack/1\",\n\"colour\": 3\n}", "colour")]
    [InlineData("[]", "no plan pack")]
    [InlineData("", "no plan pack")]
    public void A_file_that_is_no_pack_is_named_with_its_line(string json, string says)
    {
        var (pack, fault) = PlanPackJson.Read(json, "x.json");

        Assert.Null(pack);
        Assert.Equal("PLN-001", fault!.Code);
        var words = $"{fault.Message.En} line {fault.Place!.Line}";
        Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.Equal("x.json", fault.Place.Source);
    }

    [Fact]
    public void A_pack_survives_its_file()
    {
        var text = PlanPackJson.Write(Pack());

        Assert.Equal(text, PlanPackJson.Write(PlanPackJson.Read(text, "x.json").Pack!));
        Assert.Contains("细颗粒物", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_of_a_pack_is_what_it_says_and_not_how_its_file_looks()
    {
        var pack = Pack();
        var content = System.Text.Encoding.UTF8.GetString(PlanPackJson.Content(pack));

        Assert.Equal(content, System.Text.Encoding.UTF8.GetString(PlanPackJson.Content(PlanPackJson.Read(PlanPackJson.Write(pack), "x.json").Pack!)));
        Assert.NotEqual(content, System.Text.Encoding.UTF8.GetString(PlanPackJson.Content(With(Pm25() with { Baseline = new PackBaseline(2025, 0) }))));
        Assert.DoesNotContain("null", content, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_binding_of_real_stations_is_sound_and_invents_no_result()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        var pack = new Greenprint.Planning.Packs.PlanPacks(null!).FindShipped("real")!;

        var done = await store.Import(pack);

        Assert.Equal((PlanImportOutcome.Stored, 0), (done.Outcome, done.Findings.Count));
        Assert.All(pack.Indicators, indicator => Assert.Null(indicator.Baseline));
        Assert.False(pack.Demo);
        Assert.Equal(10, pack.Indicators.Count);
        Assert.Null(new Greenprint.Planning.Packs.PlanPacks(null!).FindShipped("another"));
    }

    private static PlanPack With(PackIndicator indicator) => Pack("jia-15", PlanStatus.InForce, indicator);

    private static PlanPack Broken(string fault) => fault switch
    {
        "no number" => With(Pm25() with { Target = new(TargetKind.AtMost, 2030) }),
        "range without upper" => With(Pm25() with { Target = new(TargetKind.Range, 2030, 6) }),
        "range upside down" => With(Pm25() with { Target = new(TargetKind.Range, 2030, 6, 5) }),
        "at most but up" => With(Pm25() with { Direction = DesiredDirection.Up }),
        "at least but down" => With(Pm25() with { Direction = DesiredDirection.Down, Target = new(TargetKind.AtLeast, 2030, 6) }),
        "keep without direction" => With(Pm25() with { Target = new(TargetKind.Keep, 2030) }),
        "baseline after target" => With(Pm25() with { Baseline = new PackBaseline(2030, 1) }),
        "eleven decimals" => With(Pm25() with { Baseline = new PackBaseline(2025, 0.00000000001m) }),
        "no such group" => With(Pm25() with { Group = "nowhere" }),
        "no such task" => With(Pm25() with { KeyTasks = ["t9"] }),
        "computed without method" => With(Pm25() with { Method = null }),
        "two steps a year" => With(Pm25() with { Steps = [new(2026, 1), new(2026, 2)] }),
        "decision that is none" => With(Pm25() with { Decision = new(IndicatorState.OnTrack, "X", new DateOnly(2026, 1, 1)) }),
        "code twice" => Pack("jia-15", PlanStatus.InForce, Pm25(), Pm25()),
        "bad id" => Pack("Jia 15"),
        "bad period" => Pack() with { End = 2020 },
        "bad format" => Pack() with { Format = "something/9" },
        "no such unit" => With(Pm25() with { Lead = "jia/nobody" }),
        "no such region" => Pack() with { Region = "123456" },
        "revision without reason" => With(Pm25() with { Revisions = [new(new PackTarget(TargetKind.AtMost, 2030, 19), "X", new DateOnly(2027, 1, 1), " ")] }),
        "project twice" => Pack() with { Projects = [Sewers(), Sewers()] },
        "project without name" => Pack() with { Projects = [Sewers() with { Name = new(" ") }] },
        "project ends before it begins" => Pack() with { Projects = [Sewers() with { Start = 2029 }] },
        "project that earns money" => Pack() with { Projects = [Sewers() with { Investment = new("-1万元", -1, "万元") }] },
        "project with a long unit" => Pack() with { Projects = [Sewers() with { Investment = new("1", 1, new string('元', 21)) }] },
        "project without words for its money" => Pack() with { Projects = [Sewers() with { Investment = new(" ", 1, "万元") }] },
        "project of a long clause" => Pack() with { Projects = [Sewers() with { ClauseId = new string('c', 101) }] },
        "measure of a long clause" => Pack() with { Measures = [new("m1", new("措施")) { ClauseId = new string('c', 101) }] },
        "project of nobody" => Pack() with { Projects = [Sewers() with { Lead = [new(" ")] }] },
        "project of another county's unit" => Pack() with { Projects = [Sewers() with { Lead = [new("某局", "yi/nobody")] }] },
        "measure of no task" => Pack() with { Measures = [new("m1", new("措施")) { KeyTask = "t9" }] },
        "measure that says nothing" => Pack() with { Measures = [new("m1", new(" "))] },
        _ => throw new ArgumentException(fault, nameof(fault)),
    };
}
