using Greenprint.Planning.Packs;

namespace Greenprint.Planning;

/// <summary>A pack as a plan that is not in the store: for computing a shipped binding without keeping it.</summary>
public static class PlanPackViews
{
    /// <summary>The plan that the pack describes, with the targets now in force.</summary>
    public static PlanView ToView(this PlanPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new(
            new(pack.Id, pack.Region, pack.Title, pack.Start, pack.End, pack.Status, pack.Demo, pack.UpperPlan),
            pack.Goals, pack.Groups, pack.Clauses, pack.KeyTasks, pack.Safeguards, [.. pack.Indicators.Select(indicator => Of(pack.Id, pack.Start, indicator))])
        {
            Projects = pack.Projects,
            Measures = pack.Measures,
            Thresholds = pack.Thresholds ?? PlanThresholds.Default,
        };
    }

    internal static IndicatorView Of(string plan, int start, PackIndicator indicator)
    {
        var adopted = PackReading.TargetOf(start, indicator.Target);
        var revision = indicator.Revisions.Count == 0 ? null : indicator.Revisions[^1];
        return new(
            plan, indicator.Code, indicator.Name, indicator.Group, indicator.Unit, indicator.Decimals,
            PackReading.DirectionOf(indicator) ?? DesiredDirection.None, indicator.Nature, indicator.KeyTasks, indicator.Lead, indicator.Support,
            indicator.Deciding, indicator.Method, PackReading.BaselineOf(indicator),
            revision is null ? adopted : PackReading.TargetOf(start, revision.Target), revision is null ? null : adopted,
            indicator.Revisions.LastOrDefault(one => one.Steps is not null)?.Steps ?? indicator.Steps, indicator.Definition, indicator.Decision);
    }
}
