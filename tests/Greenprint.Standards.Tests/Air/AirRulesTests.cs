using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Which edition judges what.</summary>
public sealed class AirRulesTests
{
    [Theory]
    [InlineData("2012-02-29", "2012")]
    [InlineData("2026-02-28", "2012")]
    [InlineData("2026-03-01", "2026-transition")]
    [InlineData("2030-12-31", "2026-transition")]
    [InlineData("2031-01-01", "2026-full")]
    public void A_day_is_judged_by_the_edition_of_the_day(string day, string edition) =>
        Assert.Equal(edition, TestStandards.Library.AirRules().OnDay(Period.Parse(day).First)!.Id);

    [Fact]
    public void Before_the_first_edition_there_is_none() => Assert.Null(TestStandards.Library.AirRules().OnDay(new(2012, 2, 28)));

    [Theory]
    [InlineData("110000", true)]
    [InlineData("440700", true)]
    [InlineData("620100", false)]
    public void An_edition_came_into_force_by_region(string region, bool inForce)
    {
        Assert.Equal(inForce, TestStandards.Library.AirRules("auto", region).OnDay(new(2015, 6, 1)) is not null);
        Assert.NotNull(TestStandards.Library.AirRules("auto", region).OnDay(new(2016, 1, 1)));
    }

    [Theory]
    [InlineData("2026", "2026-transition", "2012")]
    [InlineData("2026-02", "2012", null)]
    [InlineData("2026-03", "2026-transition", null)]
    [InlineData("2026-Q1", "2026-transition", "2012")]
    [InlineData("2026-01..2026-10", "2026-transition", "2012")]
    [InlineData("2031", "2026-full", null)]
    [InlineData("2025", "2012", null)]
    public void A_period_that_a_switch_cuts_is_judged_by_its_last_day_and_names_the_edition_before(string period, string edition, string? before)
    {
        var rules = TestStandards.Library.AirRules();

        Assert.Equal((edition, before), (rules.ForPeriod(Period.Parse(period))!.Id, rules.Before(Period.Parse(period))?.Id));
    }

    [Theory]
    [InlineData("2012", "2027-05-01", "2012")]
    [InlineData("HJ633-2012", "2027-05-01", "2012")]
    [InlineData("2026", "2016-05-01", "2026-transition")]
    [InlineData("HJ663-2026", "2032-05-01", "2026-full")]
    [InlineData("2026-full", "2016-05-01", "2026-full")]
    public void Any_edition_can_be_forced(string forced, string day, string edition) =>
        Assert.Equal(edition, TestStandards.Library.AirRules(forced).OnDay(Period.Parse(day).First)!.Id);

    [Fact]
    public void An_unknown_edition_is_a_finding_that_lists_the_known_ones()
    {
        var finding = Assert.Throws<UnknownEditionException>(() => TestStandards.Library.AirRules("1996")).Finding;

        Assert.Equal("STD-001", finding.Code);
        Assert.Contains("2026-full", finding.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("2026-full", finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_days_of_a_cut_year_follow_their_own_editions_and_the_year_its_last_day()
    {
        var period = Period.OfYear(2026);
        var hours = MeasuredItems.AirBasic.Select(item =>
        {
            var series = new HourlySeries(item, period);
            for (var hour = 0; hour < period.Days * 24; hour++)
            {
                series.Put(period.First.AddDays(hour / 24), hour % 24, item == MeasuredItems.Pm25 ? 70m : 1m);
            }

            return series;
        }).ToList();

        var result = AirAssessment.Station(new("站", hours), period, TestStandards.Library.AirRules());

        // 70 µg/m³ is good under 2012 (January, February: 59 days) and not under 2026.
        Assert.Equal((59, 365), (result.GoodDays, result.DaysWithIndex));
        Assert.Equal("16.2", result.GoodDayRatio.Text);
        Assert.Equal(("2026-transition", "2012"), (result.Edition!.Id, result.EditionBefore!.Id));
        Assert.Equal("70.0", result.Mean(MeasuredItems.Pm25).Figure.Text);
        var before = AirAssessment.Station(new("站", hours), period, TestStandards.Library.AirRules().Forced(result.EditionBefore));
        Assert.Equal(("100.0", "70"), (before.GoodDayRatio.Text, before.Mean(MeasuredItems.Pm25).Figure.Text));
    }

    [Fact]
    public void Where_no_edition_was_in_force_nothing_is_given_and_the_days_are_named()
    {
        var period = Period.OfMonth(2015, 6);
        var hours = new HourlySeries(MeasuredItems.Pm25, period);

        var result = AirAssessment.Station(new("站", [hours]), period, TestStandards.Library.AirRules("auto", "620100"));

        Assert.Null(result.Edition);
        Assert.All(result.Figures, figure => Assert.Equal(NotGivenReason.NoEdition, figure.Figure.NotGiven!.Reason));
        Assert.Equal(NotGivenReason.NoEdition, result.GoodDayRatio.NotGiven!.Reason);
        Assert.Equal(30, Assert.Single(result.Excluded, records => records.Kind == ExclusionKind.DayWithoutEdition).Count);
    }

    [Fact]
    public void The_national_colours_are_those_of_annex_A()
    {
        var levels = TestStandards.Library.AirRules("2026").OnDay(new(2026, 6, 1))!.Index.Levels;

        Assert.Equal(["优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"], levels.Select(level => level.Name.Zh));
        Assert.Equal(["#00E400", "#FFFF00", "#FF7E00", "#FF0000", "#99004C", "#7E0023"], levels.Select(level => level.Rgb));
        Assert.Equal([new(40, 0, 100, 0), new(0, 0, 100, 0), new(0, 52, 100, 0), new(0, 100, 100, 0), new(10, 100, 40, 30), new(30, 100, 100, 30)], levels.Select(level => level.Cmyk));
        Assert.Equal("Ⅲ类", TestStandards.Library.SurfaceWater.Info(Standards.Water.WaterClass.III).Name.Zh);
    }

    [Theory]
    [InlineData("2012", "HJ633-2012", true)]
    [InlineData("auto", "auto", true)]
    [InlineData("2026", "2026", true)]
    [InlineData("auto", "2026", false)]
    public void Two_choices_of_editions_are_the_same_when_they_judge_every_day_alike(string one, string other, bool same) =>
        Assert.Equal(same, TestStandards.Library.AirRules(one).AreThoseOf(TestStandards.Library.AirRules(other)));

    [Fact]
    public void The_same_editions_in_another_region_are_other_rules() =>
        Assert.False(TestStandards.Library.AirRules("auto", "110000").AreThoseOf(TestStandards.Library.AirRules("auto", "440000")));
}
