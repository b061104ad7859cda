using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
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
        await store.Import(Pack());
        await store.Import(Pack("draft", PlanStatus.Draft));
        await store.Import(Pack("old", PlanStatus.Closed));

        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Document = " " }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Reason = "" }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Target = Tighter.Target with { Value = null } }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Target = Tighter.Target with { Kind = TargetKind.AtLeast } }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { Target = Tighter.Target with { Value = 20, Text = new("≤20", "≤20") } }))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter with { On = ChinaTime.DayOf(store.Clock.GetUtcNow()).AddDays(1) }))!.Code);   // it would hold at once
        Assert.Equal("PLN-014", (await Revise(store, Tighter, "draft"))!.Code);
        Assert.Equal("PLN-014", (await Revise(store, Tighter, "old"))!.Code);
        Assert.Equal("PLN-010", (await Revise(store, Tighter, "none"))!.Code);
        Assert.Equal("PLN-011", (await Revise(store, Tighter, indicator: "none"))!.Code);
        Assert.Single(await Versions(store));
    }

    private static Task<Finding?> Revise(TestStore store, TargetRevision revision, string plan = "jia-15", string indicator = "air-pm25") =>
        store.Within((services, change) => services.GetRequiredService<ITargets>().Revise(change, plan, indicator, revision, Stop));

    private static Task<IReadOnlyList<TargetVersion>> Versions(TestStore store) =>
        store.In(services => services.GetRequiredService<ITargets>().Versions("jia-15", "air-pm25", Stop));
}
