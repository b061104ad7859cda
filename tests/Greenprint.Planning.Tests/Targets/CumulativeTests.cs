using static Greenprint.Planning.DesiredDirection;
using static Greenprint.Planning.IndicatorState;
using static Greenprint.Planning.TargetKind;
using static Greenprint.Planning.Tests.Given;

namespace Greenprint.Planning.Tests.Targets;

/// <summary>Sums over the years of a plan: 100 ha from 2021 to 2025, twenty a year where no step is given.</summary>
public sealed class CumulativeTests
{
    private static IndicatorView Sum(params (int Year, decimal Value)[] steps) => Indicator(Cumulative, 100, decimals: 0, unit: "ha", steps: steps);

    [Theory]
    [InlineData(60, OnTrack)]
    [InlineData(59, AtRisk)]
    [InlineData(48, AtRisk)]
    [InlineData(47, OffTrack)]
    [InlineData(0, OffTrack)]
    [InlineData(120, OnTrack)]
    [InlineData(-1, OffTrack)]
    [InlineData(-2, Regressing)]
    public void The_sum_done_is_compared_with_the_schedule_of_the_total(double done, IndicatorState expected) =>
        Assert.Equal(expected, Sum().State(Day(2024), Year(2021, 0), Year(2022, 0), Year(2023, (decimal)done)));

    [Fact]
    public void Given_steps_are_sums_to_be_reached() =>
        Assert.Equal(OnTrack, Sum((2021, 5), (2022, 10), (2023, 20)).State(Day(2024), Year(2021, 6), Year(2022, 6), Year(2023, 8)));

    [Fact]
    public void A_running_year_is_asked_for_its_months_only()
    {
        var standing = Sum().Judge(Day(2022, 7), Year(2021, 20), To(2022, 6, 10));

        Assert.Equal(OnTrack, standing.State);
        Assert.Equal(30, standing.Step);
        Assert.Equal(0.3m, standing.Progress);
        Assert.Equal(70, standing.Gap);
    }

    [Fact]
    public void A_whole_year_takes_the_place_of_what_the_year_had_so_far() =>
        Assert.Equal(0.45m, Sum().Judge(Day(2023), Year(2021, 20), To(2022, 6, 10), Year(2022, 25)).Progress);

    [Fact]
    public void Parts_are_added_before_they_are_rounded() =>
        Assert.Equal(1m, Indicator(Cumulative, 1, decimals: 0).Judge(Day(2023), Year(2021, 0.3m), Year(2022, 0.3m)).Progress);

    [Theory]
    [InlineData(100, Achieved)]
    [InlineData(99.5, Achieved)]   // half to even: published as 100
    [InlineData(99.4, NotAchieved)]
    public void After_the_target_year_the_total_counts(double done, IndicatorState expected) =>
        Assert.Equal(expected, Sum().State(Day(2026), Year(2021, 0), Year(2022, 0), Year(2023, 0), Year(2024, 0), Year(2025, (decimal)done)));

    [Fact]
    public void T1_zero_plus_zero_is_zero_and_not_missing()
    {
        var standing = Sum().Judge(Day(2023), Year(2021, 0), Year(2022, 0));

        Assert.Equal(OffTrack, standing.State);
        Assert.Equal(0, standing.Progress);
        Assert.Equal(100, standing.Gap);
        Assert.Equal(Achieved, Indicator(Cumulative, 0, direction: Down, decimals: 0, year: 2022).State(Day(2023), Year(2021, 0), Year(2022, 0)));
    }

    [Fact]
    public void T1_five_plus_missing_is_partial_and_names_the_year()
    {
        var standing = Sum().Judge(Day(2024), Year(2021, 5), Year(2023, 5));

        Assert.Equal(Unknown, standing.State);
        Assert.Contains("2022", standing.Why.En, StringComparison.Ordinal);
        Assert.Contains("2022 年", standing.Why.Zh, StringComparison.Ordinal);
        Assert.Null(standing.Progress);
    }

    [Fact]
    public void A_part_that_is_enough_already_decides_and_still_names_what_is_missing()
    {
        var standing = Sum().Judge(Day(2024), Year(2021, 30), Year(2023, 40));

        Assert.Equal(OnTrack, standing.State);
        Assert.Contains("2022", standing.Why.En, StringComparison.Ordinal);
        Assert.Equal(Achieved, Sum().State(Day(2026), Year(2021, 60), Year(2025, 40)));
        Assert.Equal(Unknown, Sum().State(Day(2026), Year(2021, 60), Year(2025, 39)));
    }

    [Fact]
    public void A_year_that_has_only_months_is_not_a_whole_year() =>
        Assert.Equal(Unknown, Sum().State(Day(2024), Year(2021, 5), To(2022, 6, 5), Year(2023, 5)));

    [Fact]
    public void A_falling_sum_is_counted_downward()
    {
        var fall = Indicator(Cumulative, -10, direction: Down);

        Assert.Equal(OnTrack, fall.State(Day(2023), Year(2021, -2), Year(2022, -2)));
        Assert.Equal(OffTrack, fall.State(Day(2023), Year(2021, -2), Year(2022, -1)));
        Assert.Equal(Regressing, fall.State(Day(2023), Year(2021, 1), Year(2022, 1)));
        Assert.Equal(0.4m, fall.Judge(Day(2023), Year(2021, -2), Year(2022, -2)).Progress);
    }

    [Fact]
    public void A_ceiling_for_a_sum_leaves_room_year_by_year()
    {
        var ceiling = Indicator(Cumulative, 50, direction: Down, decimals: 0, unit: "ha");

        Assert.Equal(OnTrack, ceiling.State(Day(2023), Year(2021, 10), Year(2022, 10)));
        Assert.Equal(AtRisk, ceiling.State(Day(2023), Year(2021, 10), Year(2022, 11)));
        Assert.Equal(OffTrack, ceiling.State(Day(2023), Year(2021, 10), Year(2022, 12)));
        Assert.Equal(OffTrack, ceiling.State(Day(2024), Year(2021, 10), Year(2023, 30)));
        Assert.Equal(Unknown, ceiling.State(Day(2024), Year(2021, 10), Year(2023, 10)));
        Assert.Equal(NotAchieved, ceiling.State(Day(2026), Year(2021, 60)));
        Assert.Null(ceiling.Judge(Day(2023), Year(2021, 10), Year(2022, 10)).Progress);
    }

    [Fact]
    public void T10_a_future_period_never_carries_a_value()
    {
        var standing = Sum().Judge(Day(2022, 3), Year(2021, 20), Year(2022, 99), Year(2023, 99));

        Assert.Equal(Year(2021, 20), standing.Latest);
        Assert.Equal(0.2m, standing.Progress);
    }

    [Fact]
    public void T10_the_same_values_mean_another_thing_under_another_kind()
    {
        Assert.Equal(0.6m, Sum().Judge(Day(2024), Year(2021, 20), Year(2022, 20), Year(2023, 20)).Progress);
        Assert.Equal(0.2m, Indicator(AtLeast, 100, 0, decimals: 0).Judge(Day(2024), Year(2021, 20), Year(2022, 20), Year(2023, 20)).Progress);
    }

    [Fact]
    public void T11_the_total_is_the_plans_own_figure_and_never_the_sum_of_steps_or_years()
    {
        var standing = Sum((2021, 20), (2022, 40), (2023, 60), (2024, 80)).Judge(Day(2025), Year(2021, 20), Year(2022, 20), Year(2023, 20), Year(2024, 20));

        Assert.Equal(20, standing.Gap);
        Assert.Equal(0.8m, standing.Progress);
        Assert.False(standing.Met);
    }

    [Fact]
    public void The_first_year_is_the_targets_own_where_it_names_one() =>
        Assert.Equal(0.5m, Indicator(Cumulative, 100, decimals: 0, from: 2020).Judge(Day(2022), Year(2020, 30), Year(2021, 20)).Progress);
}
