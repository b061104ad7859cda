using Greenprint.Quantities;

namespace Greenprint.Standards;

/// <summary>How a value is held against a limit (极限数值的判定, GB/T 8170): the standard, or its assessment rules, decide.</summary>
public enum Comparison
{
    /// <summary>The value in full, as it was measured or computed (全数值比较法).</summary>
    Full,

    /// <summary>The value rounded once, from its full value, to the places the standard names (修约值比较法).</summary>
    Rounded,
}

/// <summary>One edition of a standard: its name, when it was in force where, and how well its tables are known.</summary>
/// <param name="Id">The folder's name, for example <c>GB3095-2026</c>.</param>
/// <param name="Number">As it is quoted: <c>GB 3095-2026</c>.</param>
/// <param name="Kind">What the edition's tables mean: <c>air-limits</c>, <c>air-index</c>, <c>surface-water</c>, <c>sea-water</c> …</param>
/// <param name="Title">Title.</param>
/// <param name="Issued">Day of issue, where known.</param>
/// <param name="Comparison">How a value is held against the limits.</param>
/// <param name="Source">What its tables were typed from.</param>
/// <param name="Checks">Who compared which figures with what.</param>
/// <param name="InForce">Validity, the special regions first, then the rest of the country.</param>
/// <param name="Stages">Stages of limits, in order; empty for an edition without stages.</param>
public sealed record StandardEdition(
    string Id, string Number, string Kind, Bilingual Title, DateOnly? Issued, Comparison Comparison, Bilingual Source, IReadOnlyList<EditionCheck> Checks,
    IReadOnlyList<Validity> InForce, IReadOnlyList<EditionStage> Stages)
{
    /// <summary>True when the edition is in force on <paramref name="day"/>.</summary>
    /// <param name="day">The day of the measurement.</param>
    /// <param name="region">Code of the administrative division (GB/T 2260), or null: then the earliest validity anywhere counts.</param>
    public bool IsInForce(DateOnly day, string? region = null) => InForce.Any(validity => validity.Covers(region) && validity.Contains(day));

    /// <summary>The first day on which it is in force in the region, or null where it never is.</summary>
    public DateOnly? From(string? region = null) =>
        InForce.Where(validity => validity.Covers(region)).Select(validity => (DateOnly?)validity.From).Min();
}

/// <summary>One comparison of an edition's tables with their source.</summary>
/// <param name="By">Who did it; a later check by another person is another entry.</param>
/// <param name="On">When.</param>
/// <param name="What">Which figures were compared with what.</param>
public sealed record EditionCheck(string By, DateOnly On, Bilingual What);

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

    /// <summary>True when both hold on a common day in a common region.</summary>
    internal bool Overlaps(Validity other) =>
        (To is null || other.From <= To) && (other.To is null || From <= other.To)
        && (Regions.Count == 0 || other.Regions.Count == 0
            || Regions.Any(mine => other.Regions.Any(theirs => mine.StartsWith(theirs, StringComparison.Ordinal) || theirs.StartsWith(mine, StringComparison.Ordinal))));
}

/// <summary>A stage of an edition, with its own limits (for example 过渡阶段).</summary>
/// <param name="Id">Name in the tables.</param>
/// <param name="Name">Name for a reader.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null for the last stage.</param>
public sealed record EditionStage(string Id, Bilingual Name, DateOnly From, DateOnly? To);
