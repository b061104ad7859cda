using Greenprint.Documents;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>The document itself is kept, shown page by page, and named by the doctor.</summary>
public sealed class DocumentFileTests
{
    private const string Text = "台山市生态环境保护“十四五”规划\n（2021—2025年）\n一、规划目标\n到2025年，生态环境持续改善。\n二、重点任务\n（一）治理大气\n抓好治理。\n";
    private const string Plan = Taishan.Plan;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_document_and_its_reading_are_kept_with_the_draft(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, builder => builder.AddPlanning());
        using var file = new TemporaryFile(Text);

        await Import(store, file.Path, Read(file.Path));

        var document = await store.In(services => Task.FromResult(services.GetRequiredService<GreenprintDb>().Set<DocumentRow>().Single()));
        Assert.True(document.HasFile);
        var files = store.Services.GetRequiredService<IFiles>();
        using var kept = new StreamReader(await files.Open(document.Sha256, Stop));
        Assert.Equal(Text, await kept.ReadToEndAsync(Stop));
        var reading = await store.In(services => services.GetRequiredService<PlanFiles>().Reading(document, Stop));
        Assert.Equal("治理大气", Assert.Single(reading!.KeyTasks).Title);
        var needed = await store.In(async services =>
        {
            List<string> names = [];
            foreach (var asked in services.GetServices<IFileNames>())
            {
                names.AddRange((await asked.Needed(Stop)).Select(one => one.Sha256));
            }

            return names;
        });
        Assert.Equal([document.Sha256, document.Reading!], needed);
    }

    [Fact]
    public async Task A_crash_between_file_and_rows_leaves_no_draft_and_the_next_try_succeeds()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddPlanning());
        using var file = new TemporaryFile(Text);
        var reading = Read(file.Path);

        await Assert.ThrowsAsync<TimeoutException>(() => store.Within<int>(async (services, change) =>
        {
            await services.GetRequiredService<DraftImport>().Import(change, reading, new(), Stop, file: file.Path);
            throw new TimeoutException("the machine stopped here");
        }));

        Assert.Null(await store.Plan(Plan));
        Assert.Empty(await store.In(services => services.GetRequiredService<IFileNames>().Needed(Stop)));
        Assert.Equal(PlanImportOutcome.Stored, (await Import(store, file.Path, reading)).Outcome);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(store.Location.Folder, "files"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_document_that_is_not_what_was_read_is_refused()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddPlanning());
        using var file = new TemporaryFile(Text);
        var reading = Read(file.Path);
        await File.AppendAllTextAsync(file.Path, "改动", Stop);

        Assert.Equal("PLN-007", Assert.Single((await Import(store, file.Path, reading)).Findings).Code);
        Assert.Null(await store.Plan(Plan));
    }

    [Fact]
    public async Task An_upload_keeps_the_file_and_a_second_one_is_its_next_version()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        await editor.Get("/office/plans/upload");
        await editor.Upload("upload", "plan.txt", Text);

        await editor.Get($"/office/plans/upload?of={Plan}");
        var next = await editor.Follow(await editor.Upload("upload", "plan2.txt", Text + "（二）治理水\n抓好治水。\n", ("VersionOf", Plan)));

        Assert.Contains("已读入新版本", next.Text, StringComparison.Ordinal);
        var documents = await site.Store.In(services => Task.FromResult(services.GetRequiredService<GreenprintDb>().Set<DocumentRow>().OrderBy(row => row.Number).ToList()));
        Assert.Equal([("plan.txt", true), ("plan2.txt", true)], documents.Select(row => (row.Name, row.HasFile)));
        Assert.Equal((404, 404), ((await editor.Get($"/office/plans/{Plan}/documents/1/pages/1.png")).Status, (await editor.Get($"/office/plans/{Plan}/documents/9/pages/1.png")).Status));
    }

    [Fact, Trait("Length", "Long")]
    public async Task A_real_plan_is_confirmed_item_by_item_and_its_pages_are_seen_by_its_editors_alone()
    {
        var pdf = SharedData.At("data", "plans", "neijiang.pdf");
        var reading = Read(pdf);
        await using var site = await OfficeSite.Open();
        var done = await site.Store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(change, reading, new(OfficeSite.Taishan, new(2021, 2025)), Stop, file: pdf));
        var wang = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        var user = await site.Store.Person("zhao", Role.Editor, OfficeSite.Taishan);

        var view = await site.Store.View(user, done.Plan);
        Assert.True(view.HasPagePictures);
        Assert.Equal(reading.Indicators.Count, view.Items.Count(item => item.Kind == FoundKind.Indicator));
        var whole = view.Items.Where(item => item.CanAccept).ToList();
        Assert.Null(await site.Store.Desk(desk => desk.Accept(user, done.Plan, 1, [.. whole.Select(item => item.Seen())], Stop)));

        var plan = (await site.Store.Plan(done.Plan))!;
        var found = whole.Where(item => item.Kind == FoundKind.Indicator).ToList();
        Assert.True(found.Count * 10 >= reading.Indicators.Count * 6, $"{found.Count} of {reading.Indicators.Count}: " + string.Join("; ", view.Items.Where(item => item.WhyNotAccept is not null).Select(item => $"{item.Content.Name}: {item.WhyNotAccept!.Field}")));
        Assert.Equal(
            found.Select(item => (item.Content.Name, item.Content.TargetText, item.Content.TargetValue, item.Content.TargetYear, item.Content.BaselineValue)),
            plan.Indicators.Select(one => ((string?)one.Name.Zh, (string?)one.Target.Text.Zh, one.Target.Value, (int?)one.Target.Year, one.Baseline?.Value)));
        Assert.Equal(reading.Projects.Count, plan.Projects.Count);

        if (File.Exists("/usr/bin/pdftoppm"))
        {
            var page = $"/office/plans/{done.Plan}/documents/1/pages/1.png";
            Assert.Equal((200, 200, 404), ((await wang.Get(page)).Status, (await wang.Get(page)).Status, (await wang.Get(page.Replace("/1.png", "/9999.png", StringComparison.Ordinal))).Status));
            Assert.Equal((403, 302), ((await neighbour.Get(page)).Status, (await site.Browser().Get(page)).Status));
        }
    }

    private static Task<PlanImport> Import(TestStore store, string path, PlanReading reading) =>
        store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(change, reading, new(), Stop, file: path));

    private static PlanReading Read(string path) => PlanReader.Read(DocumentReader.ReadFile(path).Document!);

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"greenprint-test-{Guid.NewGuid():N}.txt");

        public void Dispose() => File.Delete(Path);
    }
}
