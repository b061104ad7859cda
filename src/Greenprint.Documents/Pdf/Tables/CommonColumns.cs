namespace Greenprint.Documents.Pdf.Tables;

/// <summary>
/// The columns of two parts of a table on pages that follow each other, where text alone tells the columns: a page may lack one, part one in two,
/// or have its edges elsewhere, because its texts are shorter.
/// </summary>
/// <param name="Edges">Edges of the common columns.</param>
/// <param name="Texts">Where the text of each stands; null for a column that neither page has text in.</param>
/// <param name="Before">Of each edge of the part before, which common edge it is.</param>
/// <param name="After">Of each edge of the part after, which common edge it is.</param>
internal sealed record CommonColumns(IReadOnlyList<double> Edges, IReadOnlyList<(double Left, double Right)?> Texts, IReadOnlyList<int> Before, IReadOnlyList<int> After)
{
    private const double Overlap = 2;

    // Both pages must have most of the columns.
    private const int MayMiss = 1;
    private const int Fewest = 2;

    /// <summary>The common columns, or null where the part does not continue the table.</summary>
    public static CommonColumns? Of(IReadOnlyList<double> edges, IReadOnlyList<(double Left, double Right)?> texts, PageTable part)
    {
        var one = Places(edges, texts);
        var two = Places(part.Edges, part.Texts());
        var columns = new List<(double Left, double Right)>();
        var (before, after) = (new List<int>(), new List<int>());
        int i = 0, j = 0, shared = 0;
        while (i < one.Count || j < two.Count)
        {
            if (j == two.Count || i < one.Count && one[i].Right < two[j].Left + Overlap)
            {
                before.Add(columns.Count);
                columns.Add(one[i++]);
            }
            else if (i == one.Count || two[j].Right < one[i].Left + Overlap)
            {
                after.Add(columns.Count);
                columns.Add(two[j++]);
            }
            else
            {
                // A column that spans several of the other page's stands in the first of them.
                shared++;
                before.Add(columns.Count);
                after.Add(columns.Count);
                var (ownEnd, otherEnd) = (one[i].Right, two[j].Right);
                var (moreOne, moreTwo) = (i + 1, j + 1);
                while (moreTwo < two.Count && two[moreTwo].Left + Overlap < ownEnd && !(i + 1 < one.Count && Shared(one[i + 1], two[moreTwo]) > Shared(one[i], two[moreTwo])))
                {
                    moreTwo++;
                }

                while (moreTwo == j + 1 && moreOne < one.Count && one[moreOne].Left + Overlap < otherEnd && !(j + 1 < two.Count && Shared(two[j + 1], one[moreOne]) > Shared(two[j], one[moreOne])))
                {
                    moreOne++;
                }

                columns.Add(moreTwo > j + 1 ? two[j] : moreOne > i + 1 ? one[i] : (Math.Min(one[i].Left, two[j].Left), Math.Max(ownEnd, otherEnd)));
                for (var at = j + 1; at < moreTwo; at++)
                {
                    after.Add(columns.Count);
                    columns.Add(two[at]);
                }

                for (var at = i + 1; at < moreOne; at++)
                {
                    before.Add(columns.Count);
                    columns.Add(one[at]);
                }

                (i, j) = (moreOne, moreTwo);
            }
        }

        if (shared < Math.Max(Fewest, Math.Min(one.Count, two.Count) - MayMiss))
        {
            return null;
        }

        before.Add(columns.Count);
        after.Add(columns.Count);
        return new CommonColumns(
            [Math.Min(edges[0], part.Edges[0]), .. columns.Zip(columns.Skip(1), (left, right) => (left.Right + right.Left) / 2), Math.Max(edges[^1], part.Edges[^1])],
            [.. columns.Select(column => ((double, double)?)column)], before, after);
    }

    private static double Shared((double Left, double Right) one, (double Left, double Right) two) => Math.Min(one.Right, two.Right) - Math.Max(one.Left, two.Left);

    // A column without text of its own has the middle of its slot.
    private static List<(double Left, double Right)> Places(IReadOnlyList<double> edges, IReadOnlyList<(double Left, double Right)?> texts) =>
        [.. texts.Select((text, column) => text ?? (edges[column] + (edges[column + 1] - edges[column]) / 3, edges[column + 1] - (edges[column + 1] - edges[column]) / 3))];
}
