using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>
/// Tells where the rows of a table begin that no line parts. The columns of short cells (numbers, units, values) have one line a row, at the
/// same height: these lines are the anchors. The lines of a wrapped cell gather around theirs, below it or on both sides.
/// </summary>
internal static class RowAnchors
{
    private const double SameHeight = 0.55;
    private const double Many = 0.55;

    /// <summary>The upper edge of each row from top to bottom, or null where the columns do not agree on <paramref name="fewest"/> rows or more.</summary>
    public static List<double>? Find(IReadOnlyList<IReadOnlyList<TextLine>> columns, int fewest)
    {
        var all = columns.SelectMany((lines, column) => lines.Select(line => (Line: line, Column: column))).OrderBy(line => line.Line.Baseline).ToArray();
        if (all.Length == 0)
        {
            return null;
        }

        // Heights at which lines of several columns stand.
        var levels = new List<List<(TextLine Line, int Column)>>();
        foreach (var line in all)
        {
            if (levels.Count > 0 && line.Line.Baseline - levels[^1][0].Line.Baseline <= SameHeight * line.Line.Size)
            {
                levels[^1].Add(line);
            }
            else
            {
                levels.Add([line]);
            }
        }

        // A column of categories has a text now and then; those that have one in each row say where a row is.
        var counts = columns.Where(column => column.Count > 0).Select(column => column.Count).Order().ToArray();
        var keyed = columns.Select(column => column.Count > 0 && column.Count >= Many * counts[counts.Length / 2]).ToArray();
        var anchors = levels.Where(level => level.Where(line => keyed[line.Column]).Select(line => line.Column).Distinct().Count() > Many * keyed.Count(key => key)).ToList();
        return anchors.Count < fewest ? null : Tops(levels, anchors);
    }

    private static List<double> Tops(List<List<(TextLine Line, int Column)>> levels, List<List<(TextLine Line, int Column)>> anchors)
    {
        var tops = new List<double> { levels[0].Min(line => line.Line.Top) };
        var isHanging = IsHanging(levels, anchors);
        for (var i = 1; i < anchors.Count; i++)
        {
            var above = anchors[i - 1][0].Line;
            var here = anchors[i][0].Line;
            var between = levels.Where(level => level[0].Line.Baseline > above.Baseline && level[0].Line.Baseline < here.Baseline && level != anchors[i - 1] && level != anchors[i]).ToArray();
            tops.Add(between.Length == 0 ? (above.Baseline + here.Top) / 2
                : isHanging ? (between[^1][0].Line.Baseline + here.Top) / 2
                : WidestGap([above.Baseline, .. between.Select(level => level[0].Line.Baseline), here.Baseline], (above.Baseline + here.Baseline) / 2));
        }

        return tops;
    }

    // Cells that hang from the upper edge have their first line at the anchor: nothing stands above the first anchor.
    private static bool IsHanging(List<List<(TextLine Line, int Column)>> levels, List<List<(TextLine Line, int Column)>> anchors) =>
        levels[0] == anchors[0] && (levels[^1] != anchors[^1] || levels.Count == anchors.Count);

    // Of the gaps between two anchors the widest one parts the rows; of equal ones that next to the middle.
    private static double WidestGap(double[] baselines, double middle)
    {
        var gaps = baselines.Zip(baselines.Skip(1), (above, below) => (Middle: above + (below - above) * 0.45, Width: below - above)).ToArray();
        var widest = gaps.Max(gap => gap.Width);
        return gaps.Where(gap => gap.Width > widest * 0.93).MinBy(gap => Math.Abs(gap.Middle - middle)).Middle;
    }
}
