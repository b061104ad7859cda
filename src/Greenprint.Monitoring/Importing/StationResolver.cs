using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Monitoring;

/// <summary>Finds the stations of an import in the store, and makes those that are not there.</summary>
internal static class StationResolver
{
    /// <summary>Says of each station and series whether the store has it. Changes nothing.</summary>
    public static async Task Resolve(GreenprintDb db, ImportedStations imported, CancellationToken cancellation)
    {
        var stations = await db.Set<Station>().AsNoTracking().OrderBy(station => station.Id).ToListAsync(cancellation);
        var series = (await db.Set<Series>().AsNoTracking().ToListAsync(cancellation)).ToLookup(row => row.StationId);
        var byCode = stations.ToDictionary(station => station.Code, StringComparer.Ordinal);
        var byName = stations.ToLookup(station => (station.Kind, station.City, station.ComparableName));
        foreach (var station in imported.All)
        {
            var named = byName[(station.Kind, StationNames.City(station.City), StationNames.Comparable(station.Name))];
            var found = station.Code is { } code && byCode.TryGetValue(code, out var coded) && coded.Kind == station.Kind ? coded : named.FirstOrDefault();
            station.StoredId = found?.Id;
            station.StoredRegion = found?.Region;
            station.StoredCode = found?.Code ?? StationNames.CodeOf(station.Kind, station.City, station.Name);
            foreach (var row in found is null ? [] : series[found.Id])
            {
                if (ItemCatalogue.TryFind(station.Kind, row.Item, out var item))
                {
                    var known = imported.SeriesOf(station, item, ItemOrdinals.Of(item));
                    (known.Number, known.StepMinutes, known.IsKnown) = (row.Id, row.StepMinutes, true);
                }
            }
        }
    }

    /// <summary>Adds the stations and series that readings came for, inside a change. New stations are provisional.</summary>
    public static async Task<IReadOnlyList<StationInfo>> AddNew(Change change, ImportedStations imported, CancellationToken cancellation)
    {
        var added = new Dictionary<string, Station>(StringComparer.Ordinal);
        var needed = imported.Series.Where(series => series is { Number: not null, IsKnown: false }).ToList();
        foreach (var station in needed.Select(series => series.Station).Where(station => station.StoredId is null).Distinct())
        {
            if (!added.ContainsKey(station.StoredCode))
            {
                added[station.StoredCode] = new Station
                {
                    Code = station.StoredCode,
                    NameZh = station.Name,
                    Kind = station.Kind,
                    City = StationNames.City(station.City),
                    ComparableName = StationNames.Comparable(station.Name),
                    IsProvisional = true,
                };
                change.Db.Add(added[station.StoredCode]);
            }
        }

        await change.Db.SaveChangesAsync(cancellation);   // gives the stations their numbers
        foreach (var series in needed.DistinctBy(series => series.Number))
        {
            change.Db.Add(new Series
            {
                Id = series.Number!.Value,
                StationId = series.Station.StoredId ?? added[series.Station.StoredCode].Id,
                Item = series.Item.Code,
                Unit = series.Item.Unit,
                StepMinutes = series.StepMinutes!.Value,
            });
        }

        await change.Db.SaveChangesAsync(cancellation);
        return [.. added.Values.Select(station => station.ToInfo())];
    }
}
