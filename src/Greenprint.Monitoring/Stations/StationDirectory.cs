using Greenprint.Platform;
using Greenprint.Standards.Water;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Monitoring;

internal sealed class StationDirectory(GreenprintDb db, IChanges changes, IRegions regions) : IStations
{
    private IQueryable<Station> Stations => db.Set<Station>().AsNoTracking();

    private IQueryable<Series> Series => db.Set<Series>().AsNoTracking();

    public async Task<IReadOnlyList<StationInfo>> All(StationKind? kind, string? region, CancellationToken cancellation)
    {
        var query = Stations;
        if (kind is not null)
        {
            query = query.Where(station => station.Kind == kind);
        }

        if (region is not null)
        {
            var codes = (await regions.WithBelow(region, cancellation)).ToList();
            query = query.Where(station => station.Region != null && codes.Contains(station.Region));
        }

        var found = await query.ToListAsync(cancellation);
        return [.. found
            .OrderBy(station => station.Kind).ThenBy(station => station.City, StringComparer.Ordinal)
            .ThenBy(station => station.NameZh, StringComparer.Ordinal).ThenBy(station => station.Id)
            .Select(station => station.ToInfo())];
    }

    public async Task<StationInfo?> Find(int id, CancellationToken cancellation) =>
        (await Stations.SingleOrDefaultAsync(station => station.Id == id, cancellation))?.ToInfo();

    public async Task<StationInfo?> FindByCode(string code, CancellationToken cancellation) =>
        (await Stations.SingleOrDefaultAsync(station => station.Code == code, cancellation))?.ToInfo();

    public async Task<StationInfo?> FindByName(StationKind kind, string city, string name, CancellationToken cancellation)
    {
        var (comparableCity, comparableName) = (StationNames.City(city), StationNames.Comparable(name));
        var found = await Stations
            .Where(station => station.Kind == kind && station.City == comparableCity && station.ComparableName == comparableName)
            .OrderBy(station => station.Id)
            .FirstOrDefaultAsync(cancellation);
        return found?.ToInfo();
    }

    public async Task<IReadOnlyList<SeriesInfo>> SeriesOf(int stationId, CancellationToken cancellation) => await SeriesOf([stationId], cancellation);

    public async Task<IReadOnlyList<SeriesInfo>> SeriesOf(IReadOnlyCollection<int> stationIds, CancellationToken cancellation)
    {
        var found = await Series.Where(series => stationIds.Contains(series.StationId)).ToListAsync(cancellation);
        return [.. found.OrderBy(series => series.StationId).ThenBy(series => series.Item, StringComparer.Ordinal).Select(series => series.ToInfo())];
    }

    public async Task<SeriesInfo?> FindSeries(int id, CancellationToken cancellation) =>
        (await Series.SingleOrDefaultAsync(series => series.Id == id, cancellation))?.ToInfo();

    public async Task Add(Change change, IEnumerable<NewStation> stations, CancellationToken cancellation)
    {
        foreach (var added in stations)
        {
            if (await change.Db.Set<Station>().AnyAsync(station => station.Code == added.Code, cancellation))
            {
                continue;
            }

            change.Db.Add(new Station
            {
                Code = added.Code,
                NameZh = added.Name.Zh,
                NameEn = added.Name.En,
                Kind = added.Kind,
                City = StationNames.City(added.City),
                ComparableName = StationNames.Comparable(added.Name.Zh),
                Region = added.Region,
                WaterBody = added.WaterBody,
                Longitude = added.Longitude,
                Latitude = added.Latitude,
            });
            change.Record(added.Region, Subject(added.Code), "station.added", added);
        }

        await change.Db.SaveChangesAsync(cancellation);
    }

    public async Task<StationInfo?> Confirm(Actor actor, int id, string region, WaterBody? waterBody, CancellationToken cancellation)
    {
        if (await db.Set<Station>().SingleOrDefaultAsync(station => station.Id == id, cancellation) is not { } found)
        {
            return null;
        }

        return await changes.Apply(
            actor,
            change =>
            {
                (found.Region, found.WaterBody, found.IsProvisional) = (region, found.Kind == StationKind.SurfaceWater ? waterBody : null, false);
                change.Record(region, Subject(found.Code), "station.confirmed", new { region, waterBody });
                return Task.FromResult(found.ToInfo());
            },
            cancellation);
    }

    internal static string Subject(string code) => $"station/{code}";
}
