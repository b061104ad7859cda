using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.Allocations;

public sealed class AllocationTests
{
    private static readonly AllocationContent Two = new(CombinationRule.WeightedMean, [new("990101100", 20.5m, 1), new("990101101", 0, 3)], "甲府〔2026〕9号", "年度分解会议");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_allocation_comes_back_digit_for_digit_and_a_change_is_a_further_revision(StoreEngine engine)
    {
        await using var store = await Prepared(engine);

        var day = ChinaTime.DayOf(store.Clock.GetUtcNow());
        Assert.Empty(await Allocate(store, 2026, Two));
        store.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await Allocate(store, 2026, Two with { Parts = [new("990101100", 21.035m, 1), new("990101101", null, 3)] }, seen: 1));

        var revisions = await store.In(services => services.GetRequiredService<IAllocations>().Revisions("jia-15", "air-pm25", 2026, AllocationTo.Areas, Stop));
        Assert.Equal([1, 2], revisions.Select(revision => revision.Revision));
        Assert.Equal((0, 1, 2), (await Standing(-1), await Standing(2), await Standing(3)));
        Assert.Equal(Two.Parts, revisions[0].Content.Parts);
        Assert.Equal([21.035m, null], revisions[1].Content.Parts.Select(part => part.Value));
        Assert.Equal(("王编辑", "甲府〔2026〕9号", "年度分解会议"), (revisions[1].RecordedBy, revisions[1].Content.Document, revisions[1].Content.Why));
        var history = await store.In(services => services.GetRequiredService<IHistory>().Of("indicator/jia-15/air-pm25", Stop));
        Assert.Equal(["target.allocated", "target.allocated"], history.Select(entry => entry.Kind));

        // The revision that stood at the end of a day; 0 for none.
        async Task<int> Standing(int days) =>
            (await store.In(services => services.GetRequiredService<IAllocations>().OfAsOf("jia-15", "air-pm25", day.AddDays(days), Stop))).SingleOrDefault()?.Revision ?? 0;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T10_another_rule_is_written_into_every_year_at_once_and_no_year_shows_what_another_was_given(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        await Allocate(store, 2026, Two);
        await Allocate(store, 2027, Two with { Parts = [new("990101100", 19, 1)] });

        Assert.Empty(await Allocate(store, 2026, Two with { Rule = CombinationRule.Sum, Why = "改为合计" }));

        var now = await store.In(services => services.GetRequiredService<IAllocations>().Of("jia-15", "air-pm25", Stop));
        Assert.Equal([(2026, 2, CombinationRule.Sum), (2027, 2, CombinationRule.Sum)], now.Select(one => (one.Year, one.Revision, one.Content.Rule)));
        Assert.Equal(19m, Assert.Single(now[1].Content.Parts).Value);
        Assert.Equal("改为合计", now[1].Content.Why);
        Assert.Empty(await store.In(services => services.GetRequiredService<IAllocations>().Revisions("jia-15", "air-pm25", 2028, AllocationTo.Areas, Stop)));
    }

    [Fact]
    public async Task Of_two_who_allocate_at_once_the_second_is_told()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        Assert.Empty(await Allocate(store, 2026, Two, seen: 0));

        Assert.Equal("PLN-012", Assert.Single(await Allocate(store, 2026, Two with { Why = "另一人" }, seen: 0)).Finding.Code);
    }

    public static TheoryData<string, int, string> Faults => new()
    {
        { "year", 2031, "" }, { "parts", 2026, "unknown" }, { "parts", 2026, "twice" }, { "parts", 2026, "none" }, { "parts", 2026, "half-weighted" }, { "why", 2026, "silent" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task What_does_not_fit_is_refused_by_its_field(string field, int year, string fault)
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        AllocationPart east = new("990101100", 20.5m, 1);
        var content = fault switch
        {
            "unknown" => Two with { Parts = [east with { Subject = "440781" }] },
            "twice" => Two with { Parts = [east, east] },
            "none" => Two with { Parts = [east with { Value = null }] },
            "half-weighted" => Two with { Parts = [east, new("990101101", 1)] },
            "silent" => Two with { Why = " " },
            _ => Two,
        };

        Assert.Equal((field, "PLN-027"), Assert.Single(await Allocate(store, year, content)) is var finding ? (finding.Field, finding.Finding.Code) : default);
        Assert.Empty(await store.In(services => services.GetRequiredService<IAllocations>().Of("jia-15", null, Stop)));
    }

    [Fact]
    public async Task T15_one_plans_shares_are_not_anothers()
    {
        await using var store = await Prepared(StoreEngine.Sqlite, Towns(), Towns("yi-15"));
        await Allocate(store, 2026, Two, plan: "yi-15");
        await Allocate(store, 2026, Two with { Parts = [new("990101100", 1, 1)] });

        var other = Assert.Single(await store.In(services => services.GetRequiredService<IAllocations>().Of("yi-15", null, Stop)));
        Assert.Equal((1, 2), (other.Revision, other.Content.Parts.Count));
    }

    private static Task<IReadOnlyList<FieldFinding>> Allocate(TestStore store, int year, AllocationContent content, int? seen = null, string plan = "jia-15") =>
        store.Within((services, change) => services.GetRequiredService<IAllocations>().Allocate(change, plan, "air-pm25", year, AllocationTo.Areas, content, seen, Stop));
}
