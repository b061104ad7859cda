using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Soil;

/// <summary>A second header line that gives the unit of each column, as laboratories write it.</summary>
internal static class UnitsLine
{
    /// <summary>Reads the line below the header where it is one; else leaves it to be read as a row.</summary>
    /// <returns>A unit for each column, empty where the line has none; null where there is no such line.</returns>
    internal static IReadOnlyList<string>? Read(TableReader table)
    {
        if (!table.Next())
        {
            return null;
        }

        var cells = Enumerable.Range(0, table.Row.ColCount).Select(column => table.Row[column].ToString().Trim()).ToList();

        // A row of values has a number somewhere; a line of units has none, and a sign of division in one cell at least.
        if (table.IsWhole && cells.Exists(cell => cell.Contains('/', StringComparison.Ordinal)) && !cells.Exists(cell => TableCell.Read(cell).Kind is CellKind.Number or CellKind.Negative or CellKind.BelowDetection))
        {
            return cells;
        }

        table.Again();
        return null;
    }
}
