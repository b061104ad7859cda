using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Health;

/// <summary>What the dispatch knows of a plan when it is examined.</summary>
/// <param name="Items">Its items that did not end otherwise.</param>
/// <param name="Cycles">Its cycles, by id.</param>
/// <param name="Reported">Ids of items for which a report was ever handed in: a returned one is no silence.</param>
/// <param name="Proofs">Class of each proof that stands, by item.</param>
internal sealed record DispatchFacts(
    IReadOnlyList<ItemRow> Items, IReadOnlyDictionary<string, CycleRow> Cycles, IReadOnlySet<string> Reported, ILookup<string, EvidenceClass> Proofs)
{
    /// <summary>Of items that were merged into another one: their subject, and the item in which they go on.</summary>
    public IReadOnlyList<(string Subject, ItemRow Item)> Merged { get; init; } = [];

    /// <summary>The items by which a task is called for: its own, and those into which its own were merged.</summary>
    public ILookup<string, ItemRow> ByTask => Items.Select(item => (item.Subject, Item: item)).Concat(Merged).ToLookup(one => one.Subject, one => one.Item, StringComparer.Ordinal);

    /// <summary>Items that somebody has to do something about.</summary>
    public IEnumerable<ItemRow> Open => Items.Where(item => item.Stage != DispatchStage.Closed && !item.IsSuspended);

    /// <summary>What an item was called for by: its cycle, or that it stands alone.</summary>
    public Bilingual CallOf(ItemRow item) => item.Cycle is { } cycle ? CycleWords.Title(Cycles[cycle].ToPeriod()) : ("单项调度", "A single item");
}
