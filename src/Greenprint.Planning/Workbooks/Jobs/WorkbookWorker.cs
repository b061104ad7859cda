using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Greenprint.Planning.Workbooks.Jobs;

/// <summary>While the program serves: one workbook after the other. At the start, what an earlier process left behind is marked.</summary>
internal sealed class WorkbookWorker(IServiceScopeFactory scopes, JobQueue queue, TimeProvider time, ILogger<WorkbookWorker> log) : BackgroundService
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Calmly(jobs => jobs.Recover(stoppingToken), "Workbooks that an earlier process left behind could not be marked.");
        await foreach (var job in queue.Waiting.ReadAllAsync(stoppingToken))
        {
            await Once(job, stoppingToken);
        }
    }

    internal async Task Once(string job, CancellationToken cancellation)
    {
        var run = queue.Begin(job);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beats = Beats(ended.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WorkbookJobs>().Run(job, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.LogError(error, "The workbook {Job} could not be worked on.", job);
            await Calmly(jobs => jobs.Fail(job, Refusals.Of(error) ?? WorkbookFindings.Failed(), cancellation), "Nor could that be noted.");
        }
        finally
        {
            await ended.CancelAsync();
            await beats;
            queue.End(job, run);
        }
    }

    private async Task Beats(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenBeats, time, cancellation);
                await Calmly(jobs => jobs.Beat(cancellation), "A sign of life could not be given.");
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The job has ended.
        }
    }

    // What goes wrong here hinders neither the next job nor the program.
    private async Task Calmly(Func<WorkbookJobs, Task> work, string otherwise)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<WorkbookJobs>());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "{What}", otherwise);
        }
    }
}
