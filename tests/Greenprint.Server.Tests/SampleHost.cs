using System.Net;
using System.Text.RegularExpressions;
using Greenprint.Platform;
using Greenprint.Server.SampleCounty;
using Greenprint.Server.Serving;
using Greenprint.Server.Tests;
using Greenprint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleHost))]

namespace Greenprint.Server.Tests;

/// <summary>The real program in this process with the sample county, and one person of each kind (<see cref="People"/>). Tests look at it and change nothing.</summary>
public partial class SampleHost : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>One person of each kind, named by what they are to the plan of Lanwan: three regions (the county, the one beside it, the prefecture above), own and other units.</summary>
    public static readonly IReadOnlyDictionary<string, RoleIn> People = new Dictionary<string, RoleIn>
    {
        ["editor"] = new(Role.Editor, "990121"),
        ["editor-elsewhere"] = new(Role.Editor, "990122"),
        ["editor-above"] = new(Role.Editor, "990100"),
        ["reporter"] = new(Role.Reporter, "990121", "lanwan/water"),
        ["reporter-beside"] = new(Role.Reporter, "990121", "lanwan/agriculture"),
        ["reporter-elsewhere"] = new(Role.Reporter, "990122", "xiyuan/forestry"),
        ["reviewer-of-unit"] = new(Role.Reviewer, "990121", "lanwan/water"),
        ["reviewer"] = new(Role.Reviewer, "990121"),
        ["leader"] = new(Role.Leader, "990121"),
        ["evaluator"] = new(Role.Evaluator, "990121"),
        ["steward"] = new(Role.DataSteward, "990121"),
        ["reviewer-elsewhere"] = new(Role.Reviewer, "990122"),
        ["leader-elsewhere"] = new(Role.Leader, "990122"),
        ["evaluator-elsewhere"] = new(Role.Evaluator, "990122"),
        ["steward-elsewhere"] = new(Role.DataSteward, "990122"),
        ["audit-elsewhere"] = new(Role.AuditAdministrator, "990122"),
        ["administrator"] = new(Role.Administrator, "990100"),
        ["administrator-own"] = new(Role.Administrator, "990121"),
        ["administrator-elsewhere"] = new(Role.Administrator, "990122"),
        ["security-elsewhere"] = new(Role.SecurityAdministrator, "990122"),
        ["security"] = new(Role.SecurityAdministrator, "990100"),
        ["audit"] = new(Role.AuditAdministrator, "990100"),
    };

    private const string Password = "heron-over-the-mudflat-4";
    private (StoreLocation Location, string? Database)? store;
    private WebApplication? site;

    /// <summary>What its store is on.</summary>
    protected virtual StoreEngine Engine => StoreEngine.Sqlite;

    public IServiceProvider Services => site!.Services;

    public Uri Url { get; private set; } = null!;

    /// <summary>Id of the person <c>reporter</c>, who has a role in Lanwan only.</summary>
    public string Reporter { get; private set; } = "";

    /// <summary>A cycle of the dispatch of Lanwan, registered and not yet reviewed.</summary>
    public string Cycle { get; private set; } = "";

    /// <summary>Its one item, of the unit <c>lanwan/water</c>.</summary>
    public string Item { get; private set; } = "";

    public virtual async ValueTask InitializeAsync()
    {
        store = await TestStore.NewLocation(Engine);
        site = Site.Compose(store.Value.Location, Today, new ServeOrder("http://127.0.0.1:0"));
        await site.Services.PrepareStore(StoreKind.Demo);
        await using (var scope = Services.CreateAsyncScope())
        {
            await County.In(scope.ServiceProvider).Make(_ => { }, CancellationToken.None);
            var people = scope.ServiceProvider.GetRequiredService<IPeople>();
            foreach (var (name, role) in People)
            {
                var id = await people.CreateDemoPerson(name, name, Password, [role], CancellationToken.None);
                Reporter = name == "reporter" ? id : Reporter;
            }
        }

        await site.StartAsync();
        Url = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await OpenCycle();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }

        if (store is { } made)
        {
            await TestStore.Drop(made.Location, made.Database);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A browser without a window: no session, no redirects followed.</summary>
    public HttpClient Anonymous() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Url };

    /// <summary>The same after signing in on the page, as a person does.</summary>
    public async Task<HttpClient> SignedInAs(string person)
    {
        var client = Anonymous();
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
            ["_handler"] = "sign-in",
            ["UserName"] = person,
            ["Password"] = Password,
        }));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    // As an editor does, on the page.
    private async Task OpenCycle()
    {
        using var editor = await SignedInAs("editor");
        var page = new Uri("/office/dispatch/open?plan=lanwan-15&period=2026-11", UriKind.Relative);
        using var answer = await editor.PostAsync(page, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(await editor.GetStringAsync(page)).Groups[1].Value,
            ["_handler"] = "open",
            ["Opens"] = "2026-11-16",
            ["SignBy"] = "2026-11-23",
            ["Due"] = "2026-12-04",
            ["Locks"] = "2026-12-18",
            ["Tasks"] = "lanwan-15/2026-13",
        }));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Cycle = new Uri(Url, answer.Headers.Location!).Segments[^1];
        Item = ItemLink().Match(await editor.GetStringAsync(new Uri($"/office/dispatch/{Cycle}", UriKind.Relative))).Groups[1].Value;
        Assert.NotEqual("", Item);
    }

    [GeneratedRegex("office/work/(?!mine\"|check\"|adjustments\")([0-9a-zA-Z-]+)\"")]
    private static partial Regex ItemLink();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
