using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>A rectangle on a page.</summary>
internal readonly record struct Frame(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Holds(Glyph glyph) => glyph.MiddleX >= Left && glyph.MiddleX <= Right && glyph.MiddleY >= Top && glyph.MiddleY <= Bottom;

    public PageArea On(int page) => new(page, Points.Tenth(Left), Points.Tenth(Top), Points.Tenth(Right), Points.Tenth(Bottom));
}

/// <summary>A cell on one page.</summary>
/// <param name="Row">Row from 0 in which it begins.</param>
/// <param name="Column">Column from 0 in which it begins.</param>
/// <param name="Rows">How many rows it spans.</param>
/// <param name="Columns">How many columns it spans.</param>
/// <param name="Frame">Where it stands.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record PageCell(int Row, int Column, int Rows, int Columns, Frame Frame, IReadOnlyList<TextLine> Lines);

/// <summary>The part of a table that stands on one page; its cells cover every row and column exactly once.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="Frame">Where it stands.</param>
/// <param name="Edges">Left edges of the columns, and the right edge of the last one.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Cells">The cells, row by row.</param>
/// <param name="Grid">How rows and columns were found.</param>
internal sealed record PageTable(int Page, Frame Frame, IReadOnlyList<double> Edges, int Rows, IReadOnlyList<PageCell> Cells, TableGrid Grid)
{
    public int Columns => Edges.Count - 1;

    /// <summary>The same table on finer edges: a column that is parted elsewhere is two columns that its cells span, one that it lacks is empty in it.</summary>
    public PageTable On(IReadOnlyList<double> finer)
    {
        int At(int column) => Enumerable.Range(0, finer.Count).MinBy(i => Math.Abs(finer[i] - Edges[column]));
        return OnColumns(finer, At);
    }

    /// <summary>The same table on other edges, the left edge of each column being the one that <paramref name="at"/> says.</summary>
    public PageTable OnColumns(IReadOnlyList<double> edges, Func<int, int> at)
    {
        var cells = Cells.Select(cell => cell with { Column = at(cell.Column), Columns = at(cell.Column + cell.Columns) - at(cell.Column) }).ToList();
        foreach (var column in Enumerable.Range(0, at(0)).Concat(Enumerable.Range(at(Columns), edges.Count - 1 - at(Columns))))
        {
            cells.AddRange(Enumerable.Range(0, Rows).Select(row => new PageCell(row, column, 1, 1, new Frame(edges[column], Frame.Top, edges[column + 1], Frame.Bottom), [])));
        }

        return this with { Edges = edges, Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)] };
    }

    /// <summary>Where the text of each column begins and ends, cells that span columns left aside; null for an empty column.</summary>
    public IReadOnlyList<(double Left, double Right)?> Texts() =>
    [
        .. Enumerable.Range(0, Columns).Select(column => Cells.Where(cell => cell.Column == column && cell.Columns == 1).SelectMany(cell => cell.Lines).ToArray() is { Length: > 0 } lines
            ? ((double, double)?)(lines.Min(line => line.Left), lines.Max(line => line.Right))
            : null),
    ];

    /// <summary>False where the frame is open below: the table goes on on the next page.</summary>
    public bool IsClosedBelow { get; init; } = true;
}
