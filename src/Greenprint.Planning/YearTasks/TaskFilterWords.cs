using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.YearTasks;

/// <summary>What a filter of year tasks has chosen, in words, each with the filter without it.</summary>
internal static class TaskFilterWords
{
    public static IReadOnlyList<(Bilingual Name, TaskFilter Without)> Of(TaskFilter filter, YearTaskSheet sheet)
    {
        List<(Bilingual, TaskFilter)> chosen = [];
        if (filter.Unit is { } unit)
        {
            var name = sheet.UnitName(unit);
            Bilingual part = filter.Part switch { TaskPart.Lead => ("牵头：", "Lead: "), TaskPart.Support => ("配合：", "Support: "), _ => ("单位：", "Unit: ") };
            chosen.Add((new(part.Zh + name.Zh, part.En + (name.En ?? name.Zh)), filter with { Unit = null, Part = null }));
        }

        if (filter.KeyTask is { } code && sheet.Plan.KeyTasks.FirstOrDefault(task => task.Code == code) is { } found)
        {
            chosen.Add((found.Title, filter with { KeyTask = null }));
        }

        if (filter.Text is { } text)
        {
            chosen.Add((($"包含“{text}”", $"contains '{text}'"), filter with { Text = null }));
        }

        if (filter.WithCancelled)
        {
            chosen.Add((("含已取消的", "cancelled ones as well"), filter with { WithCancelled = false }));
        }

        if (filter.AsOf is { } day)
        {
            chosen.Add((($"{Figures.Day(day).Zh}的情况", $"as of {Figures.Day(day).En}"), filter with { AsOf = null }));
        }

        return chosen;
    }

    /// <summary>The same for a file, which says the day by itself, with the year.</summary>
    public static IEnumerable<Bilingual> InFile(TaskFilter filter, YearTaskSheet sheet) =>
        Of(filter with { AsOf = null }, sheet).Select(one => one.Name).Prepend(filter.Year is { } year ? ($"{year} 年度", $"year {year}") : ("全部年度", "all years"));
}
