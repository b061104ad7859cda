using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.YearTasks;

/// <summary>
/// The year tasks that a person answers for and that are not done, in plans in force, those of past years too: what was left undone is not nobody's. What is
/// done stays with whoever did it, and so does a task whose lead unit is gone: somebody in another unit can take it over only with the lead.
/// Each passes as a revision of its own.
/// </summary>
internal sealed class TaskHandOver(GreenprintDb db, IPlans plans, IYearTasks tasks, IUnits units, IChinaClock clock, IEnumerable<ITaskCompletion> completions) : IHandOver
{
    public Bilingual Name => ("年度任务", "Year tasks");

    public async Task<IReadOnlyList<HeldItem>> HeldBy(string person, CancellationToken cancellation)
    {
        var today = await units.Tree(region: null, clock.Today, cancellation);
        List<HeldItem> held = [];
        foreach (var plan in (await plans.All(cancellation)).Where(plan => plan.Status == PlanStatus.InForce))
        {
            var theirs = (await StoredYearTasks.Standing(db, plan.Id, null, cancellation))
                .Where(task => !task.IsCancelled && task.Content.Accountable == person && today.Find(task.Content.Lead) is not null).ToList();
            HashSet<string> done = new(StringComparer.Ordinal);
            foreach (var completion in completions)
            {
                done.UnionWith(await completion.Done(theirs, cancellation));
            }

            held.AddRange(theirs.Where(task => !done.Contains(task.Id)).Select(task => new HeldItem(
                task.Id, new($"{task.Code} {task.Content.Title.Zh}", $"{task.Code} {task.Content.Title.En ?? task.Content.Title.Zh}"), plan.Region, task.Content.Lead, task.Content.Due, $"office/plans/{plan.Id}/tasks/{task.Code}")));
        }

        return held;
    }

    public async Task HandOver(Change change, IReadOnlyList<string> items, string from, string to, string why, CancellationToken cancellation)
    {
        foreach (var id in items)
        {
            if (await tasks.Find(id, cancellation) is not { } task || task.Content.Accountable != from)
            {
                throw new RefusedException(PlanningFindings.ChangedMeanwhile(id));
            }

            if (await tasks.Revise(change, id, task.Content with { Accountable = to }, why, task.Revision, cancellation) is { Task: null, Findings: [var fault, ..] })
            {
                throw new RefusedException(fault.Finding);
            }
        }
    }
}
