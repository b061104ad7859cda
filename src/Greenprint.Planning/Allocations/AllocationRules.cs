using Greenprint.Planning.Plans;
using Greenprint.Quantities;

namespace Greenprint.Planning.Allocations;

/// <summary>What an allocation must keep to. Whether its shares make the target is no rule: that is shown, and a person decides.</summary>
internal static class AllocationRules
{
    private const int LongestWhy = 300;

    public static IEnumerable<(string Field, Bilingual Why)> Check(
        PlanSummary plan, IndicatorView indicator, int year, AllocationTo to, AllocationContent content, TargetAllocation? now, IReadOnlySet<string> subjects)
    {
        if (plan.Status != PlanStatus.InForce)
        {
            yield return ("", ("规划生效期间才能分解目标。", "Targets are allocated while the plan is in force."));
        }

        if (year < plan.Start || year > indicator.Target.Year)
        {
            yield return ("year", (FormattableString.Invariant($"年度应在 {plan.Start} 至 {indicator.Target.Year} 年之间。"), FormattableString.Invariant($"The year lies between {plan.Start} and {indicator.Target.Year}.")));
        }

        if (content.Parts.FirstOrDefault(part => !subjects.Contains(part.Subject)) is { } unknown)
        {
            yield return ("parts", (to == AllocationTo.Areas ? $"没有地区“{unknown.Subject}”。" : $"没有单位“{unknown.Subject}”。", to == AllocationTo.Areas ? $"There is no area '{unknown.Subject}'." : $"There is no unit '{unknown.Subject}'."));
        }

        if (content.Parts.Select(part => part.Subject).Distinct(StringComparer.Ordinal).Count() != content.Parts.Count)
        {
            yield return ("parts", ("同一地区或单位只列一次。", "Each area or unit stands once."));
        }

        if (content.Parts.All(part => part.Value is null))
        {
            yield return ("parts", ("请至少填写一个数值；零也是数值。", "Give at least one figure; zero is a figure."));
        }

        if (content.Parts.Any(part => !Fits(part.Value) || !Fits(part.Weight)))
        {
            yield return ("parts", ($"数值最多 {Figure.Places} 位小数。", $"A number has at most {Figure.Places} decimals."));
        }

        if (content.Parts.Any(part => part.Weight is <= 0) || content.Parts.Select(part => part.Weight is null).Distinct().Count() > 1)
        {
            yield return ("parts", ("权重应大于零，并且每一行都填或都不填（都不填按简单平均）。", "Weights are above zero, and every row has one or none has (then it is the plain mean)."));
        }

        if (content.Rule == CombinationRule.Worst && indicator.Direction == DesiredDirection.None)
        {
            yield return ("rule", ("这个指标没有好坏方向，不能取最差。", "This indicator has no better side, so there is no worst share."));
        }

        if (content.Why.Length is 0 or > LongestWhy)
        {
            yield return ("why", ($"请填写依据，不超过 {LongestWhy} 字。", $"Give the grounds, in {LongestWhy} signs at most."));
        }

        if (now is { Content: var before } && before.Rule == content.Rule && before.Document == content.Document && before.Parts.SequenceEqual(content.Parts))
        {
            yield return ("", ("没有改动，无须保存。", "Nothing was changed."));
        }
    }

    private static bool Fits(decimal? value) => value is not { } number || Figure.Fits(number);
}
