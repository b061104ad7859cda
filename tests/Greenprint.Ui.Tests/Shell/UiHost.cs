using Greenprint.Ui.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Ui.Tests.Shell;

/// <summary>A host of nothing but the visual language, as a program would compose it.</summary>
internal sealed class UiHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private UiHost(WebApplication app) => this.app = app;

    public static async Task<UiHost> Start(string environment, SiteFrame? frame = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorComponents();
        builder.Services.AddGreenprintUi();
        builder.Services.AddSingleton<ISiteFrame>(new FixedFrame(frame ?? new(("岚湾县", "Lanwan County"), [new("", ("进展", "Progress")), new("ui", ("组件", "Components"))], Demo: true)));
        var app = builder.Build();
        app.UseGreenprintLanguages();
        app.UseAntiforgery();
        app.MapGreenprintUi();
        app.MapRazorComponents<Root>().AddAdditionalAssemblies(typeof(UiModule).Assembly);
        await app.StartAsync();
        return new UiHost(app);
    }

    /// <summary>A browser that does not follow, so that a test sees where it is sent.</summary>
    public HttpClient Client() => app.GetTestClient();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private sealed class FixedFrame(SiteFrame frame) : ISiteFrame
    {
        public ValueTask<SiteFrame> ForReader(CancellationToken cancellation) => new(frame);
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
            body.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(UiModule).Assembly);
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
