using static Greenprint.Planning.DesiredDirection;
using static Greenprint.Planning.IndicatorState;
using static Greenprint.Planning.TargetKind;
using static Greenprint.Planning.Tests.Given;

namespace Greenprint.Planning.Tests.Targets;

/// <summary>Defects that well-known programs of this kind had, with the numbers of our list of traps. T1, T10 and T11 are in <see cref="CumulativeTests"/>.</summary>
public sealed class TrapTests
{
    [Fact]
    public void T2_a_way_of_no_length_has_no_percentage()
    {
        Assert.Null(Indicator(AtLeast, 90, 90).Judge(Day(2024), Year(2023, 90)).Progress);
        Assert.Null(Indicator(AtMost, 0, 0, Down).Judge(Day(2024), Year(2023, 0)).Progress);
        Assert.Null(Indicator(Cumulative, 0, direction: Down).Judge(Day(2024), Year(2021, 0), Year(2022, 0), Year(2023, 0)).Progress);
    }

    [Fact]
    public void T3_a_target_of_zero_is_a_value()
    {
        var subV = Indicator(AtMost, 0, 3, Down);

        Assert.Equal(1m / 3, subV.Judge(Day(2022), Year(2021, 2)).Progress);
        Assert.Equal(1, subV.Judge(Day(2022), Year(2021, 0)).Progress);
        Assert.Equal(OnTrack, subV.State(Day(2022), Year(2021, 0)));
        Assert.Equal(Achieved, subV.State(Day(2026), Year(2025, 0)));
        Assert.Equal(NotAchieved, subV.State(Day(2026), Year(2025, 0.1m)));
        Assert.Equal(0, subV.Judge(Day(2026), Year(2025, 0)).Gap);
    }

    [Fact]
    public void T3_a_target_of_zero_leaves_no_tolerance_when_it_gets_worse()
    {
        Assert.Equal(Regressing, Indicator(AtMost, 0, 3, Down).State(Day(2024), Year(2023, 3.1m)));
        Assert.Equal(OffTrack, Indicator(AtMost, 1, 3, Down).State(Day(2024), Year(2023, 3.1m)));
        Assert.Equal(Regressing, Indicator(AtMost, 0, 0, Down, decimals: 0).State(Day(2024), Year(2023, 1)));
    }

    [Fact]
    public void T4_a_value_of_zero_turns_no_direction_and_exceeds_no_goal()
    {
        var rising = Indicator(AtLeast, 100, 0);

        Assert.Equal(OffTrack, rising.State(Day(2022), Year(2021, 0)));
        Assert.Equal(NotAchieved, rising.State(Day(2026), Year(2025, 0)));
        Assert.False(rising.Judge(Day(2026), Year(2025, 0)).Met);
        Assert.Equal(100, rising.Judge(Day(2026), Year(2025, 0)).Gap);
    }

    [Fact]
    public void T5_a_worsening_indicator_is_regressing_and_shows_its_negative_progress()
    {
        var standing = Indicator(AtMost, 28, 33, Down, decimals: 0, unit: "µg/m³").Judge(Day(2024), Year(2023, 38));

        Assert.Equal(Regressing, standing.State);
        Assert.Equal(-1, standing.Progress);
        Assert.Equal(5, standing.WorseBy);
        Assert.Equal(10, standing.Gap);
        Assert.Equal("38 µg/m³ in 2023 is worse than the baseline of 33 µg/m³ in 2020 by 5 µg/m³, more than one rounding step (1 µg/m³).", standing.Why.En);
    }

    [Fact]
    public void T5_regressing_stands_before_a_schedule_that_allows_it() =>
        Assert.Equal(Regressing, Indicator(AtMost, 28, 33, Down, decimals: 0, steps: [(2021, 36)]).State(Day(2022), Year(2021, 35)));

    [Fact]
    public void T7_keep_a_hundred()
    {
        var keep = Indicator(Keep, 100, 100);

        Assert.True(keep.Judge(Day(2024), Year(2023, 100)).Met);
        Assert.False(keep.Judge(Day(2024), Year(2023, 99.9m)).Met);
        Assert.Equal(Achieved, keep.State(Day(2026), Year(2025, 100)));
        Assert.Equal(NotAchieved, keep.State(Day(2026), Year(2025, 99.9m)));
    }

    [Fact]
    public void T8_a_revised_target_is_judged_and_the_first_one_stays_readable()
    {
        var first = new Target(AtLeast, 2025, 90, null, ("≥90", "≥90"));
        var revised = Indicator(AtLeast, 95, 80, original: first);

        Assert.Equal(NotAchieved, revised.State(Day(2026), Year(2025, 92)));
        Assert.Equal(90, revised.Original!.Value);
    }

    [Fact]
    public void T9_negative_and_small_figures_keep_their_digits()
    {
        Assert.Equal(0.035m, Indicator(AtMost, 0.035m, 0.05m, Down, decimals: 3, unit: "mg/L").Judge(Day(2025, 12), To(2025, 11, 0.035m)).Step);
        Assert.Equal(OnTrack, Indicator(AtMost, -1.5m, 0, Down).State(Day(2025, 12), To(2025, 11, -1.5m)));
        Assert.Equal(Regressing, Indicator(AtMost, -1.5m, 0, Down).State(Day(2025, 12), To(2025, 11, 1.5m)));
        Assert.Contains("-1.5%", Indicator(AtMost, -1.5m, 0, Down).Judge(Day(2026), Year(2025, -1.5m)).Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overshoot_is_more_than_all_of_the_way()
    {
        var standing = Indicator(AtMost, 28, 33, Down, decimals: 0).Judge(Day(2024), Year(2023, 23));

        Assert.Equal(2, standing.Progress);
        Assert.Equal(-5, standing.Gap);
        Assert.True(standing.Met);
    }
}
