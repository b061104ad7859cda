using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>What the sample county is there to show, as the program judges it.</summary>
public sealed class SampleStatesTests(SampleHost host)
{
    [Theory]
    [InlineData("rural-sewage", IndicatorState.NotAchieved)]       // one is missed
    [InlineData("water-black", IndicatorState.Achieved)]           // one is zero and met
    [InlineData("mangrove", IndicatorState.Achieved)]              // one is cumulative
    [InlineData("air-pm25", IndicatorState.Achieved)]
    [InlineData("water-good", IndicatorState.Achieved)]
    [InlineData("co2-intensity", IndicatorState.Achieved)]
    public async Task The_closed_plan_has_its_final_states(string code, IndicatorState state) =>
        Assert.Equal(state, (await Of("lanwan-14", code)).Standing.State);

    [Theory]
    [InlineData("air-o3", IndicatorState.Regressing)]              // one got worse than its baseline
    [InlineData("co2-intensity", IndicatorState.WaitingForAssignment)]
    [InlineData("sea-good", IndicatorState.Unknown)]
    [InlineData("water-black", IndicatorState.OnTrack)]
    [InlineData("rural-sewage", IndicatorState.OffTrack)]
    [InlineData("sewage-collection", IndicatorState.AtRisk)]
    [InlineData("air-pm25", IndicatorState.OnTrack)]
    [InlineData("mangrove", IndicatorState.OnTrack)]
    [InlineData("emergency-base", IndicatorState.OnTrack)]
    public async Task The_running_plan_stands_so(string code, IndicatorState state) =>
        Assert.Equal(state, (await Of("lanwan-15", code)).Standing.State);

    [Fact]
    public async Task Exactly_one_indicator_is_missed_one_got_worse_and_one_waits()
    {
        var closed = await Plan("lanwan-14");
        var running = await Plan("lanwan-15");

        Assert.Equal(["rural-sewage"], closed.Indicators.Where(one => one.Standing.State != IndicatorState.Achieved).Select(one => one.Indicator.Code));
        Assert.Equal(["air-o3"], running.Indicators.Where(one => one.Standing.State == IndicatorState.Regressing).Select(one => one.Indicator.Code));
        Assert.Equal(["co2-intensity"], running.Indicators.Where(one => one.Standing.State == IndicatorState.WaitingForAssignment).Select(one => one.Indicator.Code));
    }

    [Fact]
    public async Task Where_the_superior_issued_another_figure_than_the_computed_one_both_are_shown()
    {
        var good = await Of("lanwan-14", "air-good-days");

        Assert.Equal(ValueOrigin.Issued, good.Indicator.Deciding);
        Assert.Contains(good.Differences, difference => difference.Deciding.Period == Period.OfYear(2025) && difference.Other.Origin == ValueOrigin.Computed && difference.Difference < 0);
    }

    [Fact]
    public async Task The_first_year_is_judged_under_the_new_edition_and_shown_under_the_old_one_beside()
    {
        var good = await Of("lanwan-15", "air-good-days");
        var run = good.Values.Last(value => value.Origin == ValueOrigin.Computed).Run!;
        await using var scope = host.Services.CreateAsyncScope();
        var provenance = await scope.ServiceProvider.GetRequiredService<IComputations>().Find(run, TestContext.Current.CancellationToken);

        Assert.Contains(provenance!.Editions, use => use.Edition == "2026-transition");
        Assert.Contains(provenance.ComparedUnder, compared => compared.Edition == "2012");
    }

    private async Task<IndicatorStanding> Of(string plan, string code) => (await Plan(plan)).Indicators.Single(one => one.Indicator.Code == code);

    private async Task<PlanStandings> Plan(string plan)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IStandings>().OfPlan(plan, SampleHost.Today, TestContext.Current.CancellationToken))!;
    }
}
