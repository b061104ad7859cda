using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Greenprint.Indicators;

/// <summary>
/// While the program serves: once at the start, which catches up with whatever happened while it did not (an import cut short before its figures were
/// computed), and once every night, when a month may have ended.
/// </summary>
internal sealed class RefreshService(IServiceScopeFactory scopes, IChinaClock clock, TimeProvider time, ILogger<RefreshService> log) : BackgroundService
{
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The site answers first; the figures of the last run stand until then.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Once(stoppingToken);
            var next = ChinaTime.StartOf(clock.Today.AddDays(1)) + AfterMidnight;
            await Task.Delay(next - clock.Now, time, stoppingToken);
        }
    }

    internal async Task Once(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var fresh = await scope.ServiceProvider.GetRequiredService<PlanRefresh>().Run(Actor.System("greenprint"), null, null, null, null, cancellation);
            log.LogInformation("Indicators are up to date; {Fresh} runs were new.", fresh);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The figures of the last run stand, marked with their day; the next night tries again.
            log.LogError(error, "Indicators could not be computed again.");
        }
    }
}
