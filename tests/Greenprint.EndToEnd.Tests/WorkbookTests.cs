using System.IO.Compression;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A plan goes out as a workbook, is edited, and comes back in a browser.</summary>
public sealed class WorkbookTests(SampleSite sample)
{
    private const string Printed = "石汀产业园挥发性有机物集中治理工程";
    private const string Edited = "石汀产业园挥发性有机物综合治理工程";

    [Fact]
    public async Task An_editor_exports_edits_uploads_checks_the_preview_and_applies_it()
    {
        await using var site = await RunningSite.Start("serve");
        var pack = await File.ReadAllTextAsync(RepositoryRoot.Combine("data", "demo", "lanwan-15.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "plan.json"), pack.Replace("\"status\": \"InForce\"", "\"status\": \"Draft\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Called(site, "plan", "import", "plan.json");
        await Called(site, "plan", "export", "lanwan-15", "--output", "plan.xlsx");
        var file = Path.Combine(site.Folder, "plan.xlsx");
        await Edit(file);

        var page = await sample.PageOn(site);
        await page.GotoAsync(site.SetupLink.Replace("/setup/", "/en/setup/", StringComparison.Ordinal));
        await page.GetByLabel("Sign-in name").FillAsync("guardian");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("林雁");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("Password again").FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("I am also an editor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();

        await page.GotoAsync("/en/office/plans/lanwan-15");
        await page.GetByRole(AriaRole.Link, new() { Name = "Work on it in a workbook" }).ClickAsync();
        await page.GetByLabel("The workbook").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and preview" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("0 rows to be added, 1 cells changed, 0 rows removed");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Edited);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take the changes over" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The changes of the workbook are in the plan");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Changed by a workbook");

        var again = await Called(site, "plan", "workbook", "check", "plan.xlsx", "--plan", "lanwan-15");
        Assert.EndsWith("added 0 changed 0 removed 0 checked", again.Output.Trim(), StringComparison.Ordinal);
    }

    // As a spreadsheet would: the text of one cell.
    private static async Task Edit(string file)
    {
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, TestContext.Current.CancellationToken);
        foreach (var sheet in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
        {
            string text;
            using (var reader = new StreamReader(await sheet.OpenAsync(TestContext.Current.CancellationToken)))
            {
                text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }

            if (text.Contains(Printed, StringComparison.Ordinal))
            {
                await using var stream = await sheet.OpenAsync(TestContext.Current.CancellationToken);
                stream.SetLength(0);
                await using var writer = new StreamWriter(stream);
                await writer.WriteAsync(text.Replace(Printed, Edited, StringComparison.Ordinal));
            }
        }
    }

    private static async Task<Called> Called(RunningSite site, params string[] verb)
    {
        var called = await ProgramUnderTest.Call(site.Folder, verb);
        Assert.True(called.Exit == 0, $"{string.Join(' ', verb)}: {called.Exit} {called.Output} {called.Error}");
        return called;
    }
}
