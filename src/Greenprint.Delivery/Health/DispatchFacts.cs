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
    /// <summary>Subjects of items that go on in another one: they were called for.</summary>
    public IReadOnlySet<string> Merged { get; init; } = new HashSet<string>();


    /// <summary>Items that somebody has to do something about.</summary>
    public IEnumerable<ItemRow> Open => Items.Where(item => item.Stage != DispatchStage.Closed && !item.IsSuspended);

    /// <summary>What an item was called for by: its cycle, or that it stands alone.</summary>
    public Bilingual CallOf(ItemRow item) => item.Cycle is { } cycle ? CycleWords.Title(Cycles[cycle].ToPeriod()) : ("单项调度", "A single item");
}
