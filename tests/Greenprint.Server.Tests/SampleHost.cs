using System.Net;
using System.Text.RegularExpressions;
using Greenprint.Platform;
using Greenprint.Server.SampleCounty;
using Greenprint.Server.Serving;
using Greenprint.Server.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleHost))]

namespace Greenprint.Server.Tests;

/// <summary>The real program in this process with the sample county, and one person of each kind. Tests look at it and change nothing.</summary>
public sealed partial class SampleHost : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    private const string Password = "heron-over-the-mudflat-4";
    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-host-").FullName;
    private WebApplication? site;

    public IServiceProvider Services => site!.Services;

    public Uri Url { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        site = Site.Compose(StoreLocation.OnSqlite(folder), Today, new ServeOrder("http://127.0.0.1:0"));
        await site.Services.PrepareStore(StoreKind.Demo);
        await using (var scope = Services.CreateAsyncScope())
        {
            await ActivatorUtilities.CreateInstance<County>(scope.ServiceProvider).Make(_ => { }, CancellationToken.None);
            var people = scope.ServiceProvider.GetRequiredService<IPeople>();
            await people.CreateDemoPerson("own", "岚湾编辑", Password, Role.Editor, "990121", CancellationToken.None);
            await people.CreateDemoPerson("other", "汐原编辑", Password, Role.Editor, "990122", CancellationToken.None);
            await people.CreateDemoPerson("administrator", "管理员", Password, Role.Administrator, "990100", CancellationToken.None);
        }

        await site.StartAsync();
        Url = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
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

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
