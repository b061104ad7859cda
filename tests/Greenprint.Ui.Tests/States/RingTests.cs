using Greenprint.Testing;
using Greenprint.Ui.States;

namespace Greenprint.Ui.Tests.States;

public sealed class RingTests
{
    [Fact]
    public void The_arcs_of_a_ring_follow_each_other_and_close_it_and_only_what_there_is_has_one() => Gen.Int[0, 400].Array[1, 6].Sample(counts =>
    {
        var ring = Ring(counts);
        var arcs = ring.Arcs().ToList();

        Assert.Equal(counts.Count(count => count > 0), arcs.Count);
        var end = 0m;
        foreach (var (part, start, length) in arcs)
        {
            Assert.Equal((double)end, (double)start, 9);
            Assert.Equal(100d * part.Count / ring.Total, (double)length, 9);
            end = start + length;
        }

        Assert.Equal(ring.Total == 0 ? 0 : 100, (double)end, 9);
    }, iter: Laws.Tries(1000));

    [Fact]
    public void T2_the_share_of_nothing_is_no_share_and_none_of_some_is_zero()
    {
        Assert.Null(Ring(0, 0).GoodShare);
        Assert.Null(Ring(0, 0).ShareOf(0));
        Assert.Equal(0m, Ring(0, 3).GoodShare);
        Assert.Equal(67m, Ring(2, 1).GoodShare);
    }

    // The first part is the good one.
    private static RingModel Ring(params int[] counts) =>
        new(("标题", "Title"), ("好", "good"), [.. counts.Select((count, i) => new RingPart(new($"{i}"), new("含义"), count, StateTone.Good, "here", false) { IsGood = i == 0 })]);
}
