using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Platform;

/// <summary>Runs verbs of a terminal: opens the store, keeps other writers out, closes it. Hands the verb to the running server where one holds the store.</summary>
/// <param name="compose">Builds the program on a store, without starting it.</param>
public sealed class VerbHost(Func<StoreLocation, DateOnly?, IHost> compose) : IVerbHost
{
    /// <inheritdoc/>
    public async Task<int> WithStore(ParseResult parsed, StoreUse use, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(work);
        return await Guarded(() => Run(parsed, use, work, cancellation), parsed.InvocationConfiguration.Error);
    }

    /// <summary>Runs <paramref name="work"/>; what a person can mend is said on <paramref name="error"/> and answered by 1, a bug comes through.</summary>
    internal static async Task<int> Guarded(Func<Task<int>> work, TextWriter error)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (Refusals.Of(fault) is { } finding)
        {
            await error.WriteLineAsync(finding.ToString());
            return 1;
        }
    }

    private async Task<int> Run(ParseResult parsed, StoreUse use, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        var store = StoreChoice.Of(parsed);
        if (use == StoreUse.Bare)
        {
            return await Open(store, parsed, _ => Task.CompletedTask, work, cancellation);
        }

        if (use == StoreUse.Read)
        {
            return await Read(store, parsed, work, cancellation);
        }

        using var hold = StoreHold.TryTake(store, NameOf(parsed), TimeProvider.System);
        if (hold is not null)
        {
            return await Open(store, parsed, async services => await services.PrepareStore(cancellation: cancellation), work, cancellation);
        }

        var holder = StoreHold.HolderOf(store);
        return holder?.Socket is { } socket && await HandOver.Run(socket, parsed, cancellation) is { } exit
            ? exit
            : throw new RefusedException(PlatformFindings.StoreHeld(store.Folder, holder ?? StoreHold.Unknown));
    }

    private async Task<int> Read(StoreLocation store, ParseResult parsed, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        if (store.Engine == StoreEngine.Sqlite && !File.Exists(Path.Combine(store.Folder, "work.db")))
        {
            throw new RefusedException(PlatformFindings.NoStore(store.Folder));
        }

        return await Open(store, parsed, services => UpgradeWhereNeeded(store, services, cancellation), work, cancellation);
    }

    private static async Task UpgradeWhereNeeded(StoreLocation store, IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<StoreSchema>();
        switch (await schema.State(cancellation))
        {
            case SchemaState.Absent:
                throw new RefusedException(PlatformFindings.NoStore(store.Folder));
            case SchemaState.Older:
                using (var hold = StoreHold.TryTake(store, "upgrade", TimeProvider.System) ?? throw new RefusedException(PlatformFindings.UpgradeWaits(store.Folder)))
                {
                    await schema.Prepare(cancellation: cancellation);
                }

                break;
        }
    }

    private async Task<int> Open(
        StoreLocation store, ParseResult parsed, Func<IServiceProvider, Task> prepare, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        using var host = compose(store, parsed.GetValue(CommonOptions.Today));
        await prepare(host.Services);
        await using var scope = host.Services.CreateAsyncScope();
        var streams = parsed.InvocationConfiguration;
        return await work(new VerbContext(scope.ServiceProvider, streams.Output, streams.Error, Environment.CurrentDirectory, !Console.IsErrorRedirected), cancellation);
    }

    private static string NameOf(ParseResult parsed)
    {
        Stack<string> names = [];
        for (SymbolResult? part = parsed.CommandResult; part is CommandResult command; part = part.Parent)
        {
            names.Push(command.Command is RootCommand ? "greenprint" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
