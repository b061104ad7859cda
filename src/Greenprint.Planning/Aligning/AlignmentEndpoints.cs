using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.PlanText.Alignment;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Aligning;

internal static class AlignmentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapAlignment(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/plans/{plan}/align.docx", GetAlignmentDocument)
            .WithName(nameof(GetAlignmentDocument))
            .WithSummary("The alignment table of a plan beside another one as a Word file, with the answers")
            .RequireAuthorization(Rights.EditPlans, EditsThisPlan.Policy)
            .ExcludeFromDescription();

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetAlignmentDocument(
        string plan, string? with, AlignmentDesk desk, IPlans plans, IChinaClock clock, CancellationToken cancellation)
    {
        if (await plans.Find(plan, cancellation) is not { } found || await desk.Source(with ?? AlignedSource.Store + found.Summary.UpperPlan, cancellation) is not { } upper)
        {
            return TypedResults.NotFound();
        }

        var local = await desk.Source(found, cancellation);
        if (PlanAligner.Obstacle(local.Plan) is not null || PlanAligner.Obstacle(upper.Plan) is not null)
        {
            return TypedResults.NotFound();
        }

        var stream = new MemoryStream();
        OfficialWriter.Write(AlignmentDocument.Of(await desk.Align(local, upper, cancellation), clock.Today), stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, Word, $"{plan}-align.docx");
    }
}
