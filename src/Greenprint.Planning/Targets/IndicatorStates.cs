using Greenprint.Planning.Targets;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>The one place where the state of an indicator is computed, by the truth table of <c>docs/glossary.md</c>; the first row that fits wins.</summary>
/// <remarks>
/// A value is judged as it is published: rounded once by GB/T 8170 to the indicator's decimals, sums after adding.
/// A person who sees the two figures on a page must come to the same answer. Bounds, baselines and steps are taken as printed.
/// </remarks>
public static class IndicatorStates
{
    /// <summary>Where <paramref name="indicator"/> stands on a day.</summary>
    /// <param name="indicator">What is asked.</param>
    /// <param name="values">Current values of the origin that decides, at most one for a period; those not yet known on the day are left out.</param>
    /// <param name="thresholds">Of the plan.</param>
    /// <param name="asOf">The day in China.</param>
    /// <param name="notGiven">Why the newest period has no value, to be named when the state is unknown for that reason.</param>
    /// <exception cref="ArgumentException">The indicator contradicts itself (an import refuses such a plan), or a period has two values.</exception>
    public static Standing Judge(
        IndicatorView indicator, IReadOnlyList<ActualValue> values, PlanThresholds thresholds, DateOnly asOf, Bilingual? notGiven = null)
    {
        var judged = new Case(indicator, values, thresholds, asOf, notGiven);
        if (indicator.Decision is { } decision && decision.On <= asOf)
        {
            return judged.Bare(decision.State, Sentences.Decided(decision));
        }

        return indicator.Target switch
        {
            // Without its document there is nothing to judge by; whether a value is there makes no difference to that.
            { Kind: TargetKind.AssignedBySuperior, Document: null or "" } => judged.Bare(IndicatorState.WaitingForAssignment, Sentences.Waiting(judged)),
            { Kind: TargetKind.Cumulative } => CumulativeJudgement.Judge(judged),
            { Kind: TargetKind.Milestone } => MilestoneJudgement.Judge(judged),
            { Kind: TargetKind.Direction } or { Kind: TargetKind.AssignedBySuperior, Value: null } => DirectionJudgement.Judge(judged),
            _ => LevelJudgement.Judge(judged),
        };
    }
}
