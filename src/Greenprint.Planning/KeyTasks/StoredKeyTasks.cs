using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.KeyTasks;

internal sealed class StoredKeyTasks(GreenprintDb db, IPlans plans) : IKeyTasks
{
    public async Task<IReadOnlyList<KeyTaskVersion>> Versions(string plan, string code, CancellationToken cancellation) =>
        await plans.Find(plan, cancellation) is { } view ? await Versions(view, code, cancellation) : [];

    /// <summary>The same of a plan that was read already.</summary>
    internal async Task<IReadOnlyList<KeyTaskVersion>> Versions(PlanView plan, string code, CancellationToken cancellation) =>
        plan.KeyTasks.FirstOrDefault(task => task.Code == code) is { } now
            ? Versions(now, await db.Set<KeyTaskRow>().AsNoTracking().Where(row => row.Plan == plan.Summary.Id && row.Code == code).OrderBy(row => row.Number).ToListAsync(cancellation))
            : [];

    /// <summary>Every version of every key task of a plan, by code. One query.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<KeyTaskVersion>>> OfPlan(PlanView plan, CancellationToken cancellation)
    {
        var rows = (await db.Set<KeyTaskRow>().AsNoTracking().Where(row => row.Plan == plan.Summary.Id).OrderBy(row => row.Number).ToListAsync(cancellation)).ToLookup(row => row.Code, StringComparer.Ordinal);
        return plan.KeyTasks.ToDictionary(task => task.Code, task => Versions(task, [.. rows[task.Code]]), StringComparer.Ordinal);
    }

    /// <summary>Changes a key task of a plan in force by a decision with its document.</summary>
    /// <returns>The number of the new version, or why it is refused.</returns>
    internal async Task<(int? Number, Finding? Refusal)> Revise(
        Change change, PlanView plan, string code, KeyTaskContent content, string document, DateOnly on, string reason, int seen, CancellationToken cancellation)
    {
        var id = plan.Summary.Id;
        var versions = await Versions(plan, code, cancellation);
        if (versions is [] || versions[^1].Number != seen)
        {
            return (null, PlanningFindings.ChangedMeanwhile($"{id}/{code}"));
        }

        // A workbook's change of units bears the day on which it came in, which says nothing of when this was decided.
        if (versions.LastOrDefault(version => version.Document is not null)?.On > on)
        {
            return (null, PlanningFindings.BadAdjustment(code, ("文件日期早于上一次改动。", "The document is older than the change before.")));
        }

        var before = plan.KeyTasks.First(task => task.Code == code);
        var item = await change.Db.Set<ItemRow>().SingleAsync(row => row.Plan == id && row.Kind == ItemKind.KeyTask && row.Code == code, cancellation);
        change.Db.Entry(item).CurrentValues.SetValues(ItemRow.Of(id, ItemKind.KeyTask, item.Position, code, item.Number, content.Title, content.Text, item.Clause));
        await change.Db.Set<ResponsibilityRow>().Where(row => row.Plan == id && row.Subject == Subjects.KeyTask && row.Code == code).ExecuteDeleteAsync(cancellation);
        change.Db.AddRange(PackRows.Duties(id, Subjects.KeyTask, code, content.Lead, content.Support));

        // A workbook that was exported before it is told so when it comes back.
        (await change.Db.Set<PlanRow>().SingleAsync(row => row.Id == id, cancellation)).Version++;
        var number = Append(change, id, before, content, versions, document, on, reason);
        change.Record(plan.Summary.Region, $"key-task/{id}/{code}", "key-task.revised", new { Number = number, Before = KeyTaskContent.Of(before), Content = content, Document = document, On = on }, reason);
        return (number, null);
    }

    /// <summary>Notes what a workbook changed of the key tasks of a plan in force, so that an earlier day still shows what held then.</summary>
    internal static async Task Note(Change change, PlanView before, PlanView after, Bilingual reason, CancellationToken cancellation)
    {
        var old = before.KeyTasks.ToDictionary(task => task.Code, StringComparer.Ordinal);
        var changed = after.KeyTasks.Where(task => old.TryGetValue(task.Code, out var was) && !KeyTaskContent.Of(was).SameInForce(KeyTaskContent.Of(task))).ToList();
        if (after.Summary.Status != PlanStatus.InForce || changed.Count == 0)
        {
            return;
        }

        var id = after.Summary.Id;
        var rows = (await change.Db.Set<KeyTaskRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Number).ToListAsync(cancellation)).ToLookup(row => row.Code, StringComparer.Ordinal);
        foreach (var task in changed)
        {
            Append(change, id, old[task.Code], KeyTaskContent.Of(task), Versions(old[task.Code], [.. rows[task.Code]]), null, ChinaTime.DayOf(change.At), reason.Zh);
        }
    }

    private static int Append(
        Change change, string plan, KeyTaskView before, KeyTaskContent content, IReadOnlyList<KeyTaskVersion> versions, string? document, DateOnly on, string reason)
    {
        if (versions is [{ RecordedAt: null } first])
        {
            change.Db.Add(KeyTaskRow.Of(plan, before.Code, first));
        }

        var number = versions[^1].Number + 1;
        change.Db.Add(KeyTaskRow.Of(plan, before.Code, new(number, content, document, on, reason, change.At, change.Actor.Name)));
        return number;
    }

    /// <summary>The versions of a key task in their order, from what the plan says now and the rows that were kept.</summary>
    internal static IReadOnlyList<KeyTaskVersion> Versions(KeyTaskView now, IReadOnlyList<KeyTaskRow> rows) =>
        rows.Count == 0 ? [new(1, KeyTaskContent.Of(now), null, null, null, null, null)]
        // The last is what the plan says now, with the translation as it was mended since.
        : [.. rows.SkipLast(1).Select(row => row.ToVersion()), rows[^1].ToVersion() with { Content = KeyTaskContent.Of(now) }];
}
