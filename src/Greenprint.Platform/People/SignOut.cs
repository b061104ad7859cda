using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Platform;

internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sign-out", EndSession).WithName(nameof(EndSession)).WithSummary("End the session").AllowAnonymous();

    internal static async Task<IResult> EndSession(HttpContext context, IAntiforgery antiforgery, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await sessions.EndThis(context.User, context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.LocalRedirect(context.User.HasClaim(PersonPrincipals.SignOn, "true") ? "~/signed-out" : "~/");
    }
}
