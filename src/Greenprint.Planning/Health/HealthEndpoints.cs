using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Health;

internal static class HealthEndpoints
{
    public static void MapPlanHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/plans/{plan}/health", "The findings of a plan's examination that the filters of the address show", GetHealth, Rights.SeeWork, SeesThisPlan.Policy);

    internal static async Task<ListFile?> GetHealth(string plan, HttpRequest request, PlanHealth health, IChinaClock clock, CancellationToken cancellation) =>
        await health.Of(request.HttpContext.User, plan, cancellation) is { } report ? HealthExport.List(report, HealthFilter.Of(request.Query), clock.Now) : null;
}
