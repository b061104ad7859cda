using System.CommandLine;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Platform.Tests;

public sealed class VerbHostTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-verbs-").FullName;

    private StoreLocation Store => StoreLocation.OnSqlite(folder);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_writing_verb_makes_the_store_and_gives_it_back()
    {
        var (exit, output, _) = await Run("note", "--data", folder);

        Assert.Equal((0, "noted here\n"), (exit, output));
        StoreHold.Take(Store, "next").Dispose();
    }

    [Fact]
    public async Task A_reading_verb_says_that_there_is_no_store()
    {
        var (exit, _, error) = await Run("count", "--data", Path.Combine(folder, "none"));

        Assert.Equal(1, exit);
        Assert.Contains("PLF-008", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_meets_another_writer_says_who_holds_the_store()
    {
        using var hold = StoreHold.Take(Store, "greenprint observe import");

        var (exit, _, error) = await Run("note", "--data", folder);

        Assert.Equal(1, exit);
        Assert.Contains("PLF-007", error, StringComparison.Ordinal);
        Assert.Contains("greenprint observe import", error, StringComparison.Ordinal);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writing_verb_hands_its_work_to_the_server_that_holds_the_store()
    {
        await using var server = await Serve();

        var (exit, output, error) = await Run("note", "--data", folder, "--today", "2026-02-03");

        Assert.Equal((0, "noted at the server on 2026-02-03\n", "on its way\n"), (exit, output, error));
        Assert.Equal((0, "1\n"), Two(await Run("count", "--data", folder)));
    }

    [Fact]
    public async Task A_refusal_inside_the_server_reaches_the_terminal()
    {
        await using var server = await Serve();

        var (exit, _, error) = await Run("refuse", "--data", folder);

        Assert.Equal(1, exit);
        Assert.Contains("PLF-002", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_in_a_verb_does_not_take_the_server_with_it()
    {
        await using var server = await Serve();

        Assert.Equal(1, (await Run("fail", "--data", folder)).Exit);
        Assert.Equal(0, (await Run("note", "--data", folder)).Exit);
    }

    [Fact]
    public async Task A_person_who_leaves_the_terminal_stops_the_verb_in_the_server()
    {
        await using var server = await Serve();
        using var leaves = new CancellationTokenSource();

        var waiting = Run(leaves.Token, "wait", "--data", folder);
        await Eventually.Succeeds(() => Assert.Equal(1, Volatile.Read(ref waitingVerbs)));
        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Eventually.Succeeds(() => Assert.Equal(0, Volatile.Read(ref waitingVerbs)));
    }

    [Fact]
    public async Task The_socket_is_for_the_owner_only()
    {
        await using var server = await Serve();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PlatformModule.VerbSocketOf(Store)));
    }

    [Fact]
    public void A_long_folder_has_its_socket_elsewhere()
    {
        var path = PlatformModule.VerbSocketOf(StoreLocation.OnSqlite("/tmp/" + new string('d', 120)));

        Assert.True(path.Length < 100, path);
    }

    [Fact]
    public void A_connection_file_that_others_can_read_is_refused()
    {
        var file = Path.Combine(folder, "database");
        File.WriteAllText(file, "Host=localhost;Database=x");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Equal("PLF-011", Assert.Throws<RefusedException>(() => StoreChoice.Of(folder, file, null)).Finding.Code);

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(StoreEngine.PostgreSql, StoreChoice.Of(folder, file, null).Engine);
    }

    private static (int Exit, string Output) Two((int Exit, string Output, string Error) run) => (run.Exit, run.Output);

    private static int waitingVerbs;

    private static Task<(int Exit, string Output, string Error)> Run(params string[] args) => Run(CancellationToken.None, args);

    private static async Task<(int Exit, string Output, string Error)> Run(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new VerbHost((store, today) => Compose(store, today));
        var exit = await Root(host, "here").Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellation);
        return (exit, output.ToString(), error.ToString());
    }

    private async Task<Server> Serve()
    {
        var hold = StoreHold.Take(Store, "greenprint serve");
        var host = Compose(Store, null, builder => builder.AddVerbSocket(verbs => Root(verbs, "at the server")));
        await host.Services.PrepareStore();
        await host.StartAsync();
        var socket = PlatformModule.VerbSocketOf(Store);
        await Eventually.Succeeds(() => Assert.True(File.Exists(socket)));
        hold.Announce("http://localhost:5080", socket);
        return new Server(hold, host);
    }

    private static IHost Compose(StoreLocation store, DateOnly? today, Action<IHostApplicationBuilder>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddPlatform(store, today);
        more?.Invoke(builder);
        return builder.Build();
    }

    private static RootCommand Root(IVerbHost host, string place)
    {
        var note = new Command("note");
        note.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Write, (verb, _) => Note(verb, place, cancellation), cancellation));
        var count = new Command("count");
        count.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, (verb, _) => Count(verb, cancellation), cancellation));
        var refuse = new Command("refuse");
        refuse.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Write, (_, _) => throw new RefusedException(PlatformFindings.DiskFull()), cancellation));
        var fail = new Command("fail");
        fail.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Write, (_, _) => throw new NotSupportedException("a bug"), cancellation));
        var wait = new Command("wait");
        wait.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Write, (_, token) => Wait(token), cancellation));
        return new RootCommand { wait, CommonOptions.Data, CommonOptions.DatabaseFile, CommonOptions.Today, CommonOptions.Language, note, count, refuse, fail };
    }

    private static async Task<int> Note(VerbContext verb, string place, CancellationToken cancellation)
    {
        var day = verb.Services.GetRequiredService<IChinaClock>().Today;
        await verb.Services.GetRequiredService<IChanges>().Apply(
            Actor.System("note"),
            change =>
            {
                change.Record("", "note/1", "noted", place);
                return Task.FromResult(0);
            },
            cancellation);
        var when = place == "here" ? "" : " on " + day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await verb.Output.WriteLineAsync($"noted {place}{when}");
        if (place != "here")
        {
            await verb.Error.WriteLineAsync("on its way");
        }

        return 0;
    }

    private static async Task<int> Wait(CancellationToken cancellation)
    {
        Interlocked.Increment(ref waitingVerbs);
        try
        {
            return await new TaskCompletionSource<int>().Task.WaitAsync(cancellation);   // ends by the token alone
        }
        finally
        {
            Interlocked.Decrement(ref waitingVerbs);
        }
    }

    private static async Task<int> Count(VerbContext verb, CancellationToken cancellation)
    {
        var notes = await verb.Services.GetRequiredService<IHistory>().Of("note/", cancellation);
        await verb.Output.WriteLineAsync(notes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    }

    private sealed record Server(StoreHold Hold, IHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.StopAsync();
            Host.Dispose();
            Hold.Dispose();
        }
    }
}
