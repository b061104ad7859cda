using Greenprint.Planning.KeyTasks;
using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Plans;

/// <summary>Reads plans from the store: a fixed number of queries, however large the plan.</summary>
internal sealed class StoredPlans(GreenprintDb db) : IPlans
{
    public async Task<IReadOnlyList<PlanSummary>> All(CancellationToken cancellation)
    {
        var rows = await db.Set<PlanRow>().AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => row.ToSummary())
                .OrderBy(plan => plan.Status switch { PlanStatus.InForce => 0, PlanStatus.Closed => 1, _ => 2 })
                .ThenByDescending(plan => plan.Start)
                .ThenBy(plan => plan.Id, StringComparer.Ordinal),
        ];
    }

    public Task<PlanView?> Find(string id, CancellationToken cancellation) => Find(id, null, cancellation);

    public Task<PlanView?> FindAsOf(string id, DateOnly day, CancellationToken cancellation) => Find(id, day, cancellation);

    private async Task<PlanView?> Find(string id, DateOnly? day, CancellationToken cancellation)
    {
        if (await db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, cancellation) is not { } plan)
        {
            return null;
        }

        var clauses = await db.Set<ClauseRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Position).ToListAsync(cancellation);
        var items = (await db.Set<ItemRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Position).ToListAsync(cancellation)).ToLookup(row => row.Kind);
        var duties = (await db.Set<ResponsibilityRow>().AsNoTracking().Where(row => row.Plan == id).ToListAsync(cancellation)).ToLookup(row => (row.Subject, row.Code));
        var projects = await db.Set<ProjectRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Position).ToListAsync(cancellation);
        var earlier = day is null ? null
            : (await db.Set<KeyTaskRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Number).ToListAsync(cancellation)).ToLookup(row => row.Code, StringComparer.Ordinal);
        var then = day is { } asOf ? await EarlierContents.Of(db, id, asOf, cancellation) : EarlierContents.None;
        var measures = await db.Set<MeasureRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Position).ToListAsync(cancellation);

        return new PlanView(
            plan.ToSummary(),
            [.. items[ItemKind.Goal].Select(row => new GoalView(row.Text, row.Clause))],
            [.. items[ItemKind.Group].Select(row => new IndicatorGroup(row.Code, row.Title))],
            [.. clauses.Select(row => row.ToView())],
            [.. items[ItemKind.KeyTask].Select(row => Then(KeyTask(row, [.. duties[(Subjects.KeyTask, row.Code)]]), [.. earlier?[row.Code] ?? []], day))],
            [.. items[ItemKind.Safeguard].Select(row => new SafeguardView(row.Number, row.Title, row.Text, row.Clause))],
            await Indicators(id, day, then, duties, cancellation))
        {
            Projects = [.. projects.Select(row => then.In(row.ToView([.. duties[(Subjects.Project, row.Code)]])))],
            Measures = [.. measures.Select(row => then.In(row.ToView([.. duties[(Subjects.Measure, row.Code)]])))],
            Thresholds = new(Figure.Trimmed(plan.AtRiskShare)!.Value, Figure.Trimmed(plan.LevelTolerance)!.Value),
        };
    }

    private static KeyTaskView KeyTask(ItemRow row, IReadOnlyList<ResponsibilityRow> duties) => new(
        row.Code, row.Number, row.Title, row.Text, row.Clause, duties.FirstOrDefault(duty => duty.Part == Part.Lead)?.Unit)
    {
        Support = [.. duties.Where(duty => duty.Part == Part.Support).OrderBy(duty => duty.Position).Select(duty => duty.Unit)],
    };

    private static KeyTaskView Then(KeyTaskView now, IReadOnlyList<KeyTaskRow> kept, DateOnly? day) =>
        kept.Count == 0 ? now : KeyTaskVersion.InForce(StoredKeyTasks.Versions(now, kept), day).Content.In(now);

    private async Task<IReadOnlyList<IndicatorView>> Indicators(
        string id, DateOnly? day, EarlierContents then, ILookup<(string Subject, string Code), ResponsibilityRow> duties, CancellationToken cancellation)
    {
        var rows = await db.Set<IndicatorRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Position).ToListAsync(cancellation);
        if (rows is [])
        {
            return [];
        }

        var baselines = (await db.Set<BaselineRow>().AsNoTracking().Where(row => row.Plan == id).ToListAsync(cancellation)).ToLookup(row => row.Indicator);
        var targets = (await db.Set<TargetRow>().AsNoTracking().Where(row => row.Plan == id).ToListAsync(cancellation)).ToLookup(row => row.Indicator);
        var steps = (await db.Set<StepRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Year).ToListAsync(cancellation)).ToLookup(row => (row.Indicator, row.Revision));

        return
        [
            .. rows.Select(row =>
            {
                var versions = targets[row.Code].OrderBy(target => target.Revision).ToList();
                var inForce = versions.Last(target => target.Revision == 1 || day is null || target.AdoptedOn <= day);
                return then.In(row.ToView(
                    [.. duties[(Subjects.Indicator, row.Code)]],
                    baselines[row.Code].Where(baseline => day is null || baseline.On is null || baseline.On <= day).MaxBy(baseline => baseline.Revision),
                    inForce,
                    inForce.Revision == 1 ? null : versions[0].ToTarget(),
                    [.. steps[(row.Code, inForce.Revision)].Select(step => step.ToStep())]));
            }),
        ];
    }
}
