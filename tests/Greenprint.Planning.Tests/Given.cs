using Greenprint.Quantities;

namespace Greenprint.Planning.Tests;

/// <summary>Indicators for tests: a plan of 2021 to 2025 with the baseline of 2020, unless said otherwise.</summary>
internal static class Given
{
    public static IndicatorView Indicator(
        TargetKind kind,
        decimal? target = null,
        decimal? baseline = null,
        DesiredDirection direction = DesiredDirection.Up,
        decimal? upper = null,
        int decimals = 1,
        string unit = "%",
        string? document = null,
        int year = 2025,
        int? from = null,
        bool withBaseline = true,
        IndicatorDecision? decision = null,
        Target? original = null,
        params (int Year, decimal Value)[] steps) => new(
            "p", "i", ("指标", "indicator"), "g", unit, decimals, direction, null, [], null, [], ValueOrigin.Reported, null,
            withBaseline ? new Baseline(2020, baseline, ("基准", "baseline")) : null,
            new Target(kind, year, target, upper, ("目标", "target"), document, from),
            original,
            [.. steps.Select(step => new AnnualTarget(step.Year, step.Value))],
            null,
            decision);

    public static ActualValue Year(int year, decimal value) => new(Period.OfYear(year), value);

    public static ActualValue To(int year, int month, decimal value) => new(Period.OfYearTo(year, month), value);

    public static DateOnly Day(int year, int month = 6, int day = 28) => new(year, month, day);

    /// <summary>Judged in the middle of the year after the newest value, or of the running year.</summary>
    public static Standing Judge(this IndicatorView indicator, DateOnly asOf, params ActualValue[] values) =>
        IndicatorStates.Judge(indicator, values, PlanThresholds.Default, asOf);

    public static IndicatorState State(this IndicatorView indicator, DateOnly asOf, params ActualValue[] values) => indicator.Judge(asOf, values).State;
}
