using Greenprint.Documents;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Reading;
using Greenprint.Planning.Workbooks;
using Greenprint.PlanText;
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

namespace Greenprint.Planning.Tests.Office;

/// <summary>The editors' pages on a store of their own, with two counties and their people, as the program serves them.</summary>
internal sealed class OfficeSite : IAsyncDisposable
{
    public const string Taishan = "440781";
    public const string Kaiping = "440783";
    private const string Password = "clear water 2030";
    private readonly WebApplication site;

    private OfficeSite(TestStore store, WebApplication site) => (Store, this.site) = (store, site);

    public TestStore Store { get; }

    public static async Task<OfficeSite> Open(StoreEngine engine = StoreEngine.Sqlite)
    {
        // A store of the sample county, because only there may accounts be made without a link.
        var store = await TestStore.Create(engine, builder => builder.AddPlanning(), StoreKind.Demo);
        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await services.GetRequiredService<IRegions>().Add(
                    change, [.. KnownRegions.WithAbove(Taishan), .. KnownRegions.WithAbove(Kaiping)], CancellationToken.None);
                return 0;
            },
            CancellationToken.None));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(store.Clock);
        builder.Services.AddSingleton<ReadPlanFile>((path, name, _) => Task.FromResult(Read(path, name)));
        builder.Services.AddSingleton<ReadWorkbookFile>((path, name, cancel) => Task.FromResult(WorkbookReader.ReadFile(path, name, limits: null, cancel)));
        builder.Services.AddSingleton<MarkWorkbookFile>((path, notes, to, name, _) =>
        {
            File.Copy(path, to);
            return Task.FromResult(WorkbookMarker.Mark(to, name, System.Text.Json.JsonSerializer.Deserialize<SheetNotes>(File.ReadAllText(notes), PlanPackJson.Compact)!));
        });
        builder.AddTestPlatform(store.Location);
        builder.AddPlanning();
        builder.Services.AddGreenprintUi();
        builder.Services.AddSingleton<ISiteFrame, EmptyFrame>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        var site = builder.Build();
        site.UseGreenprintLanguages();
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseAntiforgery();
        site.MapPlatform();
        site.MapPlanning();
        site.MapRazorComponents<TestApp>().AddAdditionalAssemblies(typeof(PlanningModule).Assembly, typeof(PlatformModule).Assembly).AddInteractiveServerRenderMode();
        await site.StartAsync();
        return new OfficeSite(store, site);
    }

    public Browser Browser() => new(((TestServer)site.Services.GetRequiredService<IServer>()).CreateHandler());

    /// <summary>Somebody with one role in one region, signed in.</summary>
    public Task<Browser> SignedIn(string name, Role role, string region, string? unit = null) => SignedIn(name, new RoleIn(role, region, unit));

    private async Task<Browser> SignedIn(string name, RoleIn role)
    {
        await Store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, Password, [role], CancellationToken.None));
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

    private static PlanUploadResult Read(string path, string name)
    {
        var read = DocumentReader.ReadFile(path);
        if (read.Document is not { } document)
        {
            return new(null, read.Refusal);
        }

        var reading = PlanReader.Read(document);
        return new(reading with { Source = reading.Source! with { Name = name } }, null);
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
            builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(PlanningModule).Assembly);
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
