using System.Globalization;
using System.Text;
using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>A run as open data.</summary>
/// <param name="IsDemo">True for the invented county: 演示数据.</param>
/// <param name="Rows">Address of the rows it rests on, as CSV.</param>
/// <param name="Provenance">How the figure came about.</param>
public sealed record PublishedRun(bool IsDemo, string Rows, Provenance Provenance);

internal static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/runs/{id}", Of).AllowAnonymous().WithName("Run").WithTags("Indicators");
        endpoints.MapGet("/api/v1/runs/{id}/rows", Rows).AllowAnonymous().WithName("RunRows").WithTags("Indicators");
    }

    private static async Task<Results<JsonHttpResult<PublishedRun>, ProblemHttpResult>> Of(
        string id, GreenprintDb db, IPlans plans, CancellationToken cancellation) =>
        await Published(id, db, plans, cancellation) is (var row, var isDemo)
            ? TypedResults.Json(new PublishedRun(isDemo, $"/api/v1/runs/{row.Id}/rows", row.ToProvenance()), RunJson.Options)
            : IndicatorsFindings.NoSuchRun(id).ToNotFound();

    // A few hundred thousand rows at most: a year of a city's stations.
    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Rows(
        string id, GreenprintDb db, IPlans plans, NamedRows rows, CancellationToken cancellation)
    {
        if (await Published(id, db, plans, cancellation) is not (var row, var isDemo))
        {
            return IndicatorsFindings.NoSuchRun(id).ToNotFound();
        }

        var series = await rows.Of(row.ToContext(), cancellation);
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                await writer.WriteAsync(isDemo ? "station,item,unit,start,value,flags,demo\r\n" : "station,item,unit,start,value,flags\r\n");
                foreach (var one in series)
                {
                    for (var at = 0; at < one.Count; at++)
                    {
                        await writer.WriteAsync(CsvText.Write(
                        [
                            one.Station, one.Item, one.Unit, one.StartAt(at).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture),
                            one.ValueAt(at).ToString(CultureInfo.InvariantCulture), ((int)one.FlagsAt(at)).ToString(CultureInfo.InvariantCulture),
                            .. isDemo ? ["演示数据"] : Array.Empty<string>(),
                        ]));
                    }
                }
            },
            "text/csv; charset=utf-8", $"{id}.csv");
    }

    // Of a plan that anybody may see; of a draft, or of a binding that is no plan of this store, nothing is published.
    private static async Task<(RunRow Row, bool IsDemo)?> Published(string id, GreenprintDb db, IPlans plans, CancellationToken cancellation) =>
        await db.Set<RunRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
        && (await plans.All(cancellation)).FirstOrDefault(plan => plan.Id == row.Plan) is { Status: not PlanStatus.Draft } plan
            ? (row, plan.IsDemo)
            : null;
}
