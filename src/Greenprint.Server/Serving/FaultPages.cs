using Microsoft.AspNetCore.Diagnostics;

namespace Greenprint.Server.Serving;

/// <summary>What is answered when something is wrong: a page to a reader, an RFC 9457 problem to a program. Stands behind the language, which the page keeps.</summary>
internal static class FaultPages
{
    internal static void UseFaultPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandlingPath = "/status/500", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowByGet);
        // Inside of the two above, so that a program has its answer before a page is drawn.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
            api.UseStatusCodePages();
        });
    }

    // The page of a fault is shown, not posted to, whatever was asked before.
    private static Task ShowByGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    // Without it a malformed body answers 500 instead of 400.
    private static int StatusOf(Exception error) => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
