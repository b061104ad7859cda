using Greenprint.Platform;

namespace Greenprint.Delivery.Lists;

/// <summary>Names of units in a list: those of the day that is looked at; of a unit that was opened since, its name today.</summary>
internal sealed class UnitNames
{
    private readonly IReadOnlyList<UnitTree> trees;

    private UnitNames(params IReadOnlyList<UnitTree> trees) => this.trees = trees;

    public static async Task<UnitNames> Of(IUnits units, DateOnly? asOf, DateOnly today, CancellationToken cancellation)
    {
        var now = await units.Tree(null, today, cancellation);
        return asOf is { } day && day != today ? new(await units.Tree(null, day, cancellation), now) : new(now);
    }

    /// <summary>The name, else the id: of a unit that existed on neither day.</summary>
    public string this[string id] => trees.Select(tree => tree.Find(id)).FirstOrDefault(node => node is not null)?.Name.Here ?? id;
}
