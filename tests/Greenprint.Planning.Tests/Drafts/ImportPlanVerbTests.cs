using Greenprint.Documents;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Reading;
using Greenprint.Planning.Tests.Packs;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Drafts;

/// <summary><c>greenprint plan import</c>, run as a terminal would, with the reading done in this process.</summary>
public sealed class ImportPlanVerbTests
{
    private const string Plan = "台山市生态环境保护“十四五”规划\n（2021—2025年）\n一、规划目标\n到2025年，生态环境持续改善。\n二、重点任务\n（一）治理大气\n抓好治理。\n三、保障措施\n（一）加强领导\n压实责任。\n";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_text_becomes_a_draft_and_the_second_time_changes_nothing(StoreEngine engine)
    {
        await using var files = new TemporaryFiles();
        await using var store = await Open(engine);
        files.Write("plan.txt", Plan);

        var first = await Run(store, files, "plan.txt");
        var second = await Run(store, files, "plan.txt");

        Assert.Equal((0, "440781-2021 draft stored"), (first.Exit, first.LastLine));
        Assert.Equal((0, "440781-2021 draft unchanged"), (second.Exit, second.LastLine));
        Assert.Equal(PlanStatus.Draft, (await store.Plan("440781-2021"))!.Summary.Status);
    }

    [Fact]
    public async Task A_pack_goes_in_as_its_status_says()
    {
        await using var files = new TemporaryFiles();
        await using var store = await Open(StoreEngine.Sqlite);
        files.Write("jia.json", PlanPackJson.Write(Pack()));

        Assert.Equal((0, "jia-15 plan stored"), await Run(store, files, "jia.json") is var done ? (done.Exit, done.LastLine) : default);
        Assert.Equal(PlanStatus.InForce, (await store.Plan("jia-15"))!.Summary.Status);
    }

    [Theory]
    [InlineData("missing.txt", null, null, "PLN-007")]
    [InlineData("empty.txt", "", null, "DOC-")]
    [InlineData("fake.txt", "%PDF-1.7 whatever", null, "DOC-")]
    [InlineData("nowhere.txt", "某规划（2021—2025年）\n一、目标\n文字。\n", null, "PLN-008")]
    [InlineData("broken.json", "{", null, "PLN-001")]
    [InlineData("plan.txt", Plan, "2025", "PLN-009")]
    public async Task A_refused_file_is_named_with_its_reason_and_writes_nothing(string name, string? text, string? period, string code)
    {
        await using var files = new TemporaryFiles();
        await using var store = await Open(StoreEngine.Sqlite);
        if (text is not null)
        {
            files.Write(name, text);
        }

        var refused = await Run(store, files, name, period: period);

        Assert.Equal(1, refused.Exit);
        Assert.Contains(name, refused.Errors, StringComparison.Ordinal);
        Assert.Contains($"[{code}", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(refused.LastLine);
        Assert.Empty(await store.In(services => services.GetRequiredService<IPlans>().All(Stop)));
        Assert.Empty(await store.In(services => services.GetRequiredService<IRegions>().All(Stop)));
    }

    [Fact]
    public async Task The_pilots_note_becomes_a_draft_with_eleven_tasks_and_five_safeguards()
    {
        var note = SharedData.At("data", "plans", "taishan_compilation_note.txt");
        await using var store = await Open(StoreEngine.Sqlite);
        await using var files = new TemporaryFiles();

        var done = await Run(store, files, note);
        var found = await store.In(services => Task.FromResult(services.GetRequiredService<GreenprintDb>().Set<FoundRow>().ToList()));

        Assert.Equal(0, done.Exit);
        Assert.Equal((11, 5), (found.Count(row => row.Kind == FoundKind.KeyTask), found.Count(row => row.Kind == FoundKind.Safeguard)));
        Assert.All(found.Where(row => row.Kind == FoundKind.KeyTask), task => Assert.NotEmpty(FoundJson.Read(task.Content).Text!));
        Assert.Empty((await store.Plan("440781-2021"))!.KeyTasks);
    }

    private static Task<TestStore> Open(StoreEngine engine) => TestStore.Create(engine, builder =>
    {
        builder.Services.AddSingleton<ReadPlanFile>((path, name, _) => Task.FromResult(ReadHere(path, name)));
        builder.AddPlanning();
    });

    private static PlanUploadResult ReadHere(string path, string name)
    {
        var read = DocumentReader.ReadFile(path);
        return read.Document is { } document
            ? new(PlanReader.Read(document), null)
            : new(null, read.Refusal! with { Place = new(name) });
    }

    private static Task<(int Exit, string LastLine, string Errors)> Run(TestStore store, TemporaryFiles files, string file, string? region = null, string? period = null) =>
        store.In(async services =>
        {
            using StringWriter output = new(), errors = new();
            var exit = await ImportPlanVerb.Run(new VerbContext(services, output, errors, files.Folder, ShowProgress: false), file, region, period, Stop);
            return (exit, output.ToString().Trim().Split('\n')[^1].Trim(), errors.ToString());
        });

    private sealed class TemporaryFiles : IAsyncDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("greenprint-plans-").FullName;

        public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
