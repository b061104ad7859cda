using System.Diagnostics;

namespace Greenprint.Testing;

/// <summary>The only way a test waits: until something holds, within a bound.</summary>
public static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Tries <paramref name="check"/> until it throws nothing; after <paramref name="within"/> (15 s) its last error comes through.</summary>
    public static async Task Succeeds(Func<Task> check, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        var bound = within ?? TimeSpan.FromSeconds(15);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await check();
                return;
            }
            catch when (watch.Elapsed < bound)
            {
                await Task.Delay(Step);
            }
        }
    }

    /// <summary>The same for a check that need not wait.</summary>
    public static Task Succeeds(Action check, TimeSpan? within = null) => Succeeds(
        () =>
        {
            check();
            return Task.CompletedTask;
        },
        within);
}
