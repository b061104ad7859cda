namespace Greenprint.Monitoring.Tests.Readings;

public sealed class KeyHistoryTests
{
    private static ReadingEntry Entry(long value, ReadingRank rank = ReadingRank.Raw, ReadingFlags flags = ReadingFlags.None) => new(value, flags, rank, 0, 1);

    [Fact]
    public void A_then_corrected_B_then_A_again_changes_nothing_the_third_time()
    {
        var key = default(KeyHistory);

        Assert.Equal(Outcome.Stored, key.Add(Entry(1)));
        Assert.Equal(Outcome.Revised, key.Add(Entry(2)));
        Assert.Equal(Outcome.Unchanged, key.Add(Entry(1)));
        Assert.Equal(2, key.Current.Value);
    }

    [Fact]
    public void A_raw_value_that_arrives_later_does_not_displace_a_ratified_one()
    {
        var key = default(KeyHistory);
        key.Add(Entry(1, ReadingRank.Ratified));

        Assert.Equal(Outcome.Revised, key.Add(Entry(2)));
        Assert.Equal(1, key.Current.Value);
        Assert.Equal(2, Assert.Single(key.NewOthers!).Value);
    }

    [Fact]
    public void Ratifying_a_value_that_was_once_raw_makes_it_current_again()
    {
        var key = default(KeyHistory);
        key.Add(Entry(1));
        key.Add(Entry(2));

        Assert.Equal(Outcome.Revised, key.Add(Entry(1, ReadingRank.Ratified)));
        Assert.Equal((1, ReadingRank.Ratified), (key.Current.Value, key.Current.Rank));
    }

    [Fact]
    public void The_same_value_marked_invalid_by_its_source_is_a_revision()
    {
        var key = default(KeyHistory);
        key.Add(Entry(1));

        Assert.Equal(Outcome.Revised, key.Add(Entry(1, flags: ReadingFlags.Invalid)));
        Assert.True(key.Current.Flags.IsExcluded());
    }

    [Fact]
    public void A_remark_of_ours_is_no_difference()
    {
        var key = default(KeyHistory);
        key.Add(Entry(1));

        Assert.Equal(Outcome.Unchanged, key.Add(Entry(1, flags: ReadingFlags.Spike)));
    }
}
