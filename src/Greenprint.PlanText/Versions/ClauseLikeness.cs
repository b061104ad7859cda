using Greenprint.PlanText.Alignment;

namespace Greenprint.PlanText.Versions;

/// <summary>How sure it is that a clause of one version goes on in a clause of the other, although something of it changed.</summary>
internal static class ClauseLikeness
{
    // Half the text of a clause that was split in two has a likeness of 0.7, a third 0.58; two clauses of one plan on one subject have 0.1 to 0.3.
    private const double SameText = 0.5;
    private const double RelatedText = 0.3;
    private const double RelatedTitle = 0.5;
    private const double TitleAtItsNumber = 0.3;
    private const double TextUnderItsTitle = 0.15;

    /// <summary>All pairs of free clauses that may be the same one; none where too many are free.</summary>
    public static IEnumerable<(int Old, int New, double Likeness)> Candidates(ComparedClause[] before, ComparedClause[] after, Pairing pairing)
    {
        var weights = PairWeights.OfVersions([.. before.Select(clause => clause.Pairs)], [.. after.Select(clause => clause.Pairs)]);
        var (free, freeNew) = pairing.ToCompare();
        var index = weights.Index([.. free.Select(i => before[i].Pairs)]);
        foreach (var now in freeNew)
        {
            var texts = index.Likenesses(after[now].Pairs);
            for (var k = 0; k < free.Length; k++)
            {
                if (Of(before, free[k], after, now, texts[k]) is var likeness and > 0)
                {
                    yield return (free[k], now, likeness);
                }
            }
        }
    }

    private static double Of(ComparedClause[] before, int oldAt, ComparedClause[] after, int newAt, double text)
    {
        var (old, now) = (before[oldAt], after[newAt]);
        if (old.Clause.IsNamed || now.Clause.IsNamed)
        {
            return 0;
        }

        var title = old.Title == now.Title ? 1 : CharacterPairs.Cosine(old.TitlePairs, now.TitlePairs);
        var sameNumber = old.Clause.Number == now.Clause.Number;
        var sameParent = TitleOf(before, old.Parent) == TitleOf(after, now.Parent);
        var bothHaveText = old.Text.Length > 0 && now.Text.Length > 0;
        var atItsNumber = sameNumber && sameParent;
        var isLikely = bothHaveText
            ? text >= SameText || text >= RelatedText && (title >= RelatedTitle || atItsNumber) || title >= RelatedTitle && atItsNumber
                || title == 1 && (sameParent || sameNumber || text >= TextUnderItsTitle)
            : title == 1 || title >= RelatedTitle && sameParent || title >= TitleAtItsNumber && atItsNumber;
        return !isLikely ? 0
            : 0.6 * (bothHaveText ? text : title) + 0.25 * title + (sameNumber ? 0.05 : 0) + (sameParent ? 0.05 : 0) + 0.05 * (1 - Math.Abs(old.Place - now.Place));
    }

    private static string? TitleOf(ComparedClause[] clauses, int? at) => at is { } i ? clauses[i].Title : null;
}
