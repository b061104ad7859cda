using System.Globalization;
using Greenprint.Planning.Office;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Versions;

/// <summary>Two versions of a plan as one Word file with tracked changes, for its editors.</summary>
internal static class MarkedCopyEndpoint
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapMarkedCopies(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/plans/{plan}/versions/{old:int}-{now:int}.docx", GetMarkedCopy)
            .WithName("GetPlanMarkedCopy")
            .WithSummary("Two versions of a plan as one Word file with tracked changes")
            .RequireAuthorization(Rights.EditPlans, EditsThisPlan.Policy)
            .ExcludeFromDescription();

    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetMarkedCopy(string plan, int old, int now, PlanVersions versions, CancellationToken cancellation)
    {
        if (await versions.Pair(plan, old, now, cancellation) is not { } pair)
        {
            return PlanningFindings.NoSuchVersions(plan, old, now).ToNotFound();
        }

        using var stream = new MemoryStream();
        pair.WriteWord(stream);
        return TypedResults.File(stream.ToArray(), Word, string.Create(CultureInfo.InvariantCulture, $"{plan}-{old}-{now}.docx"));
    }
}
