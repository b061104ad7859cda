using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>An actual value (实际值) of one indicator, period and origin; a correction is a further revision, never an overwrite.</summary>
/// <param name="Id">Id of this revision.</param>
/// <param name="Period">The period: a year, or January to a month of the running one.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Revision">1 for the first, counting up.</param>
/// <param name="Value">The full value, unrounded; null when it cannot be given.</param>
/// <param name="Published">The value rounded as it is published; null when it cannot be given.</param>
/// <param name="NotGiven">The rule that forbids it, in words; null when there is a value.</param>
/// <param name="Provisional">True when the period is not over or the figure may still change.</param>
/// <param name="Document">Document number or name (reported, issued).</param>
/// <param name="Person">Who entered it.</param>
/// <param name="On">Date of the document, or day of the computation.</param>
/// <param name="Run">Id of the computation run (computed); its provenance is one call away.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Note">A remark.</param>
public sealed record IndicatorValue(
    long Id, Period Period, ValueOrigin Origin, int Revision, decimal? Value, decimal? Published, Bilingual? NotGiven, bool Provisional,
    string? Document, string? Person, DateOnly? On, string? Run, DateTimeOffset RecordedAt, string? Note);
