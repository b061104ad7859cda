using Greenprint.Testing;
using Greenprint.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Greenprint.Platform.Tests;

/// <summary>The platform's pages and endpoints on a store of their own, as the program serves them.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private TestSite(TestStore store, WebApplication site) => (Store, this.site) = (store, site);

    public TestStore Store { get; }

    public static async Task<TestSite> Open(Action<WebApplication>? more = null, Action<WebApplicationBuilder>? settings = null, IDictionary<string, string?>? configuration = null)
    {
        var store = await TestStore.Create(StoreEngine.Sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Services.AddSingleton<TimeProvider>(store.Clock);
        builder.AddTestPlatform(store.Location);
        builder.Services.AddGreenprintUi();
        builder.Services.AddSingleton<ISiteFrame, EmptyFrame>();
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingAuthenticationState();
        settings?.Invoke(builder);
        var site = builder.Build();
        site.UseGreenprintLanguages();
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseAntiforgery();
        site.MapPlatform();
        site.MapRazorComponents<TestApp>().AddAdditionalAssemblies(typeof(PlatformModule).Assembly);
        more?.Invoke(site);
        await site.StartAsync();
        return new TestSite(store, site);
    }

    public Browser Browser() => new(((TestServer)site.Services.GetRequiredService<IServer>()).CreateHandler());

    /// <summary>Somebody with an account, made by the terminal's links and not by a page.</summary>
    public async Task<Browser> SignedIn(string userName, params (Role Role, string Region)[] roles)
    {
        await Store.NewPerson(userName, roles);
        var browser = Browser();
        await browser.Get("/sign-in");
        var answer = await browser.Post("sign-in", ("UserName", userName), ("Password", Samples.Password));
        Assert.Equal(302, answer.Status);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await Store.DisposeAsync();
    }

    private sealed class EmptyFrame : ISiteFrame
    {
        public ValueTask<SiteFrame> ForReader(CancellationToken cancellation) => new(new SiteFrame(null, [], Demo: false));
    }

    private sealed class TestApp : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Router>(0);
            builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(PlatformModule).Assembly);
            builder.AddComponentParameter(2, nameof(Router.Found), (RenderFragment<RouteData>)(route => page =>
            {
                page.OpenComponent<RouteView>(0);
                page.AddComponentParameter(1, nameof(RouteView.RouteData), route);
                page.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
