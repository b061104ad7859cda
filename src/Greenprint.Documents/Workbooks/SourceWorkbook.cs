using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Documents;

/// <summary>What came of reading a workbook: the workbook, or the reason of a refusal.</summary>
/// <param name="Workbook">What was read.</param>
/// <param name="Refusal">Why it was not.</param>
public sealed record WorkbookReading(SourceWorkbook? Workbook, Finding? Refusal);

/// <summary>The cells of a foreign workbook, as they are; nothing is calculated and no link is followed.</summary>
/// <param name="Sheets">Its sheets, hidden ones too.</param>
public sealed record SourceWorkbook(IReadOnlyList<SourceSheet> Sheets);

/// <summary>A sheet of a foreign workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows that hold anything.</param>
public sealed record SourceSheet(string Name, IReadOnlyList<SourceRow> Rows);

/// <summary>A row.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">Its cells that hold anything, from left to right.</param>
public sealed record SourceRow(int Number, IReadOnlyList<SourceCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Text">Its text; a number as the shortest decimal that means it, with a point.</param>
/// <param name="Kind">What it is.</param>
public sealed record SourceCell(int Column, string Text, SourceCellKind Kind)
{
    /// <summary>A cell's address as people say it, for example <c>E7</c>.</summary>
    public static string Address(int column, int row)
    {
        var letters = "";
        for (var left = column; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>What a cell of a foreign workbook is. What a person sees in the last four is not what stands in the cell.</summary>
public enum SourceCellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that is shown as a percentage: 0.95 is shown as 95%.</summary>
    Percent,

    /// <summary>A number that is shown as a date or time.</summary>
    Date,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula without the value it shows.</summary>
    Formula,
}
