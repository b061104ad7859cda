using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Values that people bring: reported by a unit (填报值) or issued by the superior (上级核定值). Computed ones come from <see cref="IComputations"/> only.</summary>
public interface IValues
{
    /// <summary>Puts a reported value, or a correction of one, on the record.</summary>
    Task<ValueOutcome> Report(Actor actor, ValueEntry entry, CancellationToken cancellation);

    /// <summary>Puts a value issued by the superior, or a correction of one, on the record. It needs its document.</summary>
    Task<ValueOutcome> Issue(Actor actor, ValueEntry entry, CancellationToken cancellation);

    /// <summary>Many reported and issued values in one change: all of them, or none when any is refused.</summary>
    Task<ValueBatch> EnterAll(Actor actor, IReadOnlyList<(ValueOrigin Origin, ValueEntry Entry)> entries, bool dryRun, CancellationToken cancellation);

    /// <summary>Every revision of one indicator's values, oldest period first, then origin, then revision; empty when there is none.</summary>
    Task<IReadOnlyList<IndicatorValue>> Revisions(string plan, string indicator, CancellationToken cancellation);
}

/// <summary>One value as a person gives it.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Indicator">Code of the indicator in it.</param>
/// <param name="Period">A year or January to a month, or any other period, of which the last month has begun.</param>
/// <param name="Value">The value in the indicator's unit; null withdraws the value given before, with the reason in <paramref name="Note"/>.</param>
/// <param name="Document">Number or name of the document; an issued value must have one.</param>
/// <param name="Person">Who answers for it; the actor when empty.</param>
/// <param name="On">Date of the document.</param>
/// <param name="Note">A remark; where an earlier value is corrected, the reason, which must be given.</param>
public sealed record ValueEntry(
    string Plan, string Indicator, Period Period, decimal? Value, string? Document = null, string? Person = null, DateOnly? On = null, string? Note = null);

/// <summary>What became of an entry.</summary>
public enum EntryResult
{
    /// <summary>The first value of its period and origin.</summary>
    Stored,

    /// <summary>A further revision.</summary>
    Revised,

    /// <summary>It says what the current revision says; nothing was written.</summary>
    Unchanged,

    /// <summary>It was not taken; the finding says why.</summary>
    Refused,
}

/// <summary>What became of an entry.</summary>
/// <param name="Result">In one word.</param>
/// <param name="Value">The current revision after it; null when refused.</param>
/// <param name="Finding">Why it was refused, else null.</param>
public sealed record ValueOutcome(EntryResult Result, IndicatorValue? Value, Finding? Finding);

/// <summary>What became of many entries, in their order. When any is refused, none was written.</summary>
public sealed record ValueBatch(IReadOnlyList<ValueOutcome> Outcomes)
{
    /// <summary>True when nothing was refused.</summary>
    public bool Accepted => Outcomes.All(outcome => outcome.Result != EntryResult.Refused);

    /// <summary>How many had this result.</summary>
    public int Count(EntryResult result) => Outcomes.Count(outcome => outcome.Result == result);
}
