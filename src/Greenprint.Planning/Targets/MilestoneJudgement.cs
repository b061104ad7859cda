namespace Greenprint.Planning.Targets;

/// <summary>Something to be finished by a year: the value is 1 when it is, 0 while it is not. Before it is due nothing is behind.</summary>
internal static class MilestoneJudgement
{
    public static Standing Judge(Case judged)
    {
        var due = judged.Indicator.Steps.Where(step => step.Value >= 1).Select(step => step.Year).Append(judged.Target.Year).Min();

        // What was finished stays finished: after the year an earlier 1 answers too, a missing last report does not undo it.
        var actual = judged.Judged ?? (judged.Latest is { Value: >= 1 } finished ? finished : null);
        if (actual is null)
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoValue(judged));
        }

        var done = judged.Published(actual.Value) >= 1;
        if (!done && !judged.IsOver && judged.AsOf.Year > due && actual.Period.Last < new DateOnly(due, 12, 31))
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.MilestoneUnheard(actual, due));
        }

        var state = (judged.IsOver, done) switch
        {
            (true, true) => IndicatorState.Achieved,
            (true, false) => IndicatorState.NotAchieved,
            (false, true) => IndicatorState.OnTrack,
            _ when actual.Period.Year < due => IndicatorState.OnTrack,
            // Its year still runs.
            _ when actual.Period.Year == due && judged.AsOf.Year == due => IndicatorState.AtRisk,
            _ => IndicatorState.OffTrack,
        };
        var asked = actual.Period.Year >= due ? 1m : 0m;
        return new(state, actual, done ? 1 : 0, asked, asked, done ? 0 : 1, done, null, Sentences.Milestone(actual, due, done, state));
    }
}
