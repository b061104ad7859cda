using Greenprint.Planning;

namespace Greenprint.Indicators;

/// <summary>Where indicators stand. Portal, back office, API and export all ask here.</summary>
public interface IStandings
{
    /// <summary>Every indicator of a plan with its values and its standing on <paramref name="asOf"/> (today when null); null when there is no such plan.</summary>
    Task<PlanStandings?> OfPlan(string plan, DateOnly? asOf, CancellationToken cancellation);

    /// <summary>One indicator, or null.</summary>
    Task<IndicatorStanding?> OfIndicator(string plan, string code, DateOnly? asOf, CancellationToken cancellation);
}

/// <summary>A plan and where each of its indicators stands.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AsOf">The day of the judgement.</param>
/// <param name="Indicators">In the plan's order.</param>
public sealed record PlanStandings(PlanView Plan, DateOnly AsOf, IReadOnlyList<IndicatorStanding> Indicators);

/// <summary>One indicator with its values of every origin and its standing.</summary>
/// <param name="Indicator">What is asked.</param>
/// <param name="Standing">Where it stands, by the origin that decides.</param>
/// <param name="Values">Current value of each period and origin, oldest period first; older revisions are in the history.</param>
/// <param name="Differences">Periods for which another origin gives another value than the one that decides.</param>
public sealed record IndicatorStanding(
    IndicatorView Indicator, Standing Standing, IReadOnlyList<IndicatorValue> Values, IReadOnlyList<OriginDifference> Differences);

/// <summary>Two origins disagree for one period; both are shown.</summary>
/// <param name="Deciding">The value that decides.</param>
/// <param name="Other">The other one.</param>
/// <param name="Difference">Other minus deciding, in the indicator's unit.</param>
public sealed record OriginDifference(IndicatorValue Deciding, IndicatorValue Other, decimal Difference);
