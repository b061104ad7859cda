using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Water;

/// <summary>A table of samples of water: where and when, and the values.</summary>
internal abstract class SampleRows : ITableRows
{
    private readonly SeenTimes seen = new();
    private readonly TableColumn section;
    private readonly TableColumn? time;

    private readonly int results;

    /// <summary>Finds the columns and writes the header of the result.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where results go.</param>
    /// <param name="log">Where findings go.</param>
    /// <param name="order">What was asked for.</param>
    /// <param name="known">The items that may have a column.</param>
    /// <param name="derived">Codes of items that are judged beside those with a column: sums of them.</param>
    /// <param name="named">Further columns, known by name.</param>
    protected SampleRows(
        TableReader table, TableWriter writer, FindingLog log, TableOrder order, IReadOnlyList<KnownColumn> known, Func<IReadOnlyList<TableColumn>, IEnumerable<string>>? derived,
        params ReadOnlySpan<KnownColumn> named)
    {
        (Table, Writer, Log) = (table, writer, log);
        Found = TableColumns.Find(table.Name, table.Header, order.Columns, [new("section"), new("time"), .. named, .. known]);
        section = Found.Needed("section", table.Header);
        time = Found["time"];
        Items = Found.Values;
        if (Items.Count == 0)
        {
            throw new Platform.RefusedException(TableFindings.NoItems(table.Name, known.Select(column => column.Code), table.Header));
        }

        string[] judged = [.. Items.Select(item => item.Code), .. derived?.Invoke(Items) ?? []];
        results = judged.Length + 2;
        writer.Row(["section", "time", "class", "limiting", .. judged.Select(code => $"x_{code}")]);
    }

    protected TableReader Table { get; }

    protected TableWriter Writer { get; }

    protected FindingLog Log { get; }

    protected TableColumns Found { get; }

    /// <summary>The columns of values.</summary>
    protected IReadOnlyList<TableColumn> Items { get; }

    /// <summary>The section as the row writes it.</summary>
    protected string Section => Cell(section).ToString();

    public bool Row()
    {
        if (!Table.IsWhole)
        {
            Log.Add(TableFindings.WrongWidth(Table.Name, Table.Line, Table.Row.ColCount, Table.Header.Count));
        }
        else
        {
            Remark();
            if (Classify())
            {
                return true;
            }
        }

        Place();
        Writer.Empty(results);
        Writer.EndRow();
        return false;
    }

    public abstract IReadOnlyList<Finding> Judge();

    public void End()
    {
    }

    /// <summary>Judges the row and writes it; false, with findings, where it is to be left empty.</summary>
    protected abstract bool Classify();

    /// <summary>Writes where and when.</summary>
    protected void Place()
    {
        Writer.Cell(Cell(section));
        Writer.Cell(time is null ? [] : Cell(time));
    }

    private ReadOnlySpan<char> Cell(TableColumn column) => column.Index < Table.Row.ColCount ? Table.Row[column.Index].Span : [];

    // A class needs no time: what is odd about it is remarked on, and the row is judged.
    private void Remark()
    {
        if (time is null || Cell(time).Trim().IsEmpty)
        {
            return;
        }

        var kind = TableTime.Read(Cell(time), out var day, out var minute);
        if (kind is not (TimeKind.Day or TimeKind.Moment))
        {
            Log.Add(TableFindings.OddTime(Table.Name, Table.Line, time.Header, Cell(time).ToString()));
        }
        else if (!seen.Add(Cell(section), (day.DayNumber * 1440L) + minute))
        {
            Log.Add(TableFindings.Twice(Table.Name, Table.Line, Section, Cell(time).ToString()));
        }
    }
}
