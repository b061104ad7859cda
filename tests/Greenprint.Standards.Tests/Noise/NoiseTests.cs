using System.Globalization;
using Greenprint.Standards.Noise;

namespace Greenprint.Standards.Tests.Noise;

/// <summary>Hand-worked cases of noise: limits, means by energy, levels and rates.</summary>
public sealed class NoiseTests
{
    public static TheoryData<Case> Limits => CaseFiles.Of("noise-limit");

    public static TheoryData<Case> Means => CaseFiles.Of("leq");

    public static TheoryData<Case> DayNights => CaseFiles.Of("ldn");

    public static TheoryData<Case> Levels => CaseFiles.Of("noise-level");

    public static TheoryData<Case> Roads => CaseFiles.Of("road-mean");

    public static TheoryData<Case> Rates => CaseFiles.Of("noise-rate");

    private static NoiseTable Table => TestStandards.Library.Noise;

    [Theory, MemberData(nameof(Limits))]
    public void A_level_against_its_limit(Case of)
    {
        DateOnly? approved = of["approved"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        if (Table.For(of.Get("zone"), approved) is not { } limit)
        {
            Assert.Equal("no limit", of.Expected);
            return;
        }

        var verdict = Table.Judge(limit, Period(of.Get("period")), of.Number("leq"), of["max"] is null ? null : of.Number("max"));

        Assert.Equal(of.Expected, (verdict.Meets ? "meets" : "exceeds") + (verdict.BurstMeets is { } meets ? meets ? ";burst meets" : ";burst exceeds" : ""));
    }

    [Theory, MemberData(nameof(Means))]
    public void Equivalent_level(Case of)
    {
        var mean = EnergyMean.Of(Numbers(of.Get("levels")));

        Assert.Equal(of.Expected, mean.IsEmpty ? "none" : mean.Rounded(Table.Decimals).ToString("F1", CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(DayNights))]
    public void Day_night_level(Case of) =>
        Assert.Equal(of.Expected, of.Get("ld").Length == 0 ? "none" : NoiseStatistics.DayNight(Table, of.Number("ld"), of.Number("ln")).Rounded(Table.Decimals).ToString("F1", CultureInfo.InvariantCulture));

    [Theory, MemberData(nameof(Levels))]
    public void Level_of_a_citys_mean(Case of) =>
        Assert.Equal(of.Expected, NoiseStatistics.AreaMean(Numbers(of.Get("mean"))) is { } mean
            ? Table.LevelOf(of.Get("scope") == "road" ? NoiseScope.Road : NoiseScope.Area, Period(of.Get("period")), mean).Level.ToString(CultureInfo.InvariantCulture) : "none");

    [Theory, MemberData(nameof(Roads))]
    public void Mean_of_roads_by_length(Case of) =>
        Assert.Equal(of.Expected, NoiseStatistics.RoadMean([.. of.Get("roads").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(road => Numbers(road.Replace('x', ' '))).Select(pair => (pair[0], pair[1]))]) is { } mean
            ? mean.HalfEven(1).ToString("F1", CultureInfo.InvariantCulture) : "none");

    [Theory, MemberData(nameof(Rates))]
    public void Rate_of_functional_areas(Case of)
    {
        var readings = of.Get("readings").Split(' ').Select(text => text.Split(':')).Select(parts => new NoiseReading(
            "点", Table.For(parts[0])!, Period(parts[1]), parts[2] == "-" ? null : decimal.Parse(parts[2], CultureInfo.InvariantCulture)));
        var rates = NoiseStatistics.Compliance(Table, [.. readings]);
        string Rate(NoisePeriod period) => rates.Single(rate => rate.Zone is null && rate.Period == period).Rate is { IsGiven: true } given ? given.Text : "not given";

        Assert.Equal(of.Expected, $"day={Rate(NoisePeriod.Day)};night={Rate(NoisePeriod.Night)}");
        Assert.Equal(rates.Single(rate => rate is { Zone: null, Period: null }).Counted, rates.Where(rate => rate is { Zone: not null, Period: not null }).Sum(rate => rate.Counted));
    }

    [Fact]
    public void Twenty_four_hours_make_a_day_a_night_and_both()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => (decimal?)(Table.PeriodOf(hour) == NoisePeriod.Day ? 60m : 50m)).ToArray();
        var whole = NoiseStatistics.Day(Table, hours);

        Assert.Equal((60.0m, 50.0m, 60.0m), (whole.Ld!.Rounded(1), whole.Ln!.Rounded(1), whole.Ldn!.Rounded(1)));
        Assert.Equal((16L, 8L), (whole.Ld.Weight, whole.Ln.Weight));
        hours[23] = null;
        var part = NoiseStatistics.Day(Table, hours);
        Assert.Equal((true, true, true, 1), (part.Ld is not null, part.Ln is null, part.Ldn is null, part.MissingNightHours));
        Assert.Equal(50.0m, NoiseStatistics.Day(Table, hours, overPresentHours: true).Ln!.Rounded(1));
        Assert.Equal((NoisePeriod.Night, NoisePeriod.Day, NoisePeriod.Day, NoisePeriod.Night), (Table.PeriodOf(5), Table.PeriodOf(6), Table.PeriodOf(21), Table.PeriodOf(22)));
    }

    [Fact]
    public void Full_comparison_sees_what_rounding_hides()
    {
        var limit = Table.For("2")!;

        Assert.True(Table.Judge(limit, NoisePeriod.Day, EnergyMean.Of(60.04m)).Meets);
        Assert.False(Table.Judge(limit, NoisePeriod.Day, EnergyMean.Of(60.04m), Comparison.Full).Meets);
        Assert.True(Table.Judge(limit, NoisePeriod.Day, EnergyMean.Of(60m, 60m), Comparison.Full).Meets);
        Assert.False(Table.Judge(limit, NoisePeriod.Day, 60.04m, null, Comparison.Full).Meets);
    }

    private static NoisePeriod Period(string text) => text == "day" ? NoisePeriod.Day : NoisePeriod.Night;

    private static decimal[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => decimal.Parse(part, CultureInfo.InvariantCulture))];

    // Ld 50 and Ln 50: (16 × 10^5 + 8 × 10^6)/24 = 400 000, 10 lg of it 56.02. Hours that are missing do not shift 16 : 8.
    [Fact]
    public void Day_and_night_keep_their_weights_whatever_hours_are_missing()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => hour == 12 || Table.PeriodOf(hour) == NoisePeriod.Night ? 50m : (decimal?)null).ToList();

        Assert.Equal(56.0m, NoiseStatistics.Day(Table, hours, overPresentHours: true).Ldn!.Rounded(1));
    }
}
