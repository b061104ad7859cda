using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;

namespace Greenprint.Delivery.Lists;

/// <summary>Where an item stands, as people read it.</summary>
/// <param name="Standing">In one word.</param>
/// <param name="Stage">How far along its rail it is, for sorting.</param>
/// <param name="Due">Its last day.</param>
/// <param name="Unit">Name of the unit in charge.</param>
/// <param name="Person">Name of the accountable person; null while nobody is named.</param>
/// <param name="Urged">How often it was urged.</param>
/// <param name="ReportedAt">When the report that counts was handed in; null where none was.</param>
/// <param name="Light">Its light.</param>
public sealed record ItemFace(string Standing, int Stage, DateOnly Due, string Unit, string? Person, int Urged, DateTimeOffset? ReportedAt, LightView Light)
{
    /// <summary>The standing with how often it was urged.</summary>
    public string Full => Urged == 0 ? Standing : Bilingual.EnglishHere ? $"{Standing} (urged {Urged}×)" : $"{Standing}（催办 {Urged} 次）";
}

/// <summary>An item of a list: as it stood on the day that is looked at, beside now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cycle">Title of its cycle; null for an item of its own.</param>
/// <param name="Then">Of the day; null for what came since. Of now where the list is of now.</param>
/// <param name="Now">As it stands now.</param>
/// <param name="IsGone">True where it was refused or merged since the day.</param>
public sealed record ItemLine(string Id, Bilingual Title, Bilingual? Cycle, ItemFace? Then, ItemFace Now, bool IsGone)
{
    /// <summary>The face that the list shows: the earlier where there is one.</summary>
    public ItemFace Shown => Then ?? Now;

    /// <summary>What differs between the day and now.</summary>
    public IReadOnlyList<(Bilingual Name, string? Was, string? Now)> Cells => Then is not { } then ? [] :
    [
        (("环节", "Stage"), then.Full, Now.Full), (("期限", "Due"), Times.Day(then.Due), Times.Day(Now.Due)), (("责任单位", "Unit"), then.Unit, Now.Unit), (("责任人", "Person"), then.Person, Now.Person),
    ];

    /// <summary>True where something differs.</summary>
    public bool IsChanged => Cells.Any(cell => (cell.Was ?? "") != (cell.Now ?? ""));

    /// <summary>What was done since the day, in words; empty for nothing.</summary>
    public string Since => Then is null ? SinceThen.Added.Here : SinceThen.Say(Cells);
}

/// <summary>Items of the dispatch that a filter shows. The pages and their files read this and nothing else.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Lines">The items in the order in which they are shown.</param>
/// <param name="Units">The units by which they can be filtered.</param>
internal sealed record ItemList(PlanSummary Plan, ItemFilter Filter, IReadOnlyList<ItemLine> Lines, IReadOnlyList<(string Id, string Name)> Units)
{
    /// <summary>More lines than anybody reads on a page; the files have all of them.</summary>
    public const int Most = 1000;

    /// <summary>The lines that a page shows.</summary>
    public IReadOnlyList<ItemLine> OnPage => Lines.Count > Most ? [.. Lines.Take(Most)] : Lines;

    /// <summary>By which columns it can be sorted.</summary>
    public static GridColumns<ItemLine> Columns { get; } = new(
        ("title", line => line.Title.Here),
        ("unit", line => line.Shown.Unit),
        ("person", line => line.Shown.Person),
        ("stage", line => line.Shown.Stage),
        ("due", line => line.Shown.Due),
        ("light", line => line.Shown.Light.DaysLeft));

    public bool IsPast => Filter.AsOf is not null;

    /// <summary>How many there are now, or were on the day.</summary>
    public int Count => Lines.Count(line => line.Then is not null);

    public string UnitName(string id) => Units.FirstOrDefault(unit => unit.Id == id).Name ?? id;
}
