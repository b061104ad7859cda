using Greenprint.PlanText.Tables;

namespace Greenprint.PlanText.Indicators;

/// <summary>Which column of an indicator table is what.</summary>
/// <param name="Head">The head.</param>
/// <param name="Names">Columns of the name: the second one holds the sub-cells.</param>
/// <param name="Baseline">Column of the base year, or null.</param>
/// <param name="Target">Column of the plan's target, or null.</param>
/// <param name="Others">Further columns of years and sums.</param>
/// <param name="IsOfLastPeriod">True where the table shows the results of a period before this plan.</param>
internal sealed record IndicatorColumns(HeadRows Head, IReadOnlyList<int> Names, int? Baseline, int? Target, IReadOnlyList<int> Others, bool IsOfLastPeriod)
{
    /// <summary>The column of the groups, or null.</summary>
    public int? Category { get; private init; } = Head.With(ColumnRole.Category).Select(column => (int?)column).FirstOrDefault();

    public int? One(ColumnRole role) => Head.With(role).Select(column => (int?)column).FirstOrDefault();

    /// <summary>
    /// One head over two columns may stand over a name and its sub-cells, or over groups and names: in a table of groups no cell covers both columns,
    /// and one group holds several numbers.
    /// </summary>
    public IndicatorColumns For(PlanTable table)
    {
        if (Names.Count < 2)
        {
            return this;
        }

        var rows = table.Rows.Skip(Head.From + Head.Count).Where(row => !row.Cells[Names[1]].IsEmpty).ToArray();
        var coversBoth = table.Rows.Skip(Head.From + Head.Count).Any(row => row.Cells[Names[0]] is { IsEmpty: false } cell && (cell == row.Cells[Names[1]] || row.Cells[Names[1]].IsEmpty));
        var hasSeveral = One(ColumnRole.Number) is not { } number
            || rows.GroupBy(row => row.Cells[Names[0]]).Any(group => !group.Key.IsEmpty && group.Select(row => row.Cells[number]).Distinct().Count(cell => !cell.IsEmpty) > 1);
        return coversBoth || !hasSeveral ? this : this with { Names = [Names[1]], Category = Category ?? Names[0] };
    }

    /// <summary>The same columns for a table that goes on without a head.</summary>
    public IndicatorColumns Continued() => this with { Head = Head with { From = 0, Count = 0 } };

    /// <summary>The columns, or null where the head is not that of an indicator table.</summary>
    public static IndicatorColumns? Of(HeadRows head, string? caption, PlanPeriod? period)
    {
        var names = NamesOf(head);
        var values = head.With(ColumnRole.Value).ToArray();
        if (names.Count == 0 || values.Length == 0 || !head.Columns.Any(IsOfIndicators) && !(caption ?? "").Contains("指标", StringComparison.Ordinal))
        {
            return null;
        }

        var target = TargetOf(head, values, period);
        var baseline = BaselineOf(head, values, target, period);
        return new IndicatorColumns(head, names, baseline, target, [.. values.Where(column => column != target && column != baseline)], IsLast(head, values, caption, period));
    }

    private static bool IsOfIndicators(ColumnHead head) =>
        head.Role == ColumnRole.Nature || head.Role == ColumnRole.Name && head.Text.Contains("指标", StringComparison.Ordinal);

    // 一级指标 | 二级指标: the last one is the name. A name over two columns has its sub-cells in the second.
    private static List<int> NamesOf(HeadRows head)
    {
        var all = head.With(ColumnRole.Name).ToList();
        var last = all.Count == 0 ? "" : head.Columns[all[^1]].Text;
        return [.. all.Where(column => head.Columns[column].Text == last)];
    }

    private static int? TargetOf(HeadRows head, int[] values, PlanPeriod? period)
    {
        var states = values.Where(column => head.Columns[column].Sort is not (ValueSort.Sum or ValueSort.Result)).ToArray();
        if (period is not null && states.Where(column => head.Columns[column].Year == period.End).Select(column => (int?)column).LastOrDefault() is { } due)
        {
            return due;
        }

        // 目标值 without a year is the plan's last one; of two years without a known period the later one is the target.
        var undated = states.Where(column => head.Columns[column] is { Year: null, Sort: ValueSort.Target }).Select(column => (int?)column).FirstOrDefault();
        var latest = states.Where(column => head.Columns[column].Year is not null && head.Columns[column].Sort != ValueSort.Base)
            .OrderByDescending(column => head.Columns[column].Year).Select(column => (int?)column).FirstOrDefault();
        return undated ?? (latest is { } found && (states.Length > 1 || head.Columns[found].Sort == ValueSort.Target) ? (int?)found : null)
            ?? (values.Length == 1 && head.Columns[values[0]].Sort is ValueSort.Sum ? (int?)values[0] : null);
    }

    private static int? BaselineOf(HeadRows head, int[] values, int? target, PlanPeriod? period)
    {
        var year = target is { } column ? head.Columns[column].Year : null;
        var before = values.Where(value => value != target && head.Columns[value].Sort is not (ValueSort.Sum or ValueSort.Target))
            .Where(value => head.Columns[value].Year is not { } own || year is null || own < year).ToArray();
        // The last year before the plan begins; years of the plan itself are its steps.
        return before.OrderBy(value => head.Columns[value].Sort == ValueSort.Base ? 0 : head.Columns[value].Year is { } own && own < period?.Start ? 1 : 2)
            .ThenBy(value => (head.Columns[value].Year ?? 0) * (head.Columns[value].Year < period?.Start ? -1 : 1))
            .Select(value => (int?)value).FirstOrDefault();
    }

    private static bool IsLast(HeadRows head, int[] values, string? caption, PlanPeriod? period)
    {
        var years = values.Select(column => head.Columns[column].Year).OfType<int>().ToArray();
        if (period is not null && years.Length > 0)
        {
            return years.Max() < period.Start;
        }

        return (caption ?? "").Contains("完成情况", StringComparison.Ordinal)
            || head.Columns.Any(column => column.Sort == ValueSort.Result || column.Text.Contains("完成情况", StringComparison.Ordinal));
    }
}
