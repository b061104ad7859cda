using Greenprint.Planning.Office;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Workbooks;

internal static class WorkbookEndpoints
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapWorkbooks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/plans/{plan}/plan.xlsx", GetWorkbook)
            .WithName(nameof(GetWorkbook))
            .WithSummary("The plan as a workbook that can be edited and brought back, drafts too")
            .RequireAuthorization(Rights.EditPlans, EditsThisPlan.Policy);

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetWorkbook(string plan, PlanWorkbooks workbooks, CancellationToken cancellation)
    {
        var stream = new MemoryStream();
        if (!await workbooks.WriteWhole(plan, stream, cancellation))
        {
            return TypedResults.NotFound();
        }

        stream.Position = 0;
        return TypedResults.Stream(stream, Type, $"{plan}.xlsx");
    }
}
