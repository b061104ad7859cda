using System.ComponentModel.DataAnnotations;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Monitoring;

internal static class ReadingEndpoints
{
    public static void MapReadings(this IEndpointRouteBuilder endpoints)
    {
        var readings = endpoints.MapGroup("/api/v1/series/{id:int}/readings").WithTags("Readings");
        readings.MapGet("/", ListReadings).WithName(nameof(ListReadings)).WithSummary("The readings of one series and year").AllowAnonymous();
        readings.MapGet("/count", CountReadings).WithName(nameof(CountReadings)).WithSummary("How many readings a series has, and a digest over them").AllowAnonymous();
    }

    internal static async Task<Results<Ok<SeriesReadings>, ProblemHttpResult>> ListReadings(
        int id, [Range(1970, 2199)] int year, IStations stations, IReadings readings, IRegions regions, CancellationToken cancellation)
    {
        if (await stations.FindSeries(id, cancellation) is not { } series || await stations.Find(series.StationId, cancellation) is not { } station)
        {
            return NotFound(id);
        }

        var period = Period.OfYear(year);
        var rows = await readings.Rows(id, period.Start, period.End, null, cancellation);
        var digest = await readings.Digest(id, period.Start, period.End, cancellation);
        return TypedResults.Ok(new SeriesReadings(
            series.Id, station.Code, station.Name.Zh, series.Item, series.Unit, (int)series.Step.TotalMinutes, year,
            await StationEndpoints.IsDemo(station, regions, cancellation), digest.Count, digest.Digest,
            [.. rows.Select(row => new SeriesReading(row.Start, row.Value, RowWords.Text(row.Flags), RowWords.Text(row.Rank), row.Revision))]));
    }

    internal static async Task<Results<Ok<SeriesCount>, ProblemHttpResult>> CountReadings(
        int id, IStations stations, IReadings readings, CancellationToken cancellation)
    {
        if (await stations.FindSeries(id, cancellation) is null)
        {
            return NotFound(id);
        }

        if (await readings.Span(id, cancellation) is not { } span)
        {
            return TypedResults.Ok(new SeriesCount(id, 0, null, null, null));
        }

        var digest = await readings.Digest(id, span.First, span.Last.AddSeconds(1), cancellation);
        return TypedResults.Ok(new SeriesCount(id, digest.Count, digest.Digest, span.First, span.Last));
    }

    private static ProblemHttpResult NotFound(int id)
    {
        var finding = MonitoringFindings.NoSuchSeries(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return TypedResults.Problem(new ProblemDetails
        {
            Type = $"/docs/findings#{finding.Code}",
            Title = finding.Message.Here,
            Status = StatusCodes.Status404NotFound,
            Extensions = { ["code"] = finding.Code },
        });
    }
}

/// <summary>The readings of a series and year. Count and digest let a client notice an answer cut short.</summary>
public sealed record SeriesReadings(
    int Series, string Station, string StationName, string Item, string Unit, int StepMinutes, int Year, bool IsDemo, long Count, string Digest,
    IReadOnlyList<SeriesReading> Readings);

/// <summary>One reading: value exactly as given, flags joined by semicolons.</summary>
public sealed record SeriesReading(DateTimeOffset Start, decimal Value, string Flags, string Rank, int Revision);

/// <summary>How many readings a series has. Digest and times are null when it has none.</summary>
public sealed record SeriesCount(int Series, long Count, string? Digest, DateTimeOffset? First, DateTimeOffset? Last);
