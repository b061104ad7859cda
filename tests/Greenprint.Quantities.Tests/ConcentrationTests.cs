namespace Greenprint.Quantities.Tests;

/// <summary>Units of concentration cannot be mixed up.</summary>
public sealed class ConcentrationTests
{
    [Fact]
    public void The_same_concentration_compares_equal_in_any_unit()
    {
        Assert.Equal(Concentration.From(400m, ConcentrationUnit.MicrogramPerCubicMetre), Concentration.From(0.4m, ConcentrationUnit.MilligramPerCubicMetre));
        Assert.Equal(Concentration.From(0.15m, ConcentrationUnit.MilligramPerLitre), Concentration.From(150m, ConcentrationUnit.MicrogramPerLitre));
    }

    [Fact]
    public void Converting_there_and_back_changes_nothing() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Enum<ConcentrationUnit>(), Gen.Enum<ConcentrationUnit>()).Sample((number, from, to) =>
        {
            var value = number / 1000m;

            Assert.Equal(value, Concentration.From(Concentration.From(value, from).In(to), to).In(from));
        });

    [Fact]
    public void Order_does_not_depend_on_the_unit() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Enum<ConcentrationUnit>()).Sample((first, second, unit) =>
        {
            var (a, b) = (Concentration.From(first, unit), Concentration.From(second, unit));

            Assert.Equal(first.CompareTo(second), a.CompareTo(b));
            Assert.Equal(first < second, a < b);
            Assert.Equal(first > second, a > b);
            Assert.Equal(first <= second, a <= b);
            Assert.Equal(first >= second, a >= b);
        });

    [Fact]
    public void A_value_is_reported_half_to_even() =>
        Assert.Equal((34m, 36m), (Concentration.From(34.5m, ConcentrationUnit.MicrogramPerCubicMetre).ReportedIn(ConcentrationUnit.MicrogramPerCubicMetre, 0),
            Concentration.From(0.0355m, ConcentrationUnit.MilligramPerCubicMetre).ReportedIn(ConcentrationUnit.MicrogramPerCubicMetre, 0)));

    [Fact]
    public void There_is_no_negative_concentration() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Concentration.From(-0.1m, ConcentrationUnit.MilligramPerLitre));

    [Fact]
    public void Every_unit_has_a_factor_and_a_symbol_that_reads_back()
    {
        foreach (var unit in Enum.GetValues<ConcentrationUnit>())
        {
            Assert.True(unit.Factor() > 0);
            Assert.True(ConcentrationUnits.TryParse(unit.Symbol(), out var read));
            Assert.Equal(unit, read);
        }
    }

    [Theory]
    [InlineData("μg/m³")]
    [InlineData("µg/m3")]
    [InlineData(" ug/m^3 ")]
    [InlineData("UG/M3")]
    public void A_unit_is_read_however_it_is_printed(string text)
    {
        Assert.True(ConcentrationUnits.TryParse(text, out var unit));
        Assert.Equal(ConcentrationUnit.MicrogramPerCubicMetre, unit);
    }

    [Theory]
    [InlineData("ppm")]
    [InlineData("")]
    [InlineData(null)]
    public void A_unit_that_is_not_known_is_not_guessed(string? text) => Assert.False(ConcentrationUnits.TryParse(text, out _));
}
