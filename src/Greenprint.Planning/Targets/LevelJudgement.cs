using Greenprint.Quantities;

namespace Greenprint.Planning.Targets;

/// <summary>Targets for the level of a value: at least, at most, keep, range, and what a superior assigned as a number.</summary>
internal static class LevelJudgement
{
    public static Standing Judge(Case judged)
    {
        var direction = DirectionOf(judged);
        if (TargetBound(judged, direction) is not { } bound)
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoNumber);
        }

        if (judged.Judged is not { } actual)
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoValue(judged));
        }

        var value = judged.Published(actual.Value);
        var worse = Worse(judged, direction, value);
        var schedule = ScheduleOf(judged, direction);
        var point = schedule?.At(actual.Period.Year);
        var yearBound = point is null ? YearBound(judged, direction, actual.Period.Year) ?? bound : bound;

        var (state, why) = State(judged, direction, actual, value, bound, yearBound, point, worse);
        return new(
            state,
            actual,
            point is null ? null : (value - judged.Baseline!.Value!.Value) / (judged.Target.Value!.Value - judged.Baseline.Value.Value),
            point?.ShareOf(judged.Target.Value!.Value),
            StepOf(judged, point, yearBound),
            bound.Missing(value),
            bound.Holds(value),
            worse > 0 ? worse : null,
            why);
    }

    private static (IndicatorState State, Bilingual Why) State(
        Case judged, DesiredDirection direction, ActualValue actual, decimal value, Bound bound, Bound yearBound, Schedule.Point? point, decimal? worse)
    {
        if (judged.IsOver)
        {
            var met = bound.Holds(value);
            return (met ? IndicatorState.Achieved : IndicatorState.NotAchieved, Sentences.Final(judged, value, bound, met));
        }

        // A zero leaves no room: there the smallest worsening counts.
        if (worse > (ReferenceOf(judged) == 0 ? 0 : judged.RoundingStep))
        {
            return (IndicatorState.Regressing, Sentences.Worse(judged, actual, value, worse.Value));
        }

        if (point is { } asked)
        {
            var sign = direction == DesiredDirection.Up ? 1 : -1;
            var reached = asked.IsReached(value, sign, 1) ? IndicatorState.OnTrack
                : asked.IsReached(value, sign, judged.Thresholds.AtRiskShare) ? IndicatorState.AtRisk
                : IndicatorState.OffTrack;
            return (reached, Sentences.Progress(judged, actual, value, asked, reached));
        }

        var state = yearBound.Holds(value) ? IndicatorState.OnTrack
            : yearBound.NearlyHolds(value, judged.RoundingStep, judged.Thresholds.LevelTolerance) ? IndicatorState.AtRisk
            : IndicatorState.OffTrack;
        return (state, Sentences.Level(judged, actual, value, yearBound, state));
    }

    /// <summary>The side on which a value is better. The kind says it for bounds; a range has none.</summary>
    private static DesiredDirection DirectionOf(Case judged) => judged.Target switch
    {
        { Kind: TargetKind.AtLeast } => DesiredDirection.Up,
        { Kind: TargetKind.AtMost } => DesiredDirection.Down,
        { Kind: TargetKind.Range } or { Upper: not null } => DesiredDirection.None,
        _ => judged.Indicator.Direction,
    };

    private static decimal? ReferenceOf(Case judged) =>
        judged.Target.Kind == TargetKind.Keep ? judged.Target.Value ?? judged.Baseline?.Value : judged.Target.Value;

    private static Bound? TargetBound(Case judged, DesiredDirection direction) => direction switch
    {
        DesiredDirection.None when judged.Target is { Value: { } lower, Upper: { } upper } => new Bound(lower, upper),
        DesiredDirection.None => throw new ArgumentException($"{judged.Indicator.Code}: a target of kind {judged.Target.Kind} needs a direction or two edges."),
        _ => ReferenceOf(judged) is { } reference ? Bound.Toward(direction, reference) : null,
    };

    private static Bound? YearBound(Case judged, DesiredDirection direction, int year) =>
        direction != DesiredDirection.None && year < judged.Target.Year && judged.Indicator.Steps.FirstOrDefault(step => step.Year == year) is { } step
            ? Bound.Toward(direction, step.Value)
            : null;

    /// <summary>The way from the baseline, where progress has a meaning: a number on both ends, and the target on the better side.</summary>
    private static Schedule? ScheduleOf(Case judged, DesiredDirection direction)
    {
        if (judged.Target is not { Kind: TargetKind.AtLeast or TargetKind.AtMost or TargetKind.AssignedBySuperior, Value: { } end, Upper: null }
            || judged.Baseline is not { Value: { } start } baseline)
        {
            return null;
        }

        return (direction == DesiredDirection.Up ? end > start : end < start) ? new(baseline.Year, start, judged.Indicator.Steps, judged.Target, end) : null;
    }

    private static decimal? Worse(Case judged, DesiredDirection direction, decimal value) => direction switch
    {
        DesiredDirection.Up => judged.Baseline?.Value - value,
        DesiredDirection.Down => value - judged.Baseline?.Value,
        _ => null,
    };

    private static decimal? StepOf(Case judged, Schedule.Point? point, Bound yearBound) => point switch
    {
        { Denominator: 1 } given => given.Numerator,
        // One digit more than is published: a point of a straight line is no figure of the plan.
        { } line => Rounding.HalfEven(line.Value, judged.Indicator.Decimals + 1),
        null when yearBound is { Lower: not null, Upper: not null } => null,
        null => yearBound.Lower ?? yearBound.Upper,
    };
}
