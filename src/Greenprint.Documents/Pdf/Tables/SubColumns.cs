using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>
/// Finds the column of sub-cells: names of a few rows have it beside them, and the names of all others run through it, so that neither a white
/// corridor nor a line from top to bottom parts it from the names.
/// </summary>
internal sealed record SubColumns(List<(double Left, double Right)> Columns, IReadOnlySet<int> Subs)
{
    private const double SameRow = 0.8;
    private const double Apart = 0.5;
    private const double Narrow = 7;

    /// <summary>The columns, those of sub-cells parted from their names, and which ones they are.</summary>
    public static SubColumns Part(IReadOnlyList<(double Left, double Right)> columns, IReadOnlyList<TextLine> pieces)
    {
        var parted = new List<(double Left, double Right)>();
        var subs = new HashSet<int>();
        var figures = pieces.Where(piece => Figures.Is(piece.Text)).ToArray();
        foreach (var column in columns)
        {
            parted.AddRange(Part(column, [.. pieces.Where(piece => piece.Left > column.Left - 1 && piece.Right < column.Right + 1)], figures));
            if (parted[^1].Left > column.Left)
            {
                subs.Add(parted.Count - 1);
            }
        }

        return new SubColumns(parted, subs);
    }

    private static IEnumerable<(double Left, double Right)> Part((double Left, double Right) column, TextLine[] inside, TextLine[] figures)
    {
        if (inside.Length < 3 || column.Right - column.Left < Narrow * inside[0].Size)
        {
            return [column];
        }

        var middle = (column.Left + column.Right) / 2;
        var lefts = new HashSet<TextLine>();
        var rights = new HashSet<TextLine>(inside.Where(piece => piece.Left > middle && !Figures.Is(piece.Text)));
        foreach (var piece in inside.Where(piece => !Figures.Is(piece.Text)))
        {
            foreach (var other in inside.Where(other => Math.Abs(other.Baseline - piece.Baseline) < SameRow * piece.Size && piece.Left - other.Right > Apart * piece.Size))
            {
                lefts.Add(other);
                rights.Add(piece);
            }
        }

        // The head has no figures beside it.
        rights.RemoveWhere(piece => !figures.Any(figure => Math.Abs(figure.Baseline - piece.Baseline) < piece.Size));

        // One on its own is only believed beside a name, and not in the head, where a space may be wide.
        if (rights.Count < 2 && !(lefts.Count == 1 && lefts.Single() is var name && !ReferenceEquals(name, inside.MinBy(piece => piece.Baseline)) && name.Glyphs.Count > 1 && rights.Single().Glyphs.Count > 1))
        {
            return [column];
        }

        var edge = rights.Min(piece => piece.Left);
        var isClear = lefts.All(piece => piece.Right <= edge) && inside.Any(piece => piece.Right <= edge);
        return isClear ? [(column.Left, inside.Where(piece => piece.Right <= edge).Max(piece => piece.Right)), (edge, column.Right)] : [column];
    }
}
