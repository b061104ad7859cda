using static Greenprint.Planning.DesiredDirection;
using static Greenprint.Planning.IndicatorState;
using static Greenprint.Planning.TargetKind;
using static Greenprint.Planning.Tests.Given;

namespace Greenprint.Planning.Tests.Targets;

/// <summary>The truth table of the glossary, row by row. Baseline of 2020, target of 2025; a value of 2023 is asked for three fifths of the way.</summary>
public sealed class TruthTableTests
{
    // ── levels with a way to go: 80 % → 90 %, so 2023 asks for 86.0 and four fifths of its way end at 84.8

    [Theory]
    [InlineData(86.0, OnTrack)]
    [InlineData(86.04, OnTrack)]   // published as 86.0
    [InlineData(85.96, OnTrack)]   // published as 86.0: what people see is what is judged
    [InlineData(85.94, AtRisk)]
    [InlineData(84.8, AtRisk)]
    [InlineData(84.7, OffTrack)]
    [InlineData(80.0, OffTrack)]   // no progress at all
    [InlineData(79.9, OffTrack)]   // worse by one rounding step, no more
    [InlineData(79.8, Regressing)]
    [InlineData(95.0, OnTrack)]    // beyond the target
    public void At_least_goes_by_its_schedule(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(AtLeast, 90, 80).State(Day(2024), Year(2023, (decimal)value)));

    [Theory]
    [InlineData(30, OnTrack)]      // 33 → 28: 2023 asks for 30
    [InlineData(31, OffTrack)]     // two fifths of the way, and four fifths of three fifths are 0.48
    [InlineData(30.5, OnTrack)]    // published as 30: half to even
    [InlineData(34, OffTrack)]
    [InlineData(35, Regressing)]
    [InlineData(20, OnTrack)]
    public void At_most_goes_by_its_schedule(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(AtMost, 28, 33, Down, decimals: 0, unit: "µg/m³").State(Day(2024), Year(2023, (decimal)value)));

    [Theory]
    [InlineData(85.0, OnTrack)]
    [InlineData(84.0, AtRisk)]
    [InlineData(83.9, OffTrack)]
    public void A_given_step_takes_the_place_of_the_straight_line(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(AtLeast, 90, 80, steps: [(2023, 85)]).State(Day(2024), Year(2023, (decimal)value)));

    [Fact]
    public void Between_given_steps_the_line_runs_from_one_to_the_next()
    {
        var indicator = Indicator(AtLeast, 90, 80, steps: [(2022, 88)]);

        Assert.Equal(88.7m, Math.Round(indicator.Judge(Day(2024), Year(2023, 88)).Step!.Value, 1, MidpointRounding.ToEven));
        Assert.Equal(OnTrack, indicator.State(Day(2024), Year(2023, 88.7m)));
        Assert.Equal(AtRisk, indicator.State(Day(2024), Year(2023, 88.6m)));
    }

    [Fact]
    public void The_target_speaks_for_its_own_year_whatever_step_stands_there() =>
        Assert.Equal(OffTrack, Indicator(AtLeast, 90, 80, steps: [(2025, 82)]).State(Day(2025, 11), To(2025, 10, 83)));

    [Fact]
    public void A_running_year_is_judged_by_this_years_step()
    {
        var standing = Indicator(AtLeast, 90, 80).Judge(Day(2023, 11), Year(2022, 84), To(2023, 10, 85.9m));

        Assert.Equal(AtRisk, standing.State);
        Assert.Equal(86, standing.Step);
        Assert.Equal(To(2023, 10, 85.9m), standing.Latest);
    }

    // ── levels without a way to go

    [Theory]
    [InlineData(90.0, OnTrack)]
    [InlineData(89.9, AtRisk)]
    [InlineData(88.2, AtRisk)]     // missed by 2 %
    [InlineData(88.1, OffTrack)]
    public void Without_a_baseline_number_the_bound_is_judged(double value, IndicatorState expected)
    {
        Assert.Equal(expected, Indicator(AtLeast, 90).State(Day(2024), Year(2023, (decimal)value)));
        Assert.Equal(expected, Indicator(AtLeast, 90, withBaseline: false).State(Day(2024), Year(2023, (decimal)value)));
    }

    [Theory]
    [InlineData(35, OnTrack)]
    [InlineData(36, AtRisk)]       // one rounding step, though more than 2 %
    [InlineData(37, OffTrack)]
    public void A_level_is_judged_by_this_years_step_where_one_is_given(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(AtMost, 30, null, Down, decimals: 0, steps: [(2023, 35)]).State(Day(2024), Year(2023, (decimal)value)));

    [Theory]
    [InlineData(95.0, OnTrack)]
    [InlineData(94.9, OnTrack)]
    [InlineData(94.8, Regressing)] // the bound of 90 holds, and still it got worse
    [InlineData(89.0, Regressing)]
    public void A_baseline_beyond_the_target_leaves_a_bound_and_no_way_back(double value, IndicatorState expected)
    {
        var standing = Indicator(AtLeast, 90, 95).Judge(Day(2024), Year(2023, (decimal)value));

        Assert.Equal(expected, standing.State);
        Assert.Null(standing.Progress);
        Assert.Null(standing.Schedule);
    }

    // ── keep

    [Theory]
    [InlineData(100.0, OnTrack)]
    [InlineData(100.5, OnTrack)]
    [InlineData(99.9, AtRisk)]
    [InlineData(99.8, Regressing)]
    public void Keep_holds_the_baseline(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(Keep, null, 100).State(Day(2024), Year(2023, (decimal)value)));

    [Theory]
    [InlineData(95.0, OnTrack)]
    [InlineData(93.1, AtRisk)]     // 2 % of 95
    [InlineData(93.0, OffTrack)]
    public void Keep_of_a_given_number_has_the_tolerance_of_a_level(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(Keep, 95, null).State(Day(2024), Year(2023, (decimal)value)));

    [Theory]
    [InlineData(2.0, OnTrack)]
    [InlineData(2.1, AtRisk)]
    [InlineData(2.3, Regressing)]
    public void Keep_downward_must_not_rise(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(Keep, null, 2, Down).State(Day(2024), Year(2023, (decimal)value)));

    [Fact]
    public void Keep_of_nothing_is_unknown() => Assert.Equal(Unknown, Indicator(Keep).State(Day(2024), Year(2023, 1)));

    // ── range

    [Theory]
    [InlineData(6, OnTrack)]
    [InlineData(7.5, OnTrack)]
    [InlineData(9, OnTrack)]
    [InlineData(9.1, AtRisk)]
    [InlineData(9.2, OffTrack)]    // 2 % of 9 is 0.18
    [InlineData(5.9, AtRisk)]
    [InlineData(5.8, OffTrack)]
    public void A_range_includes_both_edges(double value, IndicatorState expected)
    {
        Assert.Equal(expected, Indicator(TargetKind.Range, 6, 8, None, upper: 9, unit: "").State(Day(2024), Year(2023, (decimal)value)));
        Assert.Equal(
            expected == OnTrack ? Achieved : NotAchieved,
            Indicator(TargetKind.Range, 6, 8, None, upper: 9, unit: "").State(Day(2026), Year(2025, (decimal)value)));
    }

    // ── milestone

    [Fact]
    public void A_milestone_is_behind_only_when_it_is_due()
    {
        var milestone = Indicator(Milestone, 1, 0, decimals: 0, unit: "", steps: [(2023, 1)]);

        Assert.Equal(OnTrack, milestone.State(Day(2023), Year(2022, 0)));
        Assert.Equal(AtRisk, milestone.State(Day(2023, 10), To(2023, 9, 0)));
        Assert.Equal(OffTrack, milestone.State(Day(2024), Year(2023, 0)));
        Assert.Equal(OffTrack, milestone.State(Day(2025), To(2024, 12, 0)));
        Assert.Equal(OnTrack, milestone.State(Day(2024), Year(2023, 1)));
        Assert.Equal(Unknown, milestone.State(Day(2024), Year(2022, 0)));
    }

    [Fact]
    public void A_milestone_stays_reached_though_the_last_report_is_missing()
    {
        var milestone = Indicator(Milestone, 1, 0, decimals: 0, unit: "");

        Assert.Equal(Achieved, milestone.State(Day(2026), Year(2024, 1)));
        Assert.Equal(Unknown, milestone.State(Day(2026), Year(2024, 0)));
        Assert.Equal(NotAchieved, milestone.State(Day(2026), Year(2024, 1), Year(2025, 0)));
        Assert.Equal(Achieved, milestone.State(Day(2026), Year(2025, 1)));
    }

    // ── direction

    [Theory]
    [InlineData(80.1, OnTrack, Achieved)]
    [InlineData(80.0, AtRisk, NotAchieved)]
    [InlineData(79.9, AtRisk, NotAchieved)]
    [InlineData(79.8, Regressing, NotAchieved)]
    public void A_direction_is_judged_by_the_sign_of_the_change(double value, IndicatorState running, IndicatorState final)
    {
        var indicator = Indicator(Direction, null, 80);

        Assert.Equal(running, indicator.State(Day(2024), Year(2023, (decimal)value)));
        Assert.Equal(final, indicator.State(Day(2026), Year(2025, (decimal)value)));
        Assert.Contains("direction", indicator.Judge(Day(2026), Year(2025, (decimal)value)).Why.En, StringComparison.Ordinal);
        Assert.Equal(Unknown, Indicator(Direction).State(Day(2024), Year(2023, (decimal)value)));
    }

    // ── assigned by the superior

    [Fact]
    public void Without_its_document_an_assigned_target_waits_whatever_the_value()
    {
        var waiting = Indicator(AssignedBySuperior, null, 80);

        Assert.Equal(WaitingForAssignment, waiting.State(Day(2024)));
        Assert.Equal(WaitingForAssignment, waiting.State(Day(2024), Year(2023, 70)));
        Assert.Equal(WaitingForAssignment, waiting.State(Day(2026), Year(2025, 70)));
    }

    [Theory]
    [InlineData(86.0, OnTrack)]
    [InlineData(84.8, AtRisk)]
    [InlineData(79.0, Regressing)]
    public void With_its_document_it_is_judged_like_its_number(double value, IndicatorState expected) =>
        Assert.Equal(expected, Indicator(AssignedBySuperior, 90, 80, document: "X〔2022〕1号").State(Day(2024), Year(2023, (decimal)value)));

    [Fact]
    public void With_its_document_and_no_number_it_is_judged_like_a_direction()
    {
        Assert.Equal(OnTrack, Indicator(AssignedBySuperior, null, 80, document: "X").State(Day(2024), Year(2023, 81)));
        Assert.Equal(NotAchieved, Indicator(AssignedBySuperior, null, 80, document: "X").State(Day(2026), Year(2025, 79)));
    }

    // ── after the target year

    [Theory]
    [InlineData(90.0, Achieved)]
    [InlineData(89.96, Achieved)]  // published as 90.0
    [InlineData(89.94, NotAchieved)]
    [InlineData(70.0, NotAchieved)]
    public void After_the_target_year_only_the_bound_counts(double value, IndicatorState expected)
    {
        Assert.Equal(expected, Indicator(AtLeast, 90, 80).State(Day(2026, 1, 1), Year(2024, 99), Year(2025, (decimal)value)));
        Assert.NotEqual(expected, Indicator(AtLeast, 90, 80).State(Day(2025, 12, 31), Year(2024, 70)));
    }

    [Fact]
    public void A_closed_plan_whose_last_value_is_not_in_is_unknown_and_says_so()
    {
        var standing = Indicator(AtLeast, 90, 80).Judge(Day(2026, 2), Year(2024, 95), To(2025, 11, 95));

        Assert.Equal(Unknown, standing.State);
        Assert.Contains("2025", standing.Why.En, StringComparison.Ordinal);
        Assert.Equal(To(2025, 11, 95), standing.Latest);
    }

    // ── nothing to judge

    [Fact]
    public void No_value_is_unknown_and_a_value_that_cannot_be_given_names_its_rule()
    {
        var indicator = Indicator(AtLeast, 90, 80);
        var forbidden = IndicatorStates.Judge(indicator, [], PlanThresholds.Default, Day(2024), ("二月有效日不足", "February has too few valid days"));

        Assert.Equal(Unknown, indicator.State(Day(2024)));
        Assert.Equal(Unknown, forbidden.State);
        Assert.Contains("February has too few valid days", forbidden.Why.En, StringComparison.Ordinal);
        Assert.Contains("二月有效日不足", forbidden.Why.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baselines_own_year_says_nothing_about_the_plan() =>
        Assert.Equal(Unknown, Indicator(AtLeast, 90, 80).State(Day(2021), Year(2019, 70), Year(2020, 80)));

    [Fact]
    public void As_of_an_earlier_day_later_values_are_not_known()
    {
        var indicator = Indicator(AtLeast, 90, 80);

        Assert.Equal(OnTrack, indicator.State(Day(2022), Year(2021, 82), Year(2022, 70), Year(2025, 99)));
        Assert.Equal(Regressing, indicator.State(Day(2023), Year(2021, 82), Year(2022, 70), Year(2025, 99)));
    }

    // ── decisions stand before all others

    [Theory]
    [InlineData(Suspended)]
    [InlineData(Cancelled)]
    [InlineData(Superseded)]
    public void A_decision_stands_before_all_others_from_its_day_on(IndicatorState state)
    {
        var indicator = Indicator(AtLeast, 90, 80, decision: new(state, "甲〔2023〕5号", Day(2023, 5, 1)));

        Assert.Equal(state, indicator.State(Day(2023, 5, 1), Year(2022, 70)));
        Assert.Equal(state, indicator.State(Day(2026), Year(2025, 99)));
        Assert.Equal(Regressing, indicator.State(Day(2023, 4, 30), Year(2022, 70)));
        Assert.Contains("甲〔2023〕5号", indicator.Judge(Day(2024)).Why.Zh, StringComparison.Ordinal);
    }

    // ── thresholds are data of the plan

    [Fact]
    public void Thresholds_are_the_plans_own()
    {
        var indicator = Indicator(AtLeast, 90, 80);

        Assert.Equal(OffTrack, IndicatorStates.Judge(indicator, [Year(2023, 85)], new(0.9m, 0.02m), Day(2024)).State);
        Assert.Equal(AtRisk, IndicatorStates.Judge(indicator, [Year(2023, 85)], new(0.8m, 0.02m), Day(2024)).State);
        Assert.Equal(AtRisk, IndicatorStates.Judge(Indicator(AtLeast, 90), [Year(2023, 85.5m)], new(0.8m, 0.05m), Day(2024)).State);
    }

    // ── contradictions throw: an import never lets them in

    [Fact]
    public void An_indicator_that_contradicts_itself_throws()
    {
        Assert.Throws<ArgumentException>(() => Indicator(Keep, null, 80, None).State(Day(2024), Year(2023, 1)));
        Assert.Throws<ArgumentException>(() => Indicator(Direction, null, 80, None).State(Day(2024), Year(2023, 1)));
        Assert.Throws<ArgumentException>(() => Indicator(Cumulative, 10, null, None).State(Day(2024), Year(2023, 1)));
        Assert.Throws<ArgumentException>(() => Indicator(Cumulative, 10, withBaseline: false).State(Day(2024), Year(2023, 1)));
        Assert.Throws<ArgumentException>(() => Indicator(AtLeast, 90, 80, decision: new(OnTrack, "X", Day(2021))).State(Day(2024)));
        Assert.Throws<ArgumentException>(() => Indicator(AtLeast, 90, 80).State(Day(2024), Year(2023, 1), Year(2023, 2)));
    }
}
