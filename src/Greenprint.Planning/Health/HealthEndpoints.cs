using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.Planning.Workbooks;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Health;

internal static class HealthEndpoints
{
    public static void MapPlanHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/office/plans/{plan}/health.xlsx", GetHealthWorkbook)
            .WithName(nameof(GetHealthWorkbook))
            .WithSummary("The findings of a plan's examination that the filters of the address show, as a workbook")
            .RequireAuthorization(Rights.SeeWork, SeesThisPlan.Policy)
            .ExcludeFromDescription();
        endpoints.MapGet("/office/plans/{plan}/health.csv", GetHealthText)
            .WithName(nameof(GetHealthText))
            .WithSummary("The same as comma-separated text")
            .RequireAuthorization(Rights.SeeWork, SeesThisPlan.Policy)
            .ExcludeFromDescription();
    }

    internal static async Task<Results<FileContentHttpResult, NotFound>> GetHealthWorkbook(string plan, HttpRequest request, PlanHealth health, CancellationToken cancellation)
    {
        if (await health.Of(request.HttpContext.User, plan, cancellation) is not { } report)
        {
            return TypedResults.NotFound();
        }

        using var stream = new MemoryStream();
        WorkbookWriter.Write(HealthExport.Workbook(report, Shown(report, request)), stream);
        return TypedResults.File(stream.ToArray(), WorkbookEndpoints.Type, $"{plan}-health.xlsx");
    }

    internal static async Task<Results<FileContentHttpResult, NotFound>> GetHealthText(string plan, HttpRequest request, PlanHealth health, CancellationToken cancellation) =>
        await health.Of(request.HttpContext.User, plan, cancellation) is { } report
            ? TypedResults.File(HealthExport.Csv(report, Shown(report, request)), "text/csv; charset=utf-8", $"{plan}-health.csv")
            : TypedResults.NotFound();

    private static List<HealthFinding> Shown(HealthReport report, HttpRequest request)
    {
        var filter = HealthFilter.Of(request.Query);
        return [.. report.Findings.Where(filter.Shows)];
    }
}
