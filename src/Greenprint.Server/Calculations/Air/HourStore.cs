using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Air;

/// <summary>What came of putting an hour.</summary>
internal enum HourPut
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It was there with the same values: it counts once.</summary>
    Same,

    /// <summary>It was there with other values: neither counts.</summary>
    Contradiction,
}

/// <summary>Hourly means of many stations, a block for each station and month, so that a few days of many stations cost no whole years.</summary>
internal sealed class HourStore
{
    private const int Hours = 31 * 24;
    private static readonly Bilingual Contradicted = ("同一小时有两个不同的值", "two different values for one hour");

    private readonly List<string> names = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly Dictionary<(int Station, int Month), Block> blocks = [];
    private readonly Dictionary<int, HashSet<(DateOnly Day, int Hour)>> contradicted = [];
    private readonly List<SortedSet<int>> months = [];

    internal HourStore() => byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stations, in the order in which they came.</summary>
    internal IReadOnlyList<string> Stations => names;

    /// <summary>The months in which a station has an hour, as their first days.</summary>
    internal IEnumerable<DateOnly> MonthsOf(string station) => numbers.TryGetValue(station, out var number)
        ? months[number].Select(month => new DateOnly(month / 12, (month % 12) + 1, 1)) : [];

    /// <summary>Puts the six values of an hour, in the order of <see cref="MeasuredItems.AirBasic"/>.</summary>
    internal HourPut Put(ReadOnlySpan<char> station, DateOnly day, int hour, ReadOnlySpan<long> values)
    {
        if (!byText.TryGetValue(station, out var number))
        {
            number = names.Count;
            names.Add(station.ToString());
            numbers[names[number]] = number;
            months.Add([]);
        }

        var key = (number, (day.Year * 12) + day.Month - 1);
        if (!blocks.TryGetValue(key, out var block))
        {
            blocks[key] = block = new();
            months[number].Add(key.Item2);
        }

        var at = ((day.Day - 1) * 24) + hour;
        if (!block.Seen[at])
        {
            block.Seen[at] = true;
            values.CopyTo(block.Values.AsSpan(at * values.Length));
            return HourPut.New;
        }

        var before = block.Values.AsSpan(at * values.Length, values.Length);
        if (before.SequenceEqual(values) && !(contradicted.TryGetValue(number, out var known) && known.Contains((day, hour))))
        {
            return HourPut.Same;
        }

        if (!contradicted.TryGetValue(number, out var left))
        {
            contradicted[number] = left = [];
        }

        left.Add((day, hour));
        before.Fill(HourlySeries.Missing);
        return HourPut.Contradiction;
    }

    /// <summary>A station's hours over a period; one that never came has none.</summary>
    internal StationHours Of(string station, Period period)
    {
        if (!numbers.TryGetValue(station, out var number))
        {
            return new(station, []);
        }

        var series = MeasuredItems.AirBasic.Select(_ => new long[period.Days * 24]).ToArray();
        foreach (var hours in series)
        {
            hours.AsSpan().Fill(HourlySeries.Missing);
        }

        foreach (var month in period.Months)
        {
            if (blocks.TryGetValue((number, (month.Year * 12) + month.Month - 1), out var block))
            {
                Copy(block, DateTime.DaysInMonth(month.Year, month.Month) * 24, series, (month.DayNumber - period.First.DayNumber) * 24);
            }
        }

        var hoursOf = new StationHours(station, [.. MeasuredItems.AirBasic.Select((item, at) => new HourlySeries(item, period.First, series[at]))]);
        foreach (var (day, hour) in contradicted.GetValueOrDefault(number, []).Where(left => period.Contains(left.Day)))
        {
            foreach (var item in hoursOf.Series)
            {
                item.Exclude(day, hour, Contradicted.Zh);
            }
        }

        return hoursOf;
    }

    private static void Copy(Block block, int hours, long[][] series, int to)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            for (var item = 0; item < series.Length; item++)
            {
                series[item][to + hour] = block.Values[(hour * series.Length) + item];
            }
        }
    }

    private sealed class Block
    {
        internal Block() => Values.AsSpan().Fill(HourlySeries.Missing);

        internal long[] Values { get; } = new long[Hours * MeasuredItems.AirBasic.Count];

        internal bool[] Seen { get; } = new bool[Hours];
    }
}
