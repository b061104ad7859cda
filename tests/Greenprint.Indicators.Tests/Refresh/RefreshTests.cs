using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Refresh;

public sealed class RefreshTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_changed_reading_changes_exactly_the_indicator_that_rests_on_it(StoreEngine engine)
    {
        await using var county = await WithTwo(engine);
        var before = await Standings(county);

        await county.Give("更正.csv", [new("a1", "pm25", ChinaTime.At(new(2026, 1, 5, 7, 0, 0)), TimeSpan.FromHours(1), 420m)], ReadingRank.Ratified);

        var after = await Standings(county);
        Assert.Equal(before["o3"], after["o3"]);
        Assert.Equal(29m, before["pm"].Value);
        Assert.Equal(29.2761m, decimal.Round(after["pm"].Value!.Value, 4));   // 29 + 391 / 24 / 59 days
        Assert.NotEqual(before["pm"].Run, after["pm"].Run);
        Assert.NotEqual(before["pm"].Gap, after["pm"].Gap);
    }

    [Fact]
    public async Task A_reading_of_another_item_or_of_another_plans_years_starts_nothing()
    {
        await using var county = await WithTwo();
        var before = await Standings(county);

        await county.Hours("a1", "so2", new(2026, 1, 1), new(2026, 1, 3), _ => 5m);
        await county.Hours("a1", "pm25", new(2019, 1, 1), new(2019, 1, 3), _ => 5m);

        Assert.Equal(before, await Standings(county));
        Assert.Equal(2, (await county.Ask((IComputations door) => door.Runs("p", null, TestContext.Current.CancellationToken))).Count);
    }

    [Fact]
    public async Task A_closed_plan_keeps_what_it_used()
    {
        await using var county = await County.Create(today: new DateOnly(2026, 3, 15));
        await county.Stations(County.Air("a1"));
        await county.Hours("a1", "pm25", new(2025, 1, 1), new(2025, 12, 31), _ => 28m);
        await county.Plan(County.Pack("old", 2021, 2025, County.Indicator("pm", ValueOrigin.Computed, "air-pm25-mean", year: 2025, baselineYear: 2020)) with { Status = PlanStatus.Closed });
        await county.Compute("old", Period.OfYear(2025));

        await county.Give("更正.csv", [new("a1", "pm25", ChinaTime.At(new(2025, 1, 5, 7, 0, 0)), TimeSpan.FromHours(1), 92m)], ReadingRank.Ratified);

        var values = await county.Ask((IValues door) => door.Revisions("old", "pm", TestContext.Current.CancellationToken));
        Assert.Equal(28m, Assert.Single(values).Value);
    }

    [Fact]
    public async Task The_start_of_the_program_catches_up_with_what_was_missed()
    {
        await using var county = await WithTwo();
        county.Store.Clock.Set(new DateOnly(2026, 4, 2));   // March has ended in the meantime

        var service = county.Store.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<RefreshService>().Single();
        await service.Once(TestContext.Current.CancellationToken);

        var values = await county.Ask((IValues door) => door.Revisions("p", "o3", TestContext.Current.CancellationToken));
        Assert.Equal(["2026-01..2026-02", "2026-01..2026-03"], values.Select(value => value.Period.ToString()));
    }

    [Fact]
    public async Task The_span_of_a_value_that_the_superior_issued_is_computed_too()
    {
        await using var county = await WithTwo();
        await county.Ask((IValues door) => door.Issue(County.Clerk, new("p", "pm", Period.OfYearTo(2026, 1), 30m, "省函〔2026〕3号"), TestContext.Current.CancellationToken));

        await county.Ask((IComputations door) => door.ComputeAll(County.Clerk, "p", [Period.OfYear(2026)], null, TestContext.Current.CancellationToken));

        var standing = await county.Ask((IStandings door) => door.OfIndicator("p", "pm", null, TestContext.Current.CancellationToken));
        Assert.Equal(("2026-01", 1m), (standing!.Differences.Single().Other.Period.ToString()[..7], standing.Differences.Single().Difference));
    }

    private static async Task<County> WithTwo(StoreEngine engine = StoreEngine.Sqlite)
    {
        var county = await County.Create(engine, new DateOnly(2026, 3, 15));
        await county.Stations(County.Air("a1"));
        await county.Plan(County.Pack(
            "p", 2026, 2030,
            County.Indicator("pm", ValueOrigin.Computed, "air-pm25-mean"), County.Indicator("o3", ValueOrigin.Computed, "air-o3-8h-p90", target: 150, baseline: 160, decimals: 0)));
        await county.Hours("a1", "pm25", new(2026, 1, 1), new(2026, 2, 28), _ => 29m);
        await county.Hours("a1", "o3", new(2026, 1, 1), new(2026, 2, 28), _ => 100m);
        return county;
    }

    private static async Task<Dictionary<string, (decimal? Value, string? Run, decimal? Gap, IndicatorState State)>> Standings(County county)
    {
        var plan = await county.Ask((IStandings door) => door.OfPlan("p", null, TestContext.Current.CancellationToken));
        return plan!.Indicators.ToDictionary(
            one => one.Indicator.Code, one => (one.Standing.Latest?.Value, one.Values.LastOrDefault()?.Run, one.Standing.Gap, one.Standing.State));
    }
}
