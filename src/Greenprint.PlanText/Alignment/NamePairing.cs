using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Alignment;

/// <summary>The local indicator that an upper one was paired with.</summary>
/// <param name="Local">Its place among the local indicators.</param>
/// <param name="Likeness">From 0 to 1.</param>
internal sealed record NamePartner(int Local, decimal Likeness);

/// <summary>Which indicators of two plans are the same thing: each at most once, the surest pairs first.</summary>
internal static class NamePairing
{
    // Names of more than two thirds the same pairs of characters were other indicators in the plans at hand (雨水利用率, 再生水利用率).
    private const decimal LeastLikeness = 0.7m;

    public static NamePartner?[] Of(IndicatorName[] local, IndicatorName[] upper, IReadOnlyList<IndicatorItem> localItems, IReadOnlyList<IndicatorItem> upperItems)
    {
        var candidates = new List<(int Local, int Upper, decimal Likeness, bool SameTarget)>();
        for (var u = 0; u < upper.Length; u++)
        {
            for (var l = 0; l < local.Length; l++)
            {
                var likeness = Likeness(local[l], upper[u], localItems[l].Unit, upperItems[u].Unit);
                if (likeness > 0)
                {
                    candidates.Add((l, u, likeness, SameTarget(localItems[l], upperItems[u])));
                }
            }
        }

        var partners = new NamePartner?[upper.Length];
        var taken = new HashSet<int>();

        // Rows of one name (a target for each part of the region) find their equals by target, then by order.
        foreach (var (l, u, likeness, _) in candidates.OrderByDescending(pair => pair.Likeness).ThenByDescending(pair => pair.SameTarget).ThenBy(pair => pair.Upper).ThenBy(pair => pair.Local))
        {
            if (partners[u] is null && taken.Add(l))
            {
                partners[u] = new NamePartner(l, likeness);
            }
        }

        return partners;
    }

    /// <summary>How sure it is that two names mean the same thing; 0: they do not.</summary>
    internal static decimal Likeness(IndicatorName local, IndicatorName upper, string? localUnit, string? upperUnit)
    {
        if (local.Full == upper.Full)
        {
            return 1m;
        }

        // 陆域 beside 海域: one name, two places.
        if (local.Scope.Length > 0 && upper.Scope.Length > 0 && IndicatorName.MarksOf(local.Scope) != IndicatorName.MarksOf(upper.Scope))
        {
            return 0m;
        }

        var scope = local.Scope == upper.Scope ? 1m : 0.95m;
        if (local.Code is not null && local.Code == upper.Code)
        {
            return 0.97m * scope;
        }

        if (local.Stem == upper.Stem)
        {
            return local.IsReduction == upper.IsReduction ? 0.95m * scope : 0.85m * scope;
        }

        // Two indicators that the catalogue knows apart are never one for the likeness of their names.
        if (local.Code is not null && upper.Code is not null || local.Marks != upper.Marks || local.IsReduction != upper.IsReduction || UnitMeasure.Differ(localUnit, upperUnit))
        {
            return 0m;
        }

        var likeness = decimal.Round((decimal)CharacterPairs.Cosine(local.Base, upper.Base), 4, MidpointRounding.ToEven);
        return likeness >= LeastLikeness ? likeness * 0.9m : 0m;
    }

    private static bool SameTarget(IndicatorItem local, IndicatorItem upper) => local.Target is { } mine && upper.Target is { } theirs && TextFold.Key(mine.Text) == TextFold.Key(theirs.Text);
}
