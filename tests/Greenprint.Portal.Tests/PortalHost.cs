using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Ui;
using Greenprint.Ui.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Portal.Tests;

/// <summary>The portal on sample doors, composed as a program composes it.</summary>
internal sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PortalHost(WebApplication app) => this.app = app;

    public static async Task<PortalHost> Start(SampleDoors doors)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorComponents();
        builder.Services.AddGreenprintUi();
        builder.Services.AddSingleton<IPlans>(doors).AddSingleton<IStandings>(doors).AddSingleton<IRegions>(doors).AddSingleton<IComputations>(doors)
            .AddSingleton<IValues>(doors).AddSingleton<ITargets>(doors).AddSingleton<IChinaClock>(doors).AddSingleton<IPlanWorkbooks>(doors).AddSingleton<IAdjustments>(doors);
        builder.Services.AddSingleton<ISiteFrame>(new PlainFrame());
        builder.AddPortal();
        var app = builder.Build();
        app.UseGreenprintLanguages();
        app.UseAntiforgery();
        app.MapPortal();
        app.MapRazorComponents<Root>().AddAdditionalAssemblies(typeof(PortalModule).Assembly);
        await app.StartAsync();
        return new PortalHost(app);
    }

    public HttpClient Client() => app.GetTestClient();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private sealed class PlainFrame : ISiteFrame
    {
        public ValueTask<SiteFrame> ForReader(CancellationToken cancellation) => new(new SiteFrame(null, PortalModule.Links, Demo: false));
    }
}

/// <summary>The root component of the test host.</summary>
public sealed class Root : ComponentBase
{
    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<SiteDocument>(0);
        builder.AddComponentParameter(1, nameof(SiteDocument.ChildContent), (RenderFragment)(body =>
        {
            body.OpenComponent<Router>(0);
            body.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(PortalModule).Assembly);
            body.AddComponentParameter(2, nameof(Router.Found), (RenderFragment<RouteData>)(route => page =>
            {
                page.OpenComponent<RouteView>(0);
                page.AddComponentParameter(1, nameof(RouteView.RouteData), route);
                page.CloseComponent();
            }));
            body.CloseComponent();
        }));
        builder.CloseComponent();
    }
}
