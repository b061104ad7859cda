namespace Greenprint.PlanText.Alignment;

/// <summary>How much a pair of characters says: the fewer texts have it, the more.</summary>
internal sealed class PairWeights
{
    private readonly Dictionary<int, double> weights = [];

    private PairWeights()
    {
    }

    public static PairWeights Of(IReadOnlyList<Dictionary<int, int>> texts)
    {
        var made = new PairWeights();
        foreach (var (pair, count) in Spread(texts))
        {
            made.weights[pair] = Math.Log((1.0 + texts.Count) / count);
        }

        return made;
    }

    /// <summary>Weights for two versions of the same texts: a pair that one text of each has stands once, not twice.</summary>
    public static PairWeights OfVersions(IReadOnlyList<Dictionary<int, int>> before, IReadOnlyList<Dictionary<int, int>> after)
    {
        var made = new PairWeights();
        var (old, now) = (Spread(before).ToDictionary(), Spread(after).ToDictionary());
        foreach (var pair in old.Keys.Union(now.Keys))
        {
            made.weights[pair] = Math.Log((1.0 + Math.Max(before.Count, after.Count)) / Math.Max(old.GetValueOrDefault(pair), now.GetValueOrDefault(pair)));
        }

        return made;
    }

    /// <summary>An index of texts to find the one most like another.</summary>
    public PairIndex Index(IReadOnlyList<Dictionary<int, int>> texts) => new([.. texts.Select(Vector)], Vector);

    private static IEnumerable<KeyValuePair<int, int>> Spread(IReadOnlyList<Dictionary<int, int>> texts) => texts.SelectMany(text => text.Keys).CountBy(pair => pair);

    // A pair that stands ten times says little more than one that stands twice. In one order, so that a sum over two texts is the same whichever comes first.
    private (int Pair, double Weight)[] Vector(Dictionary<int, int> counts)
    {
        var vector = counts.OrderBy(pair => pair.Key).Select(pair => (Pair: pair.Key, Weight: Math.Sqrt(pair.Value) * weights.GetValueOrDefault(pair.Key))).ToArray();
        var length = Math.Sqrt(vector.Sum(pair => pair.Weight * pair.Weight));
        return length == 0 ? [] : [.. vector.Select(pair => (pair.Pair, pair.Weight / length))];
    }
}

/// <summary>Texts by the pairs of characters in them: only texts that share a pair are ever compared.</summary>
internal sealed class PairIndex
{
    private readonly Dictionary<int, List<(int At, double Weight)>> postings = [];
    private readonly Func<Dictionary<int, int>, (int Pair, double Weight)[]> vector;
    private readonly int count;

    public PairIndex(IReadOnlyList<(int Pair, double Weight)[]> texts, Func<Dictionary<int, int>, (int Pair, double Weight)[]> vector)
    {
        (count, this.vector) = (texts.Count, vector);
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var (pair, weight) in texts[i])
            {
                if (!postings.TryGetValue(pair, out var list))
                {
                    postings[pair] = list = [];
                }

                list.Add((i, weight));
            }
        }
    }

    /// <summary>The text most like this one, the first of equals; null where none shares anything with it.</summary>
    public (int At, double Likeness)? Best(Dictionary<int, int> text)
    {
        var sums = Likenesses(text);
        var best = -1;
        for (var i = 0; i < count; i++)
        {
            best = sums[i] > 0 && (best < 0 || sums[i] > sums[best]) ? i : best;
        }

        return best < 0 ? null : (best, sums[best]);
    }

    /// <summary>How like this one every text is, from 0 to 1.</summary>
    public double[] Likenesses(Dictionary<int, int> text)
    {
        var sums = new double[count];
        foreach (var (pair, weight) in vector(text))
        {
            if (postings.TryGetValue(pair, out var list))
            {
                foreach (var (at, other) in list)
                {
                    sums[at] += weight * other;
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            sums[i] = Math.Min(1, sums[i]);
        }

        return sums;
    }
}
