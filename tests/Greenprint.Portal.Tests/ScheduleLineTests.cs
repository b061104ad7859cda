using Greenprint.Planning;
using Greenprint.Portal.Indicators;

namespace Greenprint.Portal.Tests;

public sealed class ScheduleLineTests
{
    private static readonly IndicatorView Falling = new(
        "p", "c", ("", ""), "g", "", 1, DesiredDirection.Down, null, [], null, [], ValueOrigin.Computed, null,
        new(2025, 30m, ("", "")), new(TargetKind.AtMost, 2030, 25m, null, ("", "")), null, [], null, null);

    [Fact]
    public void Without_steps_the_schedule_is_a_straight_line()
    {
        var line = ScheduleLine.Of(Falling)!;

        Assert.Equal([30m, 29m, 25m], new[] { line.AtEndOf(2025), line.AtEndOf(2026), line.AtEndOf(2030) });
        Assert.Equal(30m - (1m * 146 / 365), line.On(new(2026, 5, 26)));
    }

    [Fact]
    public void With_steps_it_goes_through_each_and_the_target_speaks_for_the_last_year()
    {
        var line = ScheduleLine.Of(Falling with { Steps = [new(2027, 26m), new(2026, 30m), new(2030, 24m)] })!;

        Assert.Equal([30m, 26m, 25m], new[] { line.AtEndOf(2026), line.AtEndOf(2027), line.AtEndOf(2030) });
        Assert.Equal(30m, line.On(new(2026, 7, 1)));
    }

    [Fact]
    public void Outside_its_years_there_is_none()
    {
        var line = ScheduleLine.Of(Falling)!;

        Assert.Null(line.AtEndOf(2024));
        Assert.Null(line.On(new(2031, 1, 1)));
    }

    [Fact]
    public void A_sum_begins_at_zero_before_its_first_year() =>
        Assert.Equal([0m, 12m], new[] { 2025, 2026 }.Select(year => ScheduleLine.Of(Falling with { Baseline = null, Target = new(TargetKind.Cumulative, 2030, 60m, null, ("", ""), From: 2026) })!.AtEndOf(year)!.Value));

    [Theory]
    [InlineData(TargetKind.Keep, 25)]
    [InlineData(TargetKind.Range, 25)]
    [InlineData(TargetKind.Direction, null)]
    [InlineData(TargetKind.Milestone, 1)]
    [InlineData(TargetKind.AtMost, 30)]   // the baseline is the target: nowhere to go
    [InlineData(TargetKind.AssignedBySuperior, null)]
    public void What_is_no_way_from_one_number_to_another_has_no_schedule(TargetKind kind, int? value) =>
        Assert.Null(ScheduleLine.Of(Falling with { Target = new(kind, 2030, value, null, ("", "")) }));
}
