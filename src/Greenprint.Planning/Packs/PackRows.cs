using System.Globalization;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Packs;

/// <summary>A pack as rows of the store.</summary>
internal static class PackRows
{
    public static void Add(DbContext db, PlanPack pack, DateTimeOffset at, string by)
    {
        var thresholds = pack.Thresholds ?? PlanThresholds.Default;
        db.Add(new PlanRow
        {
            Id = pack.Id,
            Region = pack.Region,
            TitleZh = pack.Title.Zh,
            TitleEn = pack.Title.En,
            Start = pack.Start,
            End = pack.End,
            Status = pack.Status,
            IsDemo = pack.Demo,
            UpperPlan = pack.UpperPlan,
            AtRiskShare = thresholds.AtRiskShare,
            LevelTolerance = thresholds.LevelTolerance,
        });
        db.AddRange(pack.Clauses.Select((clause, i) => ClauseRow.Of(pack.Id, i, clause)));
        db.AddRange(Items(pack));
        foreach (var task in pack.KeyTasks)
        {
            db.AddRange(Duties(pack.Id, Subjects.KeyTask, task.Code, task.Lead, task.Support));
        }

        foreach (var (i, indicator) in pack.Indicators.Index())
        {
            Add(db, pack.Id, pack.Start, i, indicator, at, by);
        }

        foreach (var (i, project) in pack.Projects.Index())
        {
            db.Add(ProjectRow.Of(pack.Id, i, project));
            db.AddRange(Duties(pack.Id, Subjects.Project, project.Code, project.Lead, project.Support));
        }

        foreach (var (i, measure) in pack.Measures.Index())
        {
            db.Add(MeasureRow.Of(pack.Id, i, measure));
            db.AddRange(Duties(pack.Id, Subjects.Measure, measure.Code, measure.Lead, measure.Support));
        }
    }

    private static IEnumerable<ItemRow> Items(PlanPack pack)
    {
        var (id, none) = (pack.Id, new Bilingual("", ""));
        return
        [
            .. pack.Goals.Select((goal, i) => ItemRow.Of(id, ItemKind.Goal, i, Ordinal('g', i), "", none, goal.Text, goal.ClauseId)),
            .. pack.Groups.Select((group, i) => ItemRow.Of(id, ItemKind.Group, i, group.Code, "", group.Name, none, null)),
            .. pack.KeyTasks.Select((task, i) => ItemRow.Of(id, ItemKind.KeyTask, i, task.Code, task.Number, task.Title, task.Text, task.ClauseId)),
            .. pack.Safeguards.Select((one, i) => ItemRow.Of(id, ItemKind.Safeguard, i, Ordinal('s', i), one.Number, one.Title, one.Text, one.ClauseId)),
        ];
    }

    /// <summary>One indicator with all that belongs to it.</summary>
    public static void Add(DbContext db, string plan, int start, int position, PackIndicator indicator, DateTimeOffset at, string by)
    {
        var view = PlanPackViews.Of(plan, start, indicator);
        db.Add(IndicatorRow.Of(view, position));
        db.AddRange(Duties(plan, Subjects.Indicator, indicator.Code, indicator.Lead, indicator.Support));
        if (view.Baseline is { } baseline)
        {
            db.Add(BaselineRow.Of(plan, indicator.Code, 1, baseline));
        }

        var steps = indicator.Steps;
        db.Add(TargetRow.Of(plan, indicator.Code, 1, PackReading.TargetOf(start, indicator.Target), at, by));
        db.AddRange(Steps(plan, indicator.Code, 1, steps));
        foreach (var (i, revision) in indicator.Revisions.Index())
        {
            steps = revision.Steps ?? steps;
            db.Add(TargetRow.Of(
                plan, indicator.Code, i + 2, PackReading.TargetOf(start, revision.Target), at, by, revision.Document, revision.On, revision.Reason));
            db.AddRange(Steps(plan, indicator.Code, i + 2, steps));
        }
    }

    public static IEnumerable<StepRow> Steps(string plan, string indicator, int revision, IReadOnlyList<AnnualTarget> steps) =>
        steps.Select(step => new StepRow { Plan = plan, Indicator = indicator, Revision = revision, Year = step.Year, Value = step.Value });

    public static IEnumerable<ResponsibilityRow> Duties(string plan, string subject, string code, string? lead, IReadOnlyList<string> support) =>
        Duties(plan, subject, code, lead is null ? [] : [new(null, lead)], [.. support.Select(unit => new NamedUnit(null, unit))]);

    public static IEnumerable<ResponsibilityRow> Duties(string plan, string subject, string code, IReadOnlyList<NamedUnit> lead, IReadOnlyList<NamedUnit> support) =>
        [.. Duties(plan, subject, code, Part.Lead, lead), .. Duties(plan, subject, code, Part.Support, support)];

    private static IEnumerable<ResponsibilityRow> Duties(string plan, string subject, string code, Part part, IReadOnlyList<NamedUnit> units) => units.Select((named, i) =>
        new ResponsibilityRow { Plan = plan, Subject = subject, Code = code, Part = part, Position = i, Unit = named.Unit ?? "", Name = named.Name });

    private static string Ordinal(char kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}{index + 1}");
}
