using System.Diagnostics;
using System.Globalization;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class KillTests
{
    private const string Folder = "GREENPRINT_TEST_FOLDER";
    private const string Connection = "GREENPRINT_TEST_CONNECTION";
    private const string Journal = "GREENPRINT_TEST_JOURNAL";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task After_kill_9_everything_acknowledged_is_there_once_and_the_chain_holds(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        var journal = Path.Combine(store.Location.Folder, "journal");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--explicit", "only", "--filter-method", $"{typeof(KillTests).FullName}.{nameof(Writes_until_it_is_killed)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [Folder] = store.Location.Folder, [Connection] = engine == StoreEngine.PostgreSql ? store.Location.Work : "", [Journal] = journal },
        };
        using var writer = Process.Start(start)!;

        await Eventually.Succeeds(() => Assert.True(File.ReadAllLines(journal).Length > 25), TimeSpan.FromSeconds(120));
        writer.Kill();
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);

        // The last line may be half a line: it was then not acknowledged.
        var acknowledged = (await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken)).Split('\n')[..^1];
        var stored = (await store.History("kill/")).Select(entry => entry.Body).ToList();
        Assert.Equal(stored.Distinct().Count(), stored.Count);
        Assert.Empty(acknowledged.Except(stored));
        Assert.InRange(stored.Count - acknowledged.Length, 0, 1);
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken)));
    }

    /// <summary>The process that is killed; runs only when the test above asks for it.</summary>
    [Fact(Explicit = true)]
    public async Task Writes_until_it_is_killed()
    {
        if (Environment.GetEnvironmentVariable(Journal) is not { } journal)
        {
            Assert.Skip("Only as the child of another test.");
            return;
        }

        var folder = Environment.GetEnvironmentVariable(Folder)!;
        var connection = Environment.GetEnvironmentVariable(Connection);
        var location = string.IsNullOrEmpty(connection) ? StoreLocation.OnSqlite(folder) : StoreLocation.OnPostgreSql(folder, connection);
        using var host = TestStore.Build(location, new TestClock());
        await using var acknowledged = new FileStream(journal, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var i = 0; i < 100_000; i++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IChanges>().Apply(
                Actor.System("test"),
                change =>
                {
                    change.Record("", "kill/1", "noted", i);
                    return Task.FromResult(0);
                },
                CancellationToken.None);
            acknowledged.Write(System.Text.Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture) + "\n"));
            acknowledged.Flush(flushToDisk: true);
        }
    }
}
