using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>A plan's indicators for one period, as <c>indicator compute --json</c> prints them (<c>docs/reference/indicator-json.md</c>).</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="Asked">The period that was asked for.</param>
/// <param name="Period">The period that was computed: of a running year January to its last full month; null when nothing of it is over.</param>
/// <param name="Edition"><c>auto</c>, or the forced edition.</param>
/// <param name="IsDemo">True for the invented county (演示数据).</param>
/// <param name="IsShipped">True for a binding that comes with the program and is not in the store.</param>
/// <param name="Indicators">In the plan's order.</param>
/// <param name="Refusal">Why nothing at all could be given, else null.</param>
public sealed record ComputeAnswer(
    string Plan, Bilingual Title, Period Asked, Period? Period, string Edition, bool IsDemo, bool IsShipped,
    IReadOnlyList<AnsweredIndicator> Indicators, Finding? Refusal);

/// <summary>One indicator of an answer.</summary>
/// <param name="Code">Code in the plan.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Decimals">Places of the published figure.</param>
/// <param name="Deciding">The origin that decides.</param>
/// <param name="Target">What shall be reached.</param>
/// <param name="State">Where it stands with the values up to the period; <see cref="IndicatorState.Unknown"/> for months and quarters, which no yearly target judges.</param>
/// <param name="Why">By which rule.</param>
/// <param name="Progress">P of the state table, or null.</param>
/// <param name="Gap">What is missing to the target, or null.</param>
/// <param name="Values">The values of the period, of every origin.</param>
/// <param name="Computation">How the computed one came about; null where nothing computes it or it was refused.</param>
/// <param name="Stored">True when this run was stored now.</param>
/// <param name="Finding">Why it was refused, else null.</param>
public sealed record AnsweredIndicator(
    string Code, Bilingual Name, string Unit, int Decimals, ValueOrigin Deciding, Target Target, IndicatorState State, Bilingual Why, decimal? Progress,
    decimal? Gap, IReadOnlyList<AnsweredValue> Values, Provenance? Computation, bool Stored, Finding? Finding);

/// <summary>A value of an answer.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Value">Full value, or null.</param>
/// <param name="Published">Rounded value, or null.</param>
/// <param name="NotGiven">Why it cannot be given, or null.</param>
/// <param name="Provisional">True when it may still change.</param>
/// <param name="Document">Document number, or null.</param>
/// <param name="Run">Run, for a computed one.</param>
public sealed record AnsweredValue(
    ValueOrigin Origin, decimal? Value, decimal? Published, Bilingual? NotGiven, bool Provisional, string? Document, string? Run);
