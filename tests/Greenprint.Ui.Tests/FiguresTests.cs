using Greenprint.Quantities;

namespace Greenprint.Ui.Tests;

public sealed class FiguresTests
{
    private static readonly Bilingual Share = ("%", "%");
    private static readonly Bilingual Micrograms = ("微克/立方米", "µg/m³");

    [Theory]
    [InlineData("1234.5", 1, "1,234.5")]
    [InlineData("28", 1, "28.0")]
    [InlineData("0.25", 1, "0.2")]   // half to even
    [InlineData("0.35", 1, "0.4")]
    [InlineData("-1.26", 1, "−1.3")]
    [InlineData("-0.04", 1, "0.0")]   // nothing is minus zero
    [InlineData("0", 0, "0")]
    public void A_number_is_rounded_half_to_even_with_a_real_minus(string value, int decimals, string expected) =>
        Assert.Equal(expected, Figures.Number(decimal.Parse(value, Cultures.English), decimals, Cultures.English));

    [Fact]
    public void A_missing_value_is_a_word_and_never_a_zero()
    {
        Assert.Equal("暂无", Figures.WithUnit(null, 1, Share, Cultures.Chinese));
        Assert.Equal("none", Figures.WithUnit(null, 1, Share, Cultures.English));
        Assert.Equal("0.0%", Figures.WithUnit(0, 1, Share, Cultures.Chinese));
    }

    [Fact]
    public void Letters_keep_an_unbreakable_distance_and_Chinese_units_none()
    {
        Assert.Equal("28.0\u00A0µg/m³", Figures.WithUnit(28, 1, Micrograms, Cultures.English));
        Assert.Equal("28.0微克/立方米", Figures.WithUnit(28, 1, Micrograms, Cultures.Chinese));
        Assert.Equal("7", Figures.WithUnit(7, 0, ("", ""), Cultures.English));
    }

    [Fact]
    public void A_difference_of_shares_is_in_percentage_points()
    {
        Assert.Equal("+1.3个百分点", Figures.Change(1.3m, 1, Share, Cultures.Chinese));
        Assert.Equal("−1.0\u00A0percentage point", Figures.Change(-1m, 1, Share, Cultures.English));
        Assert.Equal("±0.0\u00A0percentage points", Figures.Change(0.01m, 1, Share, Cultures.English));
        Assert.Equal("−3\u00A0µg/m³", Figures.Change(-3m, 0, Micrograms, Cultures.English));
    }

    [Theory]
    [InlineData("2026", "2026年", "2026")]
    [InlineData("2026-Q2", "2026年第二季度", "Q2 2026")]
    [InlineData("2026-03", "2026年3月", "March 2026")]
    [InlineData("2026-01..2026-10", "2026年1—10月", "January–October 2026")]
    [InlineData("2026-01..2026-01", "2026年1月", "January 2026")]
    [InlineData("2026-11-24", "2026年11月24日", "24 November 2026")]
    public void A_period_is_written_as_a_reader_says_it(string period, string zh, string en)
    {
        var text = Figures.When(Period.Parse(period));

        Assert.Equal((zh, en), (text.Zh, text.En));
    }

    [Fact]
    public void A_moment_is_told_in_China_standard_time()
    {
        var text = Figures.Moment(new DateTimeOffset(2026, 12, 31, 23, 5, 0, TimeSpan.Zero));

        Assert.Equal("2027年1月1日\u202F07:05", text.Zh);
        Assert.Equal("1 January 2027, 07:05 (UTC+8)", text.En);
    }

    [Fact]
    public void A_difference_and_its_opposite_differ_only_in_sign() =>
        Gen.Select(Gen.Decimal[-10_000m, 10_000m], Gen.Int[0, 4]).Sample((amount, decimals) =>
            Figures.Change(amount, decimals, Micrograms, Cultures.English)[1..] == Figures.Change(-amount, decimals, Micrograms, Cultures.English)[1..]);
}
