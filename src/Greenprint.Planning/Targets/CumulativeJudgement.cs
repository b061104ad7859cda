using Greenprint.Quantities;

namespace Greenprint.Planning.Targets;

/// <summary>
/// A sum over the years of the plan (五年累计). The values are the amounts of the years; the target is the plan's own figure, never their sum.
/// A year without its amount is not a zero: the sum is then a part, and decides only what no further amount can change.
/// </summary>
internal static class CumulativeJudgement
{
    public static Standing Judge(Case judged)
    {
        var sign = judged.Indicator.Direction switch
        {
            DesiredDirection.Up => 1,
            DesiredDirection.Down => -1,
            _ => throw new ArgumentException($"{judged.Indicator.Code}: a cumulative target needs a direction."),
        };
        var first = judged.Target.From ?? judged.Baseline?.Year + 1
            ?? throw new ArgumentException($"{judged.Indicator.Code}: a cumulative target needs its first year, or a baseline year.");
        if (judged.Target.Value is not { } total)
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoNumber);
        }

        // One amount a year: the whole year's, or what the running year has so far.
        var amounts = judged.Values
            .Where(value => value.Period.Kind is PeriodKind.Year or PeriodKind.YearToDate)
            .GroupBy(value => value.Period.Year)
            .Select(year => year.Last())
            .OrderBy(value => value.Period.Year)
            .ToList();
        if (amounts is [])
        {
            return judged.Bare(IndicatorState.Unknown, Sentences.NoValue(judged));
        }

        var sum = new Sum(judged, sign, first, total, amounts);
        var (state, partial) = sum.State();
        return partial && state is null
            ? judged.Bare(IndicatorState.Unknown, Sentences.Partial(judged, sum.Done, sum.Incomplete))
            : sum.Standing(state!.Value);
    }

    /// <summary>The sum of the amounts known, seen so that more is better: a ceiling for something bad is counted with its sign turned.</summary>
    private sealed class Sum
    {
        private readonly Case judged;
        private readonly int sign;
        private readonly decimal total;
        private readonly IReadOnlyList<ActualValue> amounts;
        private readonly Schedule.Point asked;

        public Sum(Case judged, int sign, int first, decimal total, IReadOnlyList<ActualValue> amounts)
        {
            (this.judged, this.sign, this.total, this.amounts) = (judged, sign, total, amounts);
            Newest = amounts[^1];
            Done = judged.Published(amounts.Sum(amount => amount.Value));

            var last = judged.IsOver ? judged.Target.Year : Newest.Period.Year - 1;
            Incomplete = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Except(amounts.Where(IsWhole).Select(amount => amount.Period.Year))];
            var schedule = new Schedule(first - 1, 0, judged.Indicator.Steps, judged.Target, total);
            asked = judged.IsOver ? schedule.At(judged.Target.Year) : schedule.At(Newest.Period.Year, Newest.Period.Last.Month);
        }

        public ActualValue Newest { get; }

        public decimal Done { get; }

        /// <summary>Years up to the newest without the amount of the whole year.</summary>
        public IReadOnlyList<int> Incomplete { get; }

        // A sum of something good has a way to go; a ceiling (累计不超过) or a zero has none, only room.
        private bool HasProgress => sign * total > 0;

        // Of a part of the sum only that can be said which no further amount undoes.
        private bool? Met => Incomplete is [] || TotalBound.Holds(Done) == HasProgress ? TotalBound.Holds(Done) : null;

        private Bound TotalBound => Bound.Toward(judged.Indicator.Direction, total);

        /// <returns>The state, or null with true when the years that are missing could change it.</returns>
        public (IndicatorState? State, bool Partial) State()
        {
            var state = StateOfKnown();
            if (Incomplete is [])
            {
                return (state, false);
            }

            // Amounts of one sign only move the sum one way: good ones can only add to what is reached, bad ones only use up more room.
            var oneWay = amounts.All(amount => HasProgress ? sign * amount.Value >= 0 : sign * amount.Value <= 0);
            var settled = HasProgress
                ? state is IndicatorState.OnTrack or IndicatorState.Achieved
                : state is IndicatorState.OffTrack or IndicatorState.NotAchieved;
            return (oneWay && settled ? state : null, true);
        }

        public Standing Standing(IndicatorState state) => new(
            state,
            Newest,
            HasProgress ? Done / total : null,
            HasProgress ? asked.ShareOf(total) : null,
            asked.Denominator == 1 ? asked.Numerator : Rounding.HalfEven(asked.Value, judged.Indicator.Decimals + 1),
            TotalBound.Missing(Done),
            Met,
            HasProgress && sign * Done < 0 ? Math.Abs(Done) : null,
            Sentences.Cumulative(judged, Newest, Done, asked, HasProgress, Incomplete, state));

        private IndicatorState StateOfKnown()
        {
            if (judged.IsOver)
            {
                return TotalBound.Holds(Done) ? IndicatorState.Achieved : IndicatorState.NotAchieved;
            }

            if (HasProgress)
            {
                return sign * Done < -judged.RoundingStep ? IndicatorState.Regressing
                    : asked.IsReached(Done, sign, 1) ? IndicatorState.OnTrack
                    : asked.IsReached(Done, sign, judged.Thresholds.AtRiskShare) ? IndicatorState.AtRisk
                    : IndicatorState.OffTrack;
            }

            var room = Bound.Toward(judged.Indicator.Direction, asked.Value);
            return asked.IsReached(Done, sign, 1) ? IndicatorState.OnTrack
                : room.NearlyHolds(Done, judged.RoundingStep, judged.Thresholds.LevelTolerance) ? IndicatorState.AtRisk
                : IndicatorState.OffTrack;
        }

        private static bool IsWhole(ActualValue amount) => amount.Period.Kind == PeriodKind.Year;
    }
}
