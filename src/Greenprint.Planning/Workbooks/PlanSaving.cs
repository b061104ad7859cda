using Greenprint.Planning.KeyTasks;
using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Workbooks;

/// <summary>Writes the difference of two states of a plan: what is the very same object in both is not touched.</summary>
internal sealed class PlanSaving
{
    private readonly Change change;
    private readonly string plan;
    private readonly ILookup<(string Subject, string Code), ResponsibilityRow> duties;

    private PlanSaving(Change change, string plan, IEnumerable<ResponsibilityRow> duties) =>
        (this.change, this.plan, this.duties) = (change, plan, duties.ToLookup(row => (row.Subject, row.Code)));

    public static async Task Save(Change change, PlanView before, PlanView after, CancellationToken cancellation)
    {
        var (db, plan) = (change.Db, after.Summary.Id);
        var saving = new PlanSaving(change, plan, await db.Set<ResponsibilityRow>().Where(row => row.Plan == plan).ToListAsync(cancellation));
        var items = await db.Set<ItemRow>().Where(row => row.Plan == plan).ToListAsync(cancellation);

        var groups = items.Count(row => row.Kind == ItemKind.Group);
        db.AddRange(after.Groups.Skip(before.Groups.Count).Select((group, i) => ItemRow.Of(plan, ItemKind.Group, groups + i, group.Code, "", group.Name, new Bilingual(""), null)));
        saving.Put(
            before.KeyTasks, after.KeyTasks, task => task.Code, items.Where(row => row.Kind == ItemKind.KeyTask), row => row.Code, row => row.Position,
            (task, place) => ItemRow.Of(plan, ItemKind.KeyTask, place, task.Code, task.Number, task.Title, task.Text, task.ClauseId),
            Subjects.KeyTask, task => PackRows.Duties(plan, Subjects.KeyTask, task.Code, task.Lead, task.Support));
        saving.Put(
            before.Projects, after.Projects, project => project.Code, await db.Set<ProjectRow>().Where(row => row.Plan == plan).ToListAsync(cancellation), row => row.Code, row => row.Position,
            (project, place) => ProjectRow.Of(plan, place, project),
            Subjects.Project, project => PackRows.Duties(plan, Subjects.Project, project.Code, project.Lead, project.Support));
        saving.Put(
            before.Measures, after.Measures, measure => measure.Code, await db.Set<MeasureRow>().Where(row => row.Plan == plan).ToListAsync(cancellation), row => row.Code, row => row.Position,
            (measure, place) => MeasureRow.Of(plan, place, measure),
            Subjects.Measure, measure => PackRows.Duties(plan, Subjects.Measure, measure.Code, measure.Lead, measure.Support));
        saving.Put(
            before.Indicators, after.Indicators, indicator => indicator.Code, await db.Set<IndicatorRow>().Where(row => row.Plan == plan).ToListAsync(cancellation), row => row.Code, row => row.Position,
            IndicatorRow.Of,
            Subjects.Indicator, indicator => PackRows.Duties(plan, Subjects.Indicator, indicator.Code, indicator.Lead, indicator.Support));
        await saving.Figures(before, after, cancellation);
        await EarlierContents.Note(change, before, after, cancellation);
        await StoredKeyTasks.Note(change, before, after, ("用工作簿修改", "changed by a workbook"), cancellation);
    }

    private void Put<TView, TRow>(
        IReadOnlyList<TView> before,
        IReadOnlyList<TView> after,
        Func<TView, string> code,
        IEnumerable<TRow> stored,
        Func<TRow, string> codeOf,
        Func<TRow, int> position,
        Func<TView, int, TRow> make,
        string subject,
        Func<TView, IEnumerable<ResponsibilityRow>> units)
        where TView : class
        where TRow : class
    {
        var rows = stored.ToDictionary(codeOf, StringComparer.Ordinal);
        var old = before.ToDictionary(code, StringComparer.Ordinal);
        var next = rows.Values.Select(position).DefaultIfEmpty(-1).Max() + 1;
        foreach (var view in after)
        {
            var row = rows.GetValueOrDefault(code(view));
            if (!old.Remove(code(view), out var was))
            {
                change.Db.Add(make(view, next++));
            }
            else if (ReferenceEquals(was, view))
            {
                continue;
            }
            else
            {
                change.Db.Entry(row!).CurrentValues.SetValues(make(view, position(row!)));
            }

            Sync(duties[(subject, code(view))], units(view), duty => (duty.Part, duty.Position));
        }

        foreach (var gone in old.Keys)
        {
            change.Db.Remove(rows[gone]);
            change.Db.RemoveRange(duties[(subject, gone)]);
        }
    }

    private async Task Figures(PlanView before, PlanView after, CancellationToken cancellation)
    {
        var db = change.Db;
        var old = before.Indicators.ToDictionary(one => one.Code, StringComparer.Ordinal);
        var now = after.Indicators.ToDictionary(one => one.Code, StringComparer.Ordinal);
        var touched = old.Keys.Union(now.Keys).Where(code => !ReferenceEquals(old.GetValueOrDefault(code), now.GetValueOrDefault(code))).ToList();
        if (touched is [])
        {
            return;
        }

        var baselines = (await db.Set<BaselineRow>().Where(row => row.Plan == plan).ToListAsync(cancellation)).ToLookup(row => row.Indicator);
        var targets = (await db.Set<TargetRow>().Where(row => row.Plan == plan).ToListAsync(cancellation)).ToLookup(row => row.Indicator);
        var steps = (await db.Set<StepRow>().Where(row => row.Plan == plan).ToListAsync(cancellation)).ToLookup(row => row.Indicator);
        foreach (var code in touched)
        {
            if (now.GetValueOrDefault(code) is not { } indicator)
            {
                db.RemoveRange(baselines[code]);
                db.RemoveRange(targets[code]);
                db.RemoveRange(steps[code]);
                continue;
            }

            var baseline = baselines[code].MaxBy(row => row.Revision);
            Sync<BaselineRow, int>(baseline is null ? [] : [baseline], indicator.Baseline is { } from ? [BaselineRow.Of(plan, code, baseline?.Revision ?? 1, from, baseline?.On)] : [], row => row.Revision);

            var target = targets[code].MaxBy(row => row.Revision);
            if (target?.ToTarget() != indicator.Target)
            {
                Sync<TargetRow, int>(
                    target is null ? [] : [target],
                    [TargetRow.Of(plan, code, target?.Revision ?? 1, indicator.Target, change.At, change.Actor.Name, target?.AdoptedBy, target?.AdoptedOn, target?.Reason)],
                    row => row.Revision);
            }

            var revision = target?.Revision ?? 1;
            Sync(steps[code].Where(row => row.Revision == revision), PackRows.Steps(plan, code, revision, indicator.Steps), row => row.Year);
        }
    }

    // Row by row by its key, so that what stays is not written again.
    private void Sync<TRow, TKey>(IEnumerable<TRow> stored, IEnumerable<TRow> wanted, Func<TRow, TKey> key)
        where TRow : class
        where TKey : notnull
    {
        var rows = stored.ToDictionary(key);
        foreach (var row in wanted)
        {
            if (rows.Remove(key(row), out var known))
            {
                change.Db.Entry(known).CurrentValues.SetValues(row);
            }
            else
            {
                change.Db.Add(row);
            }
        }

        change.Db.RemoveRange(rows.Values);
    }
}
