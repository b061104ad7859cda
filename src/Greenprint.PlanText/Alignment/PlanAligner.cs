using System.Text.Json;
using Greenprint.Quantities;

namespace Greenprint.PlanText.Alignment;

/// <summary>Lays a local plan beside the plan above it (规划衔接): what is carried, tightened, weakened, missing.</summary>
public static class PlanAligner
{
    /// <summary>What forbids an alignment: a plan without indicators. Null where there is none.</summary>
    public static Finding? Obstacle(PlanReading plan) => Obstacle(PlanToAlign.Of(plan));

    /// <inheritdoc cref="Obstacle(PlanReading)"/>
    public static Finding? Obstacle(PlanToAlign plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Indicators.Count == 0 ? PlanTextFindings.NothingToAlign() with { Place = plan.Head.Source is { } source ? new FindingPlace(source.Name) : null } : null;
    }

    /// <inheritdoc cref="Align(PlanToAlign, PlanToAlign)"/>
    public static PlanAlignment Align(PlanReading local, PlanReading upper) => Align(PlanToAlign.Of(local), PlanToAlign.Of(upper));

    /// <summary>Aligns two plans. Neither is changed; the same two give the same answer.</summary>
    /// <exception cref="ArgumentException">One of them has no indicators: see <see cref="Obstacle(PlanToAlign)"/>.</exception>
    public static PlanAlignment Align(PlanToAlign local, PlanToAlign upper)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(upper);
        foreach (var plan in new[] { local, upper })
        {
            if (Obstacle(plan) is { } obstacle)
            {
                throw new ArgumentException(obstacle.ToString());
            }
        }

        var pairs = Pairs(local.Indicators, upper.Indicators);
        var summary = Enum.GetValues<AlignmentStatus>().ToDictionary(NameOf, status => pairs.Count(pair => pair.Status == status));
        return new PlanAlignment(local.Head, upper.Head, summary, pairs, ClauseAlignment.Of(local.Clauses, upper.Clauses));
    }

    internal static List<IndicatorPair> Pairs(IReadOnlyList<IndicatorItem> local, IReadOnlyList<IndicatorItem> upper)
    {
        var names = local.Select(IndicatorName.Of).ToArray();
        var partners = NamePairing.Of(names, [.. upper.Select(IndicatorName.Of)], local, upper);
        var pairs = new List<IndicatorPair>();
        for (var i = 0; i < upper.Count; i++)
        {
            pairs.Add(partners[i] is { } partner ? Pair(local[partner.Local], upper[i], names[partner.Local], IndicatorName.Of(upper[i]), partner.Likeness) : Alone(AlignmentStatus.Missing, null, upper[i]));
        }

        var used = partners.Where(partner => partner is not null).Select(partner => partner!.Local).ToHashSet();
        pairs.AddRange(local.Where((_, i) => !used.Contains(i)).Select(item => Alone(AlignmentStatus.LocalOnly, item, null)));
        return pairs;
    }

    private static IndicatorPair Pair(IndicatorItem local, IndicatorItem upper, IndicatorName localName, IndicatorName upperName, decimal likeness)
    {
        var outcome = TargetComparison.Of(local, upper, localName, upperName);
        var names = AlignmentReasons.Names(local.Name, upper.Name, localName, upperName);
        var confidence = decimal.Round(likeness * Math.Min(local.Confidence, upper.Confidence) * outcome.Weight, 2, MidpointRounding.ToEven);
        return new IndicatorPair(outcome.Status, local, upper, confidence, outcome.Reason.Zh + names.Zh, outcome.Reason.En + names.En);
    }

    private static IndicatorPair Alone(AlignmentStatus status, IndicatorItem? local, IndicatorItem? upper)
    {
        var reason = status == AlignmentStatus.Missing ? AlignmentReasons.Missing : AlignmentReasons.LocalOnly;
        return new IndicatorPair(status, local, upper, (local ?? upper)!.Confidence, reason.Zh, reason.En!);
    }

    private static string NameOf(AlignmentStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
