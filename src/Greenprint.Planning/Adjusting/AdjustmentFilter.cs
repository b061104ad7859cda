using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Adjusting;

/// <summary>Which requests a list shows. It stands in the address, so that a list can be sent and kept as it is seen.</summary>
public sealed record AdjustmentFilter
{
    /// <summary>How they stand; null for all.</summary>
    public AdjustmentStanding? Standing { get; init; }

    /// <summary>What they are about; null for all.</summary>
    public AdjustmentSubjectKind? Kind { get; init; }

    /// <summary>Code of an indicator or a task; null for all.</summary>
    public string? Of { get; init; }

    /// <summary>Id of a unit whose opinion is asked; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The day whose record is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>By which column they are sorted; else the newest stand first.</summary>
    public GridSort Sort { get; init; }

    internal static AdjustmentFilter From(IQueryCollection query, DateOnly today) => new()
    {
        Standing = query["state"].ToString() switch { "open" => AdjustmentStanding.Open, "approved" => AdjustmentStanding.Approved, "ended" => AdjustmentStanding.Ended, _ => null },
        Kind = query["kind"].ToString() switch { "target" => AdjustmentSubjectKind.Target, "task" => AdjustmentSubjectKind.YearTask, "key-task" => AdjustmentSubjectKind.KeyTask, _ => null },
        Of = AddressQuery.Text(query["of"]),
        Unit = AddressQuery.Text(query["unit"]),
        AsOf = AsOfDay.Of(query["asOf"], today),
        Sort = GridSort.Of(query["sort"], AdjustmentList.Columns.Names),
    };

    /// <summary>The address's query. For all it is one too: an address without any opens with the view that its reader has chosen.</summary>
    internal string Query() => AddressQuery.Of(
        ("state", Standing is { } standing ? Word(standing) : null), ("kind", Kind is { } kind ? Word(kind) : null), ("of", Of), ("unit", Unit), ("asOf", AsOf is { } day ? AsOfDay.Text(day) : null), ("sort", Sort.Text))
        is { Length: > 0 } query ? query : "?state=";

    internal static string Word(AdjustmentStanding standing) => standing switch { AdjustmentStanding.Open => "open", AdjustmentStanding.Approved => "approved", _ => "ended" };

    internal static string Word(AdjustmentSubjectKind kind) => kind switch { AdjustmentSubjectKind.Target => "target", AdjustmentSubjectKind.KeyTask => "key-task", _ => "task" };

    internal bool Shows(Adjustment adjustment) =>
        (Standing is null || Standing == (adjustment.IsOpen ? AdjustmentStanding.Open : adjustment.IsApproved ? AdjustmentStanding.Approved : AdjustmentStanding.Ended))
        && (Kind is null || adjustment.Subject.Kind == Kind)
        && (Of is null || adjustment.Subject.Code == Of)
        && (Unit is null || adjustment.Asked.Contains(Unit));
}
