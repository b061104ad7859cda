using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>Where a plan stands in its life.</summary>
public enum PlanStatus
{
    /// <summary>Read from a document, not yet confirmed by a person; seen by editors only.</summary>
    Draft,

    /// <summary>Confirmed and running.</summary>
    InForce,

    /// <summary>Its last year is over; final states stand.</summary>
    Closed,
}

/// <summary>A plan in one line.</summary>
/// <param name="Id">Stable id in addresses and commands, for example <c>lanwan-15</c>.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Title">Title.</param>
/// <param name="Start">First year.</param>
/// <param name="End">Last year.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsDemo">True for the invented county: marked 演示数据 wherever it appears.</param>
/// <param name="UpperPlan">Id of the plan above it, if it is here.</param>
public sealed record PlanSummary(string Id, string Region, Bilingual Title, int Start, int End, PlanStatus Status, bool IsDemo, string? UpperPlan = null);

/// <summary>A plan whole, as screens and other modules read it.</summary>
/// <param name="Summary">The plan in one line.</param>
/// <param name="Goals">The wording of what shall be reached.</param>
/// <param name="Groups">Groups of indicators, in order.</param>
/// <param name="Clauses">The text, in reading order.</param>
/// <param name="KeyTasks">重点任务, in order.</param>
/// <param name="Safeguards">保障措施, in order.</param>
/// <param name="Indicators">The indicators, in order.</param>
public sealed record PlanView(
    PlanSummary Summary,
    IReadOnlyList<GoalView> Goals,
    IReadOnlyList<IndicatorGroup> Groups,
    IReadOnlyList<ClauseView> Clauses,
    IReadOnlyList<KeyTaskView> KeyTasks,
    IReadOnlyList<SafeguardView> Safeguards,
    IReadOnlyList<IndicatorView> Indicators)
{
    /// <summary>规划项目, in order.</summary>
    public IReadOnlyList<ProjectView> Projects { get; init; } = [];

    /// <summary>具体措施, in order.</summary>
    public IReadOnlyList<MeasureView> Measures { get; init; } = [];

    /// <summary>Where this plan draws the line between slightly behind and behind.</summary>
    public PlanThresholds Thresholds { get; init; } = PlanThresholds.Default;
}

/// <summary>A goal: wording, qualitative.</summary>
public sealed record GoalView(Bilingual Text, string? ClauseId = null);

/// <summary>A group of indicators, for example 环境治理.</summary>
public sealed record IndicatorGroup(string Code, Bilingual Name);

/// <summary>One clause of the text; its id survives new versions.</summary>
/// <param name="Id">For example <c>c3.2</c>.</param>
/// <param name="Level">1 for chapters.</param>
/// <param name="Number">As printed, for example <c>（二）</c>.</param>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">Body below the heading and before the next one.</param>
/// <param name="Page">Page of the source document, where it has pages.</param>
public sealed record ClauseView(string Id, int Level, string Number, Bilingual Title, IReadOnlyList<Bilingual> Paragraphs, int? Page = null);

/// <summary>A main task of the plan.</summary>
/// <param name="Code">Stable within the plan, for example <c>t3</c>.</param>
/// <param name="Number">As printed.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What it says.</param>
/// <param name="ClauseId">Where it stands in the text.</param>
/// <param name="Lead">Id of the unit that leads, where the plan names one.</param>
public sealed record KeyTaskView(string Code, string Number, Bilingual Title, Bilingual Text, string? ClauseId = null, string? Lead = null)
{
    /// <summary>Ids of the units that support.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];
}

/// <summary>A safeguard of the plan.</summary>
public sealed record SafeguardView(string Number, Bilingual Title, Bilingual Text, string? ClauseId = null);

/// <summary>How an indicator is computed from readings, as bound in this plan. The arguments are the method's own (see <c>docs/methods/</c>).</summary>
/// <param name="Method">Id of the method, for example <c>air-pm25-mean</c>.</param>
/// <param name="Arguments">For example <c>city = 岚湾市</c>, or <c>stations = …</c>.</param>
public sealed record MethodBinding(string Method, IReadOnlyDictionary<string, string> Arguments);

/// <summary>An indicator of a plan with what is asked of it.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Code">Stable within the plan, for example <c>air-pm25</c>.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Group">Code of its group.</param>
/// <param name="Unit">Unit as shown: <c>µg/m³</c>, <c>%</c>.</param>
/// <param name="Decimals">Decimals of the published figure; ten to the minus this is the rounding step of the states.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Nature">约束性 and so on; null where the plan says none.</param>
/// <param name="KeyTasks">Codes of the key tasks it measures.</param>
/// <param name="Lead">Unit responsible.</param>
/// <param name="Support">Units that support.</param>
/// <param name="Deciding">The origin that decides the state.</param>
/// <param name="Method">How it is computed; null where nothing computes it.</param>
/// <param name="Baseline">Where it stood; null where the plan prints none.</param>
/// <param name="Target">What shall be reached, as now in force.</param>
/// <param name="Original">The target as first adopted, where it was revised since; else null.</param>
/// <param name="Steps">Yearly steps given by the plan, by year; empty means a straight line.</param>
/// <param name="Definition">What it means, for readers.</param>
/// <param name="Decision">A decision that suspended, cancelled or superseded it; null normally.</param>
public sealed record IndicatorView(
    string Plan,
    string Code,
    Bilingual Name,
    string Group,
    string Unit,
    int Decimals,
    DesiredDirection Direction,
    IndicatorNature? Nature,
    IReadOnlyList<string> KeyTasks,
    string? Lead,
    IReadOnlyList<string> Support,
    ValueOrigin Deciding,
    MethodBinding? Method,
    Baseline? Baseline,
    Target Target,
    Target? Original,
    IReadOnlyList<AnnualTarget> Steps,
    Bilingual? Definition,
    IndicatorDecision? Decision);

/// <summary>A decision that takes an indicator out of judgement, with its document.</summary>
/// <param name="State"><see cref="IndicatorState.Suspended"/>, <see cref="IndicatorState.Cancelled"/> or <see cref="IndicatorState.Superseded"/>.</param>
/// <param name="Document">Number of the document.</param>
/// <param name="On">Its date.</param>
public sealed record IndicatorDecision(IndicatorState State, string Document, DateOnly On);
