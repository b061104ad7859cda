namespace Greenprint.PlanText.Versions;

/// <summary>Which of some old things each of some new things is: each in one pair at most. Turning old and new round turns every pair round.</summary>
internal sealed class Pairing(int before, int after)
{
    /// <summary>
    /// How many pairs are compared at most. Versions of real plans leave some ten thousand; a file of tens of thousands of headings would keep a server
    /// busy for hours.
    /// </summary>
    public const int MostCompared = 4_000_000;

    private readonly int?[] newOf = new int?[before];
    private readonly int?[] oldOf = new int?[after];

    public int? NewOf(int old) => newOf[old];

    public int? OldOf(int now) => oldOf[now];

    public IEnumerable<int> FreeOld => Enumerable.Range(0, newOf.Length).Where(i => newOf[i] is null);

    public IEnumerable<int> FreeNew => Enumerable.Range(0, oldOf.Length).Where(i => oldOf[i] is null);

    /// <summary>What is free on both sides, to compare each with each; nothing where that would be more pairs than allowed.</summary>
    public (int[] Old, int[] New) ToCompare(int most = MostCompared)
    {
        var (old, now) = (FreeOld.ToArray(), FreeNew.ToArray());
        return old.Length * (long)now.Length <= most ? (old, now) : ([], []);
    }

    /// <summary>Pairs what is free and has the same key: of equal ones the first with the first. A null key has no equal.</summary>
    public void PairEqual(Func<int, string?> oldKey, Func<int, string?> newKey)
    {
        var waiting = FreeOld.Select(i => (At: i, Key: oldKey(i))).Where(item => item.Key is not null)
            .GroupBy(item => item.Key!, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<int>(same.Select(item => item.At)), StringComparer.Ordinal);
        foreach (var now in FreeNew.ToArray())
        {
            if (newKey(now) is { } key && waiting.TryGetValue(key, out var queue) && queue.TryDequeue(out var old))
            {
                Pair(old, now);
            }
        }
    }

    /// <summary>Pairs what is free, the surest first. Of equal ones those that stand earlier; the order does not depend on which side is called old.</summary>
    /// <returns>How many pairs were made.</returns>
    public int SurestFirst(IEnumerable<(int Old, int New, double Likeness)> candidates)
    {
        var made = 0;
        foreach (var (old, now, _) in candidates.OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Old + pair.New).ThenBy(pair => Math.Abs(pair.Old - pair.New)))
        {
            if (newOf[old] is null && oldOf[now] is null)
            {
                Pair(old, now);
                made++;
            }
        }

        return made;
    }

    /// <summary>Everything once, in the order of the new; what is gone stands after what it followed.</summary>
    public IEnumerable<(int? Old, int? New)> InOrder()
    {
        foreach (var gone in GoneFrom(0))
        {
            yield return (gone, null);
        }

        for (var now = 0; now < oldOf.Length; now++)
        {
            yield return (oldOf[now], now);
            if (oldOf[now] is { } old)
            {
                foreach (var gone in GoneFrom(old + 1))
                {
                    yield return (gone, null);
                }
            }
        }
    }

    /// <summary>Only pairs that stand in the same order on both sides: as many as can be.</summary>
    public Pairing Rising()
    {
        var rising = new Pairing(newOf.Length, oldOf.Length);
        foreach (var now in MovedClauses.LongestRise([.. Enumerable.Range(0, oldOf.Length).Where(i => oldOf[i] is not null)], i => oldOf[i]!.Value))
        {
            rising.Pair(oldOf[now]!.Value, now);
        }

        return rising;
    }

    private void Pair(int old, int now) => (newOf[old], oldOf[now]) = (now, old);

    private IEnumerable<int> GoneFrom(int first) => Enumerable.Range(first, newOf.Length - first).TakeWhile(i => newOf[i] is null);
}
