using Greenprint.Planning.Adjusting;
using Greenprint.Planning.Tests.Aligning;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>A county's plan below a city's, whose targets are anticipatory unless said otherwise, and requests in it.</summary>
internal static class AdjustmentStore
{
    public const string Plan = "xian-15";

    public static AdjustmentSubject Good { get; } = new(AdjustmentSubjectKind.Target, "good");

    public static Task<TestStore> Prepared(StoreEngine engine, IndicatorNature nature = IndicatorNature.Anticipatory) => TaskStore.Prepared(engine, Packs(nature));

    /// <summary>The same in a store where people have accounts.</summary>
    public static async Task<TestStore> WithPeople(StoreEngine engine)
    {
        var store = await TestStore.Create(engine, builder => builder.AddPlanning(), StoreKind.Demo);
        foreach (var pack in Packs(IndicatorNature.Anticipatory))
        {
            Assert.Equal(PlanImportOutcome.Stored, (await store.Import(pack)).Outcome);
        }

        return store;
    }

    private static PlanPack[] Packs(IndicatorNature nature)
    {
        var local = TwoPlans.Local();
        var city = new Region("990100", null, ("甲市", "Jia City"), RegionLevel.Prefecture, IsDemo: true);
        var county = County with { Parent = city.Code };
        var own = local with
        {
            Regions = [city, county, TaskStore.East, TaskStore.West],
            Units = [Bureau, TaskStore.Housing],
            Indicators = [.. local.Indicators.Select(indicator => indicator with { Nature = nature, Steps = [new(2027, indicator.Target.Value!.Value - 0.5m), new(2028, indicator.Target.Value.Value)] })],
        };
        return [TwoPlans.Upper() with { Regions = [city, county] }, own];
    }

    /// <summary>96 by 2030 becomes something else, and nothing besides.</summary>
    public static AdjustmentRequest Days(decimal value, int seen = 1, decimal? step = null) => new("气象条件不利，经专家论证。", seen)
    {
        Target = new(
            new Target(TargetKind.AtLeast, 2030, value, null, new(FormattableString.Invariant($"≥{value}"), FormattableString.Invariant($"≥{value}"))),
            [new(2027, step ?? 95.5m), new(2028, 96m)]),
    };

    public static Task<T> As<T>(this TestStore store, string person, Func<IServiceProvider, Change, Task<T>> work) => store.In(services =>
        services.GetRequiredService<IChanges>().Apply(new Actor(person, person), change => work(services, change), Stop));

    public static Task<AdjustmentSaving> Propose(this TestStore store, AdjustmentSubject subject, AdjustmentRequest request, string by = "wang") =>
        store.As(by, (services, change) => services.GetRequiredService<IAdjustments>().Propose(change, Plan, subject, request, Stop));

    public static async Task<Adjustment> Proposed(this TestStore store, AdjustmentSubject subject, AdjustmentRequest request)
    {
        var saving = await store.Propose(subject, request);
        Assert.Empty(saving.Findings);
        return saving.Adjustment!;
    }

    public static async Task<IReadOnlyList<FieldFinding>> Act(this TestStore store, string code, string by, AdjustmentOrder order) =>
        await store.As(by, async (services, change) =>
        {
            var adjustments = services.GetRequiredService<IAdjustments>();
            var seen = order.Seen > 0 ? order.Seen : (await adjustments.Find(Plan, code, Stop))!.Version;
            return await adjustments.Act(change, Plan, code, order with { Seen = seen }, Stop);
        });

    public static async Task Done(this TestStore store, string code, string by, AdjustmentOrder order) => Assert.Empty(await store.Act(code, by, order));

    /// <summary>Submitted, the housing department asked, and its answer given.</summary>
    public static async Task Heard(this TestStore store, string code)
    {
        await store.Done(code, "wang", new(AdjustmentAct.Submit, 0));
        await store.Done(code, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id], Day = store.Clock.Today().AddDays(7) });
        await store.Done(code, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.AgreeWithRemark, Why = "建议同步调整年度分解。" });
    }

    public static AdjustmentOrder Approval(TestStore store) => new(AdjustmentAct.Approve, 0) { Document = "甲府〔2027〕3号", Day = store.Clock.Today() };

    public static DateOnly Today(this TestClock clock) => ChinaTime.DayOf(clock.GetUtcNow());

    public static Task<Adjustment?> Find(this TestStore store, string code) => store.In(services => services.GetRequiredService<IAdjustments>().Find(Plan, code, Stop));

    public static Task<IReadOnlyList<TargetVersion>> Versions(this TestStore store, string indicator = "good") =>
        store.In(services => services.GetRequiredService<ITargets>().Versions(Plan, indicator, Stop));
}
