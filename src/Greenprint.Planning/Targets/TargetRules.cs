using Greenprint.Planning.Packs;
using Greenprint.Quantities;

namespace Greenprint.Planning.Targets;

/// <summary>What a target must keep to, whoever sets it.</summary>
internal static class TargetRules
{
    /// <summary>What is wrong with a target and its steps; null when it is sound.</summary>
    public static Bilingual? Fault(Target target, IReadOnlyList<AnnualTarget> steps, DesiredDirection direction, Baseline? baseline) =>
        PackRules.OfTarget(target, direction, baseline) ?? PackRules.TwoSteps(steps) ?? (steps.Any(step => !PackRules.Fits(step.Value))
            ? ($"数值最多 {Plans.Figure.Places} 位小数。", $"A number has at most {Plans.Figure.Places} decimals.")
            : null);

    /// <summary>What is wrong with a baseline that is given for an indicator which has <paramref name="now"/>; null when it may be given.</summary>
    public static Bilingual? OfBaseline(Baseline given, Baseline? now, int start) => given switch
    {
        // Another one would change what was judged by it.
        _ when now?.Value is not null => ("指标已有基准值，不能改写。", "The indicator has its baseline, which is not written over."),
        _ when given.Value is null || !PackRules.Fits(given.Value) => ($"请填写基准值，最多 {Plans.Figure.Places} 位小数。", $"Give the figure of the base year, with {Plans.Figure.Places} decimals at most."),
        _ when given.Year < 1949 || given.Year > start => (FormattableString.Invariant($"基准年不晚于规划首年 {start} 年。"), FormattableString.Invariant($"The base year is not later than {start}, the first of the plan.")),
        _ => null,
    };
}
