using Greenprint.Quantities;
using Greenprint.Standards.Noise;

namespace Greenprint.Standards.Tests.Noise;

/// <summary>The mean by energy is rounded as exactly as if it were a fraction.</summary>
public sealed class EnergyMeanTests
{
    private static readonly Gen<decimal> Level = Gen.Int[200, 1400].Select(tenths => tenths / 10m);

    [Fact]
    public void The_mean_lies_between_its_extremes_and_above_the_arithmetic_mean() => Level.Array[1, 30].Sample(levels =>
    {
        var mean = EnergyMean.Of(levels);

        Assert.InRange(mean.Rounded(2), levels.Min(), levels.Max());
        Assert.True(mean.Rounded(2) >= Rounding.HalfEven(levels.Average(), 2) - 0.01m);
        Assert.True(mean.CompareTo(levels.Min()) >= 0 && mean.CompareTo(levels.Max()) <= 0);
    });

    [Fact]
    public void All_higher_by_one_level_is_higher_by_that_level() => Gen.Select(Level.Array[1, 20], Gen.Int[0, 300]).Sample((levels, tenths) =>
        Assert.Equal(EnergyMean.Of(levels).Rounded(1) + (tenths / 10m), EnergyMean.Of([.. levels.Select(level => level + (tenths / 10m))]).Rounded(1)));

    [Fact]
    public void A_weight_is_so_many_levels_and_order_does_not_matter() => Gen.Select(Level.Array[1, 10], Gen.Int[1, 5]).Sample((levels, weight) =>
    {
        var weighted = levels.Aggregate(new EnergyMean(), (mean, level) => mean.Add(level, weight));

        Assert.Equal(EnergyMean.Of([.. levels.Reverse().SelectMany(level => Enumerable.Repeat(level, weight))]).Rounded(3), weighted.Rounded(3));
    });

    [Fact]
    public void Levels_in_the_middle_between_two_published_ones_go_to_the_even_digit() => Gen.Select(Gen.Int[200, 1400], Gen.Int[1, 9]).Sample((tenths, count) =>
    {
        var middle = (tenths / 10m) + 0.05m;

        Assert.Equal(Rounding.HalfEven(middle, 1), EnergyMean.Of([.. Enumerable.Repeat(middle, count)]).Rounded(1));
        Assert.Equal(0, EnergyMean.Of([.. Enumerable.Repeat(middle, count)]).CompareTo(middle));
    });

    [Theory]
    [InlineData("60.05", "0.0000000000000001", 1)]
    [InlineData("60.05", "-0.0000000000000001", -1)]
    [InlineData("60.05", "0", 0)]
    public void A_difference_that_no_binary_number_sees_decides(string middle, string difference, int sign)
    {
        var (at, by) = (decimal.Parse(middle, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(difference, System.Globalization.CultureInfo.InvariantCulture));
        var mean = EnergyMean.Of(at, at + by);

        Assert.Equal(sign, mean.CompareTo(at));
        Assert.Equal(sign > 0 ? 60.1m : 60.0m, mean.Rounded(1));
    }

    [Fact]
    public void A_mean_of_nothing_has_no_value_and_no_level_is_outside_what_is_measured()
    {
        Assert.Throws<InvalidOperationException>(() => new EnergyMean().Rounded(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnergyMean.Of(-21m));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnergyMean.Of(201m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnergyMean().Add(50m, 0));
    }
}
