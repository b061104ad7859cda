using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Platform;

/// <summary>Runs verbs of a terminal: opens the store, keeps other writers out, closes it.</summary>
/// <param name="compose">Builds the program on a store, without starting it.</param>
public sealed class VerbHost(Func<StoreLocation, DateOnly?, IHost> compose) : IVerbHost
{
    /// <inheritdoc/>
    public async Task<int> WithStore(ParseResult parsed, StoreUse use, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        var location = StoreLocation.OnSqlite(Path.GetFullPath(parsed.GetRequiredValue(CommonOptions.Data)));
        using var host = compose(location, parsed.GetValue(CommonOptions.Today));
        await host.Services.PrepareStore(cancellation: cancellation);
        await using var scope = host.Services.CreateAsyncScope();
        var output = parsed.InvocationConfiguration;
        return await work(new VerbContext(scope.ServiceProvider, output.Output, output.Error, Environment.CurrentDirectory, !Console.IsErrorRedirected), cancellation);
    }
}
