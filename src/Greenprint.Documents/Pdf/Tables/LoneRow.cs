using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>
/// A row that a page break parts from its table: the head alone at the foot of a page, the last row alone at the head of one. Only the columns of
/// the table on the other page say that it is a row.
/// </summary>
internal static class LoneRow
{
    private const double PieceGap = 0.9;
    private const double NextLine = 2.3;
    private const int MostLines = 4;
    private const int FewestPieces = 3;
    private const int MayMiss = 1;

    /// <summary>The row as a part of the table, with the lines that it takes, or null.</summary>
    /// <param name="page">Its page.</param>
    /// <param name="lines">The lines of the page, from the page break inward.</param>
    /// <param name="table">The table on the other side of the page break.</param>
    public static (PageTable Part, IReadOnlyList<TextLine> Lines)? Find(int page, IReadOnlyList<TextLine> lines, PageTable table)
    {
        if (table.Grid < TableGrid.PartlyRuled)
        {
            return null;
        }

        (double Left, double Right)[] columns = [.. table.Texts().Select((text, i) => text ?? (table.Edges[i], table.Edges[i + 1]))];
        var taken = new List<TextLine>();
        var placed = new List<PlacedPiece>();
        foreach (var line in lines.Take(MostLines))
        {
            var pieces = line.Pieces(PieceGap).Select(piece => AlignedGrid.Place(piece, columns)).ToArray();
            var isNear = taken.Count == 0 || Math.Abs(taken[^1].Baseline - line.Baseline) < NextLine * line.Size;
            if (!isNear || Captions.Opens(line.Text) || Captions.EndsSentence(line.Text) || pieces.Any(piece => piece.Columns > 2) || pieces.Select(piece => piece.Column).Distinct().Count() < pieces.Length
                || taken.Count > 0 && pieces.Length == 1 && placed.All(piece => piece.Column != pieces[0].Column))
            {
                break;
            }

            taken.Add(line);
            placed.AddRange(pieces);
        }

        var found = placed.Select(piece => piece.Column).Distinct().Count();
        return found < Math.Max(FewestPieces, columns.Length - MayMiss - 1) || !taken.Any(line => line.Pieces(PieceGap).Count() >= FewestPieces) ? null : (Part(page, placed, columns.Length, table), taken);
    }

    private static PageTable Part(int page, List<PlacedPiece> placed, int columns, PageTable table)
    {
        var frame = new Frame(table.Edges[0], placed.Min(piece => piece.Line.Top), table.Edges[^1], placed.Max(piece => piece.Line.Bottom));
        var cells = new List<PageCell>();
        for (var column = 0; column < columns;)
        {
            var inside = placed.Where(piece => piece.Column == column).OrderBy(piece => piece.Line.Baseline).ToArray();
            var wide = inside.Select(piece => piece.Columns).DefaultIfEmpty(1).Max();
            wide = placed.Any(piece => piece.Column > column && piece.Column < column + wide) ? 1 : wide;
            cells.Add(new PageCell(0, column, 1, wide, frame with { Left = table.Edges[column], Right = table.Edges[column + wide] }, [.. inside.Select(piece => piece.Line)]));
            column += wide;
        }

        return new PageTable(page, frame, table.Edges, 1, cells, TableGrid.Aligned);
    }
}
