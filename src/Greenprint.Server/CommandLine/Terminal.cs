using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Greenprint.Platform;

namespace Greenprint.Server.CommandLine;

/// <summary>One call of the program: arguments in, exit code out. 0 done, 1 refused input, 2 wrong usage.</summary>
internal static class Terminal
{
    internal const int Refused = 1;
    internal const int WrongUsage = 2;

    internal static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        TerminalLanguage.Set(args);
        var root = Verbs.Root();
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction or null)
        {
            return await Misused(parsed, parsed.Errors.Select(fault => fault.Message), error);
        }

        // A verb that takes any number of files would take a mistyped option for one of them.
        if (parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)) is { } mistyped)
        {
            return await Misused(parsed, [Texts.NoSuchOption(mistyped.Value).Here], error);
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception fault) when (Refusals.Of(fault) is { } finding)
        {
            await error.WriteLineAsync(finding.ToString());
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync(Texts.Stopped.Here);
            return Refused;
        }
    }

    private static async Task<int> Misused(ParseResult parsed, IEnumerable<string> faults, TextWriter error)
    {
        foreach (var fault in faults)
        {
            await error.WriteLineAsync(fault);
        }

        await error.WriteLineAsync(Texts.SeeHelp(parsed.CommandResult.Command).Here);
        return WrongUsage;
    }
}
