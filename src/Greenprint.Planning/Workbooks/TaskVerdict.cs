using System.Globalization;
using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>One revision that a workbook makes.</summary>
/// <param name="Before">The task as it stands; null for a new one.</param>
/// <param name="After">The task as it will stand; when and by whom is said when it is written.</param>
internal sealed record TaskRevision(YearTask? Before, YearTask After);

/// <summary>
/// The year tasks of a workbook, judged together by the rules of the pages: a part may come with its whole, and a task with what it waits for.
/// What cannot be is refused by its cell.
/// </summary>
internal static class TaskVerdict
{
    public static IReadOnlyList<TaskRevision> Of(PlanEdit edit, string sheet)
    {
        var work = edit.Work;
        if (edit.Tasks is [])
        {
            return [];
        }

        var rows = Named(edit.Tasks, work);
        var plan = edit.Plan.Summary.Id;
        var revisions = rows.Select(row => work.Context.Tasks.GetValueOrDefault(row.Code) is { } before
            ? new TaskRevision(before, before with { Revision = before.Revision + 1, Content = StoredYearTasks.Tidied(row.Content), IsCancelled = row.IsCancelled, Why = row.Why })
            : new TaskRevision(null, new(plan, row.Code, 1, StoredYearTasks.Tidied(row.Content)) { RecordedAt = default, RecordedBy = "", Why = row.Why, IsCancelled = row.IsCancelled })).ToList();
        var after = new Dictionary<string, YearTask>(work.Context.Tasks, StringComparer.Ordinal);
        foreach (var revision in revisions)
        {
            after[revision.After.Code] = revision.After;
        }

        var context = work.Context with { Tasks = after };
        foreach (var (revision, row) in revisions.Zip(rows))
        {
            foreach (var (field, why) in Faults(revision, context, work))
            {
                edit.Refuse(sheet, row.Row!.Cells.TryGetValue(field, out var cell) ? cell.Address : CellInput.Plain(row.Row.Row), why);
            }
        }

        return revisions;
    }

    private static IEnumerable<(string Field, Bilingual Why)> Faults(TaskRevision revision, YearTaskContext context, PlanWork work)
    {
        var (before, after) = revision;
        if (before is { IsCancelled: true } && after.IsCancelled)
        {
            return [("", ("任务已取消，恢复后才能修改。", "The task is cancelled; take that back before you change it."))];
        }

        if (before is null && after.IsCancelled)
        {
            return [("state", ("新增的任务不能是已取消的。", "A new task is not cancelled."))];
        }

        if (before is not null && string.IsNullOrWhiteSpace(after.Why))
        {
            return [("why", ($"任务 {after.Code} 有改动，请在“修改理由”一列写明理由。", $"Task {after.Code} is changed: give the reason in the column 'Reason of the change'."))];
        }

        if (before is not null && before.Content.Year != after.Content.Year)
        {
            return [("year", ("任务的年度不能修改：请在新的年度另设任务。", "A task stays in its year: set another one in the other year."))];
        }

        // A cancellation that changes nothing else is asked what rests on the task, not whether the task is sound.
        var findings = after.IsCancelled ? YearTaskRules.Cancel(after, context) : [];
        if (!after.IsCancelled || (before is not null && YearTaskChange.Between(before.Content, after.Content) is not []))
        {
            // Who answers for it already is not asked again, though they may have left since.
            var isSame = before is not null && (before.Content.Accountable, before.Content.Lead) == (after.Content.Accountable, after.Content.Lead);
            var staff = isSame ? null : work.Staff[after.Content.Lead].Select(post => post.Person).ToHashSet(StringComparer.Ordinal);
            findings = [.. findings, .. YearTaskRules.Check(after.Code, after.Content, context with { Staff = staff })];
        }

        return findings.Select(finding => (finding.Field, finding.Finding.Message));
    }

    // New tasks get their codes in the order of the rows; where others name them by their text they are found then.
    private static List<EditedTask> Named(IReadOnlyList<EditedTask> edited, PlanWork work)
    {
        var last = work.Context.Tasks.Values.GroupBy(task => task.Content.Year).ToDictionary(group => group.Key, group => group.Max(task => StoredYearTasks.NumberOf(task.Code)));
        List<EditedTask> rows = [];
        foreach (var row in edited)
        {
            if (row.Code.Length > 0)
            {
                rows.Add(row);
                continue;
            }

            var number = last[row.Content.Year] = last.GetValueOrDefault(row.Content.Year) + 1;
            rows.Add(row with { Code = string.Create(CultureInfo.InvariantCulture, $"{row.Content.Year}-{number:00}") });
        }

        var fresh = rows.Zip(edited).Where(pair => pair.Second.Code.Length == 0).ToLookup(pair => pair.First.Content.Title.Zh, pair => pair.First.Code, StringComparer.Ordinal);
        string CodeOf(string name) => !work.Context.Tasks.ContainsKey(name) && fresh[name].ToList() is [var one] ? one : name;
        return [.. rows.Select(row => row.With(task => task with { Parent = task.Parent is { } parent ? CodeOf(parent) : null, DependsOn = [.. task.DependsOn.Select(CodeOf)] }))];
    }
}
