using Greenprint.Quantities;

namespace Greenprint.Standards;

/// <summary>One edition of a standard: its name, and when it was in force where.</summary>
/// <param name="Id">The folder's name, for example <c>GB3095-2026</c>.</param>
/// <param name="Number">As it is quoted: <c>GB 3095-2026</c>.</param>
/// <param name="Kind">What the edition's tables mean: <c>air-limits</c>, <c>air-index</c>, <c>air-assessment</c>, <c>surface-water</c>, <c>surface-water-method</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Issued">Day of issue, where known.</param>
/// <param name="InForce">Validity, the special regions first, then the rest of the country.</param>
/// <param name="Stages">Stages of limits, in order; empty for an edition without stages.</param>
public sealed record StandardEdition(
    string Id, string Number, string Kind, Bilingual Title, DateOnly? Issued, IReadOnlyList<Validity> InForce, IReadOnlyList<EditionStage> Stages)
{
    /// <summary>True when the edition is in force on <paramref name="day"/>.</summary>
    /// <param name="day">The day of the measurement.</param>
    /// <param name="region">Code of the administrative division (GB/T 2260), or null: then the earliest validity anywhere counts.</param>
    public bool IsInForce(DateOnly day, string? region = null) => InForce.Any(validity => validity.Covers(region) && validity.Contains(day));

    /// <summary>The first day on which it is in force in the region, or null where it never is.</summary>
    public DateOnly? From(string? region = null) =>
        InForce.Where(validity => validity.Covers(region)).Select(validity => (DateOnly?)validity.From).Min();
}

/// <summary>When an edition is in force in some regions.</summary>
/// <param name="Regions">Leading digits of administrative codes; empty means the whole country.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null while it is in force.</param>
/// <param name="Mark">How well the dates are known.</param>
public sealed record Validity(IReadOnlyList<string> Regions, DateOnly From, DateOnly? To, Mark Mark)
{
    /// <summary>True when <paramref name="day"/> lies between the first and the last day.</summary>
    public bool Contains(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>True when the region is one of these, when these are the whole country, or when no region is asked for.</summary>
    public bool Covers(string? region) =>
        region is null || Regions.Count == 0 || Regions.Any(prefix => region.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>A stage of an edition, with its own limits (for example 过渡阶段).</summary>
/// <param name="Id">Name in the tables.</param>
/// <param name="Name">Name for a reader.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null for the last stage.</param>
public sealed record EditionStage(string Id, Bilingual Name, DateOnly From, DateOnly? To);
