using System.Globalization;
using Greenprint.Documents;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A stored plan as a Word file in the layout of government documents (GB/T 9704): its text, then the tables of indicators, of duties and of planned projects.</summary>
public static class PlanDocuments
{
    private const string Empty = "—";

    /// <summary>Writes the plan in Chinese, the language it is made in.</summary>
    /// <param name="plan">The plan, with the targets that are to be printed.</param>
    /// <param name="units">Names of units by id; a unit without a name is printed by its id.</param>
    /// <param name="to">A seekable stream that can be read and written; left open at its end.</param>
    public static void WriteWord(PlanView plan, IReadOnlyDictionary<string, Bilingual> units, Stream to) => OfficialWriter.Write(Of(plan, units), to);

    internal static OfficialDocument Of(PlanView plan, IReadOnlyDictionary<string, Bilingual> units)
    {
        var parts = new List<OfficialPart>();
        foreach (var clause in plan.Clauses)
        {
            parts.Add(new OfficialHeading(clause.Level, clause.Number, clause.Title.Zh) { Bookmark = clause.Id });
            parts.AddRange(clause.Paragraphs.Select(paragraph => new OfficialParagraph(paragraph.Zh)));
        }

        var annex = 0;
        if (plan.Indicators.Count > 0)
        {
            Annex(parts, ++annex, "主要指标", Indicators(plan, units));
        }

        if (plan.KeyTasks.Any(task => task.Lead is not null))
        {
            Annex(parts, ++annex, "重点任务分工", Duties(plan, units));
        }

        if (plan.Projects.Count > 0)
        {
            Annex(parts, ++annex, "重点工程项目", Projects(plan, units) with { Landscape = true });
        }

        return new(plan.Summary.Title.Zh, parts) { Contents = plan.Clauses.Count > 0, Mark = plan.Summary.IsDemo ? "演示数据" : null };
    }

    private static void Annex(List<OfficialPart> parts, int number, string title, OfficialTable table)
    {
        parts.Add(new OfficialPageBreak());
        parts.Add(new OfficialHeading(1, "", $"附件 {number}　{title}"));
        parts.Add(table);
    }

    private static OfficialTable Indicators(PlanView plan, IReadOnlyDictionary<string, Bilingual> units)
    {
        // A year that all rows share stands in the head, once.
        var (from, to) = (Shared(plan.Indicators.Select(indicator => indicator.Baseline?.Year).OfType<int>()), Shared(plan.Indicators.Select(indicator => indicator.Target.Year)));
        var rows = new List<TableRow> { Row("序号", "类别", "指标", "单位", Head("基期值", from), Head("目标值", to), "属性", "责任单位") };
        var number = 0;
        foreach (var group in plan.Groups)
        {
            var isFirst = true;
            foreach (var indicator in plan.Indicators.Where(indicator => indicator.Group == group.Code))
            {
                rows.Add(new TableRow(
                [
                    new((++number).ToString(CultureInfo.InvariantCulture)),
                    new(isFirst ? group.Name.Zh : "", ContinuesAbove: !isFirst),
                    new(indicator.Name.Zh),
                    new(indicator.Unit),
                    new(indicator.Baseline is { } baseline ? Year(baseline.Text.Zh, baseline.Year, from) : Empty),
                    new(Year(indicator.Target.Text.Zh, indicator.Target.Year, to)),
                    new(Nature(indicator.Nature)),
                    new(Units([indicator.Lead, .. indicator.Support], units)),
                ]));
                isFirst = false;
            }
        }

        return new OfficialTable(null, [6, 9, 20, 9, 11, 12, 9, 18], 1, rows);
    }

    private static OfficialTable Duties(PlanView plan, IReadOnlyDictionary<string, Bilingual> units) => new(null, [6, 36, 22, 30], 1,
    [
        Row("序号", "重点任务", "牵头单位", "配合单位"),
        .. plan.KeyTasks.Select((task, at) => Row(
            (at + 1).ToString(CultureInfo.InvariantCulture), task.Title.Zh, Units([task.Lead], units), Units(task.Support, units))),
    ]);

    private static OfficialTable Projects(PlanView plan, IReadOnlyDictionary<string, Bilingual> units)
    {
        var rows = new List<TableRow> { Row("序号", "类别", "项目名称", "建设内容及规模", "建设年限", "投资", "牵头单位", "配合单位") };
        string? category = null;
        foreach (var (i, project) in plan.Projects.Index())
        {
            var isSame = project.Category is { } of && of.Zh == category;
            category = project.Category?.Zh;
            rows.Add(new TableRow(
            [
                new(project.Number.Length > 0 ? project.Number : (i + 1).ToString(CultureInfo.InvariantCulture)),
                new(isSame ? "" : category ?? Empty, ContinuesAbove: isSame),
                new(project.Name.Zh),
                new(project.Content?.Zh ?? Empty),
                new(ProjectTexts.Years(project)?.Zh ?? Empty),
                new(project.Investment?.Text ?? Empty),
                new(Units(project.Lead, units)),
                new(Units(project.Support, units)),
            ]));
        }

        return new OfficialTable(null, [6, 10, 22, 34, 11, 11, 16, 16], 1, rows);
    }

    private static string Units(IReadOnlyList<NamedUnit> named, IReadOnlyDictionary<string, Bilingual> units) =>
        named.Count > 0 ? string.Join("、", named.Select(unit => unit.Here(units, english: false))) : Empty;

    private static int? Shared(IEnumerable<int> years) => years.Distinct().ToList() is [var year] ? year : null;

    private static string Head(string text, int? year) => year is null ? text : string.Create(CultureInfo.InvariantCulture, $"{text}\n（{year} 年）");

    private static string Year(string text, int year, int? shared) => year == shared ? text : Head(text, year);

    private static string Nature(IndicatorNature? nature) => nature switch
    {
        IndicatorNature.Binding => "约束性",
        IndicatorNature.Anticipatory => "预期性",
        IndicatorNature.Leading => "引领性",
        _ => Empty,
    };

    private static string Units(IEnumerable<string?> ids, IReadOnlyDictionary<string, Bilingual> units)
    {
        var names = ids.OfType<string>().Select(id => units.TryGetValue(id, out var name) ? name.Zh : id).ToList();
        return names.Count > 0 ? string.Join("、", names) : Empty;
    }

    private static TableRow Row(params string[] cells) => new([.. cells.Select(cell => new TableCell(cell))]);
}
