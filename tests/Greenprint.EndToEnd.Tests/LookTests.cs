using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>Every page in both languages, light and dark, wide and narrow: no serious fault of accessibility, nothing wider than the window; pictures for a person to look at.</summary>
public sealed class LookTests(SampleSite sample)
{
    private static readonly string Pictures = RepositoryRoot.Combine("artifacts", "screenshots");

    public static TheoryData<string, string, int> Views =>
    [
        ("zh", "light", 1440), ("zh", "dark", 390), ("en", "dark", 1440), ("en", "light", 390),
    ];

    [Theory, MemberData(nameof(Views))]
    public async Task Every_page_is_accessible_and_fits_its_window(string language, string theme, int width)
    {
        var page = await sample.NewPage(width, theme, bypassPolicy: true);
        var faults = new List<string>();
        Directory.CreateDirectory(Pictures);
        foreach (var path in PublicPages.All)
        {
            await page.GotoAsync((language == "en" ? "/en" : "") + path);
            await page.EvaluateAsync("() => document.fonts.ready");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{Name(path)}-{language}-{theme}-{width}.png"), FullPage = true });
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{path}: {violation.Id} {Where(violation)}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") > 0)
            {
                faults.Add($"{path}: wider than the window");
            }
        }

        Assert.Empty(faults);
    }

    private static string Name(string path) => path.Trim('/').Replace('/', '-').Replace("?", "-", StringComparison.Ordinal) is { Length: > 0 } name ? name : "home";

    private static string Where(AxeResultItem violation) => string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html));
}
