using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A plan as one file. Every field is described in <c>docs/reference/plan-pack.md</c>.</summary>
public sealed record PlanPack
{
    /// <summary>The format this program writes and reads.</summary>
    public const string CurrentFormat = "greenprint-plan-pack/1";

    /// <summary>Name and version of the format.</summary>
    public required string Format { get; init; }

    /// <summary>Id of the plan: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Code of its region.</summary>
    public required string Region { get; init; }

    /// <summary>Title.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>First year.</summary>
    public required int Start { get; init; }

    /// <summary>Last year.</summary>
    public required int End { get; init; }

    /// <summary>Where it stands.</summary>
    public PlanStatus Status { get; init; } = PlanStatus.InForce;

    /// <summary>True for an invented county.</summary>
    public bool Demo { get; init; }

    /// <summary>Id of the plan above it.</summary>
    public string? UpperPlan { get; init; }

    /// <summary>Where slightly behind ends; the program's own lines when null.</summary>
    public PlanThresholds? Thresholds { get; init; }

    /// <summary>Regions to add where they are not there yet.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = [];

    /// <summary>Units to add where they are not there yet.</summary>
    public IReadOnlyList<Organization> Units { get; init; } = [];

    /// <summary>Goals in words.</summary>
    public IReadOnlyList<GoalView> Goals { get; init; } = [];

    /// <summary>Groups of indicators.</summary>
    public IReadOnlyList<IndicatorGroup> Groups { get; init; } = [];

    /// <summary>The text.</summary>
    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];

    /// <summary>Key tasks.</summary>
    public IReadOnlyList<KeyTaskView> KeyTasks { get; init; } = [];

    /// <summary>Safeguards.</summary>
    public IReadOnlyList<SafeguardView> Safeguards { get; init; } = [];

    /// <summary>Indicators.</summary>
    public IReadOnlyList<PackIndicator> Indicators { get; init; } = [];

    /// <summary>Projects that the plan lists.</summary>
    public IReadOnlyList<ProjectView> Projects { get; init; } = [];

    /// <summary>Measures.</summary>
    public IReadOnlyList<MeasureView> Measures { get; init; } = [];
}

/// <summary>An indicator in a pack.</summary>
public sealed record PackIndicator
{
    /// <summary>Code, stable within the plan.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>Code of its group.</summary>
    public required string Group { get; init; }

    /// <summary>Unit as shown; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Decimals of the published figure.</summary>
    public required int Decimals { get; init; }

    /// <summary>Which way is better. May be left out where the target says it: at least, at most, or another number than the baseline's.</summary>
    public DesiredDirection? Direction { get; init; }

    /// <summary>约束性 and so on.</summary>
    public IndicatorNature? Nature { get; init; }

    /// <summary>Codes of the key tasks it measures.</summary>
    public IReadOnlyList<string> KeyTasks { get; init; } = [];

    /// <summary>Unit that leads.</summary>
    public string? Lead { get; init; }

    /// <summary>Units that support.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>The origin that decides.</summary>
    public required ValueOrigin Deciding { get; init; }

    /// <summary>How it is computed.</summary>
    public MethodBinding? Method { get; init; }

    /// <summary>Where it stood.</summary>
    public PackBaseline? Baseline { get; init; }

    /// <summary>The target as first adopted.</summary>
    public required PackTarget Target { get; init; }

    /// <summary>Its yearly steps.</summary>
    public IReadOnlyList<AnnualTarget> Steps { get; init; } = [];

    /// <summary>What was adopted in its place since, oldest first.</summary>
    public IReadOnlyList<PackRevision> Revisions { get; init; } = [];

    /// <summary>What it means.</summary>
    public Bilingual? Definition { get; init; }

    /// <summary>A decision that took it out of judgement.</summary>
    public IndicatorDecision? Decision { get; init; }
}

/// <summary>A baseline in a pack.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The number, where there is one.</param>
/// <param name="Text">As printed; the number itself when left out.</param>
public sealed record PackBaseline(int Year, decimal? Value = null, Bilingual? Text = null);

/// <summary>A target in a pack; see <see cref="Planning.Target"/>.</summary>
/// <param name="Kind">How it is meant.</param>
/// <param name="Year">By the end of this year.</param>
/// <param name="Value">The number, or lower edge.</param>
/// <param name="Upper">The upper edge of a range.</param>
/// <param name="Text">As printed; made from kind and number when left out.</param>
/// <param name="Document">The document that assigned it.</param>
/// <param name="From">First year of a sum; the plan's first year when left out.</param>
public sealed record PackTarget(
    TargetKind Kind, int Year, decimal? Value = null, decimal? Upper = null, Bilingual? Text = null, string? Document = null, int? From = null);

/// <summary>A revision of a target in a pack.</summary>
/// <param name="Target">The target.</param>
/// <param name="Document">Number of the document that adopted it.</param>
/// <param name="On">Its date.</param>
/// <param name="Reason">Why.</param>
/// <param name="Steps">Steps that go with it; null keeps those before.</param>
public sealed record PackRevision(PackTarget Target, string Document, DateOnly On, string Reason, IReadOnlyList<AnnualTarget>? Steps = null);
