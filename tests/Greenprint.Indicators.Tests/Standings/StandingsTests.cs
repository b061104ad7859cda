using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Standings;

public sealed class StandingsTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_origin_that_decides_decides_and_the_other_stands_beside_it_with_the_difference(StoreEngine engine)
    {
        await using var county = await County.Create(engine, new DateOnly(2027, 2, 1));
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("a", ValueOrigin.Issued)));
        await Enter(county, ValueOrigin.Reported, "a", Period.OfYear(2026), 31.2m);
        await Enter(county, ValueOrigin.Issued, "a", Period.OfYear(2026), 32m);

        var standing = await Standing(county, "a");

        Assert.Equal(32m, standing.Standing.Latest!.Value);
        var difference = Assert.Single(standing.Differences);
        Assert.Equal((ValueOrigin.Issued, ValueOrigin.Reported, -0.8m), (difference.Deciding.Origin, difference.Other.Origin, difference.Difference));
    }

    [Fact]
    public async Task A_missing_value_is_left_out_and_says_so_and_a_zero_counts()
    {
        await using var county = await County.Create(today: new DateOnly(2027, 2, 1));
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("zero", target: 0, baseline: 3), County.Indicator("none")));
        await Enter(county, ValueOrigin.Reported, "zero", Period.OfYear(2026), 0m);

        var plan = await county.Ask((IStandings door) => door.OfPlan("p", null, TestContext.Current.CancellationToken));

        Assert.Equal([IndicatorState.OnTrack, IndicatorState.Unknown], plan!.Indicators.Select(one => one.Standing.State));
        Assert.Equal((0m, null), (plan.Indicators[0].Standing.Latest?.Value, plan.Indicators[1].Standing.Latest?.Value));
    }

    [Fact]
    public async Task On_an_earlier_day_only_what_was_on_record_then_is_known()
    {
        await using var county = await County.Create(today: new DateOnly(2027, 2, 1));
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("a")));
        await Enter(county, ValueOrigin.Reported, "a", Period.OfYear(2026), 31m);
        county.Store.Clock.Set(new DateOnly(2027, 3, 1));
        await Enter(county, ValueOrigin.Reported, "a", Period.OfYear(2026), 29m, "更正");

        Assert.Equal(29m, (await Standing(county, "a")).Standing.Latest!.Value);
        Assert.Equal(31m, (await Standing(county, "a", new DateOnly(2027, 2, 10))).Standing.Latest!.Value);
        Assert.Null((await Standing(county, "a", new DateOnly(2027, 1, 10))).Standing.Latest);
    }

    [Fact]
    public async Task Of_a_running_year_the_newest_sum_is_shown_and_an_older_one_only_beside_another_origin()
    {
        await using var county = await County.Create(today: new DateOnly(2026, 12, 1));
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("a")));
        foreach (var month in Enumerable.Range(1, 10))
        {
            await Enter(county, ValueOrigin.Reported, "a", Period.OfYearTo(2026, month), 30m);
        }

        await Enter(county, ValueOrigin.Issued, "a", Period.OfYearTo(2026, 9), 31m);

        var values = (await Standing(county, "a")).Values;

        Assert.Equal(
            [("2026-01..2026-09", ValueOrigin.Reported), ("2026-01..2026-09", ValueOrigin.Issued), ("2026-01..2026-10", ValueOrigin.Reported)],
            values.Select(value => (value.Period.ToString(), value.Origin)));
    }

    [Fact]
    public async Task A_closed_plan_has_its_final_state()
    {
        await using var county = await County.Create(today: new DateOnly(2027, 2, 1));
        await county.Plan(County.Pack("old", 2021, 2025, County.Indicator("met", year: 2025, baselineYear: 2020), County.Indicator("missed", year: 2025, baselineYear: 2020))
            with
        { Status = PlanStatus.Closed });
        await Enter(county, ValueOrigin.Reported, "met", Period.OfYear(2025), 30m, plan: "old");
        await Enter(county, ValueOrigin.Reported, "missed", Period.OfYear(2025), 30.1m, plan: "old");

        var plan = await county.Ask((IStandings door) => door.OfPlan("old", null, TestContext.Current.CancellationToken));

        Assert.Equal([IndicatorState.Achieved, IndicatorState.NotAchieved], plan!.Indicators.Select(one => one.Standing.State));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_indicators()
    {
        Assert.Equal(await Queries(2), await Queries(60));

        static async Task<int> Queries(int indicators)
        {
            await using var county = await County.Create(today: new DateOnly(2027, 2, 1));
            await county.Plan(County.Pack("p", 2026, 2030, [.. Enumerable.Range(0, indicators).Select(number => County.Indicator($"i{number:00}"))]));
            await county.Ask((IValues door) => door.EnterAll(
                County.Clerk, [.. Enumerable.Range(0, indicators).Select(number => (ValueOrigin.Reported, new ValueEntry("p", $"i{number:00}", Period.OfYear(2026), 30m)))],
                dryRun: false, TestContext.Current.CancellationToken));
            using var counter = new QueryCounter();
            var plan = await county.Ask((IStandings door) => door.OfPlan("p", null, TestContext.Current.CancellationToken));
            Assert.Equal(indicators, plan!.Indicators.Count(one => one.Standing.Latest is not null));
            return counter.Count;
        }
    }

    [Fact]
    public async Task There_is_nothing_to_say_of_a_plan_that_is_not_there()
    {
        await using var county = await County.Create();

        Assert.Null(await county.Ask((IStandings door) => door.OfPlan("nowhere", null, TestContext.Current.CancellationToken)));
        Assert.Null(await county.Ask((IStandings door) => door.OfIndicator("nowhere", "a", null, TestContext.Current.CancellationToken)));
    }

    private static async Task Enter(County county, ValueOrigin origin, string code, Period period, decimal value, string? note = null, string plan = "p")
    {
        var entry = new ValueEntry(plan, code, period, value, Document: "省函〔2027〕1号", Note: note);
        var outcome = await county.Ask((IValues door) => origin == ValueOrigin.Issued
            ? door.Issue(County.Clerk, entry, TestContext.Current.CancellationToken)
            : door.Report(County.Clerk, entry, TestContext.Current.CancellationToken));
        Assert.Null(outcome.Finding);
    }

    private static async Task<IndicatorStanding> Standing(County county, string code, DateOnly? asOf = null) =>
        (await county.Ask((IStandings door) => door.OfIndicator("p", code, asOf, TestContext.Current.CancellationToken)))!;

    /// <summary>Counts the commands that EF Core sends on behalf of whoever made the counter, from its own events; those of tests beside it are theirs.</summary>
    private sealed class QueryCounter : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<QueryCounter?> Here = new();
        private readonly List<IDisposable> subscriptions = [];

        public QueryCounter()
        {
            Here.Value = this;
            subscriptions.Add(System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count { get; private set; }

        public void OnNext(System.Diagnostics.DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Here.Value == this && value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Context: not null } executed
                && executed.Command.CommandText.Contains("SELECT", StringComparison.Ordinal))
            {
                Count++;
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw new InvalidOperationException("The events of EF Core broke off.", error);

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
