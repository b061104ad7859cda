using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Ranks of cities and of their changes.</summary>
public sealed class CityRankingTests
{
    private static readonly AirEdition Edition = TestStandards.Library.AirRules("2012").OnDay(new(2017, 1, 1))!;

    [Fact]
    public void Equal_indices_share_a_rank_and_the_next_is_skipped()
    {
        var ranks = CityRanking.Rank([("丙", Index(30)), ("甲", Index(20)), ("无", Missing()), ("乙", Index(20))]);

        Assert.Equal([("甲", 1), ("乙", 1), ("丙", 3), ("无", (int?)null)], ranks.Select(city => (city.City, city.Rank)));
    }

    [Fact]
    public void Cities_that_publish_the_same_figure_share_a_rank_even_where_the_full_values_differ()
    {
        // 20/35 + 0.5 x 5 = 3.0714…, 20.1/35 + 2.5 = 3.0743…: both are published as 3.07.
        var ranks = CityRanking.Rank([("甲", Index(20.1m)), ("乙", Index(20))]);

        Assert.Equal([1, 1], ranks.Select(city => city.Rank));
        Assert.NotEqual(ranks[0].Index.Figure.Exact, ranks[1].Index.Figure.Exact);
    }

    [Fact]
    public void Variants_do_not_stand_in_one_ranking() =>
        Assert.Throws<ArgumentException>(() => CityRanking.Rank([("甲", Index(20)), ("乙", Index(20, CompositeVariant.Ranking2012))]));

    [Fact]
    public void A_city_that_meets_every_limit_is_left_out_of_the_list_of_those_that_got_worse()
    {
        var changes = new[]
        {
            Change("好转", 30, 40), Change("更好转", 20, 40), Change("变差但达标", 30, 20), Change("变差超标", 40, 36), Change("更差超标", 50, 36), Change("不变", 30, 30),
        };

        var ranking = CityRanking.RankChanges([.. changes, CityRanking.Change("无", Index(30), Missing(), Edition.Assessment)]);

        Assert.Equal([("更好转", 1), ("好转", 2)], ranking.Improving.Select(city => (city.City, city.Rank!.Value)));
        Assert.Equal([("更差超标", 1), ("变差超标", 2)], ranking.Worsening.Select(city => (city.City, city.Rank!.Value)));
        Assert.Equal(["变差但达标", "不变", "无"], ranking.Unlisted.Select(city => city.City));
    }

    [Theory]
    [InlineData(35, 28, "6.1")]    // (3.5 − 3.3) / 3.3 = 6.06 %
    [InlineData(28, 35, "-5.7")]   // (3.3 − 3.5) / 3.5 = −5.71 %
    [InlineData(28, 28, "0.0")]
    public void A_rate_above_zero_is_worse(int now, int before, string rate) => Assert.Equal(rate, Change("甲", now, before).Rate.Text);

    [Fact]
    public void A_limit_that_a_rounded_value_meets_is_met()
    {
        Assert.True(Index(35.49m).AllMeet);
        Assert.False(Index(35.5m).AllMeet);
        Assert.False(Missing().AllMeet);
    }

    /// <summary>PM2.5 alone differs; the other five single indices are 0.5 each.</summary>
    private static CompositeIndex Index(decimal pm25, CompositeVariant variant = CompositeVariant.Sum) => CompositeIndex.Of(
        Edition,
        new Dictionary<MeasuredItem, decimal>
        {
            [MeasuredItems.Pm25] = pm25,
            [MeasuredItems.Pm10] = 35,
            [MeasuredItems.So2] = 30,
            [MeasuredItems.No2] = 20,
            [MeasuredItems.Co] = 2,
            [MeasuredItems.O3] = 80,
        },
        new(variant));

    private static CompositeIndex Missing() => CompositeIndex.Of(Edition, new Dictionary<MeasuredItem, decimal> { [MeasuredItems.Pm25] = 1 });

    private static CityChange Change(string city, decimal now, decimal before) => CityRanking.Change(city, Index(now), Index(before), Edition.Assessment);
}
