using Greenprint.Planning.Allocations;
using Greenprint.Quantities;

namespace Greenprint.Planning.Tests.Allocations;

/// <summary>How shares make a whole: cases worked by hand, and laws.</summary>
public sealed class CombinationTests
{
    private static readonly Gen<decimal> Figures = Gen.Long[-1_000_000, 1_000_000].Select(thousandths => thousandths / 1000m);

    [Theory]
    [InlineData(CombinationRule.Sum)]
    [InlineData(CombinationRule.Mean)]
    [InlineData(CombinationRule.WeightedMean)]
    [InlineData(CombinationRule.Worst)]
    public void T1_zeros_make_a_zero_and_a_missing_share_is_counted_and_never_a_zero(CombinationRule rule)
    {
        Assert.Equal(new CombinedFigure(0, 2, 0), Of(rule, [Part(0), Part(0)]));
        Assert.Equal(new CombinedFigure(5, 1, 1), Of(rule, [Part(5), Part(null)]));
        Assert.True(Of(rule, [Part(5), Part(null)]).IsPartial);
        Assert.Equal(new CombinedFigure(null, 0, 1), Of(rule, [Part(null)]));
        Assert.Equal(new CombinedFigure(null, 0, 0), Of(rule, []));
    }

    // (1·10 + 2·20 + 3·40) / 6 = 170 / 6
    [Fact]
    public void T12_a_weighted_mean_is_divided_by_the_whole_weight_even_where_a_weight_is_one() =>
        Assert.Equal(170m / 6m, Of(CombinationRule.WeightedMean, [Part(10, 1), Part(20, 2), Part(40, 3)]).Value);

    [Fact]
    public void T12_without_any_weight_it_is_the_plain_mean_and_weights_in_some_rows_only_are_a_mistake()
    {
        Assert.Equal(30m, Of(CombinationRule.WeightedMean, [Part(20), Part(40)]).Value);
        Assert.Throws<ArgumentException>(() => Of(CombinationRule.WeightedMean, [Part(20, 1), Part(40)]));
        Assert.Throws<ArgumentException>(() => Of(CombinationRule.WeightedMean, [Part(20, 0), Part(40, 1)]));
    }

    // A share without a figure is left out with its weight: (1·10 + 3·40) / 4 = 32.5
    [Fact]
    public void A_missing_share_takes_its_weight_along() =>
        Assert.Equal(new CombinedFigure(32.5m, 2, 1), Of(CombinationRule.WeightedMean, [Part(10, 1), Part(null, 2), Part(40, 3)]));

    [Fact]
    public void The_worst_share_lies_on_the_worse_side()
    {
        AllocationPart[] parts = [Part(80), Part(0), Part(95)];

        Assert.Equal(0m, Combination.Of(CombinationRule.Worst, DesiredDirection.Up, parts).Value);
        Assert.Equal(95m, Combination.Of(CombinationRule.Worst, DesiredDirection.Down, parts).Value);
        Assert.Throws<ArgumentException>(() => Combination.Of(CombinationRule.Worst, DesiredDirection.None, parts));
    }

    [Fact]
    public void A_mean_lies_between_its_extremes_and_equal_weights_are_none() =>
        Gen.Select(Figures.Array[1, 12], Gen.Int[1, 1000]).Sample((values, weight) =>
        {
            var mean = Of(CombinationRule.Mean, [.. values.Select(value => Part(value))]).Value!.Value;
            var weighted = Of(CombinationRule.WeightedMean, [.. values.Select(value => Part(value, weight))]).Value!.Value;
            return mean >= values.Min() && mean <= values.Max() && Rounding.HalfEven(mean, 12) == Rounding.HalfEven(weighted, 12);
        });

    [Fact]
    public void No_result_depends_on_the_order_of_the_shares_or_on_the_scale_of_the_weights() =>
        Gen.Select(Gen.Select(Figures, Gen.Int[1, 50]).Array[1, 12], Gen.Enum<CombinationRule>()).Sample((pairs, rule) =>
        {
            var parts = pairs.Select(pair => Part(pair.Item1, pair.Item2)).ToList();
            var turned = parts.AsEnumerable().Reverse().Select(part => part with { Weight = part.Weight * 7 }).ToList();
            return Rounding.HalfEven(Of(rule, parts).Value!.Value, 12) == Rounding.HalfEven(Of(rule, turned).Value!.Value, 12);
        });

    // P7: "Σ districts 82.4 %, target 82 %, margin +0.4".
    [Fact]
    public void The_balance_says_what_the_shares_make_what_is_asked_and_the_margin()
    {
        var balance = Balance(Indicator(TargetKind.AtLeast, DesiredDirection.Up, 82), 2030, CombinationRule.Mean, 82, 82.7m);

        Assert.Equal((82.4m, 82m, 0.4m, BalanceState.Enough), (balance.Published, balance.Asked.Lower, balance.Margin, balance.State));   // 82.35 is published as 82.4
    }

    [Theory]
    [InlineData(TargetKind.AtLeast, DesiredDirection.Up, 80, -1, BalanceState.NotEnough)]
    [InlineData(TargetKind.AtLeast, DesiredDirection.Up, 79, 0, BalanceState.Enough)]
    [InlineData(TargetKind.AtMost, DesiredDirection.Down, 78, -1, BalanceState.NotEnough)]
    [InlineData(TargetKind.AtMost, DesiredDirection.Down, 80, 1, BalanceState.Enough)]
    [InlineData(TargetKind.Keep, DesiredDirection.Up, 79, 0, BalanceState.Enough)]
    [InlineData(TargetKind.Cumulative, DesiredDirection.Up, 100, -21, BalanceState.NotEnough)]
    [InlineData(TargetKind.AtMost, DesiredDirection.Down, 0, -79, BalanceState.NotEnough)]
    public void The_margin_is_positive_on_the_better_side_and_zero_is_enough(TargetKind kind, DesiredDirection direction, double target, double margin, BalanceState state)
    {
        var balance = Balance(Indicator(kind, direction, (decimal)target), 2030, CombinationRule.Sum, 79, 0);

        Assert.Equal(((decimal)margin, state), (balance.Margin, balance.State));
    }

    [Fact]
    public void A_missing_share_makes_the_balance_a_part_whatever_the_sum() =>
        Assert.Equal(BalanceState.Partial, Balance(Indicator(TargetKind.AtLeast, DesiredDirection.Up, 10), 2030, CombinationRule.Sum, 50, null).State);

    [Fact]
    public void What_the_superior_has_not_assigned_is_not_compared_and_is_once_it_is_assigned()
    {
        var waiting = Indicator(TargetKind.AssignedBySuperior, DesiredDirection.Up, null);
        var open = Balance(waiting, 2030, CombinationRule.Sum, 5);
        Assert.Equal((AskedSource.Awaited, (decimal?)null, BalanceState.NothingAsked), (open.Asked.Source, open.Margin, open.State));

        var assigned = waiting with { Target = waiting.Target with { Value = 4, Document = "市府〔2027〕1号" } };
        Assert.Equal((1m, BalanceState.Enough), Balance(assigned, 2030, CombinationRule.Sum, 5) is var balance ? (balance.Margin, balance.State) : default);
    }

    // Steps 22 (2026) and 20 (2030): 2026 asks for the step, 2028 for the straight line between, 2030 for the target.
    [Theory]
    [InlineData(2026, 22, AskedSource.Step)]
    [InlineData(2028, 21, AskedSource.Line)]
    [InlineData(2030, 20, AskedSource.Target)]
    public void A_year_asks_for_its_step_else_for_the_straight_line(int year, double figure, AskedSource source)
    {
        var indicator = Indicator(TargetKind.AtMost, DesiredDirection.Down, 20) with { Baseline = new(2025, 22.5m, new("22.5")), Steps = [new(2026, 22)] };

        var asked = AskedFigure.Of(indicator, year);

        Assert.Equal(((decimal?)null, (decimal)figure, source), (asked.Lower, asked.Upper, asked.Source));
    }

    private static CombinedFigure Of(CombinationRule rule, IReadOnlyCollection<AllocationPart> parts) => Combination.Of(rule, DesiredDirection.Up, parts);

    private static AllocationPart Part(decimal? value, decimal? weight = null) => new("a", value, weight);

    private static AllocationBalance Balance(IndicatorView indicator, int year, CombinationRule rule, params decimal?[] values) =>
        AllocationBalance.Of(indicator, year, new(rule, [.. values.Select(value => Part(value))], null, "依据"));

    private static IndicatorView Indicator(TargetKind kind, DesiredDirection direction, decimal? value) => new(
        "jia-15", "x", ("指标", "Indicator"), "air", "%", 1, direction, null, [], null, [], ValueOrigin.Reported, null, null, new(kind, 2030, value, null, ("目标", "target")), null, [], null, null);
}
