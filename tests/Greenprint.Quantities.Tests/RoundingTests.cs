using System.Globalization;

namespace Greenprint.Quantities.Tests;

/// <summary>GB/T 8170 by places and by significant digits.</summary>
public sealed class RoundingTests
{
    private static readonly Gen<decimal> Values = Gen.Select(Gen.Long[-9_999_999, 9_999_999], Gen.Int[0, 9]).Select((digits, scale) => Unit.Shifted(digits, -scale));

    [Theory]
    [InlineData("12.1498", 2, "12")]
    [InlineData("0.0325", 2, "0.032")]
    [InlineData("0.0335", 2, "0.034")]
    [InlineData("0.03250001", 2, "0.033")]
    [InlineData("10.502", 3, "10.5")]
    [InlineData("9.96", 2, "10")]
    [InlineData("0.0996", 2, "0.10")]
    [InlineData("32500", 2, "32000")]
    [InlineData("33500", 2, "34000")]
    [InlineData("1268", 1, "1000")]
    [InlineData("-2.55", 2, "-2.6")]
    [InlineData("0", 3, "0")]
    [InlineData("7", 3, "7")]
    public void Significant_digits_are_counted_from_the_first_that_is_not_zero(string value, int digits, string rounded) =>
        Assert.Equal(Number(rounded), Rounding.Significant(Number(value), digits));

    [Theory]
    [InlineData("0.0996", 2, "0.10")]
    [InlineData("0.0325", 2, "0.032")]
    [InlineData("9.96", 2, "10")]
    public void The_digits_that_are_kept_are_shown(string value, int digits, string text) =>
        Assert.Equal(text, Rounding.Significant(Number(value), digits).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.0004", 3, "0.0004")]
    [InlineData("0.00026", 3, "0.0003")]
    [InlineData("0.0005", 3, "0.0005")]
    [InlineData("0.0006", 3, "0.001")]
    [InlineData("0", 3, "0")]
    [InlineData("0.0123", 3, "0.012")]
    public void A_trace_is_never_published_as_zero_where_the_practice_asks_for_it(string value, int decimals, string rounded) =>
        Assert.Equal(Number(rounded), Rounding.HalfEvenKeepingOne(Number(value), decimals));

    [Fact]
    public void Significant_rounding_keeps_no_more_digits_than_asked_and_stays_within_half_a_step() =>
        Gen.Select(Values.Where(value => value != 0), Gen.Int[1, 10]).Sample((value, digits) =>
        {
            var rounded = Rounding.Significant(value, digits);
            var relative = Math.Abs(rounded - value) / Math.Abs(value);

            Assert.True(Digits(rounded) <= digits, $"{value} → {rounded}");
            Assert.True(relative <= 0.5m * Unit.Shifted(1m, 1 - digits));
        });

    [Fact]
    public void Significant_rounding_commutes_with_powers_of_ten() =>
        Gen.Select(Values, Gen.Int[1, 7], Gen.Int[0, 6]).Sample((value, digits, power) =>
            Assert.Equal(Unit.Shifted(Rounding.Significant(value, digits), power), Rounding.Significant(Unit.Shifted(value, power), digits)));

    [Fact]
    public void Rounding_is_odd_monotone_and_changes_nothing_the_second_time() =>
        Gen.Select(Values, Values, Gen.Int[1, 7]).Sample((first, second, digits) =>
        {
            var (low, high) = (Math.Min(first, second), Math.Max(first, second));

            Assert.True(Rounding.Significant(low, digits) <= Rounding.Significant(high, digits));
            Assert.Equal(-Rounding.Significant(first, digits), Rounding.Significant(-first, digits));
            Assert.Equal(Rounding.Significant(first, digits), Rounding.Significant(Rounding.Significant(first, digits), digits));
        });

    [Fact]
    public void Keeping_one_digit_differs_from_plain_rounding_only_where_that_gives_zero() =>
        Gen.Select(Values, Gen.Int[0, 6]).Sample((value, decimals) =>
        {
            var plain = Rounding.HalfEven(value, decimals);

            Assert.Equal(plain == 0 ? Rounding.Significant(value, 1) : plain, Rounding.HalfEvenKeepingOne(value, decimals));
            Assert.Equal(value == 0, Rounding.HalfEvenKeepingOne(value, decimals) == 0);
        });

    [Fact]
    public void At_least_one_digit_is_kept() => Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Significant(1m, 0));

    private static int Digits(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('-', '0').Length;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
