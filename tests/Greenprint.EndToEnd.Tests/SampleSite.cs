using Greenprint.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Greenprint.EndToEnd.Tests;

/// <summary>The sample county and a browser, made once for all tests. A test that changes something changes it in its own way only.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    /// <summary>The day of the county.</summary>
    public const string Today = "2026-11-20";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public RunningSite Site { get; private set; } = null!;

    /// <summary>Debian's Chromium; the test is skipped where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "There is no Chromium here: apt-get install chromium.");
            return browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        Site = await RunningSite.Start("demo", "--today", Today);
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
    }

    /// <summary>A page in a window of its own, with no session.</summary>
    public async Task<IPage> NewPage(int width = 1440, string theme = "light", bool bypassPolicy = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Site.Url,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            BypassCSP = bypassPolicy,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    private static string? FindChromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
