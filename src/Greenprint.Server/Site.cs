using System.IO.Compression;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Server.Serving;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.ResponseCompression;
using Serilog;

namespace Greenprint.Server;

/// <summary>Puts the modules together. No rules live here.</summary>
internal static class Site
{
    /// <summary>The whole program on a store, not yet started.</summary>
    /// <param name="store">Where the store lies.</param>
    /// <param name="today">The day to take as today, or null for the real one.</param>
    /// <param name="urls">Addresses to listen on; null when a verb only wants the services.</param>
    internal static WebApplication Compose(StoreLocation store, DateOnly? today, string? urls = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The program's own folder, wherever the person stands: settings, data and assets lie beside it.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.AddLogs(store, serving: urls is not null);
        builder.WebHost.UseUrls(urls ?? Listening.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));

        builder.AddPlatform(store, today);
        builder.AddPlanning();
        builder.AddMonitoring();
        builder.AddIndicators();
        AddWeb(builder.Services);

        var site = builder.Build();
        Use(site);
        Map(site);
        return site;
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddSingleton(new MigrationsSource(typeof(Site).Assembly));
        services.AddProblemDetails();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;   // no page mixes a secret with text that a stranger chose
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        // Who may use a page or endpoint is said at each; what says nothing is for nobody.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    private static void Use(WebApplication site)
    {
        site.UseSerilogRequestLogging();
        site.UseSecurityHeaders();
        site.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Without it a malformed body answers 500 instead of 400.
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        site.UseStatusCodePages();
        site.UseResponseCompression();
        site.UseRouting();
        site.UseAuthorization();
    }

    private static void Map(WebApplication site)
    {
        site.MapStaticAssets().AllowAnonymous();
        site.MapPlatform();
        site.MapPlanning();
        site.MapMonitoring();
        site.MapIndicators();
    }
}
