using System.CommandLine;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.Serving;

/// <summary><c>greenprint init</c>: an empty store.</summary>
internal static class InitVerb
{
    internal static Command Command(IVerbHost host)
    {
        Bilingual what = ("建立一个空的数据目录。示例：greenprint init --data D", "Make an empty store. Example: greenprint init --data D");
        var command = new Command("init", what.Here);
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Write,
            async (verb, _) =>
            {
                var folder = Path.GetFullPath(parsed.GetRequiredValue(CommonOptions.Data));
                Bilingual done = ($"数据目录已就绪：{folder}。启动：greenprint serve --data {folder}", $"The store is ready: {folder}. To serve it: greenprint serve --data {folder}");
                await verb.Error.WriteLineAsync(done.Here);
                return 0;
            },
            cancellation));
        return command;
    }
}
