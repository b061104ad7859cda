using System.Globalization;
using Greenprint.Delivery.Dispatch;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Reports;

/// <summary>What a script tells of a draft it saved.</summary>
/// <param name="Version">The version that stands in the store now; to be sent with the next saving.</param>
/// <param name="Text">What the page shows.</param>
public sealed record SavedDraft(int Version, string Text);

/// <summary>Keeps a report while it is typed. The same form has a button for it, so nothing here is needed without script.</summary>
internal static class DraftEndpoint
{
    public static void MapDrafts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/work/{item}/draft", SaveDraft)
            .WithName(nameof(SaveDraft)).WithSummary("Keep the text of a report that is being typed").RequireAuthorization(Rights.ReportProgress, WorksOnItem.ReportPolicy).ExcludeFromDescription();

    // Reads the form itself: bound from attributes, a request without a form would find no endpoint at all instead of a refusal.
    internal static async Task<Results<Ok<SavedDraft>, BadRequest, ProblemHttpResult>> SaveDraft(string item, ReportDesk desk, IChinaClock clock, IAntiforgery antiforgery, HttpContext context)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = new TypedReport(form["Quantity"].ToString(), form["Text"].ToString(), form["Difficulties"].ToString(), form["Next"].ToString(), form["IsDone"] == "true");
        _ = int.TryParse(form["SeenDraft"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var saved = await desk.Save(context.User, item, typed, seen, context.RequestAborted);
        var time = clock.Now.ToString("HH:mm", CultureInfo.InvariantCulture);
        return saved.Refusal is { } refusal
            ? Conflict(refusal, saved)
            : TypedResults.Ok(new SavedDraft(saved.Version, new Bilingual($"草稿已自动保存 {time}", $"Draft kept at {time}").Here));
    }

    // With what stands in the store: a script whose saving was cut off finds its own words there, and goes on from them.
    private static ProblemHttpResult Conflict(Finding refusal, DraftSaving saved)
    {
        var conflict = refusal.ToConflict();
        if (saved.Other is { } other)
        {
            conflict.ProblemDetails.Extensions["version"] = saved.Version;
            conflict.ProblemDetails.Extensions["draft"] = other;
        }

        return conflict;
    }
}
