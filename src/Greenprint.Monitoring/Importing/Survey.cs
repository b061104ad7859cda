namespace Greenprint.Monitoring;

/// <summary>
/// What must be known of a whole file before its first row is stored: a unit that cannot be right, keys that come twice, the month of
/// its bulk, stations that stand still, spikes. In memory it holds one bit for each hour of each series, and the exceptions.
/// </summary>
internal sealed class Survey(ImportedStations stations)
{
    /// <summary>Rows after which a station whose values all stand still is frozen.</summary>
    public const int FrozenAfter = 6;

    private const int FewestItems = 3;   // one or two items that stand still are common in clean air

    private readonly List<SeenStarts?> seen = [];
    private readonly List<SpikeWatch?> spikeWatches = [];
    private readonly List<FrozenWatch?> frozenWatches = [];

    public long Rows { get; private set; }

    /// <summary>Rows by month of their first value, as 202104.</summary>
    public Dictionary<int, long> Months { get; } = [];

    /// <summary>Keys (series, start) that come more than once.</summary>
    public HashSet<(int Series, long Start)> Repeated { get; } = [];

    /// <summary>Keys that stand far above the hours before and after.</summary>
    public HashSet<(int Series, long Start)> Spikes { get; } = [];

    /// <summary>Rows (station, start of their first value) of stations that stand still.</summary>
    public HashSet<(int Station, long Start)> Frozen { get; } = [];

    /// <summary>Is carbon monoxide in the unit that the format says?</summary>
    public CarbonMonoxideUnit CarbonMonoxide { get; } = new();

    public void Add(ParsedRow row)
    {
        Rows++;
        CarbonMonoxide.Add(row);
        if (row.Station is not { } station || row.Values.Count == 0)
        {
            return;
        }

        var month = RowTime.MonthOf(row.Values[0].Start);
        Months[month] = Months.GetValueOrDefault(month) + 1;
        var isNew = true;
        foreach (var value in row.Values)
        {
            var series = stations.SeriesOf(station, value.Column.Item, value.Column.Ordinal).Index;
            if (!At(seen, series, static () => new SeenStarts()).Add(value.Start, value.Column.StepMinutes))
            {
                Repeated.Add((series, value.Start));
                isNew = false;
            }
            else if (SpikeWatch.Watches(value.Column.Item) && At(spikeWatches, series, () => new SpikeWatch(value.Column.Item)).Add(value) is { } spike)
            {
                Spikes.Add((series, spike));
            }
        }

        if (isNew && row.Values.Count >= FewestItems)
        {
            At(frozenWatches, station.Index, static () => new FrozenWatch()).Add(row.Values, start => Frozen.Add((station.Index, start)));
        }
    }

    private static T At<T>(List<T?> list, int index, Func<T> make)
        where T : class
    {
        while (list.Count <= index)
        {
            list.Add(null);
        }

        return list[index] ??= make();
    }
}
