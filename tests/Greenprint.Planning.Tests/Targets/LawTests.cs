using static Greenprint.Planning.IndicatorState;
using static Greenprint.Planning.Tests.Given;

namespace Greenprint.Planning.Tests.Targets;

/// <summary>Laws of the judgement: they hold for every indicator, not for chosen ones.</summary>
public sealed class LawTests
{
    private static readonly TargetKind[] Judged =
        [TargetKind.AtLeast, TargetKind.AtMost, TargetKind.Keep, TargetKind.Cumulative, TargetKind.AssignedBySuperior, TargetKind.Direction];

    private static readonly Gen<TargetKind> Kinds = Gen.Int[0, Judged.Length - 1].Select(i => Judged[i]);

    // One in five is no number.
    private static readonly Gen<decimal?> Number =
        Gen.Select(Gen.Int[-200, 200], Gen.Int[0, 4]).Select((tenths, which) => which == 0 ? null : (decimal?)(tenths / 10m));

    private static readonly Gen<decimal> Figure = Gen.Int[-2000, 2000].Select(hundredths => hundredths / 100m);

    /// <summary>Any indicator that an import would take, with a value for 2023 to be filled in.</summary>
    private static readonly Gen<IndicatorView> Indicators =
        from kind in Kinds
        from target in Number
        from baseline in Number
        from up in Gen.Bool
        from step in Number
        let direction = kind switch { TargetKind.AtLeast => DesiredDirection.Up, TargetKind.AtMost => DesiredDirection.Down, _ when up => DesiredDirection.Up, _ => DesiredDirection.Down }
        select Indicator(
            kind,
            kind is TargetKind.AtLeast or TargetKind.AtMost ? target ?? 0
                : kind == TargetKind.Cumulative ? up ? Math.Abs(target ?? 5) : target ?? 5
                : kind == TargetKind.Direction ? null : target,
            baseline,
            direction,
            document: kind == TargetKind.AssignedBySuperior ? "X" : null,
            steps: step is { } given ? [(2023, given)] : []);

    private static readonly IndicatorState[] WorstFirst = [Regressing, OffTrack, AtRisk, OnTrack];

    [Fact]
    public void A_better_value_never_gets_a_worse_state() =>
        Gen.Select(Indicators, Figure, Figure, Gen.Bool).Sample((indicator, one, other, isOver) =>
        {
            var (worse, better) = (Math.Min(one, other), Math.Max(one, other));
            if (indicator.Direction == DesiredDirection.Down)
            {
                (worse, better) = (better, worse);
            }

            return Rank(Of(indicator, worse, isOver)) <= Rank(Of(indicator, better, isOver));
        }, iter: 5_000);

    [Fact]
    public void Judging_twice_gives_the_same_answer() =>
        Gen.Select(Indicators, Figure).Sample((indicator, value) => Of(indicator, value, false) == Of(indicator, value, false));

    [Fact]
    public void Another_unit_changes_no_state() =>
        Gen.Select(Indicators, Figure, Gen.Int[1, 3], Gen.Bool).Sample((indicator, value, shift, isOver) =>
        {
            var factor = (decimal)Math.Pow(10, shift);
            var finer = indicator with
            {
                Decimals = indicator.Decimals + shift,
                Baseline = indicator.Baseline! with { Value = indicator.Baseline.Value / factor },
                Target = indicator.Target with { Value = indicator.Target.Value / factor },
                Steps = [.. indicator.Steps.Select(step => step with { Value = step.Value / factor })],
            };
            return Of(finer, value / factor, isOver).State == Of(indicator, value, isOver).State;
        }, iter: 5_000);

    [Fact]
    public void Leaving_a_year_out_of_a_sum_never_makes_it_look_behind() =>
        Gen.Select(Gen.Int[0, 40].Array[5], Gen.Int[0, 3], Gen.Int[1, 100]).Sample((amounts, left, total) =>
        {
            var sum = Indicator(TargetKind.Cumulative, total, decimals: 0);
            ActualValue[] all = [.. amounts.Select((amount, i) => Year(2021 + i, amount))];
            var without = sum.State(Day(2026), [.. all.Where((_, i) => i != left)]);
            return without is Unknown || (without is Achieved && sum.State(Day(2026), all) is Achieved);
        }, iter: 5_000);

    [Fact]
    public void No_value_is_never_a_zero() =>
        Indicators.Sample(indicator => IndicatorStates.Judge(indicator, [], PlanThresholds.Default, Day(2024)).State == Unknown);

    [Fact]
    public void Met_and_gap_say_the_same() =>
        Gen.Select(Indicators, Figure, Gen.Bool).Sample((indicator, value, isOver) =>
        {
            var standing = Of(indicator, value, isOver);
            return standing.Met is null || standing.Met == (standing.Gap <= 0);
        }, iter: 5_000);

    [Fact]
    public void Every_state_has_a_sentence_in_both_languages() =>
        Gen.Select(Indicators, Figure, Gen.Bool).Sample((indicator, value, isOver) =>
            Of(indicator, value, isOver).Why is { Zh: var zh, En: { } en } && zh.EndsWith('。') && en.EndsWith('.') && !en.Any(letter => letter is >= '一' and <= '龥'));

    private static Standing Of(IndicatorView indicator, decimal value, bool isOver)
    {
        // A sum needs its earlier years; zeros there leave the value as the whole sum.
        int[] before = indicator.Target.Kind != TargetKind.Cumulative ? [] : isOver ? [2021, 2022, 2023, 2024] : [2021, 2022];
        return IndicatorStates.Judge(
            indicator,
            [.. before.Select(year => Year(year, 0)), Year(isOver ? 2025 : 2023, value)],
            PlanThresholds.Default,
            isOver ? Day(2026) : Day(2024));
    }

    private static int Rank(Standing standing) => standing.State switch
    {
        NotAchieved => 0,
        Achieved => 1,
        Unknown => -1,
        var state => Array.IndexOf(WorstFirst, state),
    };
}
