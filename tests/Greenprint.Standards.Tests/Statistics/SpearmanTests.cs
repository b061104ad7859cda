using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Statistics;

namespace Greenprint.Standards.Tests.Statistics;

/// <summary>Trends by rank correlation: hand-worked cases, laws, and the critical values computed again.</summary>
public sealed class SpearmanTests
{
    private static readonly SpearmanTable Table = TestStandards.Library.Spearman;

    public static TheoryData<Case> Trends => CaseFiles.Of("spearman");

    [Theory, MemberData(nameof(Trends))]
    public void Trend_of_a_series(Case of)
    {
        var values = of.Get("values").Split(' ').Select(value => decimal.Parse(value, CultureInfo.InvariantCulture)).ToList();

        var trend = Table.Of(
            values, of["p"] == "0.01" ? Significance.Strict : Significance.Usual, of["compare"] == "at-least" ? SpearmanComparison.AtLeast : SpearmanComparison.Greater);

        Assert.Equal(of.Expected, trend is null ? "not given" : string.Create(CultureInfo.InvariantCulture, $"{trend.Coefficient.HalfEven(3)} {trend.Words.En}{(trend.OtherDiffers ? " variant" : "")}"));
    }

    /// <summary>The smallest rank correlation that at most 5 % (1 %) of all orders of N values reach.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Critical_values_of_few_periods_are_those_of_all_orders(int periods)
    {
        var sums = new int[400];
        Count(new int[periods], 0, 0, sums);

        var (_, usual, strict, mark) = Table.Rows.Single(row => row.Periods == periods);
        Assert.Equal((usual, strict, Mark.Verified), (Critical(sums, periods, 20), Critical(sums, periods, 100), mark));
    }

    [Fact]
    public void A_series_without_ties_turned_round_has_the_opposite_trend() =>
        Gen.Shuffle(Enumerable.Range(1, 12).ToArray()).Sample(order =>
        {
            var values = order.Select(value => (decimal)value).ToList();

            Assert.Equal(Fraction.Zero, SpearmanTable.Coefficient(values) + SpearmanTable.Coefficient([.. values.AsEnumerable().Reverse()]));
        });

    [Fact]
    public void Only_the_order_of_the_values_counts() =>
        Gen.Int[0, 9].Array[5, 20].Sample(numbers =>
            Assert.Equal(SpearmanTable.Coefficient([.. numbers.Select(number => (decimal)number)]), SpearmanTable.Coefficient([.. numbers.Select(number => (number * number * 0.5m) + 3)])));

    [Fact]
    public void Where_the_table_has_no_row_the_stricter_value_of_fewer_periods_counts()
    {
        var trend = Table.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])!;

        Assert.Equal((10, 0.564m, TrendDirection.Rising), (trend.From, trend.Critical, trend.Direction));
        Assert.Equal(30, Table.Of([.. Enumerable.Range(1, 45).Select(value => (decimal)value)])!.From);
    }

    private static void Count(int[] order, int at, int sum, int[] sums)
    {
        if (at == order.Length)
        {
            sums[sum]++;
            return;
        }

        for (var value = 1; value <= order.Length; value++)
        {
            if (Array.IndexOf(order, value, 0, at) < 0)
            {
                order[at] = value;
                Count(order, at + 1, sum + ((value - at - 1) * (value - at - 1)), sums);
            }
        }
    }

    private static decimal Critical(int[] sums, int periods, int share)
    {
        var (reached, all, critical) = (0, sums.Sum(), 1m);
        for (var sum = 0; (reached += sums[sum]) * share <= all; sum++)
        {
            if (sums[sum] > 0)
            {
                critical = (Fraction.Of(1, 1) - Fraction.Of(6 * sum, (periods * periods * periods) - periods)).HalfEven(3);
            }
        }

        return critical;
    }
}
