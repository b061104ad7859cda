namespace Greenprint.Documents.Pdf.Tables;

/// <summary>A cell that is put together from its parts on one page after another.</summary>
internal sealed class OpenCell
{
    private readonly List<PageArea> areas = [];
    private PageCell? lastPart;

    public required int Column { get; set; }

    public required int Columns { get; set; }

    /// <summary>How many rows it spans on its page.</summary>
    public required int Span { get; init; }

    public string Text { get; private set; } = "";

    public bool ContinuesAbove { get; set; }

    public IReadOnlyList<PageArea> Areas => areas;

    public static OpenCell Of(PageCell cell, int page)
    {
        var open = new OpenCell { Column = cell.Column, Columns = cell.Columns, Span = cell.Rows, Text = CellText.Of(cell), lastPart = cell };
        open.areas.Add(cell.Frame.On(page));
        return open;
    }

    /// <summary>The slot of a row below the one in which the cell began.</summary>
    public static OpenCell Below(PageCell cell) => new() { Column = cell.Column, Columns = cell.Columns, Span = cell.Rows, ContinuesAbove = true };

    /// <summary>The slot of a column that its page does not have.</summary>
    public static OpenCell Empty(int column) => new() { Column = column, Columns = 1, Span = 1 };

    /// <summary>Takes in what stands of the same cell on the next page.</summary>
    public void TakeIn(OpenCell below)
    {
        areas.AddRange(below.areas);
        if (below.Text.Length > 0)
        {
            var wraps = IsFullBefore(below) && !Captions.EndsSentence(Text);
            Text = Text.Length == 0 ? below.Text : wraps ? Text + below.Text : Text + "\n" + below.Text;
            lastPart = below.lastPart;
        }
    }

    /// <summary>True where its last line has no room for the first word of the part on the next page.</summary>
    public bool IsFullBefore(OpenCell below) =>
        lastPart is { Lines.Count: > 0 } part && below.lastPart is { Lines.Count: > 0 } next && CellText.IsFull(part.Lines[^1], next.Lines[0], part.Frame);

    public TableCell ToCell() => new(ContinuesAbove ? "" : Text, Columns, ContinuesAbove) { Areas = areas };
}
