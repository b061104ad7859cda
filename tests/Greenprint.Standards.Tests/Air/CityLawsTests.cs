using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air;

/// <summary>A city of any stations with any gaps has exactly, as a fraction, what the definition says.</summary>
public sealed class CityLawsTests
{
    private static readonly Period Days = Period.OfMonth(2017, 2);
    private static readonly AirRules Rules = TestStandards.Library.AirRules();

    /// <summary>One to five stations; of each day some hours, most days nearly all of them.</summary>
    private static readonly Gen<decimal?[][]> Stations = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3000]).Select((chance, tenths) => (chance, tenths))
        .Array[Days.Days * 24]
        .Select(Gen.Int[12, 60].Array[Days.Days], (hours, least) => hours.Select((hour, at) => at % 24 < least[at / 24] || hour.chance > 8 ? hour.tenths / 10m : (decimal?)null).ToArray())
        .Array[1, 5];

    [Fact]
    public void Mean_and_percentile_of_a_month_are_those_of_the_definition_to_the_last_digit()
    {
        var (given, refused) = (0, 0);
        Stations.Sample(stations =>
        {
            var city = AirAssessment.City([.. stations.Select((hours, number) => Station(number, hours))], Days, Rules);

            var no2 = City(stations, DailyMean);
            var ozone = City(stations, DailyMaximum);
            Check(no2, city.Mean(MeasuredItems.No2).Figure, days => Mean(days));
            Check(no2, city.Percentile(MeasuredItems.No2).Figure, days => Percentile(days, 98));
            Check(ozone, city.Percentile(MeasuredItems.O3).Figure, days => Percentile(days, 90));
            Interlocked.Add(ref given, no2.Count >= 25 ? 1 : 0);
            Interlocked.Add(ref refused, no2.Count < 25 ? 1 : 0);
        },
            iter: Laws.Tries(40));
        Assert.True(!Laws.AreWhole || (given > 5 && refused > 5), $"Both sides of the rule are met: {given} given, {refused} refused.");
    }

    private static void Check(List<Fraction> days, Figure figure, Func<List<Fraction>, Fraction> definition)
    {
        Assert.Equal(days.Count >= 25, figure.IsGiven);
        if (figure.IsGiven)
        {
            Assert.Equal(definition(days), figure.Exact);
        }
    }

    private static StationHours Station(int number, decimal?[] hours)
    {
        long[] Scaled() => [.. hours.Select(hour => hour is { } value ? (long)(value * HourlySeries.Scale) : HourlySeries.Missing)];
        return new($"{number}", [new(MeasuredItems.No2, Days.First, Scaled()), new(MeasuredItems.O3, Days.First, Scaled())]);
    }

    private static List<Fraction> City(decimal?[][] stations, Func<decimal?[], Fraction?> daily)
    {
        var days = new List<Fraction>();
        for (var day = 0; day < Days.Days; day++)
        {
            var valid = stations.Select(station => daily(station[(day * 24)..((day + 1) * 24)])).OfType<Fraction>().ToList();
            var percent = stations.Length < 4 ? 50 : 75;
            if (valid.Count > 0 && valid.Count * 100 >= stations.Length * percent)
            {
                days.Add(Mean(valid));
            }
        }

        return days;
    }

    private static Fraction? DailyMean(decimal?[] hours) => hours.Count(hour => hour is not null) >= 20 ? Fraction.Mean(hours.OfType<decimal>()) : null;

    private static Fraction? DailyMaximum(decimal?[] hours)
    {
        var windows = Enumerable.Range(8, 17).Select(end => hours[(end - 8)..end].OfType<decimal>().ToList()).Where(window => window.Count >= 6).Select(Fraction.Mean).ToList();
        return windows.Count >= 14 || windows.Exists(window => window.HalfEven(0) > 160m) ? windows.Max() : null;
    }

    private static Fraction Mean(List<Fraction> values) => values.Aggregate((left, right) => left + right) / Fraction.Of(values.Count);

    private static Fraction Percentile(List<Fraction> values, int percent)
    {
        var sorted = values.Order().ToList();
        var k = Fraction.Of(1m) + (Fraction.Of(sorted.Count - 1) * Fraction.Of(percent, 100));
        var s = (int)(k.Numerator / k.Denominator);
        return s == sorted.Count ? sorted[s - 1] : sorted[s - 1] + ((sorted[s] - sorted[s - 1]) * (k - Fraction.Of(s)));
    }
}
