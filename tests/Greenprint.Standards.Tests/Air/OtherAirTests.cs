using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>GB 3095 table 2, annex A and the reference state: hand-worked cases and what must not be mixed up.</summary>
public sealed class OtherAirTests
{
    public static TheoryData<Case> Limits => CaseFiles.Of("other-limit");

    public static TheoryData<Case> Periods => CaseFiles.Of("other-period");

    public static TheoryData<Case> States => CaseFiles.Of("reference");

    [Theory, MemberData(nameof(Limits))]
    public void Value_against_a_limit_of_table_2(Case of)
    {
        var edition = TestStandards.Library.AirEditions.First(known => known.Limits.Edition.Id == of.Edition && (known.Limits.Stage?.Id ?? "") == (of["stage"] ?? ""));

        var limit = edition.Other.For(of.Get("item"), of.Get("averaging") switch
        {
            "hour" => Averaging.Hour,
            "day" => Averaging.Day,
            "season" => Averaging.Season,
            _ => Averaging.Year,
        });

        Assert.Equal(of.Expected, limit is null ? "no limit" : limit.IsMetBy(Fraction.Of(of.Number("value")), (AirZone)of.Number("zone")) ? "meets" : "exceeds");
    }

    [Theory, MemberData(nameof(Periods))]
    public void Period_with_so_many_daily_values(Case of)
    {
        var period = Period.Parse(of.Get("period"));
        var days = period.Months.Zip(of.Get("days").Split(' ').Select(days => int.Parse(days, CultureInfo.InvariantCulture)))
            .SelectMany(month => Enumerable.Range(0, month.Second).Select(month.First.AddDays)).ToDictionary(day => day, _ => 0.1m);

        var mean = TestStandards.Library.AirRules(of.Edition).ForPeriod(period)!.Other.Mean(of.Get("item"), period, days);

        Assert.Equal(of.Expected, mean.Figure.NotGiven is { } reason
            ? "not given" + string.Concat(reason.Months.Select(month => string.Create(CultureInfo.InvariantCulture, $" {month.Month:yyyy-MM}"))) : "given");
        Assert.Equal(mean.Figure.IsGiven ? true : (bool?)null, mean.Meets);
    }

    [Theory, MemberData(nameof(States))]
    public void Concentration_at_the_state_of_another_day(Case of)
    {
        DateOnly Day(string key) => DateOnly.ParseExact(of.Get(key), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Fraction Converted() => TestStandards.Library.ReferenceStates.Convert(MeasuredItems.Get(of.Get("item")), of.Number("value"), Day("from"), Day("to"));

        if (of.Expected == "refused")
        {
            Assert.Throws<ArgumentException>(() => Converted());
        }
        else
        {
            Assert.Equal(of.Expected, Converted().HalfEven(3).ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void There_and_back_again_nothing_is_lost() =>
        Gen.Select(Gen.Int[2000, 3500], Gen.Int[2000, 3500], Gen.Int[5000, 11000], Gen.Int[5000, 11000]).Sample((first, second, p, q) =>
        {
            var (one, other) = (new ReferenceState(first / 10m, p / 10m), new ReferenceState(second / 10m, q / 10m));

            Assert.Equal(Fraction.Of(1, 1), ReferenceState.Factor(one, other) * ReferenceState.Factor(other, one));
        });

    [Fact]
    public void Particles_have_no_state_of_their_own_since_the_amendment()
    {
        var states = TestStandards.Library.ReferenceStates;

        Assert.Equal(new(273.15m, 1013.25m), states.On(new(2018, 8, 31), MeasuredItems.Pm25));
        Assert.Null(states.On(new(2018, 9, 1), MeasuredItems.Pm25));
        Assert.Equal(new(298.15m, 1013.25m), states.On(new(2027, 1, 1), MeasuredItems.O3));
        Assert.Null(states.On(new(2011, 1, 1), MeasuredItems.O3));
        Assert.Equal(Mark.Verified, states.RuleOn(new(2026, 3, 1))!.Mark);
    }

    [Fact]
    public void A_mean_that_exceeds_has_its_multiple()
    {
        var period = Period.OfYear(2027);
        var days = Enumerable.Range(0, 365).ToDictionary(period.First.AddDays, _ => 60m);

        var mean = TestStandards.Library.AirRules().ForPeriod(period)!.Other.Mean("nox", period, days);

        Assert.Equal((false, 0.20m), (mean.Meets, mean.Multiple));   // (60 − 50)/50
        Assert.Throws<ArgumentException>(() => TestStandards.Library.AirRules().ForPeriod(period)!.Other.Mean("tsp", Period.OfQuarter(2027, 1), days));
        Assert.Throws<ArgumentException>(() => TestStandards.Library.AirRules().ForPeriod(period)!.Other.Mean("nox", Period.OfMonth(2027, 1), days));
    }

    [Fact]
    public void Annex_A_holds_ten_reference_values_of_2026()
    {
        var references = TestStandards.Library.AirRules().OnDay(new(2026, 3, 1))!.Other.References;

        Assert.Equal(10, references.Count);
        Assert.Equal(0.000025m, references.Single(value => value.Item.Code == "cr6").Value);
        Assert.Equal(1.2m, references.Single(value => value is { Averaging: Averaging.GrowingSeason, Use: "pasture" }).Value);
        Assert.Empty(TestStandards.Library.AirRules("2012").OnDay(new(2020, 1, 1))!.Other.References);
    }
}
