namespace Greenprint.PlanText.Outlines;

/// <summary>The level of each style: one more than that of the deepest style it is ever found under, or beside.</summary>
/// <remarks>
/// So a （一） that stands directly under a 章 keeps the level it has under the 节 of other chapters: the style says the level, as readers see it.
/// A narrower style beside a wider one under the same heading is the wider one's child whose parent was lost.
/// </remarks>
internal static class OutlineLevels
{
    public static Dictionary<double, int> Of(IReadOnlyList<DecidedHeading> headings)
    {
        var parents = new Dictionary<double, Dictionary<double, int>>();
        var counts = headings.GroupBy(heading => heading.Rank).ToDictionary(rank => rank.Key, rank => rank.Count());
        var open = new Stack<(double Rank, HashSet<double> Children)>();
        foreach (var heading in headings)
        {
            while (open.Count > 0 && open.Peek().Rank >= heading.Rank)
            {
                Settle(open.Pop().Children);
            }

            if (open.TryPeek(out var parent))
            {
                Count(heading.Rank, parent.Rank);
                parent.Children.Add(heading.Rank);
            }

            open.Push((heading.Rank, []));
        }

        while (open.TryPop(out var last))
        {
            Settle(last.Children);
        }

        var levels = new Dictionary<double, int>();
        foreach (var rank in counts.Keys.Order())
        {
            // One stray heading among many must not push a whole style down.
            var under = parents.GetValueOrDefault(rank, []).Where(parent => parent.Value * 20 >= counts[rank] || counts[rank] < 8).Select(parent => levels[parent.Key]);
            levels[rank] = under.DefaultIfEmpty(0).Max() + 1;
        }

        return levels;

        void Settle(HashSet<double> siblings)
        {
            foreach (var (wider, narrower) in siblings.Order().Zip(siblings.Order().Skip(1)))
            {
                Count(narrower, wider);
            }
        }

        void Count(double rank, double parent)
        {
            var found = parents.TryGetValue(rank, out var known) ? known : parents[rank] = [];
            found[parent] = found.GetValueOrDefault(parent) + 1;
        }
    }
}
