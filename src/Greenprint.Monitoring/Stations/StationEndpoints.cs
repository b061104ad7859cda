using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Monitoring;

internal static class StationEndpoints
{
    public static void MapStations(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/stations/latest", ListLatest)
            .WithTags("Stations").WithName(nameof(ListLatest)).WithSummary("Every station with its newest readings").AllowAnonymous();

    internal static async Task<Ok<LatestStations>> ListLatest(IStations stations, IReadings readings, IRegions regions, CancellationToken cancellation)
    {
        var all = await stations.All(null, null, cancellation);
        var series = await stations.SeriesOf([.. all.Select(station => station.Id)], cancellation);
        var latest = await readings.Latest([.. series.Select(row => row.Id)], cancellation);
        var bySeries = series.ToLookup(row => row.StationId);
        var found = new List<LatestStation>();
        foreach (var station in all)
        {
            var values = bySeries[station.Id]
                .Where(row => latest.ContainsKey(row.Id))
                .Select(row => (Series: row, Reading: latest[row.Id]))
                .Select(pair => new LatestReading(
                    pair.Series.Id, pair.Series.Item, pair.Series.Unit, pair.Reading.Start, pair.Reading.End, pair.Reading.Value, RowWords.Text(pair.Reading.Flags)));
            found.Add(new LatestStation(
                station.Id, station.Code, station.Name.Zh, station.Name.En, station.Kind.Code(), station.City, station.Region, station.IsProvisional,
                station.Longitude, station.Latitude, await IsDemo(station, regions, cancellation), [.. values]));
        }

        return TypedResults.Ok(new LatestStations(found));
    }

    /// <summary>True for a station of an invented region.</summary>
    internal static async Task<bool> IsDemo(StationInfo station, IRegions regions, CancellationToken cancellation) =>
        station.Region is { } region && (await regions.Find(region, cancellation))?.IsDemo == true;
}

/// <summary>All stations with their newest readings.</summary>
public sealed record LatestStations(IReadOnlyList<LatestStation> Stations);

/// <summary>A station with the newest reading of each item.</summary>
public sealed record LatestStation(
    int Id, string Code, string Name, string? NameEn, string Kind, string City, string? Region, bool IsProvisional, decimal? Longitude, decimal? Latitude,
    bool IsDemo, IReadOnlyList<LatestReading> Readings);

/// <summary>The newest reading of one item.</summary>
public sealed record LatestReading(int Series, string Item, string Unit, DateTimeOffset Start, DateTimeOffset End, decimal Value, string Flags);
