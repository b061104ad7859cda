using System.Diagnostics;
using Greenprint.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>On a file system of four megabytes that is really full.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task A_full_disk_leaves_the_store_as_it_was_says_so_and_work_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.Mount();
        var location = StoreLocation.OnSqlite(Path.Combine(disk.Folder, "store"));
        using var host = TestStore.Build(location, new TestClock());
        await host.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken);
        await Note(host.Services, "small");
        var filler = Path.Combine(disk.Folder, "filler");
        disk.Fill(filler);

        var error = await Record.ExceptionAsync(() => Note(host.Services, new string('x', 3_000_000)));

        Assert.Equal("PLF-002", Refusals.Of(error)?.Code);
        Assert.Equal(["small"], await Notes(host.Services));
        File.Delete(filler);
        await Note(host.Services, "after");
        Assert.Equal(["small", "after"], await Notes(host.Services));
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken));
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_backup_that_finds_no_room_leaves_no_file()
    {
        await using var disk = await SmallDisk.Mount();
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var target = Path.Combine(disk.Folder, "store.backup");
        disk.Fill(Path.Combine(disk.Folder, "filler"));

        var error = await Record.ExceptionAsync(() => store.In(services => (Task)services.GetRequiredService<BackupWriter>().Write(target, CancellationToken.None)));

        Assert.Equal("PLF-002", Refusals.Of(error)?.Code);
        Assert.Equal(["filler"], Directory.GetFileSystemEntries(disk.Folder).Select(Path.GetFileName));
    }

    private static async Task Note(IServiceProvider services, string text)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            change =>
            {
                change.Record("", "note/1", "noted", text);
                return Task.FromResult(0);
            },
            CancellationToken.None);
    }

    private static async Task<IEnumerable<string>> Notes(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IHistory>().Of("note/1", CancellationToken.None)).Select(entry => entry.Body.Trim('"'));
    }

    private sealed record SmallDisk(string Folder) : IAsyncDisposable
    {
        public static async Task<SmallDisk> Mount()
        {
            if (!Environment.IsPrivilegedProcess)
            {
                Assert.Skip("Mounting a small disk needs root.");
            }

            var folder = Directory.CreateTempSubdirectory("greenprint-disk-").FullName;
            if (await Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder) != 0)
            {
                Directory.Delete(folder);
                Assert.Skip("A file system cannot be mounted here.");
            }

            return new SmallDisk(folder);
        }

        public void Fill(string file)
        {
            using var filler = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var block = new byte[4096];
            try
            {
                while (true)
                {
                    filler.Write(block);
                }
            }
            catch (IOException)
            {
                // Full: that is the point.
            }
        }

        public async ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            await Run("umount", Folder);
            Directory.Delete(Folder);
        }

        private static async Task<int> Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }
}
