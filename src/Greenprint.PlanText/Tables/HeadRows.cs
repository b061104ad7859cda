using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Tables;

/// <summary>The head of a table: how many rows it has, and what each column holds.</summary>
/// <param name="From">First head row.</param>
/// <param name="Count">How many head rows.</param>
/// <param name="Columns">A head per column.</param>
internal sealed partial record HeadRows(int From, int Count, IReadOnlyList<ColumnHead> Columns)
{
    // A caption or a unit line may stand in a row of its own over the head.
    private const int MostRowsBefore = 3;
    private const int MostHeadRows = 4;

    /// <summary>The head, or null where the table has none.</summary>
    public static HeadRows? Of(PlanTable table)
    {
        for (var from = 0; from < Math.Min(MostRowsBefore, table.Rows.Count); from++)
        {
            if (IsHead(table.Rows[from]))
            {
                var count = 1;
                while (count < MostHeadRows && from + count < table.Rows.Count && IsBelow(table.Rows[from], table.Rows[from + count]))
                {
                    count++;
                }

                var heads = Enumerable.Range(0, table.Columns).Select(column => ColumnHead.Of(Text(table, from, count, column))).ToArray();
                return new HeadRows(from, count, [.. heads.Select((head, column) => IsRest(heads, column) ? heads[column - 1] : ByContent(table, from + count, column, head))]);
            }
        }

        return null;
    }

    /// <summary>True for a row that repeats the head, as on a new page.</summary>
    public bool Repeats(PlanTableRow row)
    {
        var cells = row.Cells.Distinct().Where(cell => !cell.IsEmpty).ToArray();
        return cells.Length >= 2 && cells.All(cell => IsHeadText(cell.Key)) && IsHead(row);
    }

    public IEnumerable<int> With(ColumnRole role) => Enumerable.Range(0, Columns.Count).Where(column => Columns[column].Role == role);

    private static bool IsHead(PlanTableRow row)
    {
        var cells = row.Cells.Distinct().Where(cell => !cell.IsEmpty).ToArray();
        return cells.Length >= 2 && cells.Count(cell => IsHeadText(cell.Key)) * 2 > cells.Length && !cells.Any(cell => IsData(cell.Key));
    }

    // 指标类型 may head the groups as well as 约束性 and 预期性: the cells say which.
    private static ColumnHead ByContent(PlanTable table, int from, int column, ColumnHead head)
    {
        var cells = table.Rows.Skip(from).Select(row => row.Cells[column]).Distinct().Where(cell => !cell.IsEmpty).ToArray();
        return cells.Length > 0 && cells.Count(cell => NatureCell().IsMatch(cell.Key)) * 5 >= cells.Length * 3 ? head with { Role = ColumnRole.Nature } : head;
    }

    // Markdown cannot merge: the head over a name and its sub-cells stands over the first of them.
    private static bool IsRest(ColumnHead[] heads, int column) => column > 0 && heads[column].Text.Length == 0 && heads[column - 1].Role == ColumnRole.Name;

    // The second row of a head: years under 目标, or cells that the first row's cells run down into.
    private static bool IsBelow(PlanTableRow head, PlanTableRow row)
    {
        var own = row.Cells.Where(cell => !cell.IsEmpty && !head.Cells.Contains(cell)).Distinct().ToArray();
        return own.Length > 0 ? own.All(cell => IsHeadText(cell.Key)) && !own.Any(cell => IsData(cell.Key)) : row.Cells.All(cell => cell.IsEmpty || head.Cells.Contains(cell));
    }

    private static bool IsHeadText(string key) => ColumnHead.Of(key).Role != ColumnRole.Unknown || Loose().IsMatch(key);

    private static bool IsData(string key) => DataCell().IsMatch(key);

    private static string Text(PlanTable table, int from, int count, int column) =>
        string.Concat(Enumerable.Range(from, count).Select(row => table.Rows[row].Cells[column]).Distinct().Select(cell => cell.Text));

    [GeneratedRegex("^(约束|预期|引领|引导)性?(指标)?$")]
    private static partial Regex NatureCell();

    [GeneratedRegex(@"^(约束性|预期性|引领性|约束|预期|[—–-]|/|\d{1,2}|\d+\.\d+|[≥≤].*)$")]
    private static partial Regex DataCell();

    [GeneratedRegex(@"^([(（].{1,12}[)）]|值|年|[“”]?十[一二三四五六]五[“”]?(期间|时期|末)?|市|县|全市|全县|指标值)$")]
    private static partial Regex Loose();
}
