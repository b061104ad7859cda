using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Planning.Adjusting;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.YearTasks;

internal sealed partial class StoredYearTasks(GreenprintDb db, IPlans plans, IRegions regions, IUnits units, IChinaClock clock) : IYearTasks
{
    // What surrounds the tasks of a plan does not move while a change holds the chain: a split or a hand-over of many tasks reads it once.
    private (Change Change, YearTaskContext Context)? around;

    public Task<IReadOnlyList<YearTask>> Of(string plan, int? year, CancellationToken cancellation) => Standing(db, plan, year, cancellation);

    public async Task<IReadOnlyList<YearTask>> OfAsOf(string plan, int? year, DateOnly day, CancellationToken cancellation)
    {
        var decided = (await AdjustmentRow.OfYearTasks(db, plan, cancellation)).ToDictionary(one => (one.Code, one.Revision), one => one.On);
        var rows = await OfYear(db, plan, year).ToListAsync(cancellation);
        // Before it was set there was no task, whatever the date of a later document.
        return InOrder(rows.GroupBy(row => row.Code, StringComparer.Ordinal).Where(revisions => DayOf(revisions.MinBy(row => row.Revision)!) <= day)
            .Select(revisions => revisions.Where(row => decided.GetValueOrDefault((row.Code, row.Revision), DayOf(row)) <= day).MaxBy(row => row.Revision)!));

        static DateOnly DayOf(YearTaskRow row) => ChinaTime.DayOf(row.RecordedAt);
    }

    public async Task<YearTask?> Find(string id, CancellationToken cancellation) => await Revisions(id, cancellation) is [.., var last] ? last : null;

    public async Task<IReadOnlyList<YearTask>> Revisions(string id, CancellationToken cancellation)
    {
        if (Parts(id) is not var (plan, code))
        {
            return [];
        }

        var rows = await db.Set<YearTaskRow>().AsNoTracking().Where(row => row.Plan == plan && row.Code == code).OrderBy(row => row.Revision).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToTask())];
    }

    public async Task<YearTaskSaving> Add(Change change, string plan, YearTaskContent content, string? why, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (context, refusal) = await Open(change, plan, needsInForce: true, cancellation);
        if (context is null)
        {
            return YearTaskSaving.Refused(refusal!);
        }

        content = Tidied(content);
        context = await WithStaff(context, content, cancellation);
        return YearTaskRules.Check(null, content, context) is { Count: > 0 } findings
            ? new(null, findings)
            : new(await Append(change, context, new(plan, NextCode(context, content.Year), 1, content)
            {
                RecordedAt = change.At,
                RecordedBy = change.Actor.Name,
                Why = Blank(why),
            }, null, cancellation), []);
    }

    public async Task<YearTaskSaving> Revise(Change change, string id, YearTaskContent content, string why, int? seen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (context, task, refusal) = await Open(change, id, why, seen, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        content = Tidied(content);
        return await Faults(context!, task!, content, cancellation) is { Count: > 0 } findings
            ? new(null, findings)
            : new(await Append(change, context!, task! with
            {
                Revision = task.Revision + 1,
                Content = content,
                RecordedAt = change.At,
                RecordedBy = change.Actor.Name,
                Why = why.Trim(),
            }, task, cancellation), []);
    }

    /// <summary>What <see cref="Revise"/> would say to a content, and nothing is written: the task as it stands and the content as it would be kept.</summary>
    internal async Task<(YearTask? Before, YearTaskContent Content, IReadOnlyList<FieldFinding> Findings)> Check(
        Change change, string id, YearTaskContent content, int? seen, CancellationToken cancellation)
    {
        content = Tidied(content);
        var (context, task, refusal) = await Open(change, id, "—", seen, cancellation);
        return refusal is not null ? (null, content, refusal.Findings) : (task, content, await Faults(context!, task!, content, cancellation));
    }

    private async Task<IReadOnlyList<FieldFinding>> Faults(YearTaskContext context, YearTask task, YearTaskContent content, CancellationToken cancellation)
    {
        if (task.IsCancelled)
        {
            return [new("", PlanningFindings.BadYearTask(task.Id, ("任务已取消，恢复后才能修改。", "The task is cancelled; take that back before you change it.")))];
        }

        if (content.Year != task.Content.Year)
        {
            return [new("year", PlanningFindings.BadYearTask(task.Id, ("任务的年度不能修改：请在新的年度另设任务。", "A task stays in its year: set another one in the other year.")))];
        }

        return YearTaskChange.Between(task.Content, content) is []
            ? [new("", PlanningFindings.BadYearTask(task.Id, ("没有改动，无须保存。", "Nothing was changed.")))]
            : YearTaskRules.Check(task.Code, content, await WithStaff(context, content, cancellation));
    }

    public async Task<YearTaskSaving> Cancel(Change change, string id, bool cancel, string why, int? seen, CancellationToken cancellation)
    {
        var (context, task, refusal) = await Open(change, id, why, seen, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (task!.IsCancelled == cancel)
        {
            return YearTaskSaving.Refused(PlanningFindings.BadYearTask(id, cancel ? ("任务已经取消。", "The task is cancelled already.") : ("任务没有取消。", "The task is not cancelled.")));
        }

        var findings = cancel ? YearTaskRules.Cancel(task, context!) : YearTaskRules.Check(task.Code, task.Content, context!);
        return findings.Count > 0
            ? new(null, findings)
            : new(await Append(change, context!, task with
            {
                Revision = task.Revision + 1,
                IsCancelled = cancel,
                RecordedAt = change.At,
                RecordedBy = change.Actor.Name,
                Why = why.Trim(),
            }, task, cancellation), []);
    }

    public async Task<IReadOnlyList<FieldFinding>> TakeOver(Change change, string plan, IReadOnlyList<YearTaskEntry> entries, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (context, refusal) = await Open(change, plan, needsInForce: false, cancellation);
        if (context is null)
        {
            return [new("", refusal!)];
        }

        var added = entries.Where(entry => !context.Tasks.ContainsKey(entry.Code))
            .Select(entry => new YearTask(plan, entry.Code, 1, Tidied(entry.Task)) { RecordedAt = change.At, RecordedBy = change.Actor.Name })
            .ToList();
        if (added.GroupBy(task => task.Code, StringComparer.Ordinal).FirstOrDefault(twice => twice.Count() > 1) is { } twin)
        {
            return [new("code", PlanningFindings.BadYearTask(plan, ($"编号“{twin.Key}”出现了不止一次。", $"The code '{twin.Key}' stands there more than once.")))];
        }

        var together = context with { Tasks = context.Tasks.Values.Concat(added).ToDictionary(task => task.Code, StringComparer.Ordinal) };
        List<FieldFinding> findings =
        [
            .. added.Where(task => !(Code().Match(task.Code) is { Success: true } code && code.Groups[1].Value == Number(task.Content.Year)))
                .Select(task => new FieldFinding("code", PlanningFindings.BadYearTask(task.Id, ("编号应为年度加序号，例如 2026-07。", "A code is the year and a number, for example 2026-07.")))),
            .. added.SelectMany(task => YearTaskRules.Check(task.Code, task.Content, together)),
        ];
        if (findings.Count > 0 || added.Count == 0)
        {
            return findings;
        }

        change.Db.AddRange(added.Select(YearTaskRow.Of));
        change.Record(context.Plan.Summary.Region, $"plan/{plan}", "year-tasks.taken-over", new { Codes = added.Select(task => task.Code).ToList(), Tasks = added.Select(task => task.Content).ToList() });
        await change.Db.SaveChangesAsync(cancellation);
        return [];
    }

    private static async Task<YearTask> Append(Change change, YearTaskContext context, YearTask task, YearTask? before, CancellationToken cancellation)
    {
        Write(change, context.Plan.Summary.Region, task, before);
        // Saved now, so that what follows in the same change sees it: a split sets many rows at once.
        await change.Db.SaveChangesAsync(cancellation);
        return task;
    }

    /// <summary>Adds a revision with its record; nothing is asked here.</summary>
    internal static void Write(Change change, string region, YearTask task, YearTask? before)
    {
        change.Db.Add(YearTaskRow.Of(task));
        Record(change, region, task, before);
    }

    /// <summary>The same for many revisions, written at once.</summary>
    internal static async Task Write(Change change, string region, IEnumerable<(YearTask Task, YearTask? Before)> revisions, CancellationToken cancellation)
    {
        List<YearTaskRow> rows = [];
        foreach (var (task, before) in revisions)
        {
            rows.Add(YearTaskRow.Of(task));
            Record(change, region, task, before);
        }

        await change.Insert(rows, cancellation);
    }

    private static void Record(Change change, string region, YearTask task, YearTask? before) =>
        change.Record(
            region,
            $"year-task/{task.Id}",
            before is null ? "year-task.added" : before.IsCancelled == task.IsCancelled ? "year-task.revised" : task.IsCancelled ? "year-task.cancelled" : "year-task.restored",
            new { task.Revision, Task = task.Content, Changed = before is null ? [] : YearTaskChange.Between(before, task).Select(field => new { field.Field, field.Before, field.After }).ToList() },
            task.Why);

    /// <summary>What surrounds the tasks of a plan; the tasks themselves are not read.</summary>
    internal static async Task<YearTaskContext> Around(IRegions regions, PlanView view, CancellationToken cancellation)
    {
        var below = await regions.WithBelow(view.Summary.Region, cancellation);
        return new(
            view,
            new Dictionary<string, YearTask>(),
            (await regions.Organizations(null, cancellation)).Where(unit => below.Contains(unit.Region)).ToDictionary(unit => unit.Id, StringComparer.Ordinal),
            (await regions.All(cancellation)).Where(region => region.Code != view.Summary.Region && below.Contains(region.Code)).ToDictionary(region => region.Code, StringComparer.Ordinal));
    }

    internal static async Task<IReadOnlyList<YearTask>> Standing(GreenprintDb db, string plan, int? year, CancellationToken cancellation) =>
        InOrder((await OfYear(db, plan, year).ToListAsync(cancellation)).GroupBy(row => row.Code, StringComparer.Ordinal).Select(revisions => revisions.MaxBy(row => row.Revision)!));

    private static IQueryable<YearTaskRow> OfYear(GreenprintDb db, string plan, int? year)
    {
        var rows = db.Set<YearTaskRow>().AsNoTracking().Where(row => row.Plan == plan);
        return year is { } one ? rows.Where(row => row.Year == one) : rows;
    }

    private static IReadOnlyList<YearTask> InOrder(IEnumerable<YearTaskRow> rows) => [.. rows.Select(row => row.ToTask()).OrderBy(task => task.Content.Year).ThenBy(task => NumberOf(task.Code))];

    private async Task<(YearTaskContext? Context, YearTask? Task, YearTaskSaving? Refusal)> Open(Change change, string id, string why, int? seen, CancellationToken cancellation)
    {
        if (Parts(id) is not var (plan, code))
        {
            return (null, null, YearTaskSaving.Refused(PlanningFindings.NoSuchYearTask(id)));
        }

        var (context, refusal) = await Open(change, plan, needsInForce: true, cancellation);
        return context is null ? (null, null, YearTaskSaving.Refused(refusal!))
            : !context.Tasks.TryGetValue(code, out var task) ? (null, null, YearTaskSaving.Refused(PlanningFindings.NoSuchYearTask(id)))
            : seen is { } number && number != task.Revision ? (null, null, YearTaskSaving.Refused(PlanningFindings.ChangedMeanwhile(id)))
            : string.IsNullOrWhiteSpace(why) ? (null, null, YearTaskSaving.Refused(PlanningFindings.BadYearTask(id, ("请填写理由。", "Give the reason.")), "why"))
            : (context, task, null);
    }

    private async Task<(YearTaskContext? Context, Finding? Refusal)> Open(Change change, string plan, bool needsInForce, CancellationToken cancellation)
    {
        if (around is not { } known || !ReferenceEquals(known.Change, change) || known.Context.Plan.Summary.Id != plan)
        {
            if (await plans.Find(plan, cancellation) is not { } view)
            {
                return (null, PlanningFindings.NoSuchPlan(plan));
            }

            known = (change, await Around(regions, view, cancellation));
            around = known;
        }

        return known.Context.Plan.Summary.Status switch
        {
            PlanStatus.Draft => (null, PlanningFindings.NotNow(plan, ("规划还是草稿，确认后才能设年度任务。", "The plan is a draft; year tasks are set once it is confirmed."))),
            PlanStatus.Closed when needsInForce => (null, PlanningFindings.NotNow(plan, ("规划已经关闭，年度任务不再改动。", "The plan is closed; its year tasks are not changed any more."))),
            _ => (known.Context with { Tasks = (await Of(plan, null, cancellation)).ToDictionary(task => task.Code, StringComparer.Ordinal) }, null),
        };
    }

    private async Task<YearTaskContext> WithStaff(YearTaskContext context, YearTaskContent task, CancellationToken cancellation)
    {
        if (task.Accountable is null)
        {
            return context;
        }

        // Who works there today may take over what is overdue; who worked there when it fell due answers for it still.
        IEnumerable<Post> staff = await units.PeopleOf(task.Lead, clock.Today, cancellation);
        if (task.Due < clock.Today)
        {
            staff = staff.Concat(await units.PeopleOf(task.Lead, task.Due, cancellation));
        }

        return context with { Staff = staff.Select(post => post.Person).ToHashSet(StringComparer.Ordinal) };
    }

    private static string NextCode(YearTaskContext context, int year)
    {
        var last = context.Tasks.Values.Where(task => task.Content.Year == year).Select(task => NumberOf(task.Code)).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{last + 1:00}");
    }

    private static (string Plan, string Code)? Parts(string id) => id.LastIndexOf('/') is > 0 and var at ? (id[..at], id[(at + 1)..]) : null;

    internal static int NumberOf(string code) => int.Parse(code.AsSpan(code.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was typed without what nobody means: blanks at the ends, empty texts.</summary>
    internal static YearTaskContent Tidied(YearTaskContent task) => task with
    {
        Title = Tidied(task.Title) ?? new(""),
        Criterion = task.Criterion is null ? null : Tidied(task.Criterion),
        Unit = Blank(task.Unit),
        Accountable = Blank(task.Accountable),
        Parent = Blank(task.Parent),
        Place = Blank(task.Place),
        Remark = Blank(task.Remark),
    };

    private static Bilingual? Tidied(Bilingual text) => Blank(text.Zh) is { } zh ? new(zh, Blank(text.En)) : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^(\d{4})-\d{2,4}$")]
    private static partial Regex Code();
}
