using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>What may be wrong with year tasks that are not done. Pure.</summary>
internal static class TaskHealth
{
    public static HealthRule NoPerson { get; } = new("HLT-141", HealthSeverity.Severe, HealthGroup.Duties,
        ("年度任务没有责任人", "Year task without an accountable person"),
        ("从牵头单位的人员中指定一人。", "Name one person of the lead unit."),
        ("指定责任人", "Name the person"));

    public static HealthRule PersonGone { get; } = new("HLT-142", HealthSeverity.Severe, HealthGroup.Duties,
        ("责任人已不在牵头单位任职", "Accountable person has left the lead unit"),
        ("改由在任人员负责；离任时用“移交”可一次移交全部事项。", "Let somebody take over who is there; a hand-over moves all items of who leaves at once."),
        ("更换责任人", "Name another person"));

    public static HealthRule LeadClosed { get; } = new("HLT-143", HealthSeverity.Severe, HealthGroup.Duties,
        ("牵头单位已撤销，任务未完成", "Lead unit is closed, and the task is not done"),
        ("改由承接单位牵头。", "Give the lead to the unit that took over."),
        ("改牵头单位", "Change the lead unit"));

    public static HealthRule SupportClosed { get; } = new("HLT-144", HealthSeverity.Warning, HealthGroup.Duties,
        ("配合单位已撤销", "Supporting unit is closed"),
        ("改列承接单位，或从配合单位中去掉。", "Name the unit that took over, or take it out."),
        ("改配合单位", "Change the supporting units"));

    public static HealthRule Overdue { get; } = new("HLT-145", HealthSeverity.Severe, HealthGroup.Tasks,
        ("年度任务逾期未完成", "Year task is overdue"),
        ("催办；客观原因不能完成的，按程序申请延期或调整任务。", "Urge it; where it cannot be done in time for good reason, extend or adjust it by the proper way."),
        ("查看任务", "See the task"));

    public static HealthRule NoCriterion { get; } = new("HLT-146", HealthSeverity.Warning, HealthGroup.Proof,
        ("年度任务没有完成标准", "Year task without an acceptance criterion"),
        ("写明怎样算完成、由谁验收。", "Say how it is seen to be done, and by whom."),
        ("填写完成标准", "Enter the criterion"));

    public static HealthRule NoProofClass { get; } = new("HLT-147", HealthSeverity.Warning, HealthGroup.Proof,
        ("年度任务没有佐证要求", "Year task that asks for no proof"),
        ("选定办结时至少要有的佐证等级。", "Choose the weakest class of proof that lets it count as done."),
        ("选定佐证等级", "Choose the class"));

    public static HealthRule SplitShort { get; } = new("HLT-148", HealthSeverity.Warning, HealthGroup.Tasks,
        ("地区分解之和与总任务不一致", "Rows by place do not make the whole"),
        ("核对各地区的工作量。", "Check the quantities by place."),
        ("修改分解", "Change the rows"));

    public static HealthRule OutOfOrder { get; } = new("HLT-149", HealthSeverity.Warning, HealthGroup.Tasks,
        ("前置任务的时限更晚", "Waits for a task that is due later"),
        ("调整其中一个任务的时限，或去掉前置关系。", "Move one of the due dates, or take the dependency out."),
        ("修改前置任务", "Change what it waits for"));

    public static HealthRule NoIndicator { get; } = new("HLT-150", HealthSeverity.Remark, HealthGroup.Targets,
        ("年度任务没有联系指标", "Year task linked to no indicator"),
        ("填写它对哪个指标有什么效果；它所属的重点任务也没有对应指标。", "Enter what it does for which indicator: no indicator measures its key task either."),
        ("填写预期效果", "Enter the effect"));

    public static HealthRule NoQuantity { get; } = new("HLT-151", HealthSeverity.Remark, HealthGroup.Tasks,
        ("年度任务没有量化", "Year task without a quantity"),
        ("能量化的写明工作量和计量单位；不能量化的以完成标准为准。", "Say how much where it can be counted; else the criterion decides."),
        ("填写工作量", "Enter the quantity"));

    public static IReadOnlyList<HealthRule> Rules { get; } = [NoPerson, PersonGone, LeadClosed, SupportClosed, Overdue, NoCriterion, NoProofClass, SplitShort, OutOfOrder, NoIndicator, NoQuantity];

    public static IEnumerable<HealthFinding> Check(HealthQuestion question)
    {
        var all = question.Tasks.ToDictionary(task => task.Code, StringComparer.Ordinal);
        var rows = question.Tasks.ToLookup(task => task.Content.Parent, StringComparer.Ordinal);
        var measured = question.Plan.Indicators.SelectMany(indicator => indicator.KeyTasks).ToHashSet(StringComparer.Ordinal);
        var above = question.Plan.Measures.ToDictionary(measure => measure.Code, measure => measure.KeyTask, StringComparer.Ordinal);
        return question.Open.SelectMany(task => Owners(question, task).Concat(Words(question, task)).Concat(Order(task, all)).Concat(Split(task, [.. rows[task.Code]])).Concat(Effect(task, measured, above)));
    }

    private static IEnumerable<HealthFinding> Owners(HealthQuestion question, YearTask task)
    {
        var (content, today) = (task.Content, question.Today);
        if (question.Units.TryGetValue(content.Lead, out var lead) && lead.Closed is { } last && last < today)
        {
            yield return Found(LeadClosed, task, "lead", ($"{lead.Name.Zh}已于 {TaskWords.Day(last)} 撤销。", $"{lead.Name.English()} was closed on {TaskWords.Day(last)}.")) with { WithoutOwner = [task.Id] };
        }
        else if (content.Accountable is null)
        {
            yield return Found(NoPerson, task, "accountable", ($"{question.NameOf(content.Lead).Zh}牵头，没有指定责任人。", $"{question.NameOf(content.Lead).English()} leads it; nobody is named.")) with { WithoutOwner = [task.Id] };
        }
        else if (question.Staff[content.Lead].All(post => post.Person != content.Accountable))
        {
            var name = question.Persons.GetValueOrDefault(content.Accountable) ?? content.Accountable;
            yield return Found(PersonGone, task, "accountable", ($"{name}在{question.NameOf(content.Lead).Zh}已没有任职。", $"{name} holds no post in {question.NameOf(content.Lead).English()} any more.")) with { WithoutOwner = [task.Id] };
        }

        var gone = content.Support.Where(unit => question.Units.TryGetValue(unit, out var known) && known.Closed < today).Select(question.NameOf).ToList();
        if (gone.Count > 0)
        {
            yield return Found(SupportClosed, task, "support", ($"{string.Join("、", gone.Select(name => name.Zh))}已撤销。", $"{string.Join("; ", gone.Select(name => name.English()))}: closed."));
        }
    }

    private static IEnumerable<HealthFinding> Words(HealthQuestion question, YearTask task)
    {
        var content = task.Content;
        if (question.Today > content.Due)
        {
            var days = HealthText.Text(question.Today.DayNumber - content.Due.DayNumber);
            yield return Found(Overdue, task, null, ($"时限 {TaskWords.Day(content.Due)}，已过 {days} 天。", $"Due {TaskWords.Day(content.Due)}, {days} days ago."));
        }

        if (content.Criterion is null)
        {
            yield return Found(NoCriterion, task, "criterion", ("没有写明怎样算完成。", "Nothing says when it counts as done."));
        }

        if (content.Evidence is null)
        {
            yield return Found(NoProofClass, task, "evidence", ("没有选定佐证等级，空口也能办结。", "No class of proof is chosen: words alone would do."));
        }

        if (content.Quantity is null)
        {
            yield return Found(NoQuantity, task, "quantity", ("没有工作量。", "It has no quantity."));
        }
    }

    private static IEnumerable<HealthFinding> Order(YearTask task, Dictionary<string, YearTask> all) =>
        from before in task.Content.DependsOn.Select(code => all.GetValueOrDefault(code)).OfType<YearTask>()
        where before.Content.Due > task.Content.Due
        select Found(OutOfOrder, task, "depends", (
            $"时限 {TaskWords.Day(task.Content.Due)}，前置任务 {before.Code} 的时限是 {TaskWords.Day(before.Content.Due)}。", $"Due {TaskWords.Day(task.Content.Due)}; {before.Code}, which it waits for, is due {TaskWords.Day(before.Content.Due)}.")) with
        { Subject = $"year-task/{task.Id}/{before.Code}" };

    private static IEnumerable<HealthFinding> Split(YearTask task, List<YearTask> rows)
    {
        if (rows.Count > 0 && SplitBalance.Of(task, rows) is { IsEven: false, Total: not null } balance)
        {
            yield return Found(SplitShort, task, null, SplitWords.Sentence(balance, task.Content.Unit));
        }
    }

    private static IEnumerable<HealthFinding> Effect(YearTask task, HashSet<string> measured, Dictionary<string, string?> above)
    {
        var source = task.Content.Source;
        var keyTask = source.Kind == YearTaskSourceKind.KeyTask ? source.Code : above.GetValueOrDefault(source.Code);
        if (task.Content.Effects.Count == 0 && task.Content.Parent is null && (keyTask is null || !measured.Contains(keyTask)))
        {
            yield return Found(NoIndicator, task, "effects", ("没有填写预期效果。", "It states no effect."));
        }
    }

    private static HealthFinding Found(HealthRule rule, YearTask task, string? field, Bilingual detail)
    {
        var page = $"office/plans/{task.Plan}/tasks/{task.Code}";
        return new(rule, $"year-task/{task.Id}", new($"{task.Code} {task.Content.Title.Zh}", $"{task.Code} {task.Content.Title.English()}"), detail, field is null ? page : $"{page}/edit#{field}")
        {
            Unit = task.Content.Lead,
            Read = page,
            Right = field is null && rule != SplitShort ? Platform.Rights.SeeWork : Platform.Rights.EditPlans,
        };
    }
}
