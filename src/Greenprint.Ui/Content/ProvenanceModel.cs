using Greenprint.Quantities;

namespace Greenprint.Ui.Content;

/// <summary>How a published number came to be.</summary>
/// <param name="Facts">In the order of reading: method and version, edition, inputs, rounding, time, person or document.</param>
public sealed record ProvenanceModel(IReadOnlyList<ProvenanceFact> Facts)
{
    /// <summary>Records left out, with the reason and how many.</summary>
    public IReadOnlyList<ProvenanceExclusion> Excluded { get; init; } = [];

    /// <summary>SHA-256 of the inputs; null for values that a person entered.</summary>
    public string? Digest { get; init; }

    /// <summary>The command that recomputes the number from its rows.</summary>
    public string? VerifyCommand { get; init; }
}

/// <summary>One fact, with an address where more is told.</summary>
public sealed record ProvenanceFact(Bilingual Name, Bilingual Text, string? Href = null);

/// <summary>Records that took no part.</summary>
public sealed record ProvenanceExclusion(Bilingual Reason, int Count, Bilingual? Detail = null);
