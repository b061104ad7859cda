using System.Text.Json.Serialization;

namespace Greenprint.Documents;

/// <summary>A table, cells as text.</summary>
/// <remarks>
/// One table, even where it was printed over several pages: a row that a page break cuts is one row, a head that is repeated on the next
/// page stands once, page numbers and running heads are gone. A frame around text (专栏) is a table of one column.
/// </remarks>
/// <param name="Place">Where it stands, an area per page.</param>
/// <param name="Rows">Rows from top to bottom. In a table of a PDF every row covers all columns: merged cells included.</param>
public sealed record TableBlock(BlockPlace Place, IReadOnlyList<TableRow> Rows) : Block(Place)
{
    /// <summary>How rows and columns were found.</summary>
    public TableGrid Grid { get; init; }
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">Cells from left to right; a cell that spans columns stands once.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>Page from 1 on which the row begins, or null where the format knows no pages.</summary>
    public int? Page { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="Text">Its text, paragraphs parted by line feeds, lines that only wrap joined; empty for an empty cell.</param>
/// <param name="Columns">How many columns it spans.</param>
/// <param name="ContinuesAbove">True where it is merged with the cell above; its text is then empty.</param>
public sealed record TableCell(string Text, int Columns = 1, bool ContinuesAbove = false)
{
    /// <summary>What it covers on the pages; empty where the format has no laid-out pages, or where it belongs to the cell above.</summary>
    public IReadOnlyList<PageArea> Areas { get; init; } = [];
}

/// <summary>How the rows and columns of a table were found: the further down, the more is inferred.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TableGrid>))]
public enum TableGrid
{
    /// <summary>The format itself states them (DOCX, Markdown).</summary>
    [JsonStringEnumMemberName("stated")]
    Stated,

    /// <summary>Ruling lines on the page.</summary>
    [JsonStringEnumMemberName("ruled")]
    Ruled,

    /// <summary>Some ruling lines, and where the text stands.</summary>
    [JsonStringEnumMemberName("partlyRuled")]
    PartlyRuled,

    /// <summary>Where the text stands, alone.</summary>
    [JsonStringEnumMemberName("aligned")]
    Aligned,
}
