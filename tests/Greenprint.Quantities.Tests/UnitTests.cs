namespace Greenprint.Quantities.Tests;

/// <summary>Units cannot be mixed up, and conversion loses nothing.</summary>
public sealed class UnitTests
{
    private static readonly Gen<Unit> AnyUnit = Gen.Int[0, Units.All.Count() - 1].Select(Units.All.ElementAt);

    private static readonly Gen<(Unit From, Unit To)> OfOneDimension = Gen.Select(AnyUnit, Gen.Int[0, 1000])
        .Select((unit, pick) => (unit, Units.All.Where(other => other.Dimension == unit.Dimension).ToList() is var all ? all[pick % all.Count] : unit));

    [Fact]
    public void Converting_there_and_back_changes_nothing() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], OfOneDimension).Sample((number, units) =>
        {
            var value = number / 1000m;

            Assert.Equal(value, units.To.Convert(units.From.Convert(value, units.To), units.From));
        });

    [Fact]
    public void A_quantity_is_the_same_in_any_unit_of_its_dimension_and_orders_so() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10_000], OfOneDimension).Sample((first, second, units) =>
        {
            var a = new Quantity(first, units.From);
            var there = new Quantity(a.In(units.To), units.To);
            var b = new Quantity(units.From.Convert(second, units.To), units.To);

            Assert.Equal(a, there);
            Assert.Equal(a.GetHashCode(), there.GetHashCode());
            Assert.Equal(first < second, a < b);
            Assert.Equal(first > second, a > b);
            Assert.Equal(first <= second, a <= b);
            Assert.Equal(first >= second, a >= b);
        });

    [Fact]
    public void Units_of_two_dimensions_never_convert_compare_or_equal() =>
        Gen.Select(AnyUnit, AnyUnit).Where((one, other) => one.Dimension != other.Dimension).Sample((one, other) =>
        {
            Assert.Throws<ArgumentException>(() => one.Convert(1m, other));
            Assert.Throws<ArgumentException>(() => new Quantity(1m, one).CompareTo(new Quantity(1m, other)));
            Assert.NotEqual(new Quantity(1m, one), new Quantity(1m, other));
        });

    [Fact]
    public void Every_unit_reads_back_from_its_symbol()
    {
        Assert.All(Units.All, unit => Assert.Equal(unit, Units.Find(unit.Symbol, unit.Dimension)));
        Assert.Equal(Units.All.Count(), Units.All.Distinct().Count());
    }

    [Theory]
    [InlineData("μg/m³", "µg/m³")]
    [InlineData("µg/m3", "µg/m³")]
    [InlineData(" ug/m^3 ", "µg/m³")]
    [InlineData("UG/M3", "µg/m³")]
    [InlineData("mg／L", "mg/L")]
    [InlineData("毫克/千克", "mg/kg")]
    [InlineData("dB（A）", "dB(A)")]
    [InlineData("uS/cm", "µS/cm")]
    [InlineData("MPN/100mL", "1/100mL")]
    [InlineData("无量纲", "")]
    public void A_unit_is_read_however_it_is_printed(string text, string symbol) => Assert.Equal(symbol, Units.Find(text)?.Symbol);

    [Theory]
    [InlineData("ppm")]
    [InlineData("ug")]
    [InlineData("mg/m")]
    public void A_unit_that_is_not_known_is_not_guessed(string text)
    {
        Assert.Null(Units.Find(text));
        Assert.Throws<KeyNotFoundException>(() => Units.Get(text));
        var (unit, finding) = Units.Read(text, Units.MilligramPerKilogram, "镉");
        Assert.Null(unit);
        Assert.Equal("QTY-001", finding!.Code);
        Assert.Contains(text, finding.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_measures_something_else_is_a_finding()
    {
        var (unit, finding) = Units.Read("µg/m³", Units.MilligramPerLitre, "氨氮");

        Assert.Null(unit);
        Assert.Equal("QTY-002", finding!.Code);
        Assert.Null(Units.Shift("µg/m³", "mg/L"));
    }

    [Fact]
    public void What_is_measured_decides_between_two_units_that_are_written_alike()
    {
        Assert.Equal(10_000m, Units.Get("%", Dimension.MassPerMass).Convert(1m, Units.MilligramPerKilogram));
        Assert.Equal(Units.Percent, Units.Find("%"));
        Assert.Equal(0.005m, Units.Read("mg/m3", Units.MilligramPerLitre, "叶绿素 a").Unit!.Convert(5m, Units.MilligramPerLitre));
    }

    [Theory]
    [InlineData("ng/g", "mg/kg", -3)]
    [InlineData("µg/L", "mg/L", -3)]
    [InlineData("mS/m", "µS/cm", 1)]
    [InlineData("CFU/mL", "1/L", 3)]
    [InlineData("mg/L", "mg/kg", null)]
    [InlineData("ppm", "mg/L", null)]
    public void A_shift_is_a_power_of_ten_or_nothing(string from, string to, int? shift) => Assert.Equal(shift, Units.Shift(from, to));

    [Fact]
    public void A_conversion_that_would_lose_a_digit_is_refused() =>
        Assert.Throws<OverflowException>(() => Units.MicrogramPerLitre.Convert(0.0000000000000000000000000001m, Units.MilligramPerLitre));

    [Fact]
    public void A_quantity_is_reported_half_to_even_in_the_unit_asked_for() =>
        Assert.Equal((36m, 34m), (new Quantity(0.0355m, Units.MilligramPerCubicMetre).ReportedIn(Units.MicrogramPerCubicMetre, 0), new Quantity(34.5m, Units.MicrogramPerCubicMetre).ReportedIn(Units.MicrogramPerCubicMetre, 0)));

    [Fact]
    public void A_quantity_without_a_unit_equals_only_its_like() =>
        Assert.Equal((true, false, "0.5 mg/L"), (default(Quantity).Equals(default), default(Quantity).Equals(new(0m, Units.One)), new Quantity(0.5m, Units.MilligramPerLitre).ToString()));
}
