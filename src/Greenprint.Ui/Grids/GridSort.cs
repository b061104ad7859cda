using System.Collections.Frozen;

namespace Greenprint.Ui.Grids;

/// <summary>By which column a list is sorted, as it stands in the address: <c>sort=due</c>, or <c>sort=-due</c> from the other end; empty for the list's own order.</summary>
/// <param name="Column">Name of the column; empty for none.</param>
/// <param name="IsDescending">From the other end.</param>
public readonly record struct GridSort(string Column, bool IsDescending)
{
    /// <summary>The list's own order.</summary>
    public static GridSort None => new("", false);

    /// <summary>True where a column decides.</summary>
    public bool IsChosen => !string.IsNullOrEmpty(Column);

    /// <summary>What an address says, as far as the list has such a column.</summary>
    public static GridSort Of(string? text, IReadOnlyCollection<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var column = text is ['-', .. var rest] ? rest : text ?? "";
        return columns.Contains(column) ? new(column, text is ['-', ..]) : None;
    }

    /// <summary>As it stands in an address; null where nothing does.</summary>
    public string? Text => !IsChosen ? null : IsDescending ? "-" + Column : Column;

    /// <summary>What a press on the head of a column asks for: first one way, then the other, then the list's own order again.</summary>
    public GridSort Next(string column) => Column != column ? new(column, false) : IsDescending ? None : new(column, true);

    /// <summary>The value of <c>aria-sort</c> for a column.</summary>
    public string AriaOf(string column) => Column != column ? "none" : IsDescending ? "descending" : "ascending";

    /// <summary>Rows in this order. Rows that are equal in the column keep the order they had, and what has no value stands last either way.</summary>
    public IReadOnlyList<T> Order<T>(IReadOnlyList<T> rows, GridColumns<T> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (!IsChosen || !columns.TryGet(Column, out var value))
        {
            return rows;
        }

        var filled = rows.Where(row => value(row) is not null);
        return [.. IsDescending ? filled.OrderByDescending(value, GridOrder.Instance) : filled.OrderBy(value, GridOrder.Instance), .. rows.Where(row => value(row) is null)];
    }
}

/// <summary>The columns by which a list can be sorted, each with what it compares; null where a row has nothing there.</summary>
public sealed class GridColumns<T>(params (string Column, Func<T, IComparable?> Value)[] columns)
{
    private readonly FrozenDictionary<string, Func<T, IComparable?>> values = columns.ToFrozenDictionary(one => one.Column, one => one.Value, StringComparer.Ordinal);

    /// <summary>Their names, as an address says them.</summary>
    public IReadOnlyCollection<string> Names => values.Keys;

    internal bool TryGet(string column, out Func<T, IComparable?> value) => values.TryGetValue(column, out value!);
}

// Texts as a reader of Chinese expects them, the same on every machine; everything else by its value.
internal sealed class GridOrder : IComparer<IComparable?>
{
    public static GridOrder Instance { get; } = new();

    public int Compare(IComparable? x, IComparable? y) => (x, y) is (string one, string other) ? string.CompareOrdinal(one, other) : Comparer<IComparable>.Default.Compare(x, y);
}
