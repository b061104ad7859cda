using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards;

/// <summary>An edition with all its tables as they lie in the data, for whoever prints it.</summary>
/// <param name="Edition">Name, validity, comparison, source and checks.</param>
/// <param name="Tables">Its tables, by file name; worked cases are not among them.</param>
public sealed record EditionDescription(StandardEdition Edition, IReadOnlyList<EditionTable> Tables)
{
    /// <summary>What a user's file may give: each limited item once, with the unit its limits are given in, then the parts of items that are limited as a sum.</summary>
    public IReadOnlyList<EditionItem> Items =>
        [.. Tables.Where(table => table.HasUnits).SelectMany(table => table.Rows).Where(row => row.Item.Length > 0)
            .Select(row => new EditionItem(row.Item, row.Name, row.Unit)).Concat(Parts).DistinctBy(item => item.Code)];

    /// <summary>Parts of items that are limited as a sum: the three nitrogens of sea water.</summary>
    internal IReadOnlyList<EditionItem> Parts { get; init; } = [];
}

/// <summary>One item of an edition.</summary>
/// <param name="Code">Its code: the name of the column in a user's file.</param>
/// <param name="Name">As the catalogue writes it.</param>
/// <param name="Unit">The unit of the limits, and of values without a unit of their own; empty for a number without unit.</param>
public sealed record EditionItem(string Code, Bilingual Name, string Unit);

/// <summary>One table of an edition.</summary>
/// <param name="File">Path below <c>data/standards</c>.</param>
/// <param name="Columns">Heads of the columns beside item, unit, clause and mark: classes, stages, averaging times …</param>
/// <param name="HasUnits">True for a table of limits: its rows have an item and a unit.</param>
/// <param name="Rows">Rows in the order of the standard.</param>
public sealed record EditionTable(string File, IReadOnlyList<string> Columns, bool HasUnits, IReadOnlyList<EditionRow> Rows)
{
    private static readonly string[] Named = ["item", "unit", "clause", "mark"];

    internal static EditionTable Of(StandardEdition edition, CsvTable table, Func<string, Bilingual> nameOf)
    {
        IReadOnlyList<string> columns = [.. table.Columns.Where(column => !Named.Contains(column))];
        return new(table.File, columns, table.Columns.Contains("item") && table.Columns.Contains("unit"), [.. table.Rows.Select(row => RowOf(edition, table, row, columns, nameOf))]);
    }

    private static EditionRow RowOf(StandardEdition edition, CsvTable table, CsvRow row, IReadOnlyList<string> columns, Func<string, Bilingual> nameOf)
    {
        string Cell(string column) => table.Columns.Contains(column) ? row[column] : "";
        var item = Cell("item");
        return new(
            item, item.Length == 0 ? new("") : nameOf(item), Cell("unit"), [.. columns.Select(Cell)],
            Cell("mark").Length == 0 ? null : RuleReference.Of(edition, Cell("clause"), row.Mark()));
    }
}

/// <summary>One row of a table.</summary>
/// <param name="Item">Code of the item, <c>*</c> for all, or empty where the row is about none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Unit of the limits.</param>
/// <param name="Cells">The other cells, as <see cref="EditionTable.Columns"/> names them.</param>
/// <param name="Rule">Standard, clause and mark; null where the row has none.</param>
public sealed record EditionRow(string Item, Bilingual Name, string Unit, IReadOnlyList<string> Cells, RuleReference? Rule);
