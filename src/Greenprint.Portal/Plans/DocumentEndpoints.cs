using Greenprint.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Portal.Plans;

internal static class DocumentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapDocuments(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/plans/{plan}/plan.docx", GetPlanDocument)
            .WithName(nameof(GetPlanDocument))
            .WithSummary("The plan as a Word file in the layout of government documents; every page of a demo plan says 演示数据")
            .AllowAnonymous();

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
}
