namespace Greenprint.PlanText.Alignment;

/// <summary>Which clauses of two plans speak of the same: by pairs of characters, rare ones weighing more (余弦相似度).</summary>
internal static class ClauseAlignment
{
    /// <summary>Below it two clauses share only what every plan says: so it was in two city plans beside a province's, pair by pair.</summary>
    internal const double LeastLikeness = 0.11;

    // Bounds of the cost: a plan of 150 pages has 120 clauses, the longest of 6,000 characters.
    private const int MostClauses = 1_000;
    private const int MostCharacters = 8_000;
    private const int MostParagraphs = 60;
    private const int LongestQuote = 160;

    public static IReadOnlyList<ClausePair> Of(IReadOnlyList<ClauseToAlign> local, IReadOnlyList<ClauseToAlign> upper)
    {
        var (mine, theirs) = (Texts(local), Texts(upper));
        var weights = PairWeights.Of([.. mine.Concat(theirs).Select(text => text.Counts)]);
        var index = weights.Index([.. mine.Select(text => text.Counts)]);
        var pairs = new List<ClausePair>();
        foreach (var text in theirs)
        {
            if (index.Best(text.Counts) is { } best && best.Likeness >= LeastLikeness)
            {
                var (left, right) = Passages(mine[best.At], text, weights);
                pairs.Add(new ClausePair(left, right, decimal.Round((decimal)best.Likeness, 2, MidpointRounding.ToEven)));
            }
        }

        return pairs;
    }

    private static (ClausePassage Local, ClausePassage Upper) Passages(ClauseText local, ClauseText upper, PairWeights weights)
    {
        var left = local.Paragraphs.Take(MostParagraphs).ToArray();
        var index = weights.Index([.. left.Select(paragraph => CharacterPairs.Of(paragraph.Text))]);
        var (at, other, most) = (0, 0, -1.0);
        for (var i = 0; i < Math.Min(upper.Paragraphs.Count, MostParagraphs); i++)
        {
            if (index.Best(CharacterPairs.Of(upper.Paragraphs[i].Text)) is { } best && best.Likeness > most)
            {
                (at, other, most) = (best.At, i, best.Likeness);
            }
        }

        return (Passage(local, local.Paragraphs[at]), Passage(upper, upper.Paragraphs[other]));
    }

    private static ClausePassage Passage(ClauseText text, ClauseParagraph paragraph) => new(
        text.Heading.Id, text.Heading.Number, text.Heading.Title, paragraph.Page, paragraph.Text.Length <= LongestQuote ? paragraph.Text : paragraph.Text[..LongestQuote]);

    private static List<ClauseText> Texts(IReadOnlyList<ClauseToAlign> plan) =>
    [
        .. plan.Take(MostClauses).Select(clause =>
        {
            var text = string.Join('\n', clause.Paragraphs.Select(paragraph => paragraph.Text).Prepend(clause.Title));
            return new ClauseText(clause, clause.Paragraphs, CharacterPairs.Of(text.AsSpan(0, Math.Min(text.Length, MostCharacters))));
        }),
    ];

    private sealed record ClauseText(ClauseToAlign Heading, IReadOnlyList<ClauseParagraph> Paragraphs, Dictionary<int, int> Counts);
}
