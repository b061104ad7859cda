using System.Text.RegularExpressions;
using Greenprint.Quantities;

namespace Greenprint.Standards;

/// <summary>How well the project knows a figure or clause of a standard.</summary>
public enum Mark
{
    /// <summary>Seen in the official text or in a public source that is named in <c>SOURCE.md</c>.</summary>
    Verified,

    /// <summary>Copied by a public source out of the official text, with clause or page.</summary>
    Transcribed,

    /// <summary>General knowledge of the field; the documentation says so.</summary>
    Unverified,
}

/// <summary>Which rule speaks: standard and clause, as they are quoted beside a figure.</summary>
/// <param name="Standard">For example <c>GB 3095-2026</c>.</param>
/// <param name="Clause">As the standard writes it, for example <c>6.4 表4</c>; empty where its number is not known.</param>
/// <param name="Mark">How well it is known.</param>
public sealed partial record RuleReference(string Standard, string Clause, Mark Mark)
{
    /// <summary>For a reader: <c>GB 3095-2026 6.4 表4</c>, <c>GB 3095-2026 6.4 table 4</c>.</summary>
    public Bilingual Text => ($"{Standard} {Clause}".TrimEnd(), $"{Standard} {English()}".TrimEnd());

    /// <summary>The Chinese form.</summary>
    public override string ToString() => Text.Zh;

    /// <summary>A rule that a standard takes over from another is quoted from there: a cell <c>GB 3095-2012 6.4 表4</c> in a table of HJ 663.</summary>
    internal static RuleReference Of(StandardEdition edition, string clause, Mark mark) =>
        Elsewhere().Match(clause) is { Success: true } other ? new(other.Groups[1].Value, other.Groups[2].Value, mark) : new(edition.Number, clause, mark);

    private string English() => Space().Replace(
        Clause.Replace("附录", "annex ", StringComparison.Ordinal).Replace("表", "table ", StringComparison.Ordinal).Replace("注", "note ", StringComparison.Ordinal)
            .Replace("、", ", ", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')'),
        " ");

    [GeneratedRegex(@"^((?:GB|HJ)(?:/T)? \d+(?:-\d{4})?)\s*(.*)$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Space();
}
