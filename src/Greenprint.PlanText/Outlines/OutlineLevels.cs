namespace Greenprint.PlanText.Outlines;

/// <summary>The level of each style: one more than that of the deepest style it is ever found under.</summary>
/// <remarks>
/// So a （一） that stands directly under a 章 keeps the level it has under the 节 of other chapters: the style says the level, as readers see it.
/// </remarks>
internal static class OutlineLevels
{
    public static Dictionary<double, int> Of(IReadOnlyList<DecidedHeading> headings)
    {
        var parents = new Dictionary<double, Dictionary<double, int>>();
        var counts = headings.GroupBy(heading => heading.Rank).ToDictionary(rank => rank.Key, rank => rank.Count());
        var open = new Stack<double>();
        foreach (var heading in headings)
        {
            while (open.Count > 0 && open.Peek() >= heading.Rank)
            {
                open.Pop();
            }

            if (open.Count > 0)
            {
                var found = parents.TryGetValue(heading.Rank, out var known) ? known : parents[heading.Rank] = [];
                found[open.Peek()] = found.GetValueOrDefault(open.Peek()) + 1;
            }

            open.Push(heading.Rank);
        }

        var levels = new Dictionary<double, int>();
        foreach (var rank in counts.Keys.Order())
        {
            // One stray heading among many must not push a whole style down.
            var under = parents.GetValueOrDefault(rank, []).Where(parent => parent.Value * 20 >= counts[rank] || counts[rank] < 8).Select(parent => levels[parent.Key]);
            levels[rank] = under.DefaultIfEmpty(0).Max() + 1;
        }

        return levels;
    }
}
