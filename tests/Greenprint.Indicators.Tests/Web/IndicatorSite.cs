using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Planning.Tests.Office;
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
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Greenprint.Indicators.Tests.Web;

/// <summary>The module's page and endpoints on a store of their own, with a plan of one county and people of two.</summary>
internal sealed class IndicatorSite : IAsyncDisposable
{
    public const string Neighbour = "990198";
    private const string Password = "clear water 2030";
    private readonly WebApplication site;

    private IndicatorSite(TestStore store, WebApplication site) => (Store, this.site) = (store, site);

    public TestStore Store { get; }

    public static async Task<IndicatorSite> Open()
    {
        // A store of the sample county, because only there may accounts be made without a link.
        var store = await TestStore.Create(StoreEngine.Sqlite, builder => Add(builder), StoreKind.Demo);
        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            County.Clerk,
            async change =>
            {
                var packs = services.GetRequiredService<IPlanPacks>();
                var neighbour = new Region(Neighbour, null, ("邻县", "Neighbour County"), RegionLevel.County, IsDemo: false);
                await packs.Import(change, County.Pack("p", 2026, 2030, County.Indicator("a"), County.Indicator("b", ValueOrigin.Issued)), CancellationToken.None);
                await packs.Import(change, County.Pack("draft", 2026, 2030, County.Indicator("a")) with { Status = PlanStatus.Draft, Regions = [neighbour] }, CancellationToken.None);
                return 0;
            },
            CancellationToken.None));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(store.Clock);
        builder.AddTestPlatform(store.Location);
        Add(builder);
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
        site.MapIndicators();
        site.MapRazorComponents<TestApp>().AddAdditionalAssemblies(typeof(IndicatorsModule).Assembly, typeof(PlatformModule).Assembly);
        await site.StartAsync();
        return new IndicatorSite(store, site);
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

    public Task<IReadOnlyList<IndicatorValue>> Revisions(string code) =>
        Store.In(services => services.GetRequiredService<IValues>().Revisions("p", code, TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static void Add(IHostApplicationBuilder builder)
    {
        builder.AddPlanning();
        builder.AddMonitoring();
        builder.AddIndicators();
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
            builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(IndicatorsModule).Assembly);
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
