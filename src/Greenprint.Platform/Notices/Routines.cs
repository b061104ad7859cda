using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Greenprint.Platform;

/// <summary>Runs the routines of all modules, one after the other, as long as the server serves.</summary>
internal sealed partial class Routines(IServiceScopeFactory scopes, TimeProvider time, ILogger<Routines> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, DateTimeOffset> next = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            do
            {
                await RunAll(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task RunAll(CancellationToken cancellation)
    {
        await using var all = scopes.CreateAsyncScope();
        foreach (var name in all.ServiceProvider.GetServices<IRoutine>().Select(routine => routine.Name).ToList())
        {
            if (next.TryGetValue(name, out var due) && time.GetUtcNow() < due)
            {
                continue;
            }

            // A scope of its own: what one routine left behind shall not be the next one's.
            await using var scope = scopes.CreateAsyncScope();
            var routine = scope.ServiceProvider.GetServices<IRoutine>().First(one => one.Name == name);
            try
            {
                await routine.Run(cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                Failed(name, fault);
            }

            next[name] = time.GetUtcNow() + routine.Every;
        }
    }

    [LoggerMessage(LogLevel.Error, "The routine {Name} failed; it runs again as usual.")]
    private partial void Failed(string name, Exception fault);
}
