using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Greenprint.Server.Serving;

/// <summary>Runs the site on a store until it is told to stop.</summary>
internal static class Serving
{
    /// <param name="store">The store; made or upgraded first.</param>
    /// <param name="kind">What a new store is made for.</param>
    /// <param name="today">The day to take as today, or null.</param>
    /// <param name="order">How to serve.</param>
    /// <param name="error">Messages.</param>
    /// <param name="fill">Work on the prepared store before the first request is taken; answers false when it refused.</param>
    /// <param name="cancellation">Stops it gracefully.</param>
    internal static async Task<int> Until(
        StoreLocation store, StoreKind kind, DateOnly? today, ServeOrder order, TextWriter error, Func<IServiceProvider, Task<bool>>? fill, CancellationToken cancellation)
    {
        var (addresses, fault) = Listening.Parse(order.Urls);
        if ((fault ?? Listening.Taken(addresses)) is { } refused)
        {
            await error.WriteLineAsync(refused.ToString());
            return Terminal.Refused;
        }

        using var hold = StoreHold.Take(store, kind == StoreKind.Demo ? "greenprint demo" : "greenprint serve");
        await using var site = Site.Compose(store, today, order);
        await site.Services.PrepareStore(kind, cancellation);
        if (fill is not null && !await fill(site.Services))
        {
            return Terminal.Refused;
        }

        await site.StartAsync(cancellation);
        var urls = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        hold.Announce(urls.FirstOrDefault(), PlatformModule.VerbSocketOf(store));
        await OfferSetup(site.Services, urls.FirstOrDefault(), error, cancellation);
        await error.WriteLineAsync(Ready(urls).Here);
        await site.WaitForShutdownAsync(cancellation);
        return 0;
    }

    // As long as nobody administers the installation, each start prints a link that makes the first administrator, once.
    private static async Task OfferSetup(IServiceProvider services, string? url, TextWriter error, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IPeople>().NewSetupLink(cancellation) is { } path)
        {
            var link = $"{url?.TrimEnd('/')}/{path}";
            Bilingual text = ($"建立第一位管理员（一次性链接）：{link}", $"To make the first administrator (a link that works once): {link}");
            await error.WriteLineAsync(text.Here);
        }
    }

    // The one clear line at the end. The addresses are asked back, because port 0 means any free one.
    private static Bilingual Ready(IEnumerable<string> addresses)
    {
        var urls = string.Join("  ", addresses);
        return ($"绿图已就绪：{urls}  （按 Ctrl+C 停止）", $"Greenprint is ready: {urls}  (Ctrl+C stops it)");
    }
}
