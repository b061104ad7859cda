using System.Text.Json;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class DoctorTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_sound_store_has_no_fault(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        var (exit, checks) = await Doctor(store);

        Assert.Equal(0, exit);
        Assert.Equal(
            ["clock", "disk.space", "files.content", "files.permissions", "history.chain", "people.administrator", "store.durability", "store.integrity", "store.schema", "store.writer"],
            checks.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Notice", checks["people.administrator"].Level);
        Assert.All(checks.Where(check => check.Key is not ("people.administrator" or "disk.space")), check => Assert.Equal("Good", check.Value.Level));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_changed_history_is_a_fault_that_names_the_entry(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await store.In(services => services.GetRequiredService<GreenprintDb>().Database.ExecuteSqlRawAsync("UPDATE platform_history SET actor_name = 'somebody' WHERE number = 1"));

        var (exit, checks) = await Doctor(store);

        Assert.Equal((1, "Fault"), (exit, checks["history.chain"].Level));
        Assert.Contains("Entry 1", checks["history.chain"].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_points_at_nothing_is_a_fault()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        await store.In(async services =>
        {
            var database = services.GetRequiredService<GreenprintDb>().Database;
            await database.OpenConnectionAsync();
            await database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
            await database.ExecuteSqlRawAsync("INSERT INTO platform_organizations (id, region, name_zh, kind) VALUES ('x', 'nowhere', 'x', 'Department')");
        });

        var (exit, checks) = await Doctor(store);

        Assert.Equal((1, "Fault"), (exit, checks["store.integrity"].Level));
        Assert.Contains("platform_organizations", checks["store.integrity"].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_others_can_reach_are_a_fault()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        const UnixFileMode everybody = PrivateFolder.FolderMode | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(store.Location.Folder, everybody);
        File.SetUnixFileMode(Path.Combine(store.Location.Folder, "keys"), everybody);

        var (exit, checks) = await Doctor(store);

        Assert.Equal((1, "Fault"), (exit, checks["files.permissions"].Level));
    }

    [Fact]
    public async Task A_clock_behind_the_record_is_noticed()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        store.Clock.Advance(TimeSpan.FromDays(-30));

        Assert.Equal("Notice", (await Doctor(store)).Checks["clock"].Level);
    }

    [Fact]
    public async Task Who_writes_the_store_is_named()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        using var hold = StoreHold.Take(store.Location, "greenprint serve");

        Assert.Contains("greenprint serve", (await Doctor(store)).Checks["store.writer"].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_a_module_takes_part_and_one_that_breaks_is_a_fault_of_its_own()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.Services.AddScoped<IDoctorCheck, BrokenCheck>());

        var (exit, checks) = await Doctor(store);

        Assert.Equal((1, "Fault"), (exit, checks["sample.broken"].Level));
        Assert.Equal("Good", checks["history.chain"].Level);
    }

    [Fact]
    public async Task Where_there_is_no_store_the_doctor_says_so_and_makes_none()
    {
        var (location, database) = await TestStore.NewLocation(StoreEngine.Sqlite);
        using var host = TestStore.Build(location, new TestClock());
        using var output = new StringWriter();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => DoctorVerb.Run(new VerbContext(host.Services, output, output, "/", false), json: false, CancellationToken.None));

        Assert.Equal("PLF-008", refused.Finding.Code);
        Assert.Empty(Directory.GetFileSystemEntries(location.Folder));
        await TestStore.Drop(location, database);
    }

    private static async Task<(int Exit, Dictionary<string, (string Level, Bilingual Message)> Checks)> Doctor(TestStore store)
    {
        using var output = new StringWriter();
        var exit = await DoctorVerb.Run(new VerbContext(store.Services, output, TextWriter.Null, "/", false), json: true, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(output.ToString());
        Assert.Equal(exit == 0, json.RootElement.GetProperty("healthy").GetBoolean());
        return (exit, json.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("name").GetString()!,
            check => (check.GetProperty("level").GetString()!, new Bilingual(check.GetProperty("message").GetProperty("zh").GetString()!, check.GetProperty("message").GetProperty("en").GetString()))));
    }

    private sealed class BrokenCheck : IDoctorCheck
    {
        public string Name => "sample.broken";

        public Task<DoctorVerdict> Look(CancellationToken cancellation) => throw new NotSupportedException("broken");
    }
}
