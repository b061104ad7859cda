using Greenprint.Planning.Plans;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Targets;

public sealed class RevisionTests
{
    private static readonly TargetRevision Tighter = new(
        new Target(TargetKind.AtMost, 2030, 19, null, new("≤19", "≤19")), "甲〔2027〕3号", new DateOnly(2027, 5, 1), "收紧");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T8_an_edit_writes_one_revision_and_the_old_target_stays_readable(StoreEngine engine)
    {
        await using var store = await Store(engine);
        store.Clock.Set(new DateOnly(2027, 6, 1));
        await store.Import(Pack());

        Assert.Null(await Revise(store, Tighter));

        var versions = await Versions(store);
        Assert.Equal([20m, 19m], versions.Select(version => version.Target.Value!.Value));
        Assert.Equal((2, "甲〔2027〕3号", "收紧", "王编辑"), (versions[1].Number, versions[1].Document, versions[1].Reason, versions[1].RecordedBy));
        Assert.Equal(versions[0].Steps, versions[1].Steps);
        var indicator = (await store.Plan("jia-15"))!.Indicators[0];
        Assert.Equal((19m, 20m), (indicator.Target.Value, indicator.Original!.Value));

        var history = await store.In(services => services.GetRequiredService<IHistory>().Of("indicator/jia-15/air-pm25", Stop));
        Assert.Equal(("target.revised", "收紧", "王编辑"), (Assert.Single(history).Kind, history[0].Why, history[0].ActorName));
    }

    [Fact]
    public async Task Of_two_who_revise_the_same_target_the_second_is_told()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        store.Clock.Set(new DateOnly(2027, 6, 1));
        await store.Import(Pack());

        Assert.Null(await Revise(store, Tighter with { Seen = 1 }));
        var refused = await Revise(store, Tighter with { Seen = 1, Target = Tighter.Target with { Value = 18 } });

        Assert.Equal("PLN-012", refused!.Code);
        Assert.Equal(2, (await Versions(store)).Count);
    }

    [Fact]
    public async Task A_revision_needs_its_document_its_reason_and_a_sound_target()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        store.Clock.Set(new DateOnly(2027, 6, 1));
        await store.Import(Pack());
        await store.Import(Pack("draft", PlanStatus.Draft));
        await store.Import(Pack("old", PlanStatus.Closed));

        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Document = " " }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Reason = "" }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Target = Tighter.Target with { Value = null } }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Target = Tighter.Target with { Kind = TargetKind.AtLeast } }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Target = Tighter.Target with { Value = 20, Text = new("≤20", "≤20") } }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { On = new DateOnly(2027, 6, 2) }))!.Code);   // it would hold at once
        Assert.Equal("PLN-014", (await Revise(store, Tighter, "draft"))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter, "old"))!.Code);
        Assert.Equal("PLN-010", (await Revise(store, Tighter, "none"))!.Code);
        Assert.Equal("PLN-011", (await Revise(store, Tighter, indicator: "none"))!.Code);
        Assert.Single(await Versions(store));
    }

    [Fact]
    public async Task An_assignment_of_a_day_to_come_does_not_hold_today()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack());
        store.Clock.Set(Tighter.On.AddDays(-1));

        Assert.Contains("晚于今天", (await Revise(store, Tighter))!.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(20m, (await store.Plan("jia-15"))!.Indicators[0].Target.Value);

        store.Clock.Set(Tighter.On);
        Assert.Null(await Revise(store, Tighter));
    }

    [Fact]
    public async Task A_method_is_bound_to_what_computed_values_decide_and_nothing_computes_once_with_its_reason()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack("jia-15", PlanStatus.InForce, Some.Pm25(), Some.Pm25() with { Code = "reported", Deciding = ValueOrigin.Reported, Method = null }));
        await store.Within(async (_, change) => await change.Db.Set<IndicatorRow>().Where(row => row.Code == "air-pm25").ExecuteUpdateAsync(set => set.SetProperty(row => row.Method, (string?)null), Stop));
        MethodBinding binding = new("air-pm25-mean", new Dictionary<string, string> { ["city"] = "甲县" });
        var before = await Version();

        Assert.Equal("PLN-015", (await Bind("air-pm25", " "))!.Code);
        Assert.Equal("PLN-015", (await Bind("reported"))!.Code);
        Assert.Equal("PLN-011", (await Bind("none"))!.Code);
        Assert.Null((await store.Plan("jia-15"))!.Indicators[0].Method);
        Assert.Null(await Bind("air-pm25"));

        Assert.Equal("甲县", (await store.Plan("jia-15"))!.Indicators[0].Method!.Arguments["city"]);
        Assert.Equal("PLN-015", (await Bind("air-pm25"))!.Code);
        Assert.Equal(before + 1, await Version());
        var history = await store.In(services => services.GetRequiredService<IHistory>().Of("indicator/jia-15/air-pm25", Stop));
        Assert.Equal(("indicator.method-bound", "站点已建成"), (Assert.Single(history).Kind, history[0].Why));

        Task<Finding?> Bind(string indicator, string why = "站点已建成") =>
            store.Within((services, change) => services.GetRequiredService<IMethodBindings>().Bind(change, "jia-15", indicator, binding, why, Stop));

        Task<int> Version() => store.In(services => services.GetRequiredService<GreenprintDb>().Set<PlanRow>().Where(row => row.Id == "jia-15").Select(row => row.Version).SingleAsync(Stop));
    }

    private static Task<Finding?> Revise(TestStore store, TargetRevision revision, string plan = "jia-15", string indicator = "air-pm25") =>
        store.Within((services, change) => services.GetRequiredService<ITargets>().Revise(change, plan, indicator, revision, Stop));

    private static Task<IReadOnlyList<TargetVersion>> Versions(TestStore store) =>
        store.In(services => services.GetRequiredService<ITargets>().Versions("jia-15", "air-pm25", Stop));
}
