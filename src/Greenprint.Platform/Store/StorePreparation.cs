using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary>Preparing a store from a host.</summary>
public static class StorePreparation
{
    /// <summary><see cref="StoreSchema.Prepare"/> in a scope of its own; files that a crash left half written are cleared away.</summary>
    public static async Task PrepareStore(this IServiceProvider services, StoreKind kind = StoreKind.Work, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoreSchema>().Prepare(kind, cancellation);
        scope.ServiceProvider.GetRequiredService<FileStore>().Clean();
    }
}
