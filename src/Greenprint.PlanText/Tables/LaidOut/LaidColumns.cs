namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>A column of a laid-out table with what its lines print in it.</summary>
/// <param name="Start">First column of the page.</param>
/// <param name="End">The column after its last one.</param>
/// <param name="Lines">Pieces with the index of their line, from top to bottom; two pieces of one line stand both.</param>
internal sealed record LaidColumn(int Start, int End, List<(int Line, LaidPiece Piece)> Lines)
{
    public ColumnHead? Head { get; set; }

    public ColumnRole Role { get; set; }

    public double Share(Func<string, bool> test) => Lines.Count == 0 ? 0 : (double)Lines.Count(line => test(line.Piece.Key)) / Lines.Count;
}

/// <summary>Finds the columns of a laid-out table: where no line prints anything from top to bottom, two columns part.</summary>
internal static class LaidColumns
{
    /// <param name="lines">The lines below the head.</param>
    /// <param name="wanted">How many columns the head has, or 0.</param>
    public static List<LaidColumn> Of(IReadOnlyList<LaidLine> lines, int wanted)
    {
        var narrow = Of([.. lines.Select(line => line.Pieces)], wanted);
        if (wanted == 0 || narrow.Count >= wanted - 1)
        {
            return narrow;
        }

        // Other programs line columns up for a face in which a Chinese character takes two.
        var wide = Of([.. lines.Select(line => line.WidePieces)], wanted);
        return wide.Count > narrow.Count ? wide : narrow;
    }

    private static List<LaidColumn> Of(IReadOnlyList<LaidPiece>[] lines, int wanted)
    {
        // A few lines may reach over a gap: a long name, a note. As many as the head's columns ask for are let through.
        var best = Runs(lines, 0);
        for (var reach = 1; reach <= Math.Min(4, lines.Length / 8) && best.Count < wanted; reach++)
        {
            var runs = Runs(lines, reach);
            best = runs.Count > best.Count && runs.Count <= wanted ? runs : best;
        }

        var columns = best.Select(run => new LaidColumn(run.Start, run.End, [])).ToList();
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var piece in lines[i])
            {
                columns.MaxBy(column => Math.Min(column.End, piece.End) - Math.Max(column.Start, piece.Start))?.Lines.Add((i, piece));
            }
        }

        columns.RemoveAll(column => column.Lines.Count == 0);
        return MarksToTheirNumbers(columns);
    }

    // Raised marks of footnotes stand right of their numbers and may look like a column of their own.
    private static List<LaidColumn> MarksToTheirNumbers(List<LaidColumn> columns)
    {
        for (var i = columns.Count - 1; i > 0; i--)
        {
            if (columns[i].Lines.All(line => CellText.IsMark(line.Piece.Key)) && columns[i - 1].Lines.Any(line => CellText.IsValue(line.Piece.Key)))
            {
                columns[i - 1].Lines.AddRange(columns[i].Lines);
                columns[i - 1].Lines.Sort((one, other) => one.Line.CompareTo(other.Line));
                columns.RemoveAt(i);
            }
        }

        return columns;
    }

    private static List<(int Start, int End)> Runs(IReadOnlyList<LaidPiece>[] lines, int reach)
    {
        var width = lines.SelectMany(line => line).Select(piece => piece.End).DefaultIfEmpty(0).Max();
        var covered = new int[width + 1];
        foreach (var piece in lines.SelectMany(line => line))
        {
            for (var x = piece.Start; x < piece.End; x++)
            {
                covered[x]++;
            }
        }

        var runs = new List<(int, int)>();
        var from = -1;
        for (var x = 0; x <= width; x++)
        {
            var isText = x < width && covered[x] > reach;
            if (isText && from < 0)
            {
                from = x;
            }
            else if (!isText && from >= 0)
            {
                runs.Add((from, x));
                from = -1;
            }
        }

        return runs;
    }
}
