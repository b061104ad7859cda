using System.Collections.Concurrent;
using System.Threading.Channels;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record JobProgress(Bilingual Step, int Percent);

/// <summary>The jobs of this process: which wait, how far they are, and when they end.</summary>
internal sealed class JobQueue
{
    private readonly Channel<string> waiting = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, JobRun> known = new(StringComparer.Ordinal);

    public ChannelReader<string> Waiting => waiting.Reader;

    /// <summary>Ids of the jobs that wait or run here.</summary>
    public ICollection<string> Here => known.Keys;

    public bool Knows(string job) => known.ContainsKey(job);

    /// <summary>
    /// Makes a job known before it is stored, so that nobody who sees it stored takes it for one whose process has ended. It is not handed to the worker,
    /// who would not find it yet; <see cref="Put"/> does that, or <see cref="Release"/> takes it back where it was not stored.
    /// </summary>
    public JobRun Reserve(string job) => known[job] = new();

    /// <summary>Takes a reservation back, and only that one.</summary>
    public void Release(string job, JobRun reserved) => known.TryRemove(new(job, reserved));

    /// <summary>Hands a job that is stored to the worker.</summary>
    public void Put(string job)
    {
        known.TryAdd(job, new());
        waiting.Writer.TryWrite(job);
    }

    public void Report(string job, Bilingual step, int percent)
    {
        if (known.TryGetValue(job, out var entry))
        {
            entry.Progress = new(step, percent);
        }
    }

    /// <summary>How far it is; null for a job that is not under way in this process.</summary>
    public JobProgress? ProgressOf(string job) => known.TryGetValue(job, out var entry) ? entry.Progress : null;

    /// <summary>The run of a job that the worker begins.</summary>
    public JobRun Begin(string job) => known.GetOrAdd(job, _ => new());

    /// <summary>Says that a run ended, however. What was reserved of the same job meanwhile, as by somebody who saw its result and had it stored, stays.</summary>
    public void End(string job, JobRun run)
    {
        known.TryRemove(new(job, run));
        run.Ended.TrySetResult();
    }

    /// <summary>Waits for the end of a job, but not for long: most files are small, and nobody needs to see a page about progress then.</summary>
    public async Task Await(string job, TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        if (known.TryGetValue(job, out var entry))
        {
            try
            {
                await entry.Ended.Task.WaitAsync(longest, time, cancellation);
            }
            catch (TimeoutException)
            {
                // The page shows how far it is.
            }
        }
    }
}

/// <summary>One run of a job, from when it is reserved to its end.</summary>
internal sealed class JobRun
{
    internal volatile JobProgress Progress = new(("排队等候", "Waiting for its turn"), 0);

    internal TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
