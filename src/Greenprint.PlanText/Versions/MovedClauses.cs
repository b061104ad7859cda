namespace Greenprint.PlanText.Versions;

/// <summary>Which clauses stand elsewhere: under another heading, or in another order. Of those that changed places the fewest possible are moved.</summary>
internal static class MovedClauses
{
    public static HashSet<int> Of(ComparedClause[] old, ComparedClause[] now, Pairing pairing)
    {
        var moved = new HashSet<int>();
        foreach (var siblings in Enumerable.Range(0, now.Length).Where(i => pairing.OldOf(i) is not null).GroupBy(i => now[i].Parent))
        {
            var parent = siblings.Key is { } above ? pairing.OldOf(above) : null;
            var (stayed, came) = (new List<int>(), new List<int>());
            foreach (var clause in siblings)
            {
                // Under a new heading nothing has stayed, though the plan's own top has always been there.
                var isThere = old[pairing.OldOf(clause)!.Value].Parent == parent && (siblings.Key is null || parent is not null);
                (isThere ? stayed : came).Add(clause);
            }

            moved.UnionWith(came);
            moved.UnionWith(stayed.Except(LongestRise(stayed, clause => pairing.OldOf(clause)!.Value)));
        }

        return moved;
    }

    /// <summary>A longest part of the list whose values rise (patience sorting).</summary>
    internal static List<int> LongestRise(IReadOnlyList<int> items, Func<int, int> value)
    {
        var (ends, before) = (new List<int>(), new int[items.Count]);
        for (var i = 0; i < items.Count; i++)
        {
            var (at, beyond) = (0, ends.Count);
            while (at < beyond)
            {
                var middle = (at + beyond) / 2;
                (at, beyond) = value(items[ends[middle]]) < value(items[i]) ? (middle + 1, beyond) : (at, middle);
            }

            before[i] = at == 0 ? -1 : ends[at - 1];
            if (at == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[at] = i;
            }
        }

        var rise = new List<int>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            rise.Add(items[i]);
        }

        rise.Reverse();
        return rise;
    }
}
