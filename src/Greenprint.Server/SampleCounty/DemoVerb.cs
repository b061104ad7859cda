using System.CommandLine;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.CommandLine;
using Greenprint.Server.Serving;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Server.SampleCounty;

/// <summary><c>greenprint demo</c>: makes the sample county once, extends it to yesterday, and serves it on this machine.</summary>
internal static class DemoVerb
{
    private static readonly Option<bool> AllowNetwork = new("--allow-demo-network")
    {
        Description = ((Bilingual)("允许其他机器访问演示数据。", "Let other machines reach the sample county.")).Here,
    };

    private static readonly Option<bool> MakeOnly = new("--make-only")
    {
        Description = ((Bilingual)("只建立或延续演示数据，不启动网站。", "Only make or extend the data; do not serve it.")).Here,
    };

    internal static Command Command()
    {
        Bilingual what = (
            "建立（仅首次）并启动虚构的演示县岚湾，只在本机提供。示例：greenprint demo --urls http://localhost:5080",
            "Make once and serve the invented sample county Lanwan, on this machine only. Example: greenprint demo --urls http://localhost:5080");
        var command = new Command("demo", what.Here) { ServeVerb.Urls, AllowNetwork, MakeOnly };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var store = StoreChoice.Of(parsed);
        var today = parsed.GetValue(CommonOptions.Today);
        var error = parsed.InvocationConfiguration.Error;
        if (parsed.GetValue(MakeOnly))
        {
            return await Make(store, today, error, cancellation);
        }

        var order = new ServeOrder(parsed.GetRequiredValue(ServeVerb.Urls), LoopbackOnly: !parsed.GetValue(AllowNetwork));
        var (urls, _) = Listening.Parse(order.Urls);
        if (order.LoopbackOnly && urls.FirstOrDefault(url => !url.IsLoopback) is { } open)
        {
            await error.WriteLineAsync(ServerFindings.DemoOnNetwork(open.OriginalString).ToString());
            return Terminal.Refused;
        }

        return await Serving.Serving.Until(store, StoreKind.Demo, today, order, error, services => Fill(services, store, error, cancellation), cancellation);
    }

    private static async Task<int> Make(StoreLocation store, DateOnly? today, TextWriter error, CancellationToken cancellation)
    {
        using var hold = StoreHold.Take(store, "greenprint demo");
        await using var site = Site.Compose(store, today);
        await site.Services.PrepareStore(StoreKind.Demo, cancellation);
        return await Fill(site.Services, store, error, cancellation) ? 0 : Terminal.Refused;
    }

    private static async Task<bool> Fill(IServiceProvider services, StoreLocation store, TextWriter error, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var kind = (await scope.ServiceProvider.GetRequiredService<GreenprintDb>().Set<StoreRecord>().AsNoTracking().SingleAsync(cancellation)).Kind;
        if (kind != StoreKind.Demo)
        {
            await error.WriteLineAsync(ServerFindings.NotADemoStore(store.Folder).ToString());
            return false;
        }

        await County.In(scope.ServiceProvider).Make(step => error.WriteLine(step.Here), cancellation);
        return true;
    }
}
