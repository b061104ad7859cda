namespace Greenprint.Quantities.Tests;

/// <summary>Exact arithmetic under every mean.</summary>
public sealed class FractionTests
{
    private static readonly Gen<Fraction> Any = Gen.Select(Gen.Int[-5000, 5000], Gen.Int[1, 400]).Select((above, below) => Fraction.Of(above, below));

    [Theory]
    [InlineData(61, 2, 0, "30")]
    [InlineData(63, 2, 0, "32")]
    [InlineData(-61, 2, 0, "-30")]
    [InlineData(1, 3, 4, "0.3333")]
    [InlineData(2, 3, 4, "0.6667")]
    [InlineData(-2, 3, 4, "-0.6667")]
    [InlineData(1, 8, 2, "0.12")]
    [InlineData(0, 7, 1, "0.0")]
    public void Rounding_goes_to_the_even_digit_from_the_exact_value(int above, int below, int decimals, string rounded) =>
        Assert.Equal(rounded, Fraction.Of(above, below).HalfEven(decimals).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_tie_that_decimals_would_lose_is_kept()
    {
        // Three days of 21 hours whose mean is exactly 31.5: each day's mean has no finite decimal.
        var days = new[] { Fraction.Of(662, 21), Fraction.Of(661, 21), Fraction.Of(1323, 42) };
        var mean = (days[0] + days[1] + days[2]) / Fraction.Of(3m);

        Assert.Equal(Fraction.Of(31.5m), mean);
        Assert.Equal(32m, mean.HalfEven(0));
    }

    [Fact]
    public void A_fraction_of_a_decimal_loses_nothing() => Gen.Decimal[-79_000_000_000_000_000_000m, 79_000_000_000_000_000_000m].Sample(value =>
    {
        var fraction = Fraction.Of(value);

        Assert.Equal(value, fraction.HalfEven(value.Scale));
        Assert.Equal(Rounding.HalfEven(value, 3), fraction.HalfEven(3));
    });

    [Fact]
    public void Sums_and_products_are_those_of_numbers() => Gen.Select(Any, Any, Any).Sample((a, b, c) =>
    {
        Assert.Equal(a + b, b + a);
        Assert.Equal((a + b) + c, a + (b + c));
        Assert.Equal(a * (b + c), (a * b) + (a * c));
        Assert.Equal(a, a - b + b);
        if (b != Fraction.Zero)
        {
            Assert.Equal(a, a / b * b);
        }
    });

    [Fact]
    public void Order_is_that_of_numbers() => Gen.Select(Any, Any, Any).Sample((a, b, c) =>
    {
        Assert.Equal(a < b, b > a);
        Assert.Equal(a <= b, a < b || a == b);
        Assert.Equal(a >= b, !(a < b));
        Assert.Equal(a < b, a + c < b + c);
        Assert.Equal(a == b, a.GetHashCode() == b.GetHashCode() && a.Equals((object)b));
        Assert.Equal(a != b, !a.Equals(b));
    });

    [Fact]
    public void The_decimal_is_within_its_last_place_and_has_no_idle_zeros() => Any.Sample(value =>
    {
        var shown = value.ToDecimal();

        Assert.True(Fraction.Of(shown) - value <= Fraction.Of(1, System.Numerics.BigInteger.Pow(10, 19)));
        Assert.True(value - Fraction.Of(shown) <= Fraction.Of(1, System.Numerics.BigInteger.Pow(10, 19)));
        Assert.False(shown.Scale > 0 && decimal.Truncate(shown * Power(shown.Scale - 1)) == shown * Power(shown.Scale - 1), $"{shown}");
    });

    [Fact]
    public void A_large_number_is_shown_as_finely_as_a_decimal_can() =>
        Assert.Equal(12_345_678_901_234_567_890.333333333m, Fraction.Of(12_345_678_901_234_567_890m).ToDecimal() + Fraction.Of(1, 3).HalfEven(9));

    [Fact]
    public void A_mean_of_nothing_is_refused() => Assert.Throws<DivideByZeroException>(() => Fraction.Mean([]));

    [Fact]
    public void Over_zero_there_is_no_value() => Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));

    [Fact]
    public void The_default_is_zero_and_a_number() => Assert.Equal((0m, "0"), (default(Fraction).HalfEven(0), default(Fraction).ToString()));

    [Fact]
    public void The_sign_stands_above_the_line() => Assert.Equal("-1/2", Fraction.Of(2, -4).ToString());

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void A_decimal_has_0_to_28_places(int decimals) => Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.Zero.HalfEven(decimals));

    private static decimal Power(int places) => places <= 0 ? 1m : 10m * Power(places - 1);
}
