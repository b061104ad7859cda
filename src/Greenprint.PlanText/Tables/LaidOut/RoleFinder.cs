namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>Says which column of a page stands under which head: by place where the head is on the page, by content and order where it is not.</summary>
internal static class RoleFinder
{
    private const double CostOfUnmatched = 2.2;

    /// <param name="columns">The columns of one page, from left to right.</param>
    /// <param name="heads">The heads, from left to right.</param>
    /// <param name="placed">Whether the heads stand on this page.</param>
    public static void Assign(IReadOnlyList<LaidColumn> columns, IReadOnlyList<LaidPiece> heads, bool placed)
    {
        var read = heads.Select(head => ColumnHead.Of(head.Text)).ToArray();
        var cost = new double[columns.Count + 1, heads.Count + 1];
        var from = new (int, int)[columns.Count + 1, heads.Count + 1];
        for (var i = 0; i <= columns.Count; i++)
        {
            for (var j = 0; j <= heads.Count; j++)
            {
                cost[i, j] = i == 0 && j == 0 ? 0 : double.PositiveInfinity;
                Offer(i - 1, j, CostOfUnmatched);
                Offer(i, j - 1, j > 0 && read[j - 1].Role == ColumnRole.Category ? 1 : CostOfUnmatched);
                if (i > 0 && j > 0)
                {
                    Offer(i - 1, j - 1, Misfit(columns[i - 1], read[j - 1]) + (placed ? Distance(columns[i - 1], heads[j - 1]) : 0));
                }

                void Offer(int a, int b, double more)
                {
                    if (a >= 0 && b >= 0 && cost[a, b] + more < cost[i, j])
                    {
                        cost[i, j] = cost[a, b] + more;
                        from[i, j] = (a, b);
                    }
                }
            }
        }

        for (var (i, j) = (columns.Count, heads.Count); i > 0 || j > 0; (i, j) = from[i, j])
        {
            if (from[i, j] == (i - 1, j - 1))
            {
                columns[i - 1].Head = read[j - 1];
                columns[i - 1].Role = read[j - 1].Role;
            }
        }
    }

    private static double Distance(LaidColumn column, LaidPiece head)
    {
        var apart = Math.Max(0, Math.Max(column.Start - head.End, head.Start - column.End));
        return apart / 4.0 + Math.Abs((column.Start + column.End) / 2.0 - head.Middle) / 20;
    }

    private static double Misfit(LaidColumn column, ColumnHead head) => head.Role switch
    {
        ColumnRole.Nature => 3 * (1 - column.Share(CellText.IsNature)),
        ColumnRole.Number => 3 * (1 - column.Share(CellText.IsNumber)),
        ColumnRole.Unit => 3 * (1 - column.Share(key => CellText.IsUnit(key) || CellText.IsValue(key) || key.Length <= 4)),
        ColumnRole.Value => 2 * (1 - column.Share(CellText.IsWhole)) + 3 * column.Share(CellText.IsNature),
        ColumnRole.Name => 3 * column.Share(key => key.Length < 2 || CellText.IsNature(key) || CellText.IsValue(key)),
        ColumnRole.Category => 2 * column.Share(key => CellText.IsNumber(key) || CellText.IsNature(key) || CellText.IsValue(key)) + (column.Lines.Average(line => line.Piece.Key.Length) > 8 ? 1 : 0),
        _ => 0.5,
    };
}
