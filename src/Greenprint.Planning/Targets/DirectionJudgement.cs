namespace Greenprint.Planning.Targets;

/// <summary>Wording with a direction only (稳中向好): the sign of the change from the baseline is all that can be judged, and it is stated as such.</summary>
internal static class DirectionJudgement
{
    public static Standing Judge(Case judged)
    {
        var sign = judged.Indicator.Direction switch
        {
            DesiredDirection.Up => 1,
            DesiredDirection.Down => -1,
            _ => throw new ArgumentException($"{judged.Indicator.Code}: a target without a number needs a direction."),
        };

        if (judged.Judged is not { } actual)
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoValue(judged));
        }

        if (judged.Baseline is not { Value: { } start })
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoBaseline);
        }

        var better = sign * (judged.Published(actual.Value) - start);
        var state = judged.IsOver ? better > 0 ? IndicatorState.Achieved : IndicatorState.NotAchieved
            : better < -judged.RoundingStep ? IndicatorState.Regressing
            : better > 0 ? IndicatorState.OnTrack
            : IndicatorState.AtRisk;
        var worse = better < 0 ? -better : (decimal?)null;
        return new(state, actual, null, null, null, null, null, worse, Sentences.Direction(judged, actual, better, state));
    }
}
