namespace Greenprint.Server.Serving;

/// <summary>What a browser may do on our pages: nothing from outside, nothing framed but embeds.</summary>
internal static class SecurityHeaders
{
    // Style attributes (a bar's length) are data, not code; scripts and style sheets come from our own files alone.
    internal const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'self'; manifest-src 'self'; frame-ancestors ";

    internal static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy + (IsEmbed(context.Request.Path) ? "*" : "'self'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    // Asked before the language is taken off the path.
    private static bool IsEmbed(PathString path) =>
        path.StartsWithSegments("/embed", StringComparison.Ordinal) || path.StartsWithSegments("/en/embed", StringComparison.Ordinal);
}
