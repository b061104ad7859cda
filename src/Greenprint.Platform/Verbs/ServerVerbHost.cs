using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary>Runs a verb inside the running server, on behalf of the terminal that sent <paramref name="request"/>.</summary>
internal sealed class ServerVerbHost(IServiceProvider services, VerbRequest request) : IVerbHost
{
    public async Task<int> WithStore(ParseResult parsed, StoreUse use, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var streams = parsed.InvocationConfiguration;
        var context = new VerbContext(scope.ServiceProvider, streams.Output, streams.Error, request.Directory, request.ShowProgress);
        return await VerbHost.Guarded(() => work(context, cancellation), streams.Error);
    }
}
