using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A unit that a plan names: as printed, and which unit of this installation it is, where that is known.</summary>
/// <param name="Name">As printed; null where the plan was made here and names units by their id alone.</param>
/// <param name="Unit">Id of the unit, or null.</param>
public sealed record NamedUnit(string? Name, string? Unit = null);

/// <summary>Money as a plan prints it.</summary>
/// <param name="Text">As printed, for example <c>约1.2亿元</c>.</param>
/// <param name="Value">The number, or null where the wording has none.</param>
/// <param name="Unit">What the number counts, for example 万元, or null.</param>
public sealed record PlannedMoney(string Text, decimal? Value = null, string? Unit = null);

/// <summary>A project that the plan lists (规划项目, 重点工程). Whether and how it is built is told elsewhere; this is what the plan says.</summary>
/// <param name="Code">Stable within the plan, for example <c>p3</c>.</param>
/// <param name="Name">Name.</param>
public sealed record ProjectView(string Code, Bilingual Name)
{
    /// <summary>As printed; empty for none.</summary>
    public string Number { get; init; } = "";

    /// <summary>Group of projects, or null.</summary>
    public Bilingual? Category { get; init; }

    /// <summary>What is built and how much of it, or null.</summary>
    public Bilingual? Content { get; init; }

    /// <summary>Years of construction as printed, or null.</summary>
    public string? Period { get; init; }

    /// <summary>First year of construction, where the plan says it.</summary>
    public int? Start { get; init; }

    /// <summary>Last year of construction, where the plan says it.</summary>
    public int? End { get; init; }

    /// <summary>Planned investment, or null.</summary>
    public PlannedMoney? Investment { get; init; }

    /// <summary>Units that lead.</summary>
    public IReadOnlyList<NamedUnit> Lead { get; init; } = [];

    /// <summary>Units that support.</summary>
    public IReadOnlyList<NamedUnit> Support { get; init; } = [];

    /// <summary>Clause under which it stands.</summary>
    public string? ClauseId { get; init; }

    /// <summary>Page of the source document, where it has pages.</summary>
    public int? Page { get; init; }
}

/// <summary>A measure: one sentence of the plan that says what shall be done (具体措施).</summary>
/// <param name="Code">Stable within the plan, for example <c>m12</c>.</param>
/// <param name="Text">The wording.</param>
public sealed record MeasureView(string Code, Bilingual Text)
{
    /// <summary>Code of the key task under which it stands, or null.</summary>
    public string? KeyTask { get; init; }

    /// <summary>Units that lead.</summary>
    public IReadOnlyList<NamedUnit> Lead { get; init; } = [];

    /// <summary>Units that support.</summary>
    public IReadOnlyList<NamedUnit> Support { get; init; } = [];

    /// <summary>Clause under which it stands.</summary>
    public string? ClauseId { get; init; }

    /// <summary>Page of the source document, where it has pages.</summary>
    public int? Page { get; init; }
}
