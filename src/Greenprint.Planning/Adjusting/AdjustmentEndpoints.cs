using Greenprint.Documents;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Adjusting;

internal static class AdjustmentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapAdjustments(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/plans/{plan}/adjustments/{code}.docx", GetApprovalSheet)
            .WithName(nameof(GetApprovalSheet))
            .WithSummary("The approval sheet of an adjustment as a Word file: old and new, grounds, check, opinions, decision")
            .RequireAuthorization(SeesAdjustments.Policy)
            .ExcludeFromDescription();

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetApprovalSheet(
        string plan, string code, HttpContext context, AdjustmentDesk desk, IChinaClock clock, CancellationToken cancellation)
    {
        if (await desk.Find(context.User, plan, code, cancellation) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        var stream = new MemoryStream();
        OfficialWriter.Write(AdjustmentDocument.Of(sheet, clock.Today), stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, Word, $"{plan}-{code}.docx");
    }
}
