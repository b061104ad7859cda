using System.Runtime.CompilerServices;

namespace Greenprint.Standards.Air.Columns;

/// <summary>HJ 633 in one edition as arrays: the sub-index of every concentration that can be reported, asked of the table once.</summary>
internal sealed class IndexLookup
{
    /// <summary>No sub-index, no AQI.</summary>
    internal const short None = -1;

    private static readonly ConditionalWeakTable<IndexTable, IndexLookup> Known = [];

    private readonly short[]?[] subIndex = new short[ColumnLayout.DayColumns][];
    private readonly short[] beyond = new short[ColumnLayout.DayColumns];
    private readonly int[] decimals = new int[ColumnLayout.DayColumns];
    private readonly byte[] levels;

    private IndexLookup(IndexTable table)
    {
        foreach (var (of, column, _, _) in table.Daily.Items.Where(entry => entry.Role == ReportRole.Decides))
        {
            var at = ColumnLayout.DayColumnOf(of);
            decimals[at] = table.Decimals(of.Item);
            var unit = ExactRounding.Power(decimals[at]);
            var last = table.Breakpoints.Single(points => points.Of == column).Points[^1].Concentration;
            subIndex[at] = [.. Enumerable.Range(0, (int)decimal.Floor(last * unit) + 1).Select(units => (short)(table.SubIndex(column, (decimal)units / unit) ?? None))];
            beyond[at] = (short)(table.SubIndex(column, last + 1) ?? None);
        }

        var largest = subIndex.Where(column => column is not null).Max(column => column!.Max());
        levels = [.. Enumerable.Range(0, Math.Max(Math.Max(largest, table.Least), beyond.Max()) + 1).Select(aqi => (byte)table.LevelOf(aqi).Level)];
        (PublishIncompleteAbove, PrimaryAbove, Least) = (table.Daily.PublishIncompleteAbove ?? int.MinValue, table.PrimaryAbove, (short)table.Least);
        Others = Enumerable.Range(0, ColumnLayout.Ozone).Where(at => subIndex[at] is not null).Aggregate(0, (bits, at) => bits | (1 << at));
    }

    /// <summary>An AQI with a missing item is published only above this.</summary>
    internal int PublishIncompleteAbove { get; }

    internal int PrimaryAbove { get; }

    /// <summary>The smallest AQI.</summary>
    internal short Least { get; }

    /// <summary>Bits of the entries without ozone's, each of which is needed; of ozone's entries any will do.</summary>
    internal int Others { get; }

    internal static IndexLookup Of(IndexTable table) => Known.GetValue(table, static of => new(of));

    internal bool Asks(int dayColumn) => subIndex[dayColumn] is not null;

    internal int Decimals(int dayColumn) => decimals[dayColumn];

    internal ReadOnlySpan<short> SubIndex(int dayColumn) => subIndex[dayColumn];

    internal short Beyond(int dayColumn) => beyond[dayColumn];

    internal byte Level(int aqi) => levels[aqi];
}
