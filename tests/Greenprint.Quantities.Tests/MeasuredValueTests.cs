using System.Globalization;

namespace Greenprint.Quantities.Tests;

/// <summary>Missing, zero and below detection are three things.</summary>
public sealed class MeasuredValueTests
{
    [Theory]
    [InlineData("0.02", "0.02", null)]
    [InlineData("0", "0", null)]
    [InlineData("-3", "-3", null)]
    [InlineData("<0.02", null, "0.02")]
    [InlineData("＜0.02", null, "0.02")]
    [InlineData("0.02L", null, "0.02")]
    [InlineData(" 0.02L ", null, "0.02")]
    [InlineData("未检出", null, null)]
    [InlineData("ND", null, null)]
    public void Values_and_detection_limits_are_read_as_laboratories_write_them(string text, string? value, string? limit)
    {
        Assert.True(MeasuredValue.TryParse(text, out var read));
        Assert.Equal((Number(value), Number(limit), false), (read.Value, read.DetectionLimit, read.IsMissing));
        Assert.Equal(value is null, read.IsBelowDetection);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("NA")]
    public void An_empty_cell_and_its_signs_are_missing_and_never_zero(string? text)
    {
        Assert.True(MeasuredValue.TryParse(text, out var read));
        Assert.Equal((true, null, false), (read.IsMissing, read.Value, read.IsBelowDetection));
        Assert.Equal(MeasuredValue.Missing, read);
        Assert.Equal(default, read);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1,5")]
    [InlineData("3，5")]
    [InlineData("<")]
    [InlineData("L")]
    [InlineData("<-1")]
    [InlineData("<0")]
    [InlineData("1 2")]
    public void Text_that_is_no_value_is_not_taken_for_a_missing_one(string text) => Assert.False(MeasuredValue.TryParse(text, out _));

    [Fact]
    public void What_is_written_reads_back_as_the_same_value() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 100_000]).Sample((kind, number) =>
        {
            var value = kind switch
            {
                0 => MeasuredValue.Of(number / 1000m),
                1 => MeasuredValue.Below(number / 1000m),
                2 => MeasuredValue.NotDetected,
                _ => MeasuredValue.Missing,
            };

            Assert.True(MeasuredValue.TryParse(value.ToString(), out var read));
            Assert.Equal(value, read);
        });

    [Fact]
    public void A_detection_limit_is_more_than_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => MeasuredValue.Below(0m));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
