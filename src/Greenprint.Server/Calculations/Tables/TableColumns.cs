using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>A column of a table that a verb understands.</summary>
/// <param name="Code">Name by which the verb knows it.</param>
/// <param name="Index">Position in the row, from 0.</param>
/// <param name="Header">As the header writes it, for messages.</param>
/// <param name="Unit">Unit of the values as they are calculated with; null for a column without values.</param>
/// <param name="Shift">Power of ten from the unit that the header names to <paramref name="Unit"/>.</param>
internal sealed record TableColumn(string Code, int Index, string Header, string? Unit, int Shift);

/// <summary>A column that a verb would understand.</summary>
/// <param name="Code">Its name: <c>station</c>, <c>pm25</c>.</param>
/// <param name="Unit">Unit of its values; null for a column without values.</param>
/// <param name="Names">Other names that a header may have.</param>
internal sealed record KnownColumn(string Code, string? Unit = null, params IReadOnlyList<string> Names)
{
    /// <summary>The columns of items under their own codes.</summary>
    public static IEnumerable<KnownColumn> Of(IEnumerable<MeasuredItem> items) =>
        items.Select(item => new KnownColumn(item.Code, item.Unit, item.Name.Zh, item.Name.En ?? "", item.Symbol));
}

/// <summary>Which column of a table is what: by <c>--columns</c>, by name, or by an item's official name, with the unit that stands in brackets behind it.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<string, TableColumn> columns = new(StringComparer.Ordinal);

    private TableColumns(string name) => Name = name;

    /// <summary>The table, as findings name it.</summary>
    public string Name { get; }

    /// <summary>The columns of values, in the order of the header.</summary>
    public IReadOnlyList<TableColumn> Values => [.. columns.Values.Where(column => column.Unit is not null).OrderBy(column => column.Index)];

    /// <summary>The column, or null where the table has none.</summary>
    public TableColumn? this[string code] => columns.GetValueOrDefault(code);

    /// <summary>The column.</summary>
    /// <exception cref="RefusedException">The table has none.</exception>
    public TableColumn Needed(string code, IReadOnlyList<string> header) =>
        this[code] ?? throw new RefusedException(TableFindings.ColumnMissing(Name, code, header));

    /// <summary>Finds the columns of a header.</summary>
    /// <param name="name">The table, as findings name it.</param>
    /// <param name="header">Its first line.</param>
    /// <param name="asked">What <c>--columns</c> says: known name to header. A name that the verb does not know is ignored, as such a column is.</param>
    /// <param name="known">What the verb understands.</param>
    /// <param name="units">Units of the columns where a second header line gives them; else null.</param>
    /// <exception cref="RefusedException">A column that was asked for is not there, one stands there twice, or its unit is not understood.</exception>
    public static TableColumns Find(
        string name, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> asked, IReadOnlyList<KnownColumn> known, IReadOnlyList<string>? units = null)
    {
        var found = new TableColumns(name);
        var taken = new HashSet<int>();
        foreach (var (code, written) in asked)
        {
            var index = IndexOf(header, head => head == written) ?? IndexOf(header, head => head.Equals(written, StringComparison.OrdinalIgnoreCase))
                ?? throw new RefusedException(TableFindings.MappedColumnMissing(name, code, written, header));
            taken.Add(index);
            if (known.FirstOrDefault(column => column.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } column)
            {
                found.Add(column, index, header, units);
            }
        }

        for (var index = 0; index < header.Count; index++)
        {
            if (!taken.Contains(index) && Named(known, header[index]) is { } column && !asked.ContainsKey(column.Code))
            {
                found.Add(column, index, header, units);
            }
        }

        return found;
    }

    private void Add(KnownColumn column, int index, IReadOnlyList<string> header, IReadOnlyList<string>? units)
    {
        var head = header[index];
        var unit = units is not null && !string.IsNullOrWhiteSpace(units[index]) ? units[index].Trim() : ColumnHead.Split(head).Unit;
        var shift = 0;
        if (column.Unit is { } expected && unit is not null)
        {
            shift = Units.Shift(unit, expected) ?? throw new RefusedException(TableFindings.UnknownUnit(Name, head, unit, expected));
        }

        if (!columns.TryAdd(column.Code, new(column.Code, index, head, column.Unit, shift)))
        {
            throw new RefusedException(TableFindings.ColumnTwice(Name, column.Code, columns[column.Code].Header, head));
        }
    }

    private static KnownColumn? Named(IReadOnlyList<KnownColumn> known, string head)
    {
        var bare = Plain(ColumnHead.Split(head).Name);
        return known.FirstOrDefault(column => column.Code.Equals(head, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(column => bare == Plain(column.Code) || column.Names.Any(name => bare == Plain(name)));
    }

    // PM₂.₅ and PM2.5, NH₃-N and nh3-n, "pH 值" and "pH值" are the same names.
    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Where(sign => sign != ' ').Select(sign => sign is >= '₀' and <= '₉' ? (char)(sign - '₀' + '0') : sign));

    private static int? IndexOf(IReadOnlyList<string> header, Func<string, bool> matches)
    {
        for (var index = 0; index < header.Count; index++)
        {
            if (matches(header[index]))
            {
                return index;
            }
        }

        return null;
    }
}
