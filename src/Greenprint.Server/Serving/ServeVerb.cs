using System.CommandLine;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.Serving;

/// <summary><c>greenprint serve</c>: the site on a store, until it is stopped.</summary>
internal static class ServeVerb
{
    internal static Option<string> Urls { get; } = new("--urls")
    {
        Description = ((Bilingual)("监听地址，多个用分号隔开（默认 http://localhost:5080）。", "Addresses to listen on, joined by ; (default http://localhost:5080).")).Here,
        DefaultValueFactory = _ => Listening.DefaultUrl,
        HelpName = "URL",
    };

    internal static Command Command()
    {
        Bilingual what = (
            "在一个数据目录上启动网站，直到停止（Ctrl+C）。示例：greenprint serve --data D --urls http://localhost:5080",
            "Serve the site on a store until stopped (Ctrl+C). Example: greenprint serve --data D --urls http://localhost:5080");
        var command = new Command("serve", what.Here) { Urls };
        command.SetAction((parsed, cancellation) => Run(parsed, cancellation));
        return command;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancellation) => Serving.Until(
        StoreChoice.Of(parsed), StoreKind.Work, parsed.GetValue(CommonOptions.Today), new ServeOrder(parsed.GetRequiredValue(Urls)),
        parsed.InvocationConfiguration.Error, fill: null, cancellation);
}
