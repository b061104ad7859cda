using Greenprint.Documents;

namespace Greenprint.PlanText.Tables;

/// <summary>A cell. A merged cell is one object that stands in every row and column it covers.</summary>
/// <param name="text">Its text, lines joined.</param>
internal sealed class GridCell(string text)
{
    public string Text { get; } = text;

    /// <summary>The same text without white space, folded: for comparing.</summary>
    public string Key { get; } = Paragraphs.TextFold.Key(text);

    public bool IsEmpty => Key.Length == 0;
}

/// <summary>A row, as wide as its table.</summary>
internal sealed record PlanTableRow(IReadOnlyList<GridCell> Cells, BlockPlace Place);

/// <summary>A table as rows and columns without holes, whatever the document was.</summary>
/// <param name="Rows">Rows from top to bottom, head rows first.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Grid">How rows and columns were found.</param>
internal sealed record PlanTable(IReadOnlyList<PlanTableRow> Rows, BlockPlace Place, TableGrid Grid)
{
    /// <summary>The line over the table, or null.</summary>
    public string? Caption { get; init; }

    public int Columns => Rows.Count == 0 ? 0 : Rows[0].Cells.Count;
}
