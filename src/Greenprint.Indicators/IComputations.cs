using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Computes indicators from readings, keeps each run with its provenance (计算溯源), and verifies it again.</summary>
public interface IComputations
{
    /// <summary>The run with its provenance, or null.</summary>
    Task<Provenance?> Find(string run, CancellationToken cancellation);
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
public sealed record Provenance(
    string Run, string Plan, string Indicator, Period Period, string Method, Bilingual MethodName, IReadOnlyList<EditionUse> Editions,
    decimal? Value, decimal? Published, Bilingual Rounding, Bilingual? NotGiven, IReadOnlyList<InputSeries> Inputs, string InputDigest,
    IReadOnlyList<Exclusion> Excluded, IReadOnlyList<ComputationStep> Steps, DateTimeOffset ComputedAt, IReadOnlyList<ComparedValue> ComparedUnder);

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
public sealed record InputSeries(Bilingual Station, string Item, string Unit, DateTimeOffset From, DateTimeOffset To, int Count, string Digest);

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
