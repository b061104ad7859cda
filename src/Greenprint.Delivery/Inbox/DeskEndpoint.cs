using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Inbox;

/// <summary>One address for everybody's work: leads to the first list that a person has.</summary>
internal static class DeskEndpoint
{
    private static readonly (string Right, string Path)[] Lists =
        [(Rights.ReportProgress, "office/work"), (Rights.ReviewProgress, "office/work/check"), (Rights.Dispatch, "office/dispatch")];

    public static void MapDesk(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/work/mine", GetMyWork).WithName(nameof(GetMyWork)).WithSummary("Leads to one's own work").RequireAuthorization(Rights.SeeWork).ExcludeFromDescription();

    internal static async Task<RedirectHttpResult> GetMyWork(IAuthorizationService asks, IAdjustmentInbox adjustments, HttpContext context)
    {
        foreach (var (right, path) in Lists)
        {
            if ((await asks.AuthorizeAsync(context.User, context, right)).Succeeded)
            {
                return TypedResults.Redirect($"{context.Request.PathBase}/{path}");
            }
        }

        // Who decides has a list while something waits; who only looks has none.
        if (await adjustments.Count(context.User, context.RequestAborted) > 0)
        {
            return TypedResults.Redirect($"{context.Request.PathBase}/office/work/adjustments");
        }

        return TypedResults.Redirect($"{context.Request.PathBase}/office/dispatch/progress");
    }
}
