using System.Globalization;
using System.Text.Json;

namespace Greenprint.EndToEnd.Tests;

/// <summary>The loop of the product: a changed measurement changes what everybody sees, with its reasons, and nothing else.</summary>
public sealed class ReadingChangeTests(SampleSite sample)
{
    [Fact]
    public async Task A_changed_reading_changes_number_gap_state_and_provenance_of_exactly_that_indicator()
    {
        var page = await sample.NewPage();
        var before = await Indicators("lanwan-15");
        var neighbour = await Indicators("xiyuan-15");
        await page.GotoAsync("/en/plans/lanwan-15/indicators/water-good");
        var (figuresBefore, provenanceBefore) = (await page.Locator("main").InnerTextAsync(), await Digest(page));
        Assert.Contains("87.5", figuresBefore, StringComparison.Ordinal);

        // One sample of total phosphorus in the Qingyu reservoir, seventeen times what it was: its year is then class IV.
        var export = await Called("observe", "export", "--station", "lanwan/water-qingyu", "--item", "tp", "--from", "2026-05-01", "--to", "2026-05-31");
        var row = export.Output.Split('\n').Single(line => line.Contains("2026-05-", StringComparison.Ordinal) && line.Contains(",tp,", StringComparison.Ordinal));
        var header = export.Output.Split('\n')[0].TrimEnd('\r').Split(',');
        var cells = row.TrimEnd('\r').Split(',');
        cells[Array.IndexOf(header, "value")] = "0.512";
        await File.WriteAllTextAsync(Path.Combine(sample.Site.Folder, "corrected.csv"), $"{string.Join(',', header)}\n{string.Join(',', cells)}\n", TestContext.Current.CancellationToken);
        var imported = await Called("observe", "import", "corrected.csv");
        Assert.EndsWith("read 1 stored 0 unchanged 0 revised 1 rejected 0", imported.Output.Trim(), StringComparison.Ordinal);

        await Eventually.Succeeds(
            async () =>
            {
                var now = await Indicators("lanwan-15");
                Assert.Equal(["water-good"], now.Keys.Where(code => now[code] != before[code]));
            },
            TimeSpan.FromMinutes(2));
        Assert.Equal(neighbour, await Indicators("xiyuan-15"));
        await page.GotoAsync("/en/plans/lanwan-15/indicators/water-good");
        var figures = await page.Locator("main").InnerTextAsync();
        Assert.Contains("75.0", figures, StringComparison.Ordinal);
        Assert.Contains("Worse than at the start", await page.Locator(".verdict-line").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(provenanceBefore, await Digest(page));

        // The old file again changes nothing: the store remembers every value the key has ever had.
        await File.WriteAllTextAsync(Path.Combine(sample.Site.Folder, "old.csv"), $"{string.Join(',', header)}\n{row.TrimEnd('\r')}\n", TestContext.Current.CancellationToken);
        var again = await Called("observe", "import", "old.csv");
        Assert.EndsWith("read 1 stored 0 unchanged 1 revised 0 rejected 0", again.Output.Trim(), StringComparison.Ordinal);
    }

    private async Task<Called> Called(params string[] verb)
    {
        var called = await ProgramUnderTest.Call(sample.Site.Folder, [.. verb, "--today", SampleSite.Today]);
        Assert.True(called.Exit == 0, $"{string.Join(' ', verb)}: {called.Exit} {called.Output} {called.Error}");
        return called;
    }

    // The open data of a plan, indicator by indicator, as text: whatever differs is a change.
    private async Task<Dictionary<string, string>> Indicators(string plan)
    {
        using var http = new HttpClient { BaseAddress = new Uri(sample.Site.Url) };
        using var document = JsonDocument.Parse(await http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"api/v1/plans/{plan}"), TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!, one => one.GetRawText());
    }

    private static async Task<string> Digest(IPage page)
    {
        var text = await page.Locator("main").TextContentAsync() ?? "";
        var at = text.IndexOf("sha256:", StringComparison.Ordinal);
        Assert.True(at >= 0, "The page names no digest.");
        return text.Substring(at, 30);
    }
}
