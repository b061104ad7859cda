using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Evidences;

/// <summary>Proofs for people who see the work. Always downloads: what somebody uploaded never runs on our pages.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/office/evidence/{id}", GetEvidence)
            .WithName(nameof(GetEvidence)).WithSummary("A proof as it was uploaded").RequireAuthorization(Rights.SeeWork).ExcludeFromDescription();
        endpoints.MapGet("/office/evidence/{id}/clean", GetCleanEvidence)
            .WithName(nameof(GetCleanEvidence)).WithSummary("A photo without place, time and device").RequireAuthorization(Rights.SeeWork).ExcludeFromDescription();
        endpoints.MapGet("/office/evidence/{id}/small", GetSmallEvidence)
            .WithName(nameof(GetSmallEvidence)).WithSummary("A photo in small, without place, time and device").RequireAuthorization(Rights.SeeWork).ExcludeFromDescription();
    }

    internal static Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetEvidence(string id, EvidenceDesk desk, HttpContext context) => Serve(id, clean: false, desk, context);

    internal static Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetCleanEvidence(string id, EvidenceDesk desk, HttpContext context) => Serve(id, clean: true, desk, context);

    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetSmallEvidence(string id, EvidenceDesk desk, HttpContext context)
    {
        if (await desk.OpenSmall(context.User, id, context.RequestAborted) is not { } found)
        {
            return DeliveryFindings.NoSuchEvidence(id).ToNotFound();
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(found.Content, FileKinds.MediaType(found.Kind));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Serve(string id, bool clean, EvidenceDesk desk, HttpContext context)
    {
        if (await desk.Open(context.User, id, clean, context.RequestAborted) is not { } found)
        {
            return DeliveryFindings.NoSuchEvidence(id).ToNotFound();
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(found.Content, FileKinds.MediaType(found.Row.Kind), found.Row.Name);
    }
}
