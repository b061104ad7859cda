using Greenprint.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Greenprint.EndToEnd.Tests;

/// <summary>The sample county and a browser, made once for all tests. A test that changes something changes it in its own way only.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    /// <summary>The day of the county.</summary>
    public const string Today = "2026-11-20";

    private const string UserName = "guardian";
    private const string Password = "tidal-flat-and-heron-7";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim once = new(1);
    private readonly WebhookReceiver neighbour = new();
    private string beginning = "";
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? session;

    public RunningSite Site { get; private set; } = null!;

    /// <summary>What the site sent to its neighbour by webhook: who was urged.</summary>
    public IReadOnlyCollection<(string Signature, string Body)> Sent => neighbour.Taken;

    /// <summary>Debian's Chromium; the test is skipped where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "There is no Chromium here: apt-get install chromium.");
            return browser;
        }
    }

    /// <summary>A further site with the county as it was before any test: for tests that change what others look at. Making its three years anew takes a minute each time.</summary>
    public Task<RunningSite> Copy() => RunningSite.Restored(beginning, "demo", "--today", Today);

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(60_000);   // as the pages' own: a test waits for a thing, and a busy machine takes its time
        Site = await RunningSite.Start(neighbour.Settings, "demo", "--today", Today);
        beginning = Path.Combine(Site.Folder, "beginning.greenprint");
        await ProgramUnderTest.Call(Site.Folder, "backup", beginning);
        if (FindChromium() is { } chromium)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (Site is not null)
        {
            await Site.DisposeAsync();
        }

        neighbour.Dispose();
    }

    /// <summary>A page in a window of its own, of the first administrator, who is an editor as well: made through the one-time link by whoever comes first.</summary>
    public async Task<IPage> EditorsPage(int width = 1440, string theme = "light", bool bypassPolicy = false)
    {
        await once.WaitAsync();
        try
        {
            session ??= await FirstAdministrator();
        }
        finally
        {
            once.Release();
        }

        return await NewPage(width, theme, bypassPolicy, session);
    }

    /// <summary>A page in a window of its own of a person of the county. Each signs in once for all tests: another password would end the session of the others.</summary>
    public async Task<IPage> PersonsPage(string name, int width = 1440)
    {
        await once.WaitAsync();
        try
        {
            if (!sessions.TryGetValue(name, out var known))
            {
                var page = await NewPage();
                await CountyPerson.SignIn(Site, page, name);
                sessions.Add(name, known = await page.Context.StorageStateAsync());
                await page.Context.CloseAsync();
            }

            return await NewPage(width, session: known);
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>The same in a session of its own, which a test may end.</summary>
    public async Task<IPage> EditorsPageOfItsOwn()
    {
        await (await EditorsPage()).Context.CloseAsync();
        var page = await NewPage();
        await page.GotoAsync("/en/sign-in");
        await page.GetByLabel("Sign-in name").FillAsync(UserName);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>A page in a window of its own, with no session unless one is given.</summary>
    public Task<IPage> NewPage(int width = 1440, string theme = "light", bool bypassPolicy = false, string? session = null) => PageOn(Site, width, theme, bypassPolicy, session);

    /// <summary>A page of its own, without a session, on another site; closed when its test ends.</summary>
    public async Task<IPage> PageOn(RunningSite site, int width = 1440, string theme = "light", bool bypassPolicy = false, string? session = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            StorageState = session,
            BaseURL = site.Url,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            BypassCSP = bypassPolicy,
        });
        ClosesPagesAttribute.Remember(context);
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    private async Task<string> FirstAdministrator()
    {
        var page = await NewPage();
        await page.GotoAsync(Site.SetupLink.Replace("/setup/", "/en/setup/", StringComparison.Ordinal));
        await page.GetByLabel("Sign-in name").FillAsync(UserName);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("林雁");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password again").FillAsync(Password);
        await page.GetByLabel("I am also an editor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        return await page.Context.StorageStateAsync();
    }

    private static string? FindChromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
