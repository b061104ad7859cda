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
    /// <param name="today">The day to take as today, or null.</param>
    /// <param name="urls">Addresses, joined by <c>;</c>.</param>
    /// <param name="error">Messages.</param>
    /// <param name="cancellation">Stops it gracefully.</param>
    internal static async Task<int> Until(StoreLocation store, DateOnly? today, string urls, TextWriter error, CancellationToken cancellation)
    {
        var (addresses, fault) = Listening.Parse(urls);
        if ((fault ?? Listening.Taken(addresses)) is { } refused)
        {
            await error.WriteLineAsync(refused.ToString());
            return Terminal.Refused;
        }

        await using var site = Site.Compose(store, today, urls);
        await site.Services.PrepareStore(cancellation: cancellation);
        await site.StartAsync(cancellation);
        await error.WriteLineAsync(Ready(site).Here);
        await site.WaitForShutdownAsync(cancellation);
        return 0;
    }

    // The one clear line at the end. The addresses are asked back, because port 0 means any free one.
    private static Bilingual Ready(WebApplication site)
    {
        var urls = string.Join("  ", site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses);
        return ($"绿图已就绪：{urls}（按 Ctrl+C 停止）", $"Greenprint is ready: {urls} (Ctrl+C stops it)");
    }
}
