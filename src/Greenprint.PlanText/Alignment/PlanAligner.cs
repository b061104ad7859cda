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

    /// <inheritdoc cref="Align(PlanToAlign, PlanToAlign, bool)"/>
    public static PlanAlignment Align(PlanReading local, PlanReading upper) => Align(PlanToAlign.Of(local), PlanToAlign.Of(upper));

    /// <summary>Aligns two plans. Neither is changed; the same two give the same answer.</summary>
    /// <exception cref="ArgumentException">One of them has no indicators: see <see cref="Obstacle(PlanToAlign)"/>.</exception>
    /// <param name="local">The local plan.</param>
    /// <param name="upper">The plan that it is laid beside.</param>
    /// <param name="isAbove">False where that is a neighbour's: then the local plan follows nothing of it, and the reasons do not call it the upper one.</param>
    public static PlanAlignment Align(PlanToAlign local, PlanToAlign upper, bool isAbove = true)
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

        var pairs = Pairs(local.Indicators, upper.Indicators, new(isAbove));
        var summary = Enum.GetValues<AlignmentStatus>().ToDictionary(NameOf, status => pairs.Count(pair => pair.Status == status));
        return new PlanAlignment(local.Head, upper.Head, summary, pairs, ClauseAlignment.Of(local.Clauses, upper.Clauses));
    }

    /// <summary>Clauses of the upper plan with the local clause whose text is most like theirs, where one is like enough; indicators are not asked for.</summary>
    public static IReadOnlyList<ClausePair> AlignClauses(IReadOnlyList<ClauseToAlign> local, IReadOnlyList<ClauseToAlign> upper)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(upper);
        return ClauseAlignment.Of(local, upper);
    }

    internal static List<IndicatorPair> Pairs(IReadOnlyList<IndicatorItem> local, IReadOnlyList<IndicatorItem> upper, AlignmentReasons reasons)
    {
        var names = local.Select(IndicatorName.Of).ToArray();
        var others = upper.Select(IndicatorName.Of).ToArray();
        var partners = NamePairing.Of(names, others, local, upper);
        var pairs = new List<IndicatorPair>();
        for (var i = 0; i < upper.Count; i++)
        {
            pairs.Add(partners[i] is { } partner ? Pair(local[partner.Local], upper[i], names[partner.Local], others[i], partner.Likeness, reasons) : Alone(AlignmentStatus.Missing, null, upper[i], reasons.Missing));
        }

        var used = partners.Where(partner => partner is not null).Select(partner => partner!.Local).ToHashSet();
        pairs.AddRange(local.Where((_, i) => !used.Contains(i)).Select(item => Alone(AlignmentStatus.LocalOnly, item, null, reasons.LocalOnly)));
        return pairs;
    }

    private static IndicatorPair Pair(IndicatorItem local, IndicatorItem upper, IndicatorName localName, IndicatorName upperName, decimal likeness, AlignmentReasons reasons)
    {
        var outcome = TargetComparison.Of(local, upper, localName, upperName, reasons);
        var names = reasons.Names(local.Name, upper.Name, localName, upperName);
        var confidence = decimal.Round(likeness * Math.Min(local.Confidence, upper.Confidence) * outcome.Weight, 2, MidpointRounding.ToEven);
        return new IndicatorPair(outcome.Status, local, upper, confidence, outcome.Reason.Zh + names.Zh, outcome.Reason.En + names.En);
    }

    private static IndicatorPair Alone(AlignmentStatus status, IndicatorItem? local, IndicatorItem? upper, (string Zh, string En) reason) =>
        new(status, local, upper, (local ?? upper)!.Confidence, reason.Zh, reason.En);

    private static string NameOf(AlignmentStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
