using Greenprint.Standards;
using Greenprint.Standards.Classes;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>The columns of values that a standard knows: its items by code, official name, and the other names of official texts.</summary>
internal static class KnownColumns
{
    internal static IReadOnlyList<KnownColumn> Of(ClassTable table) =>
    [
        .. table.Limits.Where(limit => limit.Option.Length == 0).Select(limit => Of(limit.Item, limit.Unit.Symbol)),
        .. table.Sums.SelectMany(sum => sum.Parts.Select(part => Of(part, table.For(sum.Item.Code)!.Unit.Symbol))).Where(part => table.For(part.Code) is null),
    ];

    internal static KnownColumn Of(StandardItem item, string unit) => new(item.Code, unit, [item.Name.Zh, item.Name.En ?? "", item.Symbol, .. item.Also]);
}
