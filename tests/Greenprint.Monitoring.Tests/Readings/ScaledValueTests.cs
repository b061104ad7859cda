using System.Globalization;

namespace Greenprint.Monitoring.Tests.Readings;

public sealed class ScaledValueTests
{
    [Theory]
    [InlineData("-1.5", "-1.5")]
    [InlineData("0.035", "0.035")]   // T9: three decimals and negatives survive
    [InlineData("0", "0")]
    [InlineData("28689570.0", "28689570")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("9200000000", "9200000000")]
    [InlineData("1e3", "1000")]
    [InlineData("5.5e-3", "0.0055")]
    [InlineData(".5", "0.5")]
    public void A_number_is_held_digit_for_digit(string written, string expected)
    {
        Assert.Equal(ScaledReading.Read, ScaledValue.Read(written, 0, out var scaled));
        Assert.Equal(expected, ScaledValue.ToDecimal(scaled).ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0.0000000001", ScaledReading.TooPrecise)]
    [InlineData("10000000000", ScaledReading.TooLarge)]
    [InlineData("99999999999999999999999", ScaledReading.TooLarge)]
    [InlineData("", ScaledReading.NotANumber)]
    [InlineData(".", ScaledReading.NotANumber)]
    [InlineData("-", ScaledReading.NotANumber)]
    [InlineData("1,5", ScaledReading.NotANumber)]
    [InlineData("1.2.3", ScaledReading.NotANumber)]
    [InlineData("12a", ScaledReading.NotANumber)]
    [InlineData("1e", ScaledReading.NotANumber)]
    [InlineData("ENE", ScaledReading.NotANumber)]
    [InlineData("１２", ScaledReading.NotANumber)]
    public void What_cannot_be_held_exactly_is_refused_and_never_rounded(string written, ScaledReading expected) =>
        Assert.Equal(expected, ScaledValue.Read(written, 0, out _));

    [Fact]
    public void From_micrograms_to_milligrams_moves_the_point()
    {
        ScaledValue.Read("1200", -3, out var scaled);
        Assert.Equal(1.2m, ScaledValue.ToDecimal(scaled));
    }

    [Fact]
    public void Every_value_that_fits_comes_back_as_it_was() =>
        Gen.Select(Gen.Long[-9_200_000_000_000_000_000, 9_200_000_000_000_000_000], Gen.Int[0, 9]).Sample((size, decimals) =>
        {
            var value = new decimal(size) / 1_000_000_000m;
            Assert.True(ScaledValue.TryFrom(value, out var scaled));
            Assert.Equal(value, ScaledValue.ToDecimal(scaled));
            var written = value.ToString(CultureInfo.InvariantCulture);
            return ScaledValue.Read(written, 0, out var read) == ScaledReading.Read && read == scaled;
        });
}
