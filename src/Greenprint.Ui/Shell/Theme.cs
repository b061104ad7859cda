using Greenprint.Ui.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Ui.Shell;

/// <summary>Light, dark, or as the system says; kept in a cookie, so that the first byte of a page already has the right one.</summary>
internal static class Theme
{
    internal const string Cookie = "theme";
    internal const string Automatic = "auto";

    internal static IReadOnlyList<string> All { get; } = [Automatic, "light", "dark"];

    internal static string Of(HttpContext? context) => Known(context?.Request.Cookies[Cookie]);

    internal static void MapThemeSwitch(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/theme", SwitchTheme)
            .WithName(nameof(SwitchTheme))
            .WithSummary("Keep the reader's theme and go back to the page")
            .DisableAntiforgery()   // a stranger's page could at most darken ours
            .AllowAnonymous();

    internal static async Task<IResult> SwitchTheme(HttpContext context, CancellationToken cancellation)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellation) : FormCollection.Empty;
        context.Response.Cookies.Append(Cookie, Known(form["theme"]), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Secure = context.Request.IsHttps,
            Path = LanguageLinks.Of(context).Root,
        });
        string? back = form["back"];
        // Back to a page of ours only.
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back : "~/");
    }

    private static string Known(string? theme) => All.FirstOrDefault(known => known == theme) ?? Automatic;
}
