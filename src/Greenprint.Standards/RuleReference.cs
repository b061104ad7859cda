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
/// <param name="Clause">For example <c>6.4 表4</c>.</param>
/// <param name="Mark">How well it is known.</param>
public sealed record RuleReference(string Standard, string Clause, Mark Mark)
{
    /// <summary>For example <c>GB 3095-2026 6.4 表4</c>.</summary>
    public override string ToString() => $"{Standard} {Clause}";
}
