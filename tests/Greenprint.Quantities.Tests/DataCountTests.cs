namespace Greenprint.Quantities.Tests;

/// <summary>What is missing has its reason, and what is valid is counted.</summary>
public sealed class DataCountTests
{
    [Fact]
    public void Not_detected_is_valid_and_zero_is_valid_but_missing_is_not()
    {
        var count = DataCount.Of([MeasuredValue.Of(0m), MeasuredValue.Below(0.02m), MeasuredValue.NotDetected, MeasuredValue.Missing, MeasuredValue.MissingBecause(MissingReason.Dry)]);

        Assert.Equal((5, 3, 2), (count.Expected, count.Valid, count.BelowDetection));
        Assert.Equal(new Dictionary<MissingReason, int> { [MissingReason.NotSaid] = 1, [MissingReason.Dry] = 1 }, count.Missing);
        Assert.Equal(Fraction.Of(3, 5), count.Share);
    }

    [Fact]
    public void Values_that_never_arrived_are_missing_too()
    {
        var count = DataCount.Of([MeasuredValue.Of(1m)], expected: 24);

        Assert.Equal((24, 1, 23), (count.Expected, count.Valid, count.Missing[MissingReason.NotSaid]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataCount.Of([MeasuredValue.Of(1m), MeasuredValue.Of(2m)], expected: 1));
    }

    [Fact]
    public void A_share_of_nothing_is_not_zero() => Assert.Null(DataCount.Of([]).Share);

    [Fact]
    public void Valid_and_missing_together_are_all_that_was_expected() =>
        Gen.Select(Gen.Enum<MissingReason>().Select(MeasuredValue.MissingBecause), Gen.Int[0, 9].Select(number => MeasuredValue.Of(number)), Gen.Bool)
            .Select((missing, number, is_missing) => is_missing ? missing : number).Array[0, 30].Sample(values =>
        {
            var count = DataCount.Of(values, values.Length + 3);

            Assert.Equal(count.Expected, count.Valid + count.Missing.Values.Sum());
        });

    [Fact]
    public void A_reason_is_written_in_the_words_of_stations_and_reads_back()
    {
        Assert.All(Enum.GetValues<MissingReason>(), reason =>
        {
            var value = MeasuredValue.MissingBecause(reason);

            Assert.True(MeasuredValue.TryParse(value.ToString(), out var read));
            Assert.Equal((value, true, reason), (read, read.IsMissing, read.MissingReason));
        });
        Assert.Equal("断流", MeasuredValue.MissingBecause(MissingReason.Dry).ToString());
        Assert.Null(MeasuredValue.Of(1m).MissingReason);
        Assert.Throws<ArgumentOutOfRangeException>(() => MeasuredValue.MissingBecause((MissingReason)99));
    }
}
