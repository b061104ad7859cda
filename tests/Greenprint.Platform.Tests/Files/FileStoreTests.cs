using System.Security.Cryptography;
using System.Text;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class FileStoreTests
{
    private const long Largest = 1 << 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_content_twice_is_one_file_and_comes_back_as_it_was(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        var files = store.Services.GetRequiredService<IFiles>();

        var first = await files.Put(Content("蓝天"), Largest, Stop);
        var second = await files.Put(Content("蓝天"), Largest, Stop);
        await files.Put(Content("碧水"), Largest, Stop);

        Assert.Equal(first, second);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("蓝天"))), 6L), (first.Sha256, first.Bytes));
        Assert.Equal(2, Kept(store).Length);
        Assert.True(File.Exists(PathOf(store, first.Sha256)));
        Assert.Empty(Incoming(store));
        using var reader = new StreamReader(await files.Open(first.Sha256, Stop));
        Assert.Equal("蓝天", await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task A_content_that_is_too_large_leaves_nothing_and_the_limit_itself_is_taken()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var files = store.Services.GetRequiredService<IFiles>();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => files.Put(new MemoryStream(new byte[Largest + 1]), Largest, Stop));

        Assert.Equal("PLF-029", refused.Finding.Code);
        Assert.Empty(Kept(store));
        Assert.Empty(Incoming(store));
        Assert.Equal(Largest, (await files.Put(new MemoryStream(new byte[Largest]), Largest, Stop)).Bytes);
    }

    [Fact]
    public async Task A_missing_or_damaged_file_is_refused_and_the_same_content_mends_it()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var files = store.Services.GetRequiredService<IFiles>();
        var kept = await files.Put(Content("蓝天"), Largest, Stop);

        await File.WriteAllTextAsync(PathOf(store, kept.Sha256), "灰天", Stop);
        Assert.Equal("PLF-031", (await Assert.ThrowsAsync<RefusedException>(() => files.Open(kept.Sha256, Stop))).Finding.Code);
        File.Delete(PathOf(store, kept.Sha256));
        Assert.Equal("PLF-030", (await Assert.ThrowsAsync<RefusedException>(() => files.Open(kept.Sha256, Stop))).Finding.Code);

        await File.WriteAllTextAsync(PathOf(store, kept.Sha256), "灰天", Stop);
        await files.Put(Content("蓝天"), Largest, Stop);
        await using var mended = await files.Open(kept.Sha256, Stop);
        Assert.Equal(6, mended.Length);
    }

    [Fact]
    public async Task A_name_that_is_no_digest_never_becomes_a_path()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var files = store.Services.GetRequiredService<IFiles>();

        await Assert.ThrowsAsync<ArgumentException>(() => files.Open("../../etc/passwd", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => files.Open(new string('A', 64), Stop));
    }

    [Fact]
    public async Task A_source_that_breaks_in_the_middle_leaves_nothing()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);

        await Assert.ThrowsAsync<IOException>(() => store.Services.GetRequiredService<IFiles>().Put(new BreakingStream(), Largest, Stop));

        Assert.Empty(Kept(store));
        Assert.Empty(Incoming(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_crash_left_half_written_is_cleared_at_the_next_start(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        var files = store.Services.GetRequiredService<IFiles>();
        var kept = await files.Put(Content("蓝天"), Largest, Stop);
        var left = Path.Combine(store.Location.Folder, FileStore.Incoming, "half");
        await File.WriteAllTextAsync(left, "蓝", Stop);
        File.SetLastWriteTimeUtc(left, store.Clock.GetUtcNow().UtcDateTime.AddDays(-2));

        await store.Services.PrepareStore(cancellation: Stop);

        Assert.Empty(Incoming(store));
        await using var whole = await files.Open(kept.Sha256, Stop);
        Assert.Equal(6, whole.Length);
    }

    [Fact]
    public async Task On_postgresql_what_another_process_writes_now_stays()
    {
        await using var store = await TestStore.Create(StoreEngine.PostgreSql);
        await store.Services.GetRequiredService<IFiles>().Put(Content("蓝天"), Largest, Stop);
        var others = Path.Combine(store.Location.Folder, FileStore.Incoming, "now");
        await File.WriteAllTextAsync(others, "蓝", Stop);
        File.SetLastWriteTimeUtc(others, store.Clock.GetUtcNow().UtcDateTime);

        await store.Services.PrepareStore(cancellation: Stop);

        Assert.True(File.Exists(others));
    }

    [Fact]
    public async Task The_doctor_names_the_file_that_is_missing_and_the_one_that_is_damaged()
    {
        List<string> needed = [];
        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.Services.AddSingleton<IFileNames>(new Names(needed)));
        var files = store.Services.GetRequiredService<IFiles>();
        foreach (var text in new[] { "一", "二", "三" })
        {
            needed.Add((await files.Put(Content(text), Largest, Stop)).Sha256);
        }

        Assert.Equal(DoctorLevel.Good, (await Look(store)).Level);
        File.Delete(PathOf(store, needed[0]));
        await File.WriteAllTextAsync(PathOf(store, needed[1]), "改", Stop);

        var verdict = await Look(store);

        Assert.Equal(DoctorLevel.Fault, verdict.Level);
        Assert.Contains($"proof ({needed[0][..16]}…, missing); proof ({needed[1][..16]}…, damaged)", verdict.Text.En, StringComparison.Ordinal);
        Assert.DoesNotContain(needed[2][..16], verdict.Text.En, StringComparison.Ordinal);
    }

    private static Task<DoctorVerdict> Look(TestStore store) =>
        store.In(services => services.GetServices<IDoctorCheck>().Single(check => check.Name == "files.content").Look(Stop));

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string PathOf(TestStore store, string sha256) => Path.Combine(store.Location.Folder, "files", sha256[..2], sha256);

    private static string[] Kept(TestStore store) => Path.Combine(store.Location.Folder, "files") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    private static string[] Incoming(TestStore store) => Directory.GetFiles(Path.Combine(store.Location.Folder, FileStore.Incoming));

    private sealed class Names(List<string> needed) : IFileNames
    {
        public Task<IReadOnlyList<(string Sha256, Bilingual What)>> Needed(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<(string, Bilingual)>>([.. needed.Select(sha256 => (sha256, new Bilingual("佐证", "proof")))]);
    }

    private sealed class BreakingStream() : MemoryStream(new byte[100])
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun)
            {
                throw new IOException("the line broke");
            }

            begun = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
