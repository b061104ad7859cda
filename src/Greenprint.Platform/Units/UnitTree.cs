namespace Greenprint.Platform;

/// <summary>Units and who stands above whom. A unit whose unit above is not among them is at the top; a circle in the data ends the walk.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<string, Organization> known;
    private readonly ILookup<string?, Organization> below;

    /// <summary>The tree of <paramref name="units"/>.</summary>
    public UnitTree(IEnumerable<Organization> units)
    {
        known = units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        below = known.Values
            .OrderBy(unit => Rank(unit.Kind)).ThenBy(unit => unit.Region, StringComparer.Ordinal).ThenBy(unit => unit.Id, StringComparer.Ordinal)
            .ToLookup(unit => unit.Parent is { } parent && known.ContainsKey(parent) ? parent : null);
        InOrder = [.. Ordered()];
    }

    /// <summary>All units, each after the one above it, with its depth; 0 is the top.</summary>
    public IReadOnlyList<UnitNode> InOrder { get; }

    /// <summary>The unit, or null when it is not among them.</summary>
    public Organization? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>The units right below.</summary>
    public IEnumerable<Organization> Below(string id) => below[id];

    /// <summary>The unit and all below it; empty when it is not among them.</summary>
    public IReadOnlySet<string> WithBelow(string id)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Stack<string> open = new(known.ContainsKey(id) ? [id] : []);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var unit in below[next])
                {
                    open.Push(unit.Id);
                }
            }
        }

        return found;
    }

    private static int Rank(OrgLevel kind) => OrgLevels.InOrder.TakeWhile(other => other != kind).Count();

    private IEnumerable<UnitNode> Ordered()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<UnitNode> open = new(below[null].Reverse().Select(unit => new UnitNode(unit, 0)));
        while (open.TryPop(out var node))
        {
            if (seen.Add(node.Unit.Id))
            {
                yield return node;
                foreach (var unit in below[node.Unit.Id].Reverse())
                {
                    open.Push(new(unit, node.Depth + 1));
                }
            }
        }

        // Units in a circle hang on nothing; they are shown rather than lost.
        foreach (var unit in known.Values.Where(unit => !seen.Contains(unit.Id)).OrderBy(unit => unit.Id, StringComparer.Ordinal))
        {
            yield return new(unit, 0);
        }
    }
}

/// <summary>A unit in its tree.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Depth">How many units stand above it in the tree.</param>
public sealed record UnitNode(Organization Unit, int Depth);
