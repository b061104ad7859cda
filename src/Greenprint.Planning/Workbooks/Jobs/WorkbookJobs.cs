using System.Security.Claims;
using System.Text.Json;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Workbooks.Jobs;

/// <summary>A job as a page shows it.</summary>
/// <param name="Row">The job.</param>
/// <param name="Outcome">What the check said; null before its end.</param>
internal sealed record WorkbookJob(WorkbookJobRow Row, WorkbookOutcome? Outcome)
{
    /// <summary>True where a person may take the changes over now.</summary>
    public bool CanApply => Row is { State: WorkbookJobState.Ready or WorkbookJobState.Interrupted, Edits: not null };
}

/// <summary>
/// Workbooks that come back are read, checked and taken over outside the request: thousands of rows take longer than a page may. One at a time per plan.
/// What a job finds is stored; what it would change is stored only by the one change in which it is applied.
/// </summary>
internal sealed class WorkbookJobs(
    GreenprintDb db, IFiles files, IChanges changes, IRights rights, PlanWorkbooks workbooks, ReadWorkbookFile read, JobQueue queue, StoreLocation store, TimeProvider time) : IFileNames
{
    /// <summary>The largest workbook that is taken.</summary>
    public const long Largest = 16L * 1024 * 1024;

    // A process that works on a job says so every few seconds; who was silent for so long has ended.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>Keeps a workbook and has it checked.</summary>
    /// <returns>Id of the job, or why there is none.</returns>
    public async Task<(string? Job, Finding? Refusal)> Begin(ClaimsPrincipal user, string plan, Stream content, string name, CancellationToken cancellation)
    {
        var kept = await files.Put(content, Largest, cancellation);
        var job = Guid.CreateVersion7().ToString("N");
        var refusal = await HandOver(
            user,
            job,
            async change =>
            {
                if (await RegionOf(change.Db, plan, cancellation) is not { } region)
                {
                    return PlanningFindings.NoSuchPlan(plan);
                }

                if (await Busy(change, plan, cancellation) is { } busy)
                {
                    return busy;
                }

                var row = new WorkbookJobRow
                {
                    Id = job,
                    Plan = plan,
                    File = name,
                    Sha256 = kept.Sha256,
                    State = WorkbookJobState.Checking,
                    At = change.At,
                    By = change.Actor.Id,
                    ByName = change.Actor.Name,
                    Since = change.At,
                    Beat = time.GetUtcNow(),
                };
                change.Db.Add(row);
                change.Record(region, SubjectOf(row.Id), "workbook.uploaded", new { plan, row.File, row.Sha256, kept.Bytes });
                return null;
            },
            cancellation);
        return (refusal is null ? job : null, refusal);
    }

    /// <summary>Has the changes of a checked workbook taken over; null when that has begun.</summary>
    public Task<Finding?> Order(ClaimsPrincipal user, string plan, string job, CancellationToken cancellation) => HandOver(
        user,
        job,
        async change =>
        {
            if (await Row(change.Db, plan, job, cancellation) is not { } row || !new WorkbookJob(row, null).CanApply)
            {
                return WorkbookFindings.NothingToDo(plan);
            }

            if (await Busy(change, plan, cancellation) is { } busy)
            {
                return busy;
            }

            (row.Beat, row.OrderedBy, row.OrderedByName) = (time.GetUtcNow(), change.Actor.Id, change.Actor.Name);
            await Move(change, row, WorkbookJobState.Applying, cancellation);
            return null;
        },
        cancellation);

    /// <summary>A job of a plan as it is now; null when there is none.</summary>
    public async Task<WorkbookJob?> Find(string plan, string job, CancellationToken cancellation)
    {
        if (await db.Set<WorkbookJobRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == job && row.Plan == plan, cancellation) is not { } row)
        {
            return null;
        }

        if (IsLost(row))
        {
            await Recover(cancellation);
            row = await db.Set<WorkbookJobRow>().AsNoTracking().SingleAsync(one => one.Id == job, cancellation);
        }

        return new(row, row.Outcome is { } json ? JsonSerializer.Deserialize<WorkbookOutcome>(json, PlanPackJson.Compact) : null);
    }

    /// <summary>The last workbooks of a plan, newest first, without what they would change.</summary>
    public async Task<IReadOnlyList<WorkbookJobRow>> Latest(string plan, CancellationToken cancellation) =>
        [.. (await db.Set<WorkbookJobRow>().AsNoTracking().Where(row => row.Plan == plan).OrderByDescending(row => row.At).Take(5)
            .Select(row => new { row.Id, row.File, row.Sha256, row.State, row.At, row.By, row.ByName, row.Since, row.Beat }).ToListAsync(cancellation))
            .Select(row => new WorkbookJobRow { Id = row.Id, Plan = plan, File = row.File, Sha256 = row.Sha256, State = row.State, At = row.At, By = row.By, ByName = row.ByName, Since = row.Since, Beat = row.Beat })];

    /// <summary>Works on a job until it is at its next rest. Called by the one worker of this process.</summary>
    public async Task Run(string job, CancellationToken cancellation)
    {
        var row = await db.Set<WorkbookJobRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == job, cancellation);
        if (row?.State == WorkbookJobState.Checking)
        {
            await Check(row, cancellation);
        }
        else if (row?.State == WorkbookJobState.Applying)
        {
            await Apply(row, cancellation);
        }
    }

    /// <summary>A job that failed for a reason outside of it, such as a full disk, says so; nothing was stored.</summary>
    public Task Fail(string job, Finding why, CancellationToken cancellation) => changes.Apply(
        Actor.System("greenprint"),
        async change =>
        {
            if (await change.Db.Set<WorkbookJobRow>().SingleOrDefaultAsync(one => one.Id == job, cancellation) is { IsRunning: true } row)
            {
                row.Outcome = Json(new([why], [], [], [], 0, 0));
                await Move(change, row, WorkbookJobState.Refused, cancellation);
            }

            return 0;
        },
        cancellation);

    /// <summary>Marks the jobs whose process has ended: nothing of them was stored, and whoever looks is told so.</summary>
    public async Task Recover(CancellationToken cancellation)
    {
        if (!(await Running(db).AsNoTracking().ToListAsync(cancellation)).Exists(IsLost))
        {
            return;
        }

        await changes.Apply(
            Actor.System("greenprint"),
            async change =>
            {
                await Recover(change, cancellation);
                return 0;
            },
            cancellation);
    }

    /// <summary>A sign of life of the jobs of this process, where another process could take them for dead.</summary>
    public async Task Beat(CancellationToken cancellation)
    {
        if (store.Engine == StoreEngine.PostgreSql)
        {
            var (here, now) = (queue.Here.ToList(), time.GetUtcNow());
            await db.Set<WorkbookJobRow>().Where(row => here.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Beat, now), cancellation);
        }
    }

    public async Task<IReadOnlyList<(string Sha256, Bilingual What)>> Needed(CancellationToken cancellation) =>
        [.. (await db.Set<WorkbookJobRow>().AsNoTracking().Select(row => new { row.Sha256, row.File, row.Plan }).ToListAsync(cancellation))
            .Select(row => (row.Sha256, new Bilingual($"规划工作簿 {row.File}（{row.Plan}）", $"plan workbook {row.File} of {row.Plan}")))];

    /// <summary>Copies the file of a job to a place where a child can read it.</summary>
    public async Task Copy(WorkbookJobRow row, string path, CancellationToken cancellation)
    {
        await using var content = await files.Open(row.Sha256, cancellation);
        await using var copy = new FileStream(path, FileMode.CreateNew);
        await content.CopyToAsync(copy, cancellation);
    }

    private async Task Check(WorkbookJobRow row, CancellationToken cancellation)
    {
        queue.Report(row.Id, ("正在读取文件", "Reading the file"), 10);
        var reading = await Read(row, cancellation);
        queue.Report(row.Id, ("正在逐行核对", "Checking the rows"), 55);
        var check = reading.Workbook is { } book ? await workbooks.Check(row.Plan, book, row.File, cancellation) : WorkbookCheck.Refused(reading.Refusal!);
        queue.Report(row.Id, ("正在记录结果", "Keeping the result"), 95);
        await changes.Apply(
            new Actor(row.By, row.ByName),
            async change =>
            {
                // A plan that was discarded meanwhile took its jobs along.
                if (await Row(change.Db, row.Plan, row.Id, cancellation) is { State: WorkbookJobState.Checking } stored)
                {
                    stored.Outcome = Json(WorkbookOutcome.Of(check));
                    stored.Edits = check.CanApply ? check.Edits : null;
                    await Move(change, stored, check.Faults.Count > 0 ? WorkbookJobState.Refused : check.CanApply ? WorkbookJobState.Ready : WorkbookJobState.Same, cancellation);
                }

                return 0;
            },
            cancellation);
    }

    // What it changes and that it did stand in one change: there is no moment at which one is true without the other.
    private Task<int> Apply(WorkbookJobRow row, CancellationToken cancellation) => changes.Apply(
        new Actor(row.OrderedBy ?? row.By, row.OrderedByName ?? row.ByName),
        async change =>
        {
            queue.Report(row.Id, ("正在核对", "Checking once more"), 10);
            if (await Row(change.Db, row.Plan, row.Id, cancellation) is not { State: WorkbookJobState.Applying } stored)
            {
                return 0;
            }

            var done = await workbooks.Apply(change, row.Plan, stored.Edits ?? "", cancellation);
            queue.Report(row.Id, ($"正在写入 {done.Changes.Count} 处", $"Writing {done.Changes.Count} changes"), 60);
            if (done.Faults.Count > 0)
            {
                stored.Outcome = Json(WorkbookOutcome.Of(done));
                stored.Edits = null;
                await Move(change, stored, WorkbookJobState.Refused, cancellation);
            }
            else
            {
                await Move(change, stored, WorkbookJobState.Applied, cancellation);
            }

            return 0;
        },
        cancellation);

    private async Task<Documents.WorkbookReading> Read(WorkbookJobRow row, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"greenprint-{Guid.NewGuid():N}.xlsx");
        try
        {
            await Copy(row, path, cancellation);
            return await read(path, row.File, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // The worker is given the job only once it is stored; until then it is known here, so that nobody takes it for one whose process has ended.
    private async Task<Finding?> HandOver(ClaimsPrincipal user, string job, Func<Change, Task<Finding?>> store, CancellationToken cancellation)
    {
        JobRun? reserved = null;
        try
        {
            var refusal = await changes.Apply(
                rights.ActorOf(user)!,
                async change =>
                {
                    var refused = await store(change);
                    reserved = refused is null ? queue.Reserve(job) : null;
                    return refused;
                },
                cancellation);
            if (reserved is not null)
            {
                queue.Put(job);
            }

            return refusal;
        }
        catch when (reserved is not null)
        {
            queue.Release(job, reserved);
            throw;
        }
    }

    private async Task<Finding?> Busy(Change change, string plan, CancellationToken cancellation)
    {
        await Recover(change, cancellation);
        return (await Running(change.Db).ToListAsync(cancellation)).Find(row => row.Plan == plan && row.IsRunning) is { } other ? WorkbookFindings.Busy(plan, other.ByName, other.At) : null;
    }

    private async Task Recover(Change change, CancellationToken cancellation)
    {
        foreach (var row in (await Running(change.Db).ToListAsync(cancellation)).Where(IsLost))
        {
            await Move(change, row, WorkbookJobState.Interrupted, cancellation);
        }
    }

    // On SQLite this process is the only one; on PostgreSQL another may be at work, and says so.
    private bool IsLost(WorkbookJobRow row) => row.IsRunning && !queue.Knows(row.Id) && (store.Engine == StoreEngine.Sqlite || time.GetUtcNow() - row.Beat > Silence);

    private static IQueryable<WorkbookJobRow> Running(GreenprintDb db) =>
        db.Set<WorkbookJobRow>().AsTracking().Where(row => row.State == WorkbookJobState.Checking || row.State == WorkbookJobState.Applying);

    private static async Task Move(Change change, WorkbookJobRow row, WorkbookJobState state, CancellationToken cancellation)
    {
        (row.State, row.Since) = (state, change.At);
        change.Record((await RegionOf(change.Db, row.Plan, cancellation))!, SubjectOf(row.Id), KindOf(state), new { row.Plan, row.File, Outcome = row.Outcome?.Length });
    }

    private static string KindOf(WorkbookJobState state) => state switch
    {
        WorkbookJobState.Applying => "workbook.ordered",
        WorkbookJobState.Applied => "workbook.applied",
        WorkbookJobState.Refused => "workbook.refused",
        WorkbookJobState.Interrupted => "workbook.interrupted",
        _ => "workbook.checked",
    };

    private static string SubjectOf(string job) => $"workbook/{job}";

    private static Task<string?> RegionOf(GreenprintDb db, string plan, CancellationToken cancellation) =>
        db.Set<PlanRow>().AsNoTracking().Where(row => row.Id == plan).Select(row => row.Region).SingleOrDefaultAsync(cancellation);

    private static Task<WorkbookJobRow?> Row(GreenprintDb db, string plan, string job, CancellationToken cancellation) =>
        db.Set<WorkbookJobRow>().AsTracking().SingleOrDefaultAsync(row => row.Id == job && row.Plan == plan, cancellation);

    private static string Json(WorkbookOutcome outcome) => JsonSerializer.Serialize(outcome, PlanPackJson.Compact);
}
