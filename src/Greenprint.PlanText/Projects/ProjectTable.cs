using System.Text.RegularExpressions;
using Greenprint.PlanText.Tables;

namespace Greenprint.PlanText.Projects;

/// <summary>The rows of a table of projects.</summary>
internal static partial class ProjectTable
{
    public static IEnumerable<ProjectItem> Read(PlanTable table, string? clauseId)
    {
        if (HeadRows.Of(table) is not { } head || Name(head) is not { } name || !IsOfProjects(head, name))
        {
            yield break;
        }

        string? category = null;
        GridCell? last = null;
        foreach (var row in table.Rows.Skip(head.From + head.Count))
        {
            var cells = row.Cells.Distinct().Where(cell => !cell.IsEmpty).ToArray();
            if (cells.Length == 0 || head.Repeats(row))
            {
                continue;
            }

            if (cells.Length == 1 || cells.Length == 2 && Numeral().IsMatch(cells[0].Key))
            {
                category = Enumerator().Replace(string.Concat(cells.Select(cell => cell.Text)), "");
                continue;
            }

            if (row.Cells[name].IsEmpty || row.Cells[name] == last || Total().IsMatch(row.Cells[name].Key))
            {
                continue;   // a name merged over several rows is one project
            }

            last = row.Cells[name];
            category = Cell(row, head, ColumnRole.Category) ?? category;
            yield return new ProjectItem(
                category, last.Text, Cell(row, head, ColumnRole.Content), Cell(row, head, ColumnRole.Period),
                First(head, ColumnRole.Investment) is { } money && !row.Cells[money].IsEmpty
                    ? ProjectText.Investment(row.Cells[money].Text, ProjectText.UnitOfHead(head.Columns[money].Text))
                    : null,
                Cell(row, head, ColumnRole.Duty), row.Place.Page, clauseId)
            {
                Quote = last.Text,
                Confidence = table.Grid is Documents.TableGrid.Aligned ? 0.8m : 0.95m,
            };
        }
    }

    private static int? Name(HeadRows head)
    {
        var names = head.With(ColumnRole.Name).ToArray();
        return names.Length == 0 ? null : names.Select(column => (int?)column).FirstOrDefault(column => head.Columns[column!.Value].Text.Contains("名称", StringComparison.Ordinal)) ?? names[^1];
    }

    private static bool IsOfProjects(HeadRows head, int name) =>
        Project().IsMatch(head.Columns[name].Text)
        && head.Columns.Any(column => column.Role is ColumnRole.Content or ColumnRole.Period or ColumnRole.Investment or ColumnRole.Duty);

    private static int? First(HeadRows head, ColumnRole role) => head.With(role).Select(column => (int?)column).FirstOrDefault();

    private static string? Cell(PlanTableRow row, HeadRows head, ColumnRole role) =>
        First(head, role) is { } column && !row.Cells[column].IsEmpty ? row.Cells[column].Text : null;

    [GeneratedRegex("项目|工程|^名称")]
    private static partial Regex Project();

    [GeneratedRegex(@"^[（(]?[一二三四五六七八九十]+[）)]?[、.．]?$")]
    private static partial Regex Numeral();

    [GeneratedRegex("^(合计|总计|小计|共计)")]
    private static partial Regex Total();

    [GeneratedRegex(@"^\s*([（(]?[一二三四五六七八九十]+[）)]\s*、?|[一二三四五六七八九十]+\s*[、.．]?)\s*")]
    private static partial Regex Enumerator();
}
