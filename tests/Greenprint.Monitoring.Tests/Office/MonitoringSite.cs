using Greenprint.Platform;
using Greenprint.Testing;
using Greenprint.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Greenprint.Monitoring.Tests.Office;

/// <summary>The module's pages and addresses on a store of their own, with two counties and their people, as the program serves them.</summary>
internal sealed class MonitoringSite : IAsyncDisposable
{
    public const string Lanwan = "990101";
    public const string Yunchuan = "990102";
    private const string Password = "clear water 2030";

    private static readonly Region[] Regions =
    [
        new("990100", null, ("海州市", "Haizhou"), RegionLevel.Prefecture, IsDemo: true),
        new(Lanwan, "990100", ("岚湾县", "Lanwan"), RegionLevel.County, IsDemo: true),
        new(Yunchuan, "990100", ("云川县", "Yunchuan"), RegionLevel.County, IsDemo: true),
    ];

    private readonly WebApplication site;

    private MonitoringSite(TestStore store, WebApplication site) => (Store, Data, this.site) = (store, new ImportHarness(store), site);

    public TestStore Store { get; }

    public ImportHarness Data { get; }

    public static async Task<MonitoringSite> Open()
    {
        // A store of the sample county, because only there may accounts be made without a link.
        var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddMonitoring(), StoreKind.Demo);
        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await services.GetRequiredService<IRegions>().Add(change, Regions, CancellationToken.None);
                return 0;
            },
            CancellationToken.None));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(store.Clock);
        builder.AddTestPlatform(store.Location);
        builder.AddMonitoring();
        builder.Services.AddGreenprintUi();
        builder.Services.AddSingleton<ISiteFrame, EmptyFrame>();
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingAuthenticationState();
        var site = builder.Build();
        site.UseGreenprintLanguages();
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseAntiforgery();
        site.MapPlatform();
        site.MapMonitoring();
        site.MapRazorComponents<TestApp>().AddAdditionalAssemblies(typeof(MonitoringModule).Assembly, typeof(PlatformModule).Assembly);
        await site.StartAsync();
        return new MonitoringSite(store, site);
    }

    public Browser Browser() => new(((TestServer)site.Services.GetRequiredService<IServer>()).CreateHandler());

    /// <summary>Somebody with one role in one region, signed in.</summary>
    public async Task<Browser> SignedIn(string name, Role role, string region)
    {
        await Store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, Password, role, region, CancellationToken.None));
        var browser = Browser();
        await browser.Get("/sign-in");
        Assert.Equal(302, (await browser.Post("sign-in", ("UserName", name), ("Password", Password))).Status);
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
            builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(MonitoringModule).Assembly);
            builder.AddComponentParameter(2, nameof(Router.AdditionalAssemblies), new[] { typeof(PlatformModule).Assembly });
            builder.AddComponentParameter(3, nameof(Router.Found), (RenderFragment<RouteData>)(route => page =>
            {
                page.OpenComponent<AuthorizeRouteView>(0);
                page.AddComponentParameter(1, nameof(AuthorizeRouteView.RouteData), route);
                page.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
