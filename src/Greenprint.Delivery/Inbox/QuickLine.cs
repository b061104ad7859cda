using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Reports;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Inbox;

/// <summary>An item that a number and a sentence may answer, in its line of the inbox (P6).</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Seen">The version that is seen; a report on another one is refused.</param>
/// <param name="Unit">Unit of the quantity; null where nothing is counted.</param>
/// <param name="Asked">What the year asks for, or null.</param>
public sealed record QuickLine(string Item, Bilingual Title, int Seen, string? Unit, decimal? Asked)
{
    /// <summary>Quantity of the last approved report about the same, or null.</summary>
    public decimal? LastQuantity { get; init; }

    /// <summary>Its text; null where there is none.</summary>
    public string? LastText { get; init; }

    /// <summary>Which line opens after the report on another one: the next that takes a report here, in the order in which they are shown; else the first that does.</summary>
    /// <param name="shown">Ids of all lines in their order.</param>
    /// <param name="taking">Ids of those that take a report here.</param>
    /// <param name="at">Id of the item that comes next; null where nothing is to open.</param>
    internal static string? Opening(IReadOnlyList<string> shown, IReadOnlySet<string> taking, string? at) =>
        at is null ? null : shown.SkipWhile(item => item != at).Concat(shown).FirstOrDefault(taking.Contains);

    /// <summary>Null for an item that wants more: it is to be signed for first, was begun or returned, or is a figure, which may want its proof.</summary>
    internal static QuickLine? Of(WorkLine line, IReadOnlySet<string> begun, ReportRow? last) =>
        line.Choices is { CanSign: false, CanSubmit: true, Lock: null, State: ReportState.Draft } && !FigureCalls.IsFigure(line.Row.Subject) && !begun.Contains(line.Row.Id)
            ? new(line.Row.Id, line.Row.Title, line.Stored.Item.Version, line.Row.QuantityUnit, ReportForm.Trimmed(line.Row.Quantity))
            {
                LastQuantity = ReportForm.Trimmed(last?.Quantity),
                LastText = last?.Text,
            }
            : null;
}
