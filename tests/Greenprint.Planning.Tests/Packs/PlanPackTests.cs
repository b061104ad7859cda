using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Packs;

public sealed class PlanPackTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_pack_comes_back_from_the_store_as_it_was(StoreEngine engine)
    {
        await using var store = await Store(engine);
        var pack = Pack();

        var done = await store.Import(pack);
        var plan = await store.Plan("jia-15");

        Assert.Equal(PlanImportOutcome.Stored, done.Outcome);
        Assert.Equal(new("jia-15", "990101", ("甲县规划", "Plan of Jia"), 2026, 2030, PlanStatus.InForce, true), plan!.Summary);
        Assert.Equal(pack.Goals, plan.Goals);
        Assert.Equal(pack.Groups, plan.Groups);
        Assert.Equal(JsonSerializer.Serialize(pack.Clauses), JsonSerializer.Serialize(plan.Clauses));
        Assert.Equal(JsonSerializer.Serialize(pack.KeyTasks), JsonSerializer.Serialize(plan.KeyTasks));
        Assert.Equal(pack.Safeguards, plan.Safeguards);
        var indicator = Assert.Single(plan.Indicators);
        Assert.Equal(DesiredDirection.Down, indicator.Direction);
        Assert.Equal(new Baseline(2025, 22.5m, new("22.5", "22.5")), indicator.Baseline);
        Assert.Equal(new Target(TargetKind.AtMost, 2030, 20, null, new("≤20", "≤20")), indicator.Target);
        Assert.Null(indicator.Original);
        Assert.Equal([new(2026, 22), new(2030, 20)], indicator.Steps);
        Assert.Equal("jia/ecology", indicator.Lead);
        Assert.Equal("甲县", indicator.Method!.Arguments["city"]);
        Assert.Equal(PlanThresholds.Default, plan.Thresholds);
        Assert.Equal(JsonSerializer.Serialize(pack.Projects), JsonSerializer.Serialize(plan.Projects));
        Assert.Equal(JsonSerializer.Serialize(pack.Measures), JsonSerializer.Serialize(plan.Measures));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_pack_twice_changes_nothing(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack());
        var before = await Dump(store);

        var again = await store.Import(Pack());

        Assert.Equal(PlanImportOutcome.Unchanged, again.Outcome);
        Assert.Equal(before, await Dump(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T15_importing_plan_B_leaves_plan_A_byte_for_byte(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack("plan-a"));
        var before = await Dump(store, "plan-a");

        // The same codes, groups and units, other content.
        await store.Import(Pack("plan-b", PlanStatus.Draft, Pm25() with { Decimals = 0, Target = new PackTarget(TargetKind.AtMost, 2030, 5), Steps = [] }));
        await store.Import(Pack("plan-b", PlanStatus.InForce, Pm25() with { Decimals = 2 }));

        Assert.Equal(before, await Dump(store, "plan-a"));
        Assert.Contains("air-pm25", before, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T9_negative_and_small_figures_survive_the_store(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack("jia-15", PlanStatus.InForce, Pm25() with
        {
            Decimals = 3,
            Direction = DesiredDirection.Up,
            Baseline = new PackBaseline(2025, -1.5m),
            Target = new PackTarget(TargetKind.AtLeast, 2030, 0.035m),
            Steps = [new(2026, -1.4999999999m)],
        }));

        var indicator = (await store.Plan("jia-15"))!.Indicators[0];

        Assert.Equal(-1.5m, indicator.Baseline!.Value);
        Assert.Equal("0.035", indicator.Target.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(-1.4999999999m, indicator.Steps[0].Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_confirmed_plan_is_not_replaced_and_a_draft_is(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await store.Import(Pack("jia-15", PlanStatus.Draft));

        Assert.Equal(PlanImportOutcome.Replaced, (await store.Import(Pack())).Outcome);
        var before = await Dump(store);
        var refused = await store.Import(Pack() with { Title = new("另一份规划") });

        Assert.Equal((PlanImportOutcome.Refused, "PLN-004"), (refused.Outcome, refused.Findings[0].Code));
        Assert.Equal(before, await Dump(store));
    }

    [Fact]
    public async Task Two_packs_go_in_with_one_change()
    {
        await using var store = await Store(StoreEngine.Sqlite);

        await store.In(services => services.GetRequiredService<IChanges>().Apply(Actor.System("test"), async change =>
        {
            var packs = services.GetRequiredService<IPlanPacks>();
            await packs.Import(change, Pack("one"), Stop);
            return await packs.Import(change, Pack("two"), Stop);
        }, Stop));

        Assert.Equal(2, (await store.In(services => services.GetRequiredService<IPlans>().All(Stop))).Count);
    }

    [Fact]
    public async Task Plans_are_listed_in_force_first_then_closed_then_drafts()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack("draft", PlanStatus.Draft));
        await store.Import(Pack("old", PlanStatus.Closed) with { Start = 2016, End = 2020 });
        await store.Import(Pack("older", PlanStatus.Closed) with { Start = 2011, End = 2015 });
        await store.Import(Pack("now"));

        Assert.Equal(["now", "old", "older", "draft"], (await store.In(services => services.GetRequiredService<IPlans>().All(Stop))).Select(plan => plan.Id));
    }

    [Fact]
    public async Task T8_a_revision_in_a_pack_leaves_the_first_target_readable()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack("jia-15", PlanStatus.InForce, Pm25() with
        {
            Revisions = [new PackRevision(new PackTarget(TargetKind.AtMost, 2030, 19), "甲〔2027〕3号", new DateOnly(2027, 5, 1), "收紧")],
        }));

        var indicator = (await store.Plan("jia-15"))!.Indicators[0];
        var asOf = await store.In(services => services.GetRequiredService<IPlans>().FindAsOf("jia-15", new DateOnly(2027, 4, 30), Stop));

        Assert.Equal((19m, 20m), (indicator.Target.Value, indicator.Original!.Value));
        Assert.Equal(2, indicator.Steps.Count);
        Assert.Equal(20m, asOf!.Indicators[0].Target.Value);
        Assert.Null(asOf.Indicators[0].Original);
    }

    /// <summary>Every row of the module, or of one plan, as text.</summary>
    private static Task<string> Dump(TestStore store, string? plan = null) => store.In(async services =>
    {
        var db = services.GetRequiredService<GreenprintDb>();
        List<string> lines = [];
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName()!.StartsWith("planning_", StringComparison.Ordinal)))
        {
            var owner = type.FindProperty("Plan") is null ? "id" : "plan";
            var columns = string.Join(" || '|' || ", type.GetProperties().Select(property => $"coalesce(cast(\"{property.GetColumnName()}\" as text), '-')"));
#pragma warning disable EF1002 // names of the model
            var rows = await db.Database.SqlQueryRaw<string>(
                $"SELECT {columns} AS \"Value\" FROM \"{type.GetTableName()}\" WHERE {(plan is null ? "1=1" : $"\"{owner}\" = '{plan}'")}").ToListAsync(Stop);
#pragma warning restore EF1002
            lines.AddRange(rows.Order(StringComparer.Ordinal).Select(row => $"{type.GetTableName()}: {row}"));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    });
}
