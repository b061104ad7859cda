using System.Net;

namespace Greenprint.Server.Serving;

/// <summary>Refuses requests of other machines, also where a proxy or a wrong binding let them in.</summary>
internal static class LoopbackOnly
{
    internal static void UseLoopbackOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // No remote address means an in-process request of a test or a unix socket.
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
