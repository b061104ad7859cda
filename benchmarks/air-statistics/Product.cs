using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Greenprint.Quantities;
using Greenprint.Standards;
using Greenprint.Standards.Air;
using Greenprint.Standards.Air.Columns;

namespace Greenprint.AirStatistics;

/// <summary>This library, through its public door.</summary>
internal sealed class Product : IContestant
{
    private static readonly long[] DayDenominators = [212_520 * 10, 212_520 * 10, 212_520 * 10, 212_520 * 10, 212_520 * 100, 10, 168 * 10];

    private readonly Dataset data;
    private readonly int threads;
    private readonly AirRules rules;
    private readonly HourColumns<short> hours;
    private readonly List<Period> periods;
    private IReadOnlyList<AirColumnResult> results = [];

    internal Product(Dataset data, int threads)
    {
        (this.data, this.threads) = (data, threads);
        rules = StandardLibrary.Load(StandardLibrary.BundledFolder).AirRules();
        hours = Columns(data, data.Days, data.Stations);
        periods = data.Periods();
    }

    public string About => $"Greenprint.Standards, .NET {Environment.Version}, {threads} threads";

    public void Forget() => results = [];

    public void Run() => results = AirColumns.Assess(hours, periods, rules, threads: threads);

    /// <summary>One year of one place with its months and quarters, on one thread.</summary>
    public Dictionary<string, double> Also() => new()
    {
        ["one station, one year"] = Timed(1, null),
        ["one city of ten stations, one year"] = Timed(Math.Min(10, data.Stations), [[.. Enumerable.Range(0, Math.Min(10, data.Stations))]]),
    };

    public void Write(string folder)
    {
        using var tables = new Tables(folder);
        foreach (var (station, result) in results.Index())
        {
            for (var period = 0; period < periods.Count; period++)
            {
                Write(tables, station, period, result);
            }

            for (var day = 0; day < data.Days; day++)
            {
                WriteDay(tables.Days, station, day, result);
            }
        }
    }

    private double Timed(int stations, IReadOnlyList<IReadOnlyList<int>>? cities)
    {
        var year = Columns(data, 365, stations);
        var watch = Stopwatch.StartNew();
        AirColumns.Assess(year, [.. periods.Where(period => period.Year == data.First.Year)], rules, cities: cities);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The first days of the first stations; all of them are the arrays themselves.</summary>
    private static HourColumns<short> Columns(Dataset data, int days, int stations) => new(data.First, days, stations,
        [.. Dataset.Items.Select((item, at) => new HourColumn<short>(item, Dataset.Decimals[at], Part(data, data.Values[at], days, stations), Part(data, data.Flags[at], days, stations)))]);

    private static T[] Part<T>(Dataset data, T[] all, int days, int stations)
    {
        if (days == data.Days && stations == data.Stations)
        {
            return all;
        }

        var part = new T[stations * days * 24];
        for (var station = 0; station < stations; station++)
        {
            Array.Copy(all, station * data.Days * 24, part, station * days * 24, days * 24);
        }

        return part;
    }

    private static void Write(Tables tables, int station, int period, AirColumnResult result)
    {
        foreach (var (at, figure) in result.Figures(period).ToArray().Index())
        {
            var micro = figure.IsGiven ? (figure.Numerator * 1_000_000 / figure.Denominator).ToString(CultureInfo.InvariantCulture) : "";
            tables.Figures.WriteLine($"{station},{period},{at},{figure.Days},{Lack(figure.NotGiven)},{(figure.IsGiven ? figure.Published : null)},{micro},{Meets(figure.Verdict)},{figure.Verdict?.Multiple * 100:0}");
        }

        var days = result.Days(period);
        var composite = result.Composite(period);
        tables.Counts.WriteLine(
            $"{station},{period},{days.WithIndex},{days.Good},{Lack(days.NotGiven)},{(days.NotGiven is null ? days.Ratio : null)},{(composite.NotGiven is null ? composite.Index : null)}");
    }

    private static void WriteDay(StreamWriter file, int station, int day, AirColumnResult result)
    {
        file.Write($"{station},{day},{Given(result.Aqi[day], -1)},{Given(result.Level[day], 0)},{(result.Aqi[day] < 0 ? null : result.Primary[day])}");
        for (var column = 0; column < AirColumnResult.DayItems.Count; column++)
        {
            file.Write($",{(result.Value(AirColumnResult.DayItems[column], day) is { } value ? value.Numerator * (DayDenominators[column] / value.Denominator) : (BigInteger?)null)}");
        }

        file.WriteLine();
    }

    private static int? Given(int value, int none) => value == none ? null : value;

    private static int? Lack(NotGivenReason? reason) => reason is { } lack ? (int)lack : null;

    private static int? Meets(AirVerdict? verdict) => verdict is null ? null : verdict.Meets ? 1 : 0;
}
