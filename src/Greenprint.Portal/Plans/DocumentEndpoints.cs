using Greenprint.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Portal.Plans;

internal static class DocumentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/plans/{plan}/plan.docx", GetPlanDocument)
            .WithName(nameof(GetPlanDocument))
            .WithSummary("The plan as a Word file in the layout of government documents; every page of a demo plan says 演示数据")
            .AllowAnonymous();
        endpoints.MapGet("/plans/{plan}/plan.xlsx", GetPlanWorkbook)
            .WithName(nameof(GetPlanWorkbook))
            .WithSummary("The plan as a workbook: indicators, yearly targets, key tasks, responsibilities, planned projects, measures")
            .AllowAnonymous();
    }

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetPlanDocument(string plan, PublicPlans plans, CancellationToken cancellation)
    {
        if (await plans.Text(plan, cancellation) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var stream = new MemoryStream();
        PlanDocuments.WriteWord(found, await plans.Units(cancellation), stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, Word, $"{plan}.docx");
    }

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetPlanWorkbook(string plan, PublicPlans plans, IPlanWorkbooks workbooks, CancellationToken cancellation)
    {
        var stream = new MemoryStream();
        if (await plans.Text(plan, cancellation) is null || !await workbooks.Write(plan, stream, cancellation))
        {
            return TypedResults.NotFound();
        }

        stream.Position = 0;
        return TypedResults.Stream(stream, Workbook, $"{plan}.xlsx");
    }
}
