using System.Globalization;

namespace Greenprint.Quantities.Tests;

/// <summary>Texts in two languages, findings, China time, rounding, the catalogue of items.</summary>
public sealed class TextAndTimeTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void The_Chinese_is_shown_wherever_there_is_no_English_or_none_is_asked_for()
    {
        Bilingual both = ("优", "Excellent");

        Assert.Equal(("Excellent", "优"), (both.In(English), both.In(Chinese)));
        Assert.Equal("优", both.In(CultureInfo.GetCultureInfo("fr")));
        Assert.Equal("优", new Bilingual("优").In(English));
        Assert.Equal("优", new Bilingual("优", "").In(English));
    }

    [Fact]
    public void A_finding_says_where_it_stands_in_the_readers_language()
    {
        var finding = new Finding("MON-004", ("值缺失", "The value is missing"), new("江门.csv", 12, "CO"));

        Assert.Equal("江门.csv: line 12, CO: The value is missing [MON-004]", In(English, finding.ToString));
        Assert.Equal("江门.csv: 第 12 行, CO: 值缺失 [MON-004]", In(Chinese, finding.ToString));
        Assert.Equal("The value is missing [MON-004]", In(English, () => (finding with { Place = null }).ToString()));
        Assert.Equal("line 12", In(English, () => new FindingPlace(Line: 12).ToString()));
        Assert.Equal("江门.csv", In(English, () => new FindingPlace("江门.csv").ToString()));
    }

    [Fact]
    public void A_day_in_China_begins_at_16_hours_of_the_day_before_in_UTC()
    {
        Assert.Equal(new DateOnly(2026, 3, 1), ChinaTime.DayOf(new(2026, 2, 28, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 2, 28), ChinaTime.DayOf(new(2026, 2, 28, 15, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateTime(2026, 3, 1), ChinaTime.WallClock(ChinaTime.StartOf(new(2026, 3, 1))));
    }

    [Fact]
    public void The_wall_clock_is_the_same_all_year_and_whatever_the_kind_of_the_time() =>
        Gen.Select(Gen.Date[new(1980, 1, 1), new(2099, 12, 31)], Gen.Int[0, 86_399], Gen.Enum<DateTimeKind>()).Sample((day, second, kind) =>
        {
            var wall = day.Date.AddSeconds(second);
            var moment = ChinaTime.At(DateTime.SpecifyKind(wall, kind));

            Assert.Equal(wall, ChinaTime.WallClock(moment));
            Assert.Equal(wall.AddHours(-8), moment.UtcDateTime);
        });

    [Theory]
    [InlineData("0.5", 0, "0")]
    [InlineData("1.5", 0, "2")]
    [InlineData("2.5", 0, "2")]
    [InlineData("2.51", 0, "3")]
    [InlineData("-1.5", 0, "-2")]
    [InlineData("0.15", 1, "0.2")]
    [InlineData("0.25", 1, "0.2")]
    public void Rounding_is_that_of_GBT_8170(string value, int decimals, string rounded) =>
        Assert.Equal(decimal.Parse(rounded, CultureInfo.InvariantCulture), Rounding.HalfEven(decimal.Parse(value, CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void A_rounded_value_is_never_further_than_half_a_step() => Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[0, 2]).Sample((number, decimals) =>
    {
        var value = number / 1000m;
        var step = decimals switch { 0 => 1m, 1 => 0.1m, _ => 0.01m };

        Assert.True(Math.Abs(Rounding.HalfEven(value, decimals) - value) <= step / 2);
        Assert.Equal(Rounding.HalfEven(value, decimals), Fraction.Of(value).HalfEven(decimals));
    });

    [Fact]
    public void Every_item_has_its_own_code_two_names_and_the_unit_of_its_medium()
    {
        Assert.Equal(MeasuredItems.All.Count, MeasuredItems.All.Select(item => item.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(MeasuredItems.All, item => Assert.False(string.IsNullOrEmpty(item.Name.Zh) || string.IsNullOrEmpty(item.Name.En)));
        Assert.All(MeasuredItems.All, item => Assert.Equal(item.Unit, item.Measure.Symbol));
        Assert.All(MeasuredItems.AirBasic, item => Assert.Equal(Dimension.MassPerAir, item.Measure.Dimension));
        Assert.Equal("mg/m³", MeasuredItems.Co.Unit);
        Assert.Equal(6, MeasuredItems.AirBasic.Count);
        Assert.Equal(23, MeasuredItems.SurfaceWaterBasic.Count);
    }

    [Fact]
    public void An_item_is_found_by_its_code_and_an_unknown_one_is_not_guessed()
    {
        Assert.Same(MeasuredItems.Pm25, MeasuredItems.Find("PM25"));
        Assert.Null(MeasuredItems.Find("pm2.5"));
        Assert.Throws<KeyNotFoundException>(() => MeasuredItems.Get("tsp"));
    }

    private static string In(CultureInfo culture, Func<string> text)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = culture;
            return text();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
