using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Greenprint.Documents;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Planning.Workbooks.Jobs;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>A workbook of thousands of rows is checked and stored outside the request, all of it or nothing.</summary>
public sealed class WorkbookJobTests
{
    private const string Sheet = "年度任务";
    private const int Rows = 5_000;
    private static readonly string[] Heads = ["任务内容", "年度", "所属任务", "工作量", "计量单位", "完成时限", "牵头单位"];
    private static readonly ClaimsPrincipal Wang = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "wang")], "test"));

    private static async Task<TestStore> Open(StoreEngine engine, ReadWorkbookFile? read = null)
    {
        var store = await TestStore.Create(engine, builder => Modules(builder, read));
        Assert.Equal(PlanImportOutcome.Stored, (await store.Import(TaskStore.Towns())).Outcome);
        return store;
    }

    private static void Modules(IHostApplicationBuilder builder, ReadWorkbookFile? read)
    {
        builder.Services.AddSingleton(read ?? ((path, name, stop) => Task.FromResult(WorkbookReader.ReadFile(path, name, limits: null, stop))));
        builder.AddPlanning();
    }

    private static Task<(string? Job, Quantities.Finding? Refusal)> Begin(TestStore store, byte[] file, string plan = "jia-15") =>
        store.In(services => services.GetRequiredService<WorkbookJobs>().Begin(Wang, plan, new MemoryStream(file), "任务.xlsx", Stop));

    private static Task<Quantities.Finding?> Order(TestStore store, string job) => store.In(services => services.GetRequiredService<WorkbookJobs>().Order(Wang, "jia-15", job, Stop));

    private static Task<WorkbookJob?> Find(TestStore store, string job) => store.In(services => services.GetRequiredService<WorkbookJobs>().Find("jia-15", job, Stop));

    private static Task Work(TestStore store, string job, CancellationToken stop) =>
        ActivatorUtilities.CreateInstance<WorkbookWorker>(store.Services).Once(job, stop);

    private static async Task<WorkbookJob> Uploaded(TestStore store, byte[] file)
    {
        var (job, refusal) = await Begin(store, file);
        Assert.Null(refusal);
        await Work(store, job!, Stop);
        return (await Find(store, job!))!;
    }

    // Each hundred and sixtieth row is wrong where some shall be.
    private static async Task<(byte[] File, int First)> Many(TestStore store, int count, bool wrong)
    {
        var editing = new Editing(await store.Exported());
        var first = editing.AddMany(Sheet, Heads, Enumerable.Range(0, count).Select(i => (IReadOnlyList<string>)
        [
            $"任务{i}", (2026 + (i % 5)).ToString(CultureInfo.InvariantCulture), "t1", wrong && i % 160 == 0 && i < 4_800 ? "三百" : "12.5", "公里",
            string.Create(CultureInfo.InvariantCulture, $"{2026 + (i % 5)}-11-30"), TaskStore.Housing.Name.Zh,
        ]));
        return (editing.Bytes, first);
    }

    [Fact]
    public void The_end_of_a_run_leaves_what_was_reserved_of_the_same_job_since()
    {
        var queue = new JobQueue();
        queue.Reserve("job");
        var checking = queue.Begin("job");
        var storing = queue.Reserve("job");

        queue.End("job", checking);
        Assert.True(queue.Knows("job"));
        Assert.Same(storing, queue.Begin("job"));

        queue.End("job", storing);
        Assert.False(queue.Knows("job"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T19_five_thousand_rows_with_thirty_wrong_cells_store_nothing_and_mended_all_of_them_once(StoreEngine engine)
    {
        await using var store = await Open(engine);
        var (wrong, first) = await Many(store, Rows, wrong: true);

        var refused = await Uploaded(store, wrong);

        Assert.Equal(WorkbookJobState.Refused, refused.Row.State);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{Sheet}!F{first + (160 * i)}"), refused.Outcome!.Faults.Select(fault => fault.Place!.Source!));
        Assert.All(refused.Outcome.Faults, fault => Assert.Contains("“三百”不是数字", fault.Message.Zh, StringComparison.Ordinal));
        Assert.Equal(30, JobEndpoints.NotesOf(refused.Outcome.Faults).Notes.Count);
        Assert.NotNull(await Order(store, refused.Row.Id));
        Assert.Empty(await store.Tasks());

        // A dry run that finds nothing wrong stores nothing either.
        var (mended, _) = await Many(store, Rows, wrong: false);
        var ready = await Uploaded(store, mended);
        Assert.Equal((WorkbookJobState.Ready, Rows), (ready.Row.State, ready.Outcome!.Changes));
        Assert.Equal(WorkbookOutcome.Most, ready.Outcome.Shown.Count);
        Assert.Empty(await store.Tasks());

        Assert.Null(await Order(store, ready.Row.Id));
        await Work(store, ready.Row.Id, Stop);
        Assert.Equal(WorkbookJobState.Applied, (await Find(store, ready.Row.Id))!.Row.State);
        var tasks = await store.Tasks();
        Assert.Equal((Rows, Rows), (tasks.Count, tasks.Select(task => task.Id).Distinct().Count()));
        Assert.Equal(Rows, await store.In(services => services.GetRequiredService<GreenprintDb>().Set<HistoryEntry>().CountAsync(entry => entry.Kind == "year-task.added", Stop)));

        // The same file again changes nothing, and what was ordered once is not ordered twice.
        Assert.Equal(WorkbookJobState.Same, (await Uploaded(store, mended)).Row.State);
        Assert.NotNull(await Order(store, ready.Row.Id));
        Assert.Equal(Rows, (await store.Tasks()).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T19_a_crash_while_the_rows_are_written_leaves_none_of_them_and_the_job_says_so_afterwards(StoreEngine engine)
    {
        await using var store = await Open(engine);
        var ready = await Uploaded(store, (await Many(store, 300, wrong: false)).File);
        Assert.Null(await Order(store, ready.Row.Id));

        // The process ends after rows have reached the database and before the commit.
        using var stop = new CancellationTokenSource();
        using (var crash = new OnEvent(store, RelationalEventId.CommandExecuted, stop.Cancel, "INSERT", "planning_year_tasks"))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work(store, ready.Row.Id, stop.Token));
        }

        Assert.True(stop.IsCancellationRequested);
        Assert.Empty(await store.Tasks());

        // Another process on the same store, once the one before has been silent for long enough.
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        using var next = TestStore.Build(store.Location, store.Clock, builder => Modules(builder, null));
        await using var scope = next.Services.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<WorkbookJobs>();
        await jobs.Recover(Stop);
        var told = (await jobs.Find("jia-15", ready.Row.Id, Stop))!;
        Assert.Equal((WorkbookJobState.Interrupted, true), (told.Row.State, told.CanApply));

        // It can be taken over again, once.
        Assert.Null(await jobs.Order(Wang, "jia-15", ready.Row.Id, Stop));
        await ActivatorUtilities.CreateInstance<WorkbookWorker>(next.Services).Once(ready.Row.Id, Stop);
        Assert.Equal(300, (await store.Tasks()).Count);
    }

    [Fact]
    public async Task A_crash_while_it_is_read_is_told_too()
    {
        using var stop = new CancellationTokenSource();
        await using var store = await Open(StoreEngine.Sqlite, async (_, _, cancellation) =>
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The reading was stopped before.");
        });
        var (job, _) = await Begin(store, await store.Exported());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work(store, job!, stop.Token));

        Assert.Equal((WorkbookJobState.Interrupted, false), ((await Find(store, job!))!.Row.State, (await Find(store, job!))!.CanApply));
    }

    [Fact]
    public async Task A_failure_of_the_program_is_told_and_the_next_workbook_goes_on()
    {
        var isBroken = true;
        await using var store = await Open(StoreEngine.Sqlite, (path, name, cancellation) =>
            isBroken ? throw new InvalidOperationException("broken") : Task.FromResult(WorkbookReader.ReadFile(path, name, limits: null, cancellation)));

        var failed = await Uploaded(store, await store.Exported());
        Assert.Equal((WorkbookJobState.Refused, "PLN-049"), (failed.Row.State, Assert.Single(failed.Outcome!.Faults).Code));

        isBroken = false;
        Assert.Equal(WorkbookJobState.Same, (await Uploaded(store, await store.Exported())).Row.State);
    }

    [Fact]
    public async Task One_workbook_of_a_plan_at_a_time_and_those_of_other_plans_do_not_wait()
    {
        await using var store = await Open(StoreEngine.Sqlite);
        Assert.Equal(PlanImportOutcome.Stored, (await store.Import(TaskStore.Towns("yi-15"))).Outcome);
        var file = await store.Exported();
        var (job, _) = await Begin(store, file);

        Assert.Equal("PLN-048", (await Begin(store, file)).Refusal!.Code);
        Assert.Null((await Begin(store, await store.Exported("yi-15"), "yi-15")).Refusal);

        await Work(store, job!, Stop);
        Assert.Null((await Begin(store, file)).Refusal);
    }

    [Fact]
    public async Task The_file_that_is_given_back_says_beside_each_wrong_row_what_to_mend_and_can_be_uploaded_itself()
    {
        await using var store = await Open(StoreEngine.Sqlite);
        var (wrong, first) = await Many(store, 3, wrong: true);
        var refused = await Uploaded(store, wrong);
        var file = Path.Combine(store.Location.Folder, "marked.xlsx");
        await File.WriteAllBytesAsync(file, wrong, Stop);

        for (var time = 0; time < 2; time++)   // a file that was marked before has one such column, not two
        {
            Assert.Null(WorkbookMarker.Mark(file, "marked.xlsx", JobEndpoints.NotesOf(refused.Outcome!.Faults)));
            var rows = Books.Read(await File.ReadAllBytesAsync(file, Stop)).Sheets.Single(sheet => sheet.Name == Sheet).Rows;
            Assert.Equal("核对结果", rows[0].Cells[^1].Text);
            Assert.StartsWith("F" + first.ToString(CultureInfo.InvariantCulture) + ": “三百”不是数字", rows.Single(row => row.Number == first).Cells[^1].Text, StringComparison.Ordinal);
            Assert.All(rows.Where(row => row.Number > first), row => Assert.True(row.Cells[^1].Column < rows[0].Cells[^1].Column));
            Assert.Single(rows[0].Cells, cell => cell.Text == "核对结果");
        }

        var editing = new Editing(await File.ReadAllBytesAsync(file, Stop));
        editing.Type(Sheet, "任务0", "工作量", "300", isNumber: true);
        var ready = await Uploaded(store, editing.Bytes);
        Assert.Equal((WorkbookJobState.Ready, 3), (ready.Row.State, ready.Outcome!.Changes));
        Assert.Empty(ready.Outcome.Remarks);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_job_is_handed_over_only_once_it_is_stored_and_nobody_takes_it_for_lost_in_between(StoreEngine engine)
    {
        await using var store = await Open(engine);
        var queue = store.Services.GetRequiredService<JobQueue>();
        var file = (await Many(store, 1, wrong: false)).File;

        // Somebody opens the page right after the commit, before the person who uploaded has their answer.
        (bool IsHandedOver, WorkbookJobState State)? seen = null;
        using var look = new OnEvent(store, RelationalEventId.TransactionCommitted, () =>
        {
            if (seen is null)
            {
                seen = (queue.Waiting.Count > 0, default);
                seen = (seen.Value.IsHandedOver, Task.Run(() => store.In(async services =>
                {
                    var jobs = services.GetRequiredService<WorkbookJobs>();
                    return (await jobs.Find("jia-15", (await jobs.Latest("jia-15", Stop))[0].Id, Stop))!.Row.State;
                })).GetAwaiter().GetResult());
            }
        });

        var (job, _) = await Begin(store, file);
        Assert.Equal((false, WorkbookJobState.Checking), seen);
        Assert.True(queue.Waiting.TryRead(out var handed));
        Assert.Equal(job, handed);
        await Work(store, job!, Stop);

        seen = null;
        Assert.Null(await Order(store, job!));
        Assert.Equal((false, WorkbookJobState.Applying), seen);
        Assert.True(queue.Waiting.TryRead(out _));
    }

    [Fact]
    public async Task A_job_whose_storing_fails_is_not_handed_over_and_not_remembered()
    {
        await using var store = await Open(StoreEngine.Sqlite);
        var queue = store.Services.GetRequiredService<JobQueue>();
        var file = await store.Exported();
        using (new OnEvent(store, RelationalEventId.TransactionCommitting, () => throw new IOException("The disk is full.")))
        {
            await Assert.ThrowsAsync<IOException>(() => Begin(store, file));
        }

        Assert.Empty(queue.Here);
        Assert.Equal(0, queue.Waiting.Count);
        Assert.Equal(WorkbookJobState.Same, (await Uploaded(store, file)).Row.State);
    }

    /// <summary>Does something at an event of a store: of commands only at those in whose text all of the words stand.</summary>
    private sealed class OnEvent : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];
        private readonly TestStore store;
        private readonly string name;
        private readonly Action act;
        private readonly string[] words;

        public OnEvent(TestStore store, EventId at, Action act, params string[] words)
        {
            (this.store, name, this.act, this.words) = (store, at.Name!, act, words);
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            var (connection, text) = value.Value switch
            {
                CommandEventData { Command: var command } => (command.Connection, command.CommandText),
                TransactionEventData { Context: { } db } => (db.Database.GetDbConnection(), ""),
                _ => (null, ""),
            };
            if (value.Key == name && connection is not null && CommandCount.IsOf(connection, store.Location.Work) && words.All(word => text.Contains(word, StringComparison.Ordinal)))
            {
                act();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
