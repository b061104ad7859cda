using Microsoft.AspNetCore.Authorization;

namespace Greenprint.Server.Serving;

/// <summary>Who may hold a lasting connection: signed-in people only. The public site is plain pages and never opens one.</summary>
internal static class Connections
{
    internal const string Path = "_blazor";

    internal static void KeepConnectionsToSignedIn(this IEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith(Path, StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute());
        }
    });
}
