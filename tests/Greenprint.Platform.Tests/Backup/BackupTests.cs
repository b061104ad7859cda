using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Greenprint.Platform.Tests;

public sealed class BackupTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_restored_store_equals_the_one_backed_up_table_by_table_and_file_by_file(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var file = store.FileBeside("a.backup");
        var written = await Backup(store, file);

        await using var place = await Place.New(engine);
        await place.Restore(file);

        var again = await Backup(place.Services, place.FileBeside("b.backup"));
        Assert.Equal(written.Tables, again.Tables);
        Assert.Equal(written.Store, again.Store);
        Assert.Equal(Files(written), Files(again));
        Assert.Contains(written.Tables, table => table is { Name: "sample_values", Rows: 500 });
        Assert.Contains(written.Parts, part => part.Path.StartsWith("files/", StringComparison.Ordinal));
        await using var scope = place.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Work_goes_on_in_a_restored_store(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var file = store.FileBeside("a.backup");
        await Backup(store, file);
        await using var place = await Place.New(engine);
        await place.Restore(file);

        await place.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(3, await SampleReadings.NextBatch(place.Services));
        await using var scope = place.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            change =>
            {
                change.Record("", "note/1", "noted", 1);
                return Task.FromResult(0);
            },
            TestContext.Current.CancellationToken);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_backup_that_was_cut_short_or_changed_is_refused_and_leaves_nothing(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var file = store.FileBeside("a.backup");
        await Backup(store, file);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await using var place = await Place.New(engine);

        List<byte[]> broken = [[], whole[..10], whole[..(whole.Length / 2)], whole[..^1]];
        foreach (var at in Enumerable.Range(0, 12).Select(i => (whole.Length / 13) * (i + 1)))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x20;
            broken.Add(changed);
        }

        var harmless = 0;
        foreach (var bytes in broken)
        {
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
            try
            {
                await place.Restore(file);
                // A bit of the ZIP's own bookkeeping (a date, say) changes no content; then the whole must have come through.
                harmless++;
                await place.Empty();
            }
            catch (RefusedException refused)
            {
                Assert.Equal("PLF-023", refused.Finding.Code);
                await place.AssertEmpty();
            }
        }

        Assert.True(harmless <= 3, $"{harmless} changed backups were taken.");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_place_that_is_not_empty_is_never_restored_over(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        await using var other = await Filled(engine);
        var file = store.FileBeside("a.backup");
        await Backup(store, file);
        var before = (await Backup(other, other.FileBeside("before.backup"))).Tables;

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Restore(other.Services, file));

        Assert.Equal("PLF-025", refused.Finding.Code);
        Assert.Equal(before, (await Backup(other, other.FileBeside("after.backup"))).Tables);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_backup_beside_busy_writers_is_one_moment_of_the_store(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await store.Change(change =>
                {
                    change.Record("", "note/busy", "noted", 1);
                    return Task.FromResult(0);
                });
            }
        })).ToList();
        await Eventually.Succeeds(async () => Assert.True((await store.History("note/busy")).Count > 5));

        var file = store.FileBeside("busy.backup");
        var manifest = await Backup(store, file);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        await using var place = await Place.New(engine);
        await place.Restore(file);
        await using var scope = place.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken));
        Assert.Equal(manifest.History.Number, manifest.Tables.Single(table => table.Name == "platform_history").Rows);
    }

    [Fact]
    public async Task A_backup_of_the_other_engine_is_refused()
    {
        await using var store = await Filled(StoreEngine.PostgreSql);
        var file = store.FileBeside("a.backup");
        await Backup(store, file);
        await using var place = await Place.New(StoreEngine.Sqlite);

        Assert.Equal("PLF-024", (await Assert.ThrowsAsync<RefusedException>(() => place.Restore(file))).Finding.Code);
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_only_and_overwrites_nothing()
    {
        await using var store = await Filled(StoreEngine.Sqlite);
        var file = store.FileBeside("a.backup");
        await Backup(store, file);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("PLF-026", (await Assert.ThrowsAsync<RefusedException>(() => Backup(store, file))).Finding.Code);
        Assert.Equal([file], Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!, "a.backup*"));
    }

    private static async Task<TestStore> Filled(StoreEngine engine)
    {
        var store = await TestStore.Create(engine, Modules);
        await store.AddRegions();
        await store.NewPerson("wang", (Role.Editor, Samples.Lanwan));
        await SampleReadings.Fill(store.Services);
        Directory.CreateDirectory(Path.Combine(store.Location.Folder, "files", "plans"));
        await File.WriteAllTextAsync(Path.Combine(store.Location.Folder, "files", "plans", "规划.txt"), "正文");
        await File.WriteAllTextAsync(Path.Combine(store.Location.Folder, "keys", "key-1.xml"), "<key/>");
        return store;
    }

    private static void Modules(IHostApplicationBuilder builder) => builder.Services.AddSingleton<IReadingsSchema, SampleReadings>();

    private static Task<BackupManifest> Backup(TestStore store, string file) => Backup(store.Services, file);

    private static async Task<BackupManifest> Backup(IServiceProvider services, string file)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BackupWriter>().Write(file, TestContext.Current.CancellationToken);
    }

    private static async Task Restore(IServiceProvider services, string file)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Restorer>().Restore(file, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<ArchivePart> Files(BackupManifest manifest) =>
        manifest.Parts.Where(part => part.Path.StartsWith("files/", StringComparison.Ordinal) || part.Path.StartsWith("keys/", StringComparison.Ordinal)).OrderBy(part => part.Path, StringComparer.Ordinal);

    /// <summary>A place where nothing is yet.</summary>
    private sealed class Place(StoreLocation location, string? database, IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public static async Task<Place> New(StoreEngine engine)
        {
            var (location, database) = await TestStore.NewLocation(engine);
            return new Place(location, database, TestStore.Build(location, new TestClock(), Modules));
        }

        public string FileBeside(string name) => location.Folder + "-" + name;

        public Task Restore(string file) => BackupTests.Restore(Services, file);

        public async Task Empty()
        {
            Directory.Delete(location.Folder, recursive: true);
            if (database is not null)
            {
                await Sql("DROP SCHEMA work CASCADE; DROP SCHEMA readings CASCADE;");
            }
        }

        public async Task AssertEmpty()
        {
            Assert.False(Directory.Exists(location.Folder) && Directory.EnumerateFileSystemEntries(location.Folder).Any());
            Assert.False(Directory.Exists(location.Folder + ".restoring"));
            if (database is not null)
            {
                Assert.Equal(0L, await Sql("SELECT count(*) FROM pg_tables WHERE schemaname IN ('work', 'readings')"));
            }
        }

        public async ValueTask DisposeAsync()
        {
            host.Dispose();
            Directory.CreateDirectory(location.Folder);
            await TestStore.Drop(location, database);
            foreach (var left in Directory.GetFiles(Path.GetDirectoryName(location.Folder)!, Path.GetFileName(location.Folder) + "-*"))
            {
                File.Delete(left);
            }
        }

        private async Task<object?> Sql(string sql)
        {
            await using var connection = new NpgsqlConnection(location.Work);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync();
        }
    }
}

internal static class BackupFiles
{
    /// <summary>A file that goes with the store's folder when it is deleted, and is not part of the store.</summary>
    public static string FileBeside(this TestStore store, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Location.Folder, "elsewhere"));
        return Path.Combine(folder.FullName, name);
    }
}
