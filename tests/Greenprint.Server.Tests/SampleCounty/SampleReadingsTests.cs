using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Server.SampleCounty;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>Laws of the generated measurements.</summary>
public sealed class SampleReadingsTests
{
    private static readonly IReadOnlyList<Level> Levels = SampleFiles.Levels();
    private static readonly DateOnly First = new(2020, 1, 1);

    [Fact]
    public void A_county_extended_to_a_day_is_the_county_made_on_that_day() =>
        Gen.Select(Gen.Int[0, Levels.Count - 1], Gen.Int[0, 2400], Gen.Int[1, 60], Gen.Int[1, 60]).Sample(
            (series, start, one, two) =>
            {
                var from = First.AddDays(start);
                var (middle, to) = (from.AddDays(one), from.AddDays(one + two));
                return SampleReadings.Of(Levels[series], from, middle).Concat(SampleReadings.Of(Levels[series], middle, to))
                    .SequenceEqual(SampleReadings.Of(Levels[series], from, to));
            },
            iter: 60);

    [Fact]
    public void Every_value_is_a_plausible_one_of_its_item_and_has_its_decimals() =>
        Gen.Select(Gen.Int[0, Levels.Count - 1], Gen.Int[0, 2400]).Sample(
            (series, start) => SampleReadings.Of(Levels[series], First.AddDays(start), First.AddDays(start + 31)).All(reading =>
                reading.Value > 0 && reading.Value < 1000 && reading.Value == Rounding.HalfEven(reading.Value, MeasuredItems.Get(reading.Item).Decimals)),
            iter: 60);

    [Fact]
    public void Instruments_are_out_now_and_then_but_seldom()
    {
        var hours = Levels.Where(level => level.Sampling == Sampling.Hourly).Sum(level => SampleReadings.Of(level, First, First.AddYears(6)).LongCount());
        var all = Levels.Count(level => level.Sampling == Sampling.Hourly) * (First.AddYears(6).DayNumber - First.DayNumber) * 24L;

        Assert.InRange((double)hours / all, 0.985, 0.999);
    }

    [Fact]
    public void A_calibrated_hour_of_a_gas_is_marked_and_one_of_dust_is_not()
    {
        bool Calibrated(string item) => SampleReadings.Of(Levels.First(level => level.Item == item), First, First.AddDays(60)).Any(reading => reading.Flags == ReadingFlags.Calibration);

        Assert.True(Calibrated("o3"));
        Assert.False(Calibrated("pm25"));
    }

    [Fact]
    public void The_whole_county_is_about_two_million_readings() =>
        Assert.InRange(Levels.Sum(level => SampleReadings.Of(level, First, new(2026, 11, 20)).LongCount()), 1_900_000, 2_500_000);
}
