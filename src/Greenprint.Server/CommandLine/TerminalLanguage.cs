using System.Globalization;
using Greenprint.Ui;

namespace Greenprint.Server.CommandLine;

/// <summary>Language of a terminal's messages: <c>--lang</c>, else LC_ALL or LANG, else Chinese. Results are the same in every language.</summary>
internal static class TerminalLanguage
{
    internal static void Set(string[] args)
    {
        var culture = Of(args, Environment.GetEnvironmentVariable("LC_ALL"), Environment.GetEnvironmentVariable("LANG"));
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>Read before the command line is parsed, because the parser's own messages depend on it.</summary>
    internal static CultureInfo Of(string[] args, string? all, string? language)
    {
        var asked = args.Zip(args.Skip(1)).FirstOrDefault(pair => pair.First == "--lang").Second
            ?? args.FirstOrDefault(arg => arg.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..]
            ?? (string.IsNullOrEmpty(all) ? language : all);
        return asked?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Cultures.English : Cultures.Chinese;
    }
}
