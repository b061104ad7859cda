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
    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);

    public ChannelReader<string> Waiting => waiting.Reader;

    /// <summary>Ids of the jobs that wait or run here.</summary>
    public ICollection<string> Here => known.Keys;

    public bool Knows(string job) => known.ContainsKey(job);

    /// <summary>
    /// Makes a job known before it is stored, so that nobody who sees it stored takes it for one whose process has ended. It is not handed to the worker,
    /// who would not find it yet; <see cref="Put"/> does that, or <see cref="Release"/> takes it back where it was not stored.
    /// </summary>
    public object Reserve(string job) => known[job] = new();

    /// <summary>Takes a reservation back, and only that one.</summary>
    public void Release(string job, object reserved) => known.TryRemove(new(job, (Entry)reserved));

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

    /// <summary>Says that it ended, however.</summary>
    public void End(string job)
    {
        if (known.TryRemove(job, out var entry))
        {
            entry.Ended.TrySetResult();
        }
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

    private sealed class Entry
    {
        public volatile JobProgress Progress = new(("排队等候", "Waiting for its turn"), 0);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
