using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Laws of the statistics, for any hours: the arrays say what the plain definition says, and nothing is invented.</summary>
public sealed class KernelLawsTests
{
    private static readonly AssessmentRules Rules = TestStandards.Library.AirRules("2012").OnDay(new(2017, 1, 1))!.Assessment;

    // Hours with many gaps, so that days lie on both sides of every minimum; tenths, so that means do not come out whole.
    private static readonly Gen<decimal?[]> Hours = Gen.Select(Gen.Int[0, 10], Gen.Int[0, 4000].Array[24], Gen.Int[0, 99].Array[24])
        .Select((gaps, values, chance) => values.Zip(chance, (value, of) => of < gaps * 3 ? (decimal?)null : value / 10m).ToArray());

    [Fact]
    public void A_daily_mean_is_the_plain_mean_of_at_least_20_hours() => Hours.Sample(hours =>
    {
        var (means, counts) = (new long[1], new byte[1]);
        DayKernels.Means(Scaled(hours), 20, means, counts);

        var known = hours.OfType<decimal>().ToList();
        Assert.Equal(known.Count, counts[0]);
        Assert.Equal(known.Count >= 20 ? Fraction.Mean(known) : null, Value(means[0], DayKernels.MeanDenominator));
    });

    [Fact]
    public void An_eight_hour_maximum_is_the_largest_plain_mean_of_the_17_windows() => Hours.Sample(hours =>
    {
        var (maxima, windows) = (new long[1], new byte[1]);
        DayKernels.EightHourMaxima(Scaled(hours), Rules, maxima, windows);

        var plain = Enumerable.Range(0, 17).Select(start => hours.Skip(start).Take(8).OfType<decimal>().ToList()).Where(window => window.Count >= 6).Select(Fraction.Mean).ToList();
        Assert.Equal(plain.Count, windows[0]);
        Assert.Equal(plain.Count > 0 ? plain.Max() : null, Value(maxima[0], DayKernels.WindowDenominator));
    });

    [Fact]
    public void A_percentile_lies_between_the_least_and_the_largest_and_does_not_depend_on_order() =>
        Gen.Select(Gen.Int[0, 5000].Array[1, 40], Gen.Int[0, 100]).Sample((numbers, percent) =>
        {
            var values = numbers.Select(number => number / 10m).ToList();
            var percentile = Percentile.Of(values, percent);

            Assert.True(Fraction.Of(values.Min()) <= percentile && percentile <= Fraction.Of(values.Max()));
            Assert.Equal(percentile, Percentile.Of(values.AsEnumerable().Reverse(), percent));
        });

    [Fact]
    public void The_sub_index_rises_with_the_concentration_and_is_never_rounded_down() =>
        Gen.Select(Gen.Int[0, 5].Select(at => MeasuredItems.AirBasic[at]), Gen.Int[0, 4000], Gen.Int[0, 4000]).Sample((item, first, second) =>
        {
            var of = new IndexItem(item, item == MeasuredItems.O3 ? Averaging.EightHours : Averaging.Day);
            foreach (var edition in TestStandards.Library.AirEditions)
            {
                var (low, high) = (edition.Index.SubIndex(of, Math.Min(first, second) / 10m), edition.Index.SubIndex(of, Math.Max(first, second) / 10m));
                Assert.True(low is null || high is null || low <= high);

                // Held against the straight line itself, in exact fractions.
                var points = edition.Index.Breakpoints.First(column => column.Of == of).Points;
                if (high is not null && Math.Max(first, second) / 10m <= points[^1].Concentration && Math.Max(first, second) > 0)
                {
                    var value = Math.Max(first, second) / 10m;
                    var at = Enumerable.Range(1, points.Count - 1).First(i => value <= points[i].Concentration);
                    var line = Fraction.Of(points[at - 1].Index)
                        + (Fraction.Of(points[at].Index - points[at - 1].Index) * Fraction.Of(value - points[at - 1].Concentration) / Fraction.Of(points[at].Concentration - points[at - 1].Concentration));
                    Assert.True(Fraction.Of(high.Value) >= line && Fraction.Of(high.Value - 1) < line, $"{of.Label} {value}: {high}, line {line}");
                }
            }
        });

    [Fact]
    public void A_day_is_within_its_limit_as_its_rounded_value_is() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 8], Gen.Int[0, 1], Gen.Int[0, 100]).Sample((quarters, stations, decimals, limit) =>
        {
            // Sums of quarters over up to eight stations: exact halves are common.
            var series = new DailySeries(new(2017, 5, 4), 1, DayKernels.MeanDenominator);
            series.Numerators[0] = (Int128)quarters * DayKernels.MeanDenominator * (HourlySeries.Scale / 4);
            series.Stations[0] = (ushort)stations;

            Assert.Equal(series[0].HalfEven(decimals) <= limit, series.IsWithin(0, limit, decimals));
        });

    [Fact]
    public void A_city_of_equal_stations_has_the_value_of_each() => Hours.Sample(hours =>
    {
        var day = Period.OfDay(new(2017, 5, 4));
        var rules = TestStandards.Library.AirRules();
        StationHours Station(string name) => new(name, [Series(MeasuredItems.O3, day, hours), Series(MeasuredItems.No2, day, hours)]);

        var one = AirAssessment.Station(Station("一"), day, rules);
        var city = AirAssessment.City([Station("一"), Station("二"), Station("三")], day, rules);

        foreach (var (left, right) in one.Figures.Zip(city.Figures))
        {
            Assert.Equal(left.Figure.Value, right.Figure.Value);
        }
    }, iter: Laws.Tries(200));

    [Fact]
    public void From_hours_to_days_nothing_is_allocated_for_a_value()
    {
        var hours = new long[366 * 24];
        var (means, counts) = (new long[366], new byte[366]);
        DayKernels.Means(hours, 20, means, counts);
        DayKernels.EightHourMaxima(hours, Rules, means, counts);
        DayKernels.HourMaxima(hours, means);

        var before = GC.GetAllocatedBytesForCurrentThread();
        DayKernels.Means(hours, 20, means, counts);
        DayKernels.EightHourMaxima(hours, Rules, means, counts);
        DayKernels.HourMaxima(hours, means);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static HourlySeries Series(MeasuredItem item, Period day, decimal?[] hours) => new(item, day.First, Scaled(hours));

    private static long[] Scaled(decimal?[] hours) => [.. hours.Select(hour => hour is { } value ? (long)(value * HourlySeries.Scale) : HourlySeries.Missing)];

    private static Fraction? Value(long stored, long denominator) =>
        stored == HourlySeries.Missing ? null : Fraction.Of(stored, (System.Numerics.BigInteger)denominator * HourlySeries.Scale);
}
