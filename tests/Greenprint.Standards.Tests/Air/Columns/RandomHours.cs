using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Standards.Air.Columns;

namespace Greenprint.Standards.Tests.Air.Columns;

/// <summary>The same random hours twice: as columns, and as series for the readable way.</summary>
/// <remarks>
/// Random hour by hour would hardly ever make a valid day of a valid month, so gaps come as they do in life: single hours, whole days, weeks of silence; values
/// lie about a level that is often exactly a limit or a break point.
/// </remarks>
internal sealed class RandomHours
{
    private static readonly DateOnly[] Starts =
        [new(2011, 11, 20), new(2015, 12, 1), new(2019, 1, 1), new(2020, 2, 3), new(2025, 6, 1), new(2025, 12, 31), new(2026, 1, 1), new(2030, 7, 1)];

    private readonly decimal?[][][] values;   // item, station, hour
    private readonly int[] decimals;

    private RandomHours(DateOnly first, int days, int stations, int seed)
    {
        (First, Days, Stations) = (first, days, stations);
        var random = new Random(seed);
        decimals = [.. Enumerable.Range(0, 6).Select(_ => random.Next(0, 4))];
        values = [.. Enumerable.Range(0, 6).Select(item => Enumerable.Range(0, stations).Select(_ => Station(random, item)).ToArray())];
        Left = [.. Enumerable.Range(0, 6).Select(item => random.Next(12) == 0)];
    }

    internal DateOnly First { get; }

    internal int Days { get; }

    internal int Stations { get; }

    /// <summary>Items that have no column at all.</summary>
    internal bool[] Left { get; }

    /// <summary>Starts of every kind: before any edition, across a leap day, across the switches of 2026 and 2031; from a few days to two years.</summary>
    internal static Gen<RandomHours> Any(int mostStations, int mostDays) =>
        Gen.Select(Gen.Int[0, Starts.Length - 1].Select(at => Starts[at]), Gen.Int[0, 40], Gen.Int[1, mostDays], Gen.Int[1, mostStations], Gen.Int)
            .Select((start, later, days, stations, seed) => new RandomHours(start.AddDays(later), days, stations, seed));

    /// <summary>So many stations over so many days.</summary>
    internal static Gen<RandomHours> Of(DateOnly first, int days, int stations) => Gen.Int.Select(seed => new RandomHours(first, days, stations, seed));

    internal HourColumns<int> Ints() => new(First, Days, Stations, Columns(int.MinValue, value => (int)value));

    internal HourColumns<short> Shorts() => new(First, Days, Stations, Columns(short.MinValue, value => (short)value));

    /// <summary>True when every value fits 16 bits.</summary>
    internal bool FitsShort => values.Select((stations, item) => (stations, item)).All(entry => entry.stations.All(hours => hours.All(hour => (hour ?? 0) * Power(entry.item) <= short.MaxValue)));

    internal StationHours Series(int station) => new($"{station}", [.. Enumerable.Range(0, 6).Where(item => !Left[item]).Select(item => Series(item, station))]);

    internal List<Period> Periods()
    {
        var (periods, last) = (new List<Period>(), First.AddDays(Days - 1));
        foreach (var year in Enumerable.Range(First.Year, last.Year - First.Year + 1))
        {
            periods.AddRange([Period.OfYear(year), .. Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter)), .. Enumerable.Range(1, 12).Select(month => Period.OfMonth(year, month))]);
        }

        return [.. periods, Period.OfYearTo(last.Year, last.Month), Period.OfDay(First), Period.OfDay(last), Period.OfDay(First.AddDays(Days / 2)), Period.OfDay(First.AddDays(-1)), Period.OfMonth(First.Year - 1, 12)];
    }

    public override string ToString() => $"{Stations} stations, {Days} days from {First:yyyy-MM-dd}, decimals {string.Join(" ", decimals)}";

    private HourlySeries Series(int item, int station)
    {
        var scaled = values[item][station].Select(hour => hour is { } value ? (long)(value * HourlySeries.Scale) : HourlySeries.Missing).ToArray();
        return new(MeasuredItems.AirBasic[item], First, scaled);
    }

    /// <summary>A missing hour is now the code, now a value with a flag: both are the same.</summary>
    private List<HourColumn<T>> Columns<T>(T missing, Func<decimal, T> of)
        where T : struct
    {
        var columns = new List<HourColumn<T>>();
        foreach (var item in Enumerable.Range(0, 6).Where(item => !Left[item]))
        {
            var all = values[item].SelectMany(hours => hours).ToArray();
            var flagged = item % 2 == 0;
            var flags = flagged ? all.Select((hour, at) => (byte)(hour is null && at % 3 != 0 ? 1 + (at % 255) : 0)).ToArray() : [];
            var stored = all.Select((hour, at) => hour is { } value ? of(value * Power(item)) : flagged && flags[at] != 0 ? of(at % 2 == 0 ? -99 : 7777) : missing).ToArray();
            columns.Add(new(MeasuredItems.AirBasic[item], decimals[item], stored, flags));
        }

        return columns;
    }

    private decimal?[] Station(Random random, int item)
    {
        decimal[] levels = MeasuredItems.AirBasic[item] == MeasuredItems.Co ? [0, 1, 2, 4, 14, 25, 61] : [0, 20, 30, 35, 40, 60, 75, 80, 150, 160, 200, 265, 500, 801, 2700];
        var hours = new decimal?[Days * 24];
        levels = random.Next(2) == 0 ? levels[..(levels.Length / 3)] : levels;   // clean air, which meets its limits
        var level = levels[random.Next(levels.Length)];
        var (still, gaps, calm) = (random.Next(3) == 0, random.Next(4), random.Next(5) > 0);
        for (var day = 0; day < Days; day++)
        {
            if (random.Next(calm ? 40 : 6) == 0)
            {
                level = levels[random.Next(levels.Length)];
            }

            var present = random.Next(calm ? 150 : 12) switch { 0 => 0, 1 => random.Next(24), 2 => 20, 3 => 19, _ => 24 };
            var from = random.Next(24);
            for (var hour = 0; hour < 24; hour++)
            {
                if ((hour + from) % 24 < present && random.Next(100) >= gaps)
                {
                    hours[(day * 24) + hour] = still ? level : Value(random, item, level);
                }
            }
        }

        return hours;
    }

    private decimal Value(Random random, int item, decimal level)
    {
        var steps = (long)(level * Power(item)) + random.Next(-3, 4);
        return Math.Max(0, steps) / Power(item);
    }

    private decimal Power(int item) => decimals[item] switch { 0 => 1m, 1 => 10m, 2 => 100m, _ => 1000m };
}
