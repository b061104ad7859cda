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
}
