using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Where a row is.</summary>
/// <param name="First">The baseline of the first line of a short cell: cells that hang begin there.</param>
/// <param name="Middle">That of its middle, around which the others are set.</param>
internal readonly record struct RowPlace(double First, double Middle);

/// <summary>Rows of a table whose places figures have told, between two names of groups: gives the lines of every column to them.</summary>
/// <param name="lines">The lines of each column from top to bottom.</param>
/// <param name="anchors">Where the rows are.</param>
/// <param name="head">How many of them are head rows; null where the table began further up.</param>
/// <param name="columns">Where the text of each column begins and ends.</param>
/// <param name="subs">Columns of sub-cells, which stand beside some names only.</param>
/// <param name="size">Size of the font.</param>
internal sealed class RowSegment(PlacedPiece[][] lines, IReadOnlyList<RowPlace> anchors, int? head, IReadOnlyList<(double Left, double Right)> columns, IReadOnlySet<int> subs, double size)
{
    private const double Usual = 0.8;

    private (double Cost, List<AssignedCell> Cells)[]? middle;
    private (double Cost, List<AssignedCell> Cells)[]? hanging;

    /// <summary>How much the lines strain the rules, if all cells hang from their upper edges or stand in the middle of their rows.</summary>
    public double Strain(bool hangs) => Best(hangs).Sum(column => column.Cost);

    /// <summary>How many rows there are, and their cells.</summary>
    public (int Rows, IReadOnlyList<TextCell> Cells) Cells(bool hangs)
    {
        var best = Best(hangs);
        foreach (var sub in subs)
        {
            if (hangs)
            {
                JoinNames(best, sub);
            }
            else
            {
                JoinSpanning(best, sub);
            }
        }

        var cells = new List<TextCell>();
        var more = best.Any(column => column.Cells.Any(IsLeftOver)) ? 1 : 0;
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var cell in best[column].Cells)
            {
                var placed = lines[column].AsSpan(cell.First, cell.Lines).ToArray();
                cells.Add(new TextCell(cell.Row + (cell.Row < head || IsLeftOver(cell) ? 0 : more), Math.Max(1, cell.Rows), column, placed.Max(piece => piece.Columns), [.. placed.Select(piece => piece.Line)]));
            }
        }

        return (anchors.Count + more, cells);
    }

    private (double Cost, List<AssignedCell> Cells)[] Best(bool hangs) => hangs ? hanging ??= Assign(hangs) : middle ??= Assign(hangs);

    // Below the head, a row may stand first that began on the page before.
    private (double Cost, List<AssignedCell> Cells)[] Assign(bool hangs)
    {
        if (head is not { } below || below > anchors.Count)
        {
            return Assign(hangs, null);
        }

        var found = Assign(hangs, new LeftOverRow(below, IsSeen: false));
        return found.Any(column => column.Cells.Exists(IsLeftOver)) ? Assign(hangs, new LeftOverRow(below, IsSeen: true)) : found;
    }

    // A name that spans rows has a sub-cell in each of them: where one is missing, another name stands.
    private (double Cost, List<AssignedCell> Cells)[] Assign(bool hangs, LeftOverRow? leftOver)
    {
        var found = new (double Cost, List<AssignedCell> Cells)[lines.Length];
        var step = Step();
        for (var column = lines.Length - 1; column >= 0; column--)
        {
            var mayJoin = subs.Contains(column + 1) ? anchors.Select((_, row) => row < head || found[column + 1].Cells.Exists(cell => cell.Row == row && !IsLeftOver(cell))).ToArray() : null;
            found[column] = CellAssignment.Find([.. lines[column].Select(piece => piece.Line)], IsFull(lines[column]), [.. anchors.Select(place => hangs ? place.First : place.Middle)], size, step, hangs, subs.Contains(column), mayJoin, leftOver);
        }

        return found;
    }

    // How far apart the lines of one cell are: the closest two of any column.
    private double Step() =>
        lines.SelectMany(column => column.Zip(column.Skip(1), (above, below) => below.Line.Baseline - above.Line.Baseline)).Where(gap => gap > CellAssignment.Closest * size).DefaultIfEmpty(CellAssignment.FarApart * size).Min();

    private bool[] IsFull(PlacedPiece[] lines) => [.. lines.Select((piece, i) => IsFull(piece, i + 1 < lines.Length ? lines[i + 1].Line : null))];

    // Beside a column of sub-cells, a name may have the width of its own or of both.
    private bool IsFull(PlacedPiece piece, TextLine? next) =>
        CellText.IsFull(piece.Line, next, Frame(piece.Column, piece.Columns))
        || piece.Columns == 1 && subs.Contains(piece.Column + 1) && CellText.IsFull(piece.Line, next, Frame(piece.Column, 2));

    private Frame Frame(int column, int count) => new(columns[column].Left - CellText.Padding, 0, columns[column + count - 1].Right + CellText.Padding, 0);

    private static bool IsLeftOver(AssignedCell cell) => cell.Rows == 0;

    // The second line of a name that hangs beside its sub-rows stands at the height of the second one, or of a later one: a name of its own would have a number, or what else all rows have.
    private void JoinNames((double Cost, List<AssignedCell> Cells)[] columns, int sub)
    {
        bool Has(int column, int row) => columns[column].Cells.Exists(cell => cell.Row == row && !IsLeftOver(cell));
        var alone = columns[sub - 1].Cells.Where(cell => !IsLeftOver(cell)).Select(cell => cell.Row).Where(row => !Has(sub, row)).ToArray();
        var usual = Enumerable.Range(0, columns.Length).Where(column => column != sub && column != sub - 1 && alone.Count(row => Has(column, row)) >= Usual * alone.Length).ToArray();
        var names = columns[sub - 1].Cells;
        for (var i = 1; i < names.Count; i++)
        {
            var (above, below) = (names[i - 1], names[i]);
            var between = Enumerable.Range(above.Row + 1, Math.Max(0, below.Row - above.Row)).ToArray();
            if (between.Length > 0 && above.Rows == 1 && Has(sub, above.Row) && between.All(row => Has(sub, row)) && usual.Any(column => Has(column, above.Row) && between.All(row => !Has(column, row))))
            {
                names[i - 1] = above with { Lines = above.Lines + below.Lines };
                names.RemoveAt(i--);
            }
        }
    }

    // The lines of a name in the middle of its sub-rows may stand beside them one by one: its number or nature tells that it is one.
    private static void JoinSpanning((double Cost, List<AssignedCell> Cells)[] columns, int sub)
    {
        var names = columns[sub - 1].Cells;
        var joined = new HashSet<int>();
        foreach (var witness in columns.Where((_, column) => column != sub && column != sub - 1).SelectMany(column => column.Cells).Where(cell => cell.Rows > 1).OrderBy(cell => cell.Rows).ToArray())
        {
            var end = witness.Row + witness.Rows;
            var rows = Enumerable.Range(witness.Row, witness.Rows);
            bool IsBeside(AssignedCell cell) => !IsLeftOver(cell) && cell.Row >= witness.Row && cell.Row < end;
            var beside = names.FindAll(IsBeside);
            if (beside.Count > 1 && beside.TrueForAll(cell => cell.Row + cell.Rows <= end) && !rows.Any(joined.Contains)
                && rows.All(row => columns[sub].Cells.Exists(cell => cell.Row == row && !IsLeftOver(cell))))
            {
                var at = names.FindIndex(IsBeside);
                names.RemoveAll(IsBeside);
                names.Insert(at, new AssignedCell(beside[0].First, beside.Sum(cell => cell.Lines), witness.Row, witness.Rows));
                joined.UnionWith(rows);
            }
        }
    }
}
