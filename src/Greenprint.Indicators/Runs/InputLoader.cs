using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Inputs with the number of each series in the store, in the same order.</summary>
internal sealed record LoadedInputs(MethodInputs Inputs, IReadOnlyList<int> SeriesIds)
{
    public string Digest() => InputDigest.Of(Inputs.Stations, Inputs.Series.Select(series => (series.Station, series.Item, series.Unit, series.Digest)));
}

/// <summary>Loads the rows that a binding names. Rows of one period are kept while it is worked on: PM2.5 serves its own mean and the good days.</summary>
internal sealed class InputLoader(IStations stations, IReadings readings)
{
    private readonly Dictionary<int, SeriesRows> rows = [];
    private readonly Dictionary<int, IReadOnlyList<SeriesInfo>> seriesOf = [];
    private Period? loaded;

    public async Task<(LoadedInputs? Loaded, Finding? Finding)> Load(
        IComputationMethod method, MethodBinding binding, Period period, CancellationToken cancellation)
    {
        var (selected, finding) = await new StationSelection(stations).Of(method, binding, cancellation);
        if (selected is null)
        {
            return (null, finding);
        }

        if (loaded != period)
        {
            rows.Clear();
            loaded = period;
        }

        var kept = new List<InputStation>();
        var idle = new List<Bilingual>();
        var series = new List<(int Id, SeriesRows Rows)>();
        await Know(selected.Stations, cancellation);
        foreach (var station in selected.Stations)
        {
            var own = new List<(int Id, SeriesRows Rows)>();
            foreach (var one in seriesOf[station.Id].Where(one => method.Items.Contains(one.Item)))
            {
                own.Add((one.Id, await Rows(station, one, period, cancellation)));
            }

            // A station of the area that measured none of the items in the whole period was not in operation: it cannot have been valid on any day.
            if (!selected.ByName && own.All(one => one.Rows.Count == 0))
            {
                idle.Add(station.Name);
                continue;
            }

            kept.Add(new(station.Code, station.Name, station.WaterBody));
            series.AddRange(own);
        }

        if (kept.Count == 0)
        {
            // Nothing measured anything: every station counts, and the method says what is missing.
            kept.AddRange(selected.Stations.Select(station => new InputStation(station.Code, station.Name, station.WaterBody)));
            idle.Clear();
        }

        return (new(new(kept, [.. series.Select(one => one.Rows)], idle), [.. series.Select(one => one.Id)]), null);
    }

    /// <summary>The present rows of one series, for a comparison.</summary>
    public Task<SeriesRows> Present(string station, SeriesInfo series, Period period, CancellationToken cancellation) => Read(station, series, period, cancellation);

    private async Task Know(IReadOnlyList<StationInfo> wanted, CancellationToken cancellation)
    {
        var unknown = wanted.Select(station => station.Id).Where(id => !seriesOf.ContainsKey(id)).ToList();
        if (unknown.Count > 0)
        {
            var found = (await stations.SeriesOf(unknown, cancellation)).ToLookup(series => series.StationId);
            foreach (var id in unknown)
            {
                seriesOf[id] = [.. found[id]];
            }
        }
    }

    private async Task<SeriesRows> Rows(StationInfo station, SeriesInfo series, Period period, CancellationToken cancellation)
    {
        if (!rows.TryGetValue(series.Id, out var known))
        {
            rows[series.Id] = known = await Read(station.Code, series, period, cancellation);
        }

        return known;
    }

    private async Task<SeriesRows> Read(string station, SeriesInfo series, Period period, CancellationToken cancellation) => series.Step == TimeSpan.FromHours(1)
        ? SeriesRows.Of(station, series, await readings.Hours(series.Id, period.Start, period.End, null, cancellation))
        : SeriesRows.Of(station, series, await readings.Rows(series.Id, period.Start, period.End, null, cancellation));
}
