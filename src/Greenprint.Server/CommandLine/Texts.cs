using System.CommandLine;
using Greenprint.Quantities;

namespace Greenprint.Server.CommandLine;

internal static class Texts
{
    internal static readonly Bilingual Stopped = ("已停止。", "Stopped.");

    internal static Bilingual NoSuchOption(string option) => ($"没有选项 {option}。", $"There is no option {option}.");

    internal static Bilingual SeeHelp(Command command)
    {
        var path = string.Join(' ', Path(command));
        return ($"用法与示例：{path} --help", $"Usage and examples: {path} --help");
    }

    private static IEnumerable<string> Path(Symbol symbol) =>
        symbol is RootCommand ? ["greenprint"] : [.. symbol.Parents.Take(1).SelectMany(Path), symbol.Name];
}
