using System.IO.Compression;
using Greenprint.Delivery;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Portal;
using Greenprint.Server.CommandLine;
using Greenprint.Server.Pages;
using Greenprint.Server.Serving;
using Greenprint.Ui;
using Microsoft.AspNetCore.ResponseCompression;
using Serilog;

namespace Greenprint.Server;

/// <summary>Puts the modules together. No rules live here.</summary>
internal static class Site
{
    /// <summary>The whole program on a store, not yet started.</summary>
    /// <param name="store">Where the store lies.</param>
    /// <param name="today">The day to take as today, or null for the real one.</param>
    /// <param name="serving">How it is to serve; null when a verb only wants the services.</param>
    internal static WebApplication Compose(StoreLocation store, DateOnly? today, ServeOrder? serving = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The program's own folder, wherever the person stands: settings, data and assets lie beside it.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.AddLogs(store, serving is not null);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(serving?.Urls ?? Listening.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(new MigrationsSource(typeof(Site).Assembly));

        builder.AddPlatform(store, today);
        builder.AddPlanning();
        builder.AddMonitoring();
        builder.AddIndicators();
        builder.AddDelivery();
        builder.AddPortal();
        builder.Services.AddGreenprintUi();
        AddWeb(builder.Services);
        if (serving is not null)
        {
            builder.AddVerbSocket(Verbs.Root);
            builder.AddRoutines();
        }

        var site = builder.Build();
        Use(site, serving);
        Map(site);
        return site;
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ISiteFrame, Frame>();
        services.AddProblemDetails();
        // A page that lost its connection finds its place again within the retention; what was decided is saved at once anyhow.
        // A cycle of the dispatch ticks hundreds of tasks in one form.
        services.AddRazorComponents(forms => forms.MaxFormMappingCollectionSize = 1000).AddInteractiveServerComponents(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10));
        services.AddCascadingAuthenticationState();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;   // no page mixes a secret with text that a stranger chose
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    private static void Use(WebApplication site, ServeOrder? serving)
    {
        if (serving?.LoopbackOnly == true)
        {
            site.UseLoopbackOnly();
        }

        site.UseSerilogRequestLogging();
        site.UseSecurityHeaders();
        site.UseResponseCompression();
        site.UseGreenprintLanguages();
        site.UseFaultPages();
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseAntiforgery();
    }

    private static void Map(WebApplication site)
    {
        site.MapStaticAssets().AllowAnonymous();
        site.MapPlatform();
        site.MapPlanning();
        site.MapMonitoring();
        site.MapIndicators();
        site.MapDelivery();
        site.MapPortal();
        site.MapGreenprintUi();
        site.MapRazorComponents<App>()
            .AddAdditionalAssemblies(ModuleAssemblies.WithPages)
            .AddInteractiveServerRenderMode(connection => connection.ContentSecurityFrameAncestorsPolicy = null)   // SecurityHeaders says it, embeds differ
            .KeepConnectionsToSignedIn();
        // An address that nobody mapped is not there, rather than forbidden.
        site.MapFallback("{*path}", () => TypedResults.NotFound()).AllowAnonymous();
    }
}
