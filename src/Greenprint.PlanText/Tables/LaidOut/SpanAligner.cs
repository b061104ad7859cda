namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>A cell found: lines from a column, and the rows it covers.</summary>
/// <param name="FirstLine">First line.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="FirstRow">First row.</param>
/// <param name="Rows">How many rows.</param>
internal readonly record struct AlignedCell(int FirstLine, int Lines, int FirstRow, int Rows);

/// <summary>What speaks for and against a cell, in units of the distance between two rows.</summary>
internal sealed record AlignmentCosts
{
    /// <summary>A row without a cell.</summary>
    public required Func<int, double> Blank { get; init; }

    /// <summary>A cell over the rows from the first to the second index.</summary>
    public required Func<int, int, double> Span { get; init; }

    /// <summary>Lines from the first to the second index as one cell.</summary>
    public required Func<int, int, double> Lines { get; init; }

    /// <summary>Lines from the first to the second index in the row of the third; nothing where null.</summary>
    public Func<int, int, int, double>? Fit { get; init; }

    public int MostLines { get; init; } = 8;

    public int MostRows { get; init; } = 12;
}

/// <summary>
/// Says which lines of a column make a cell and which rows it covers, where no ruling line says it: cells are centred on their rows, so of all
/// ways to cut the lines into cells the one is right that puts each cell's middle nearest to the middle of its rows.
/// </summary>
internal static class SpanAligner
{
    private const double CostOfLostLine = 6;

    public static List<AlignedCell> Align(IReadOnlyList<double> lines, IReadOnlyList<double> rows, AlignmentCosts costs)
    {
        var spacing = Spacing(rows);
        var best = new double[lines.Count + 1, rows.Count + 1];
        var step = new AlignedCell[lines.Count + 1, rows.Count + 1];
        var most = costs.MostLines;
        var ofLines = new double[lines.Count, most + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            for (var n = 1; n <= most && i + n <= lines.Count; n++)
            {
                ofLines[i, n] = costs.Lines(i, i + n - 1);
            }
        }

        for (var i = 0; i <= lines.Count; i++)
        {
            for (var j = 0; j <= rows.Count; j++)
            {
                best[i, j] = i == 0 && j == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var i = 0; i <= lines.Count; i++)
        {
            for (var j = 0; j <= rows.Count; j++)
            {
                if (double.IsPositiveInfinity(best[i, j]))
                {
                    continue;
                }

                if (j < rows.Count)
                {
                    Offer(i, j + 1, best[i, j] + costs.Blank(j), new AlignedCell(i, 0, j, 1));
                }

                if (i < lines.Count)
                {
                    Offer(i + 1, j, best[i, j] + CostOfLostLine, new AlignedCell(i, 1, j, 0));
                }

                for (var n = 1; n <= most && i + n <= lines.Count && j < rows.Count; n++)
                {
                    var middle = (lines[i] + lines[i + n - 1]) / 2;
                    for (var m = 1; m <= costs.MostRows && j + m <= rows.Count; m++)
                    {
                        var away = Math.Abs(middle - (rows[j] + rows[j + m - 1]) / 2) / spacing;
                        Offer(i + n, j + m, best[i, j] + ofLines[i, n] + away + costs.Span(j, j + m - 1) + (costs.Fit?.Invoke(i, i + n - 1, j) ?? 0), new AlignedCell(i, n, j, m));
                    }
                }
            }
        }

        return Path(step, lines.Count, rows.Count);

        void Offer(int i, int j, double cost, AlignedCell cell)
        {
            if (cost < best[i, j])
            {
                best[i, j] = cost;
                step[i, j] = cell;
            }
        }
    }

    private static List<AlignedCell> Path(AlignedCell[,] step, int i, int j)
    {
        var cells = new List<AlignedCell>();
        while (i > 0 || j > 0)
        {
            var cell = step[i, j];
            if (cell is { Lines: > 0, Rows: > 0 })
            {
                cells.Add(cell);
            }

            (i, j) = (cell.FirstLine, cell.FirstRow);
        }

        cells.Reverse();
        return cells;
    }

    private static double Spacing(IReadOnlyList<double> rows)
    {
        var gaps = rows.Zip(rows.Skip(1), (a, b) => b - a).Where(gap => gap > 0).Order().ToArray();
        return gaps.Length == 0 ? 2 : Math.Max(1, gaps[gaps.Length / 2]);
    }
}
