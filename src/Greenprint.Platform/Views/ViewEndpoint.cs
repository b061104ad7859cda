using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Platform;

/// <summary>Takes the forms of the menu of views and leads back to the list.</summary>
internal static class ViewEndpoint
{
    public const string Address = "office/views";

    public static void MapViews(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/" + Address, PostView).WithName(nameof(PostView)).WithSummary("Keep, rename or remove a filter under a name").RequireAuthorization(Rights.SeeWork).ExcludeFromDescription();

    // Reads the form itself: bound from attributes, a request without a form would find no endpoint at all instead of a refusal.
    internal static async Task<Results<RedirectHttpResult, BadRequest, ProblemHttpResult>> PostView(ViewDesk desk, IAntiforgery antiforgery, HttpContext context)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string Text(string name) => form[name].ToString().Trim();
        var (user, id, stop) = (context.User, Text("id"), context.RequestAborted);
        var back = Text("back");
        if (!Leads(back))
        {
            return TypedResults.BadRequest();
        }

        var query = Text("query");
        var refusal = Text("act") switch
        {
            "save" => await desk.Save(user, new()
            {
                Id = Guid.CreateVersion7().ToString("N"),
                Page = Text("page"),
                Scope = Text("scope"),
                Region = Text("region"),
                Owner = context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value,
                Unit = Text("unit") is { Length: > 0 } unit ? unit : null,
                Name = Text("name"),
                Query = query,
            }, stop),
            "rename" => await desk.Rename(user, id, Text("name"), stop),
            "remove" => await desk.Remove(user, id, stop),
            "default" => await desk.OpenWith(user, id, open: true, stop),
            "no-default" => await desk.OpenWith(user, id, open: false, stop),
            _ => PlatformFindings.BadView(),
        };
        return refusal is null
            ? TypedResults.Redirect($"{context.Request.PathBase}/{back}{(query.Length > 0 ? query + "&" : "?")}views=done")
            : refusal.ToProblem(StatusCodes.Status409Conflict);
    }

    // A page of the office of this program, and nowhere else.
    private static bool Leads(string back) => back.StartsWith("office/", StringComparison.Ordinal) && back.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-' or '_' or '.');
}
