using System.CommandLine;
using Greenprint.Platform;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>What every verb that calculates from a table is told.</summary>
/// <param name="Input">File, or <c>-</c>.</param>
/// <param name="Output">File, or <c>-</c>.</param>
/// <param name="Columns">Known name to header.</param>
/// <param name="Findings">File for all findings, or null.</param>
/// <param name="Strict">Refuse the table for any finding.</param>
/// <param name="Accepted">Codes of doubts that the person has looked into.</param>
internal sealed record TableOrder(string Input, string Output, IReadOnlyDictionary<string, string> Columns, string? Findings = null, bool Strict = false, IReadOnlyList<string>? Accepted = null);

/// <summary>The options of <see cref="TableOrder"/>.</summary>
internal sealed class TableOptions
{
    private readonly Option<string> input = new("--input") { Description = Words.InputFile.Here, HelpName = "FILE", Required = true };
    private readonly Option<string> output = new("--output") { Description = Words.OutputFile.Here, HelpName = "FILE", DefaultValueFactory = _ => "-" };

    private readonly Option<string[]> columns = new("--columns") { Description = Words.Columns.Here, HelpName = "NAME=HEADER,…" };
    private readonly Option<string?> findings = new("--findings") { Description = Words.Findings.Here, HelpName = "FILE" };
    private readonly Option<bool> strict = new("--strict") { Description = Words.Strict.Here };
    private readonly Option<string[]> accept = new("--accept") { Description = Words.Accept.Here, HelpName = "CODE" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[input, output, columns, findings, strict, accept])
        {
            verb.Add(option);
        }
    }

    /// <summary>What was said.</summary>
    /// <exception cref="RefusedException">A pair of <c>--columns</c> is none.</exception>
    public TableOrder Of(ParseResult parsed) => new(
        parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), Pairs(parsed.GetValue(columns) ?? []), parsed.GetValue(findings), parsed.GetValue(strict),
        parsed.GetValue(accept) ?? []);

    internal static IReadOnlyDictionary<string, string> Pairs(IEnumerable<string> said)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in said.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var at = pair.IndexOf('=');
            if (at < 1 || at == pair.Length - 1 || !pairs.TryAdd(pair[..at].Trim(), pair[(at + 1)..].Trim()))
            {
                throw new RefusedException(TableFindings.NoColumnPair(pair));
            }
        }

        return pairs;
    }
}
