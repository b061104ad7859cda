using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests;

/// <summary>A figure is given or not given, and says by which rule.</summary>
public sealed class FigureTests
{
    private static readonly RuleReference Rule = new("GB 3095-2026", "6.4 表4", Mark.Verified);

    [Fact]
    public void A_published_figure_shows_all_its_places() =>
        Assert.Equal(("30.0", 30.0m, "30.0 µg/m³"), (Figure.Of(Fraction.Of(30m), 1, "µg/m³").Text, Figure.Of(Fraction.Of(30m), 1, "µg/m³").Published, Figure.Of(Fraction.Of(30m), 1, "µg/m³").ToString()));

    [Fact]
    public void Rounding_starts_from_the_exact_value_and_never_from_the_published_one()
    {
        var figure = Figure.Of(Fraction.Of(30.45m), 1, "µg/m³");

        Assert.Equal((30.4m, 30m, 30.45m), (figure.Published, figure.Rounded(0), figure.Value));
        Assert.Equal(31m, Figure.Of(Fraction.Of(30.51m), 1, "µg/m³").Rounded(0));
    }

    [Fact]
    public void A_figure_that_is_not_given_has_no_value_and_tells_why()
    {
        var figure = Figure.Without(new(NotGivenReason.NoData, Rule, ("没有数据。", "No data."), []), 1, "%");

        Assert.Equal((null, null, null, "—"), (figure.Value, figure.Published, figure.Rounded(0), figure.Text));
        Assert.Throws<InvalidOperationException>(() => figure.Exact);
        Assert.Contains("数据", figure.NotGiven!.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(figure.NotGiven.Message.Here, figure.ToString());
    }

    [Theory]
    [InlineData("6.4 表4", "GB 3095-2026 6.4 表4", "GB 3095-2026 6.4 table 4")]
    [InlineData("附录 A", "GB 3095-2026 附录 A", "GB 3095-2026 annex A")]
    [InlineData("4.1 表1 注（2）", "GB 3095-2026 4.1 表1 注（2）", "GB 3095-2026 4.1 table 1 note (2)")]
    [InlineData("4.2 表1、4.4", "GB 3095-2026 4.2 表1、4.4", "GB 3095-2026 4.2 table 1, 4.4")]
    [InlineData("", "GB 3095-2026", "GB 3095-2026")]
    public void A_clause_is_quoted_in_the_readers_language(string clause, string zh, string en)
    {
        var text = (Rule with { Clause = clause }).Text;

        Assert.Equal((zh, en), (text.Zh, text.En));
    }

    [Fact]
    public void A_rule_taken_over_from_another_standard_is_quoted_from_there()
    {
        var rules = TestStandards.Library.AirEditions[0].Assessment;

        Assert.Equal("GB 3095-2012 6.4 表4", rules.MonthRule.ToString());
        Assert.Equal("HJ 663-2013 6.1.2", rules.WindowRule.ToString());
        Assert.Equal(Mark.Unverified, rules.CityRule.Mark);
    }

    [Fact]
    public void A_refusal_reads_well_in_both_languages()
    {
        var hours = new HourlySeries(MeasuredItems.Pm25, Period.OfMonth(2016, 7));
        for (var hour = 0; hour < 26 * 24; hour++)
        {
            hours.Put(new DateOnly(2016, 7, 1).AddDays(hour / 24), hour % 24, 10m);
        }

        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");   // a calendar of its own: months are data, not talk
            var message = AirAssessment.Station(new("站", [hours]), Period.OfMonth(2016, 7), TestStandards.Library.AirRules()).Mean(MeasuredItems.Pm25).Figure.NotGiven!.Message;

            Assert.Equal("不能给出：有效的细颗粒物日均值不足的月份为 2016-07（26 天，至少 27 天）（GB 3095-2012 6.4 表4）。", message.Zh);
            Assert.Equal("Cannot be given: months with too few days of valid PM₂.₅ daily means are 2016-07 (26 of 27) (GB 3095-2012 6.4 table 4).", message.En);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_several_items_that_lack_days_each_is_named_in_one_sentence()
    {
        var period = Period.OfMonth(2016, 7);
        var series = MeasuredItems.AirBasic.Select(item =>
        {
            var hours = new HourlySeries(item, period);
            for (var hour = 0; item != MeasuredItems.Co && hour < (item == MeasuredItems.Pm25 ? 26 : 31) * 24; hour++)
            {
                hours.Put(period.First.AddDays(hour / 24), hour % 24, 10m);
            }

            return hours;
        });

        var notGiven = AirAssessment.Station(new("站", [.. series]), period, TestStandards.Library.AirRules()).GoodDayRatio.NotGiven!;

        Assert.Equal(
            "不能给出：以下项目有效日不足（每月至少 27 天，二月 25 天，全年 324 天，GB 3095-2012 6.4 表4）：细颗粒物日均值 2016-07 26 天；一氧化碳日均值 无数据。", notGiven.Message.Zh);
        Assert.Equal(
            "Cannot be given: too few valid days (27 a month, 25 in February, 324 a year; GB 3095-2012 6.4 table 4) of PM₂.₅ daily means 2016-07 (26); CO daily means (none).",
            notGiven.Message.En);
        Assert.Equal((NotGivenReason.NoData, 26), (notGiven.Reason, Assert.Single(notGiven.Months).Days));
    }

    [Fact]
    public void Days_are_joined_to_the_fewest_ranges() => Gen.Int[0, 60].Array[0, 40].Sample(numbers =>
    {
        var days = numbers.Select(number => new DateOnly(2026, 1, 1).AddDays(number)).ToList();
        var ranges = DayRange.Of(days);

        var covered = ranges.SelectMany(range => Enumerable.Range(0, range.Last.DayNumber - range.First.DayNumber + 1).Select(range.First.AddDays)).ToList();
        Assert.Equal(days.Distinct().Order(), covered);
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.Last.AddDays(1) < pair.Second.First));
    });

    [Fact]
    public void An_edition_begins_where_its_region_says()
    {
        var edition = TestStandards.Library.Find("GB3095-2012")!;

        Assert.Equal(new DateOnly(2012, 2, 29), edition.From("110000"));
        Assert.Equal(new DateOnly(2016, 1, 1), edition.From("620100"));
        Assert.Equal(new DateOnly(2012, 2, 29), edition.From());
        Assert.False(edition.IsInForce(new(2026, 3, 1), "110000"));
        Assert.Null(TestStandards.Library.Find("GB3095-1996"));
    }
}
