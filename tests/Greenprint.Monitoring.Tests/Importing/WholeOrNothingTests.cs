using System.Data.Common;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Greenprint.Monitoring.Tests.Importing;

public sealed class WholeOrNothingTests
{
    private static string Hours(int count, int value = 11) =>
        "station,kind,time,item,value,unit,city\n" + string.Concat(Enumerable.Range(0, count).Select(hour =>
            FormattableString.Invariant($"A,air,{new DateTime(2000, 1, 1).AddHours(hour):yyyy-MM-dd HH:mm},pm25,{value},µg/m³,江门\n")));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_dry_run_counts_everything_and_stores_nothing(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        await store.Put("10");
        var before = await store.Everything();

        var dry = await store.Import("own.csv", Hours(50), dryRun: true);

        Assert.Equal((50, true), (dry.Counts.Stored, dry.DryRun));
        Assert.Equal(before, await store.Everything());
        var real = await store.Import("own.csv", Hours(50));
        Assert.Equal(dry.Counts, real.Counts);
    }

    [Fact]
    public async Task A_disk_that_fills_is_said_and_leaves_the_store_as_it_was()
    {
        var disk = new SmallDisk();
        await using var store = await ImportHarness.Create(more: builder => Decorate<IReadingsStore>(builder.Services, inner => disk.Over(inner)));
        await store.Put("10");
        var before = await store.Everything();

        disk.PagesLeft = 20;
        var refused = await store.Import("own.csv", Hours(50_000));

        Assert.Equal("PLF-", Assert.Single(refused.Refusals).Code[..4]);
        disk.PagesLeft = null;
        Assert.Equal(before, await store.Everything());
        Assert.Equal(50_000, (await store.Import("own.csv", Hours(50_000))).Counts.Stored);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_fault_before_the_commit_leaves_the_store_as_it_was(StoreEngine engine)
    {
        var fault = new Fault();
        await using var store = await ImportHarness.Create(engine, builder => Decorate<IChanges>(builder.Services, inner => new FailingChanges(inner, fault)));
        await store.Put("10");
        var before = await store.Everything();

        fault.When = FaultTime.BeforeTheWork;
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Import("own.csv", Hours(500)));

        fault.When = FaultTime.Never;
        Assert.Equal(before, await store.Everything());
    }

    // What kill -9 can leave at worst: the readings are committed, the work database is not.
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Killed_between_the_two_commits_the_next_import_finds_the_readings_and_counts_none_to_another_series(StoreEngine engine)
    {
        var fault = new Fault();
        await using var store = await ImportHarness.Create(engine, builder => Decorate<IChanges>(builder.Services, inner => new FailingChanges(inner, fault)));
        fault.When = FaultTime.AfterTheWork;
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Import("own.csv", Hours(500)));
        fault.When = FaultTime.Never;

        // Another station first: it must not get the numbers of the lost one.
        await store.Import("other.csv", Hours(3, 77).Replace("A,air", "B,air", StringComparison.Ordinal));
        var again = await store.Import("own.csv", Hours(500));

        Assert.Equal((0, 500), (again.Counts.Stored, again.Counts.Unchanged));
        Assert.Equal(500, (await store.Rows("江门", "A", "pm25")).Count);
        Assert.All(await store.Rows("江门", "B", "pm25"), row => Assert.Equal(77m, row.Value));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Batches_do_not_show(StoreEngine engine)
    {
        // More than one batch, and the second file meets what the first one has not committed yet.
        await using var store = await ImportHarness.Create(engine);
        var rows = 70_000;

        var report = await store.Import([ImportHarness.File("a.csv", Minutes(rows, 1)), ImportHarness.File("b.csv", Minutes(rows, 1)), ImportHarness.File("c.csv", Minutes(rows, 2))]);

        Assert.Equal((rows, rows, rows), (report.Counts.Stored, report.Counts.Unchanged, report.Counts.Revised));
        var again = await store.Import("a.csv", Minutes(rows, 1));
        Assert.Equal((0, rows, 0), (again.Counts.Stored, again.Counts.Unchanged, again.Counts.Revised));

        static string Minutes(int count, int value) => "station,kind,time,item,value,unit,step,city\n" + string.Concat(Enumerable.Range(0, count).Select(minute =>
            FormattableString.Invariant($"S,surface-water,{new DateTime(2020, 1, 1).AddMinutes(minute):yyyy-MM-dd HH:mm},ph,{value},1,sample,江门\n")));
    }

    [Fact]
    public async Task One_import_is_one_entry_in_the_history_with_names_digests_and_counts()
    {
        await using var store = await ImportHarness.Create();
        await store.Import([ImportHarness.File("a.csv", Hours(3)), ImportHarness.File("b.csv", Hours(4))]);

        var entry = Assert.Single(await store.Store.In(services => services.GetRequiredService<IHistory>().Of("observations", CancellationToken.None)));
        Assert.Equal("observations.imported", entry.Kind);
        Assert.Contains("a.csv", entry.Body, StringComparison.Ordinal);
        Assert.Contains("sha256:", entry.Body, StringComparison.Ordinal);
        Assert.Contains("\"stored\":4", entry.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_rests_on_readings_is_told_what_changed_and_on_a_dry_run_nothing()
    {
        var listener = new Listener();
        await using var store = await ImportHarness.Create(more: builder => builder.Services.AddSingleton<IReadingsListener>(listener));

        await store.Import("own.csv", Hours(5), dryRun: true);
        await store.Import("own.csv", Hours(5));
        await store.Import("own.csv", Hours(5));

        var (touched, cause) = Assert.Single(listener.Heard);
        Assert.Equal("own.csv", cause);
        Assert.Equal(TimeSpan.FromHours(4), Assert.Single(touched).To - touched[0].From);
    }

    [Fact]
    public async Task A_large_file_is_read_in_bounded_memory()
    {
        await using var store = await ImportHarness.Create();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = 0L;
        var file = new ImportFile("large.csv", () => new Endless(400_000, () => highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false))));

        var report = await store.Import([file]);

        Assert.Equal(400_000, report.Counts.Stored);
        Assert.InRange(highest - before, 0, 150_000_000);
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, T> over)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.RemoveAll<T>();
        services.Add(new ServiceDescriptor(
            typeof(T), provider => over((T)(inner.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))), inner.Lifetime));
    }

    private enum FaultTime
    {
        Never,
        BeforeTheWork,
        AfterTheWork,
    }

    private sealed class Fault
    {
        public FaultTime When { get; set; }
    }

    private sealed class FailingChanges(IChanges inner, Fault fault) : IChanges
    {
        public Task<T> Apply<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancellation) => inner.Apply(
            actor,
            async change =>
            {
                Throw(FaultTime.BeforeTheWork);
                var result = await work(change);
                Throw(FaultTime.AfterTheWork);
                return result;
            },
            cancellation);

        private void Throw(FaultTime now)
        {
            if (fault.When == now)
            {
                throw new InvalidOperationException("The power went.");
            }
        }
    }

    private sealed class SmallDisk
    {
        public int? PagesLeft { get; set; }

        public IReadingsStore Over(IReadingsStore inner) => new Limited(inner, this);

        private sealed class Limited(IReadingsStore inner, SmallDisk disk) : IReadingsStore
        {
            public StoreEngine Engine => inner.Engine;

            public async Task<DbConnection> Open(CancellationToken cancellation)
            {
                var connection = await inner.Open(cancellation);
                await using var command = connection.CreateCommand();
                command.CommandText = $"PRAGMA max_page_count = {disk.PagesLeft ?? 1_000_000}";
                await command.ExecuteNonQueryAsync(cancellation);
                return connection;
            }
        }
    }

    private sealed class Listener : IReadingsListener
    {
        public List<(IReadOnlyList<TouchedSeries> Touched, string Cause)> Heard { get; } = [];

        public Task Changed(IReadOnlyList<TouchedSeries> touched, string cause, CancellationToken cancellation)
        {
            Heard.Add((touched, cause));
            return Task.CompletedTask;
        }
    }

    /// <summary>A file of any number of rows that is never in memory.</summary>
    private sealed class Endless(int rows, Action watch) : Stream
    {
        private byte[] line = "station,kind,time,item,value,unit,city\n"u8.ToArray();
        private int at;
        private int row;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at == line.Length)
            {
                if (row == rows)
                {
                    return 0;
                }

                line = System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant(
                    $"A,air,{new DateTime(1975, 1, 1).AddHours(row):yyyy-MM-dd HH:mm},pm25,{row % 90},µg/m³,江门\n"));
                at = 0;
                row++;
                if (row % 20_000 == 0)
                {
                    watch();
                }
            }

            var count = Math.Min(buffer.Length, line.Length - at);
            line.AsSpan(at, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
