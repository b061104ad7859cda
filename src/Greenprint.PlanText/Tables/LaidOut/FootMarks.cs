namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>Puts marks of footnotes back behind their numbers: a raised [1] comes on a line of its own, above or below.</summary>
internal static class FootMarks
{
    private const double Farthest = 3;

    public static List<(int Line, LaidPiece Piece)> Join(IReadOnlyList<(int Line, LaidPiece Piece)> lines, Func<int, double> y)
    {
        var rest = lines.Where(line => !CellText.IsMark(line.Piece.Key)).ToList();
        var taken = new HashSet<int>();
        foreach (var mark in lines.Where(line => CellText.IsMark(line.Piece.Key)))
        {
            var near = Enumerable.Range(0, rest.Count)
                .Where(i => !taken.Contains(i) && Math.Abs(y(rest[i].Line) - y(mark.Line)) <= Farthest && rest[i].Piece.Key.Any(char.IsDigit) && rest[i].Piece.Start < mark.Piece.Start)
                .OrderBy(i => Math.Abs(y(rest[i].Line) - y(mark.Line)))
                .Select(i => (int?)i).FirstOrDefault();
            if (near is { } at)
            {
                taken.Add(at);
                var piece = rest[at].Piece;
                rest[at] = (rest[at].Line, new LaidPiece(piece.Start, piece.End, piece.Text + mark.Piece.Text));
            }
            else
            {
                rest.Add(mark);
            }
        }

        return [.. rest.OrderBy(line => line.Line)];
    }
}
