using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Computes indicators from readings, keeps each run with its provenance (计算溯源), and verifies it again.</summary>
public interface IComputations
{
    /// <summary>The run with its provenance, or null.</summary>
    Task<Provenance?> Find(string run, CancellationToken cancellation);

    /// <summary>The stored runs of a plan, newest first; of one indicator when given.</summary>
    Task<IReadOnlyList<RunSummary>> Runs(string plan, string? indicator, CancellationToken cancellation);

    /// <summary>
    /// Computes every indicator of the order's plan that is bound to a method, for every period, and stores what is new: a figure with the same inputs, method,
    /// edition and outcome as the last run is not stored again. Under a forced edition the run is stored and the indicator's value stays as it is.
    /// </summary>
    Task<IReadOnlyList<ComputedFigure>> Compute(ComputeOrder order, CancellationToken cancellation);

    /// <summary>The same for a plan of this store under the editions of the dates; a year that is not over is computed to its last full month.</summary>
    /// <returns>How many runs were new; null when there is no such plan.</returns>
    Task<int?> ComputeAll(Actor actor, string plan, IReadOnlyList<Period> periods, string? reason, CancellationToken cancellation);

    /// <summary>Computes a run again from the rows it names alone, and holds these rows against the store's present ones; null when there is no such run.</summary>
    Task<Verification?> Verify(string run, CancellationToken cancellation);
}

/// <summary>What is to be computed.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Plan">The plan with its bindings.</param>
/// <param name="Periods">Periods that are over, or a running year (then to its last full month).</param>
/// <param name="Edition"><c>auto</c>, or an edition to force.</param>
/// <param name="Reason">Why it is computed again, for the record; null to say what changed.</param>
/// <param name="KeepValues">False for a plan that is not in this store: its runs are kept, but it has no values.</param>
/// <param name="Indicators">Only these; null for all.</param>
public sealed record ComputeOrder(
    Actor Actor, PlanView Plan, IReadOnlyList<Period> Periods, string Edition = "auto", string? Reason = null, bool KeepValues = true,
    IReadOnlySet<string>? Indicators = null);

/// <summary>What came of one indicator and period.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">The period that was computed: for a running year January to its last full month.</param>
/// <param name="Provenance">The run; null when it was refused.</param>
/// <param name="IsNew">True when the run was stored now, false when the last one says the same.</param>
/// <param name="Finding">Why it was refused, else null.</param>
public sealed record ComputedFigure(string Indicator, Period Period, Provenance? Provenance, bool IsNew, Finding? Finding);

/// <summary>A run in one line.</summary>
public sealed record RunSummary(
    string Run, string Plan, string Indicator, Period Period, string Edition, int Sequence, string Method, decimal? Published, string InputDigest, DateTimeOffset ComputedAt);

/// <summary>What a verification found.</summary>
/// <param name="Provenance">The run as it was stored.</param>
/// <param name="SameValue">True when the named rows give the stored value again.</param>
/// <param name="Recomputed">The value they give.</param>
/// <param name="SameRows">True when the named rows are the ones that were digested.</param>
/// <param name="PresentDigest">Digest over the store's present rows.</param>
/// <param name="Changed">Every row that differs between then and now.</param>
public sealed record Verification(
    Provenance Provenance, bool SameValue, decimal? Recomputed, bool SameRows, string PresentDigest, IReadOnlyList<ChangedRow> Changed)
{
    /// <summary>True when everything is as it was.</summary>
    public bool Holds => SameValue && SameRows && Changed.Count == 0 && PresentDigest == Provenance.InputDigest;
}

/// <summary>A row that is not what it was when the figure was computed.</summary>
/// <param name="Station">Station.</param>
/// <param name="Item">Item.</param>
/// <param name="Start">Start of the time it stands for.</param>
/// <param name="Old">Value then; null when there was none.</param>
/// <param name="New">Value now; null when there is none.</param>
/// <param name="How">Revised by the rules, or changed behind them.</param>
/// <param name="Source">Where a revision came from.</param>
public sealed record ChangedRow(Bilingual Station, string Item, DateTimeOffset Start, decimal? Old, decimal? New, RowChange How, string? Source);

/// <summary>How a row changed.</summary>
public enum RowChange
{
    /// <summary>Arrived since (补录).</summary>
    Added,

    /// <summary>A further revision by the rules; the old value is still on record (修订).</summary>
    Revised,

    /// <summary>The old value is on no record: somebody changed the store itself (篡改).</summary>
    Tampered,
}

/// <summary>How a figure came about: everything needed to compute it again.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="Plan">Plan.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">Period.</param>
/// <param name="Method">Id and version of the method, for example <c>air-pm25-mean/1</c>.</param>
/// <param name="MethodName">Name of the method, in words.</param>
/// <param name="Editions">Editions of the standards used, with the part each played.</param>
/// <param name="Value">Full value, or null.</param>
/// <param name="Published">Rounded value, or null.</param>
/// <param name="Rounding">How it was rounded, in words.</param>
/// <param name="NotGiven">Why it cannot be given, or null.</param>
/// <param name="Inputs">The series used, each with span, count and digest.</param>
/// <param name="InputDigest">Digest over all input rows: <c>sha256:…</c>.</param>
/// <param name="Excluded">What was left out and why, grouped.</param>
/// <param name="Steps">Figures on the way (valid days, station values), label and value as text.</param>
/// <param name="ComputedAt">When.</param>
/// <param name="ComparedUnder">The same period under another edition, where a switch of editions cuts it; else empty.</param>
/// <param name="Lack">What is lacking where it cannot be given: the rule, and the months with too few valid days.</param>
public sealed record Provenance(
    string Run, string Plan, string Indicator, Period Period, string Method, Bilingual MethodName, IReadOnlyList<EditionUse> Editions,
    decimal? Value, decimal? Published, Bilingual Rounding, Bilingual? NotGiven, IReadOnlyList<InputSeries> Inputs, string InputDigest,
    IReadOnlyList<Exclusion> Excluded, IReadOnlyList<ComputationStep> Steps, DateTimeOffset ComputedAt, IReadOnlyList<ComparedValue> ComparedUnder,
    Lack? Lack = null);

/// <summary>What is lacking for a figure.</summary>
/// <param name="Kind"><c>NoData</c>, <c>IncompletePeriod</c> (whole months without a valid day), <c>TooFewDays</c>, <c>NoEdition</c>, <c>MissingItem</c>.</param>
/// <param name="Rule">Standard and clause of the rule.</param>
/// <param name="Months">Months that have too few valid days; empty where the rule is not about months.</param>
public sealed record Lack(string Kind, string Rule, IReadOnlyList<LackingMonth> Months);

/// <summary>A month with too few valid days.</summary>
/// <param name="Month">As <c>2016-03</c>.</param>
/// <param name="Days">Valid days.</param>
/// <param name="Needed">What the rule asks for.</param>
public sealed record LackingMonth(string Month, int Days, int Needed);

/// <summary>An edition of a standard and what it was used for.</summary>
public sealed record EditionUse(string Edition, Bilingual Title, Bilingual Use);

/// <summary>One series that went into a figure.</summary>
/// <param name="Station">Name of the station or section.</param>
/// <param name="Item">Item code.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="From">Start of the first reading asked for.</param>
/// <param name="To">End of the last.</param>
/// <param name="Count">Readings with a value.</param>
/// <param name="Digest">Digest over its rows.</param>
/// <param name="Code">Code of the station.</param>
public sealed record InputSeries(
    Bilingual Station, string Item, string Unit, DateTimeOffset From, DateTimeOffset To, int Count, string Digest, string Code = "");

/// <summary>Records that were left out, with the reason (剔除记录).</summary>
/// <param name="Station">Station, or null when it concerns all.</param>
/// <param name="Item">Item, or null.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">Why, with the clause.</param>
/// <param name="Examples">Some of them: days or hours, as text.</param>
public sealed record Exclusion(Bilingual? Station, string? Item, int Count, Bilingual Reason, IReadOnlyList<string> Examples);

/// <summary>A figure on the way to the result.</summary>
public sealed record ComputationStep(Bilingual Label, string Value);

/// <summary>The same figure under another edition.</summary>
public sealed record ComparedValue(string Edition, decimal? Value, decimal? Published, Bilingual? NotGiven);
