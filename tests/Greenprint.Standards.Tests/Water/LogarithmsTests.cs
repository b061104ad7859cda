using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Logarithms in whole numbers: as the machine's to its places, and right to the last digit beyond them.</summary>
public sealed class LogarithmsTests
{
    private static readonly Gen<decimal> Positive = Gen.Int[1, 2_000_000].Select(number => number / 1000m);

    [Fact]
    public void Natural_logarithms_are_those_of_the_machine_to_its_places() =>
        Positive.Sample(value => Assert.Equal(Math.Log((double)value), (double)Logarithms.Natural(Fraction.Of(value), 40).ToDecimal(), 1e-12));

    [Fact]
    public void The_logarithm_of_a_product_is_the_sum_to_sixty_digits() => Gen.Select(Positive, Positive).Sample((a, b) =>
    {
        var (left, right) = (Fraction.Of(a), Fraction.Of(b));
        var difference = Logarithms.Natural(left * right, 64) - Logarithms.Natural(left, 64) - Logarithms.Natural(right, 64);

        Assert.True(difference * difference < Fraction.Of(1, System.Numerics.BigInteger.Pow(10, 120)));
    });

    [Fact]
    public void Two_is_known_to_forty_digits()
    {
        // ln 2 = 0.6931471805599453094172321214581765680755…
        var scaled = Logarithms.Natural(Fraction.Of(2, 1), 45) * Fraction.Of(System.Numerics.BigInteger.Pow(10, 40), 1);

        Assert.Equal(System.Numerics.BigInteger.Parse("6931471805599453094172321214581765680755", null), scaled.Numerator / scaled.Denominator);
    }

    [Fact]
    public void A_power_of_ten_and_its_logarithm_undo_each_other() => Gen.Int[0, 1400].Sample(number =>
    {
        var exponent = Fraction.Of(-number / 100m);

        Assert.Equal(exponent.ToDecimal(), Logarithms.Common(Logarithms.PowerOfTen(exponent, 60), 40).HalfEven(15));
    });

    [Fact]
    public void The_mean_of_pH_lies_between_the_values_and_nearer_to_the_acid() => Gen.Int[0, 1400].Array[1, 6].Sample(values =>
    {
        var numbers = values.Select(value => Fraction.Of(value / 100m)).ToList();

        var mean = Acidity.Mean(numbers);

        Assert.True(mean >= numbers.Min() && mean <= Fraction.Mean(values.Select(value => value / 100m)));
    });

    [Fact]
    public void A_value_that_is_a_decimal_is_settled_as_that_decimal() =>
        Assert.Equal(Fraction.Of(25m), Logarithms.Settled(digits => Fraction.Of(25m) - Fraction.Of(1, System.Numerics.BigInteger.Pow(10, digits + 1))));
}
