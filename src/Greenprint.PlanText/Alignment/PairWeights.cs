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
        var spread = texts.SelectMany(text => text.Keys).CountBy(pair => pair);
        foreach (var (pair, count) in spread)
        {
            made.weights[pair] = Math.Log((1.0 + texts.Count) / count);
        }

        return made;
    }

    /// <summary>An index of texts to find the one most like another.</summary>
    public PairIndex Index(IReadOnlyList<Dictionary<int, int>> texts) => new([.. texts.Select(Vector)], Vector);

    // A pair that stands ten times says little more than one that stands twice.
    private Dictionary<int, double> Vector(Dictionary<int, int> counts)
    {
        var vector = counts.ToDictionary(pair => pair.Key, pair => Math.Sqrt(pair.Value) * weights.GetValueOrDefault(pair.Key));
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        return length == 0 ? [] : vector.ToDictionary(pair => pair.Key, pair => pair.Value / length);
    }
}

/// <summary>Texts by the pairs of characters in them: only texts that share a pair are ever compared.</summary>
internal sealed class PairIndex
{
    private readonly Dictionary<int, List<(int At, double Weight)>> postings = [];
    private readonly Func<Dictionary<int, int>, Dictionary<int, double>> vector;
    private readonly int count;

    public PairIndex(IReadOnlyList<Dictionary<int, double>> texts, Func<Dictionary<int, int>, Dictionary<int, double>> vector)
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
        var sums = new double[count];
        foreach (var (pair, weight) in vector(text))
        {
            foreach (var (at, other) in postings.GetValueOrDefault(pair, []))
            {
                sums[at] += weight * other;
            }
        }

        var best = -1;
        for (var i = 0; i < count; i++)
        {
            best = sums[i] > 0 && (best < 0 || sums[i] > sums[best]) ? i : best;
        }

        return best < 0 ? null : (best, Math.Min(1, sums[best]));
    }
}
