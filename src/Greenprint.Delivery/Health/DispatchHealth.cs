using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Health;

/// <summary>What may be wrong with the dispatch of a plan: who is silent, what nobody has signed for, reported or checked. Pure.</summary>
internal static class DispatchHealth
{
    // A task that is due within so many days should have been called for.
    private const int CalledBefore = 30;

    public static HealthRule Silent { get; } = new("HLT-201", HealthSeverity.Severe, HealthGroup.Dispatch,
        ("单位连续不报", "Silent unit"),
        ("电话催办单位负责人，核实联络员是否在岗；人员变动的先移交事项。", "Call the head of the unit and ask whether the liaison officer is there; where people changed, hand the items over first."),
        ("查看并催办", "See and urge"));

    public static HealthRule NoPerson { get; } = new("HLT-202", HealthSeverity.Severe, HealthGroup.Duties,
        ("调度事项没有责任人", "Dispatch item without an accountable person"),
        ("用“移交”指定一人；年度任务也没有责任人的，先在任务上指定。", "Name one by a hand-over; where the year task has nobody either, name the person there first."),
        ("指定责任人", "Name the person"));

    public static HealthRule SigningLate { get; } = new("HLT-203", HealthSeverity.Warning, HealthGroup.Dispatch,
        ("逾期未签收", "Not signed for in time"),
        ("催办；不属于该单位职责的，由单位退回签收后改派。", "Urge it; where it is no matter of the unit, the unit declines and another one is charged."),
        ("催办", "Urge"));

    public static HealthRule ReportLate { get; } = new("HLT-204", HealthSeverity.Severe, HealthGroup.Dispatch,
        ("逾期未报送", "Report overdue"),
        ("催办；确有困难的，由单位申请延期。", "Urge it; where there is good reason, let the unit ask for an extension."),
        ("催办", "Urge"));

    public static HealthRule CheckLate { get; } = new("HLT-205", HealthSeverity.Warning, HealthGroup.Dispatch,
        ("报告久未核查", "Report waits to be checked"),
        ("核查通过，或写明意见退回。", "Approve it, or return it with a note."),
        ("去核查", "Check it"));

    public static HealthRule ExtensionWaits { get; } = new("HLT-206", HealthSeverity.Warning, HealthGroup.Dispatch,
        ("延期申请待批复", "Request for an extension waits"),
        ("同意或不同意，并写明理由。", "Grant or refuse it, with the reason."),
        ("批复", "Answer it"));

    public static HealthRule UnitClosed { get; } = new("HLT-207", HealthSeverity.Severe, HealthGroup.Duties,
        ("单位已撤销，事项未办结", "Unit is closed, and its item is open"),
        ("移交给承接单位。", "Hand it over to the unit that took over."),
        ("移交", "Hand it over"));

    public static HealthRule NeverCalled { get; } = new("HLT-208", HealthSeverity.Warning, HealthGroup.Dispatch,
        ("任务临期，从未调度", "Task nears its end and was never called for"),
        ("把它列入最近一期调度并下达。", "Call for it in the next cycle and issue it."),
        ("开启调度", "Open a cycle"));

    public static HealthRule ProofMissing { get; } = new("HLT-221", HealthSeverity.Severe, HealthGroup.Proof,
        ("已完成的任务缺少要求的佐证", "Done without the proof asked for"),
        ("由牵头单位补传；补不出的，退回报告，任务恢复为未完成。", "Let the lead unit add it; where there is none, return the report: the task is then not done."),
        ("查看事项", "See the item"));

    public static HealthRule NoProof { get; } = new("HLT-222", HealthSeverity.Warning, HealthGroup.Proof,
        ("已完成的任务没有任何佐证", "Done without any proof"),
        ("补传材料，并在任务上选定佐证等级，以备考核。", "Add what proves it, and choose a class of proof for the task: the assessment will ask."),
        ("查看事项", "See the item"));

    public static IReadOnlyList<HealthRule> Rules { get; } = [NoPerson, UnitClosed, Silent, SigningLate, ReportLate, CheckLate, ExtensionWaits, NeverCalled, ProofMissing, NoProof];

    public static IEnumerable<HealthFinding> Check(HealthQuestion question, DispatchFacts facts, int silentAfter, int checkWithin, WorkCalendar calendar) =>
    [
        .. SilentUnits(question, facts, silentAfter),
        .. facts.Open.SelectMany(item => OfItem(question, facts, item, checkWithin, calendar)),
        .. Uncalled(question, facts),
        .. Unproven(question, facts),
    ];

    // A unit is silent that handed in nothing for all its items of its last cycles that were due. Fewer cycles are no silence yet.
    private static IEnumerable<HealthFinding> SilentUnits(HealthQuestion question, DispatchFacts facts, int silentAfter)
    {
        var due = facts.Items.Where(item => item.Cycle is { } cycle && facts.Cycles[cycle].Due < question.Today && item.Due < question.Today && item.Stage >= DispatchStage.Issued && !item.IsSuspended);
        foreach (var unit in due.GroupBy(item => item.Unit).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var last = unit.GroupBy(item => item.Cycle!).OrderByDescending(cycle => facts.Cycles[cycle.Key].Due).Take(silentAfter).ToList();
            if (last.Count == silentAfter && last.TrueForAll(cycle => cycle.All(item => !facts.Reported.Contains(item.Id))))
            {
                var (count, cycles) = (last.Sum(cycle => cycle.Count()), last.Select(cycle => CycleWords.Title(facts.Cycles[cycle.Key].ToPeriod())).Reverse().ToList());
                yield return new(
                    Silent,
                    $"unit/{question.Plan.Summary.Id}/{unit.Key}",
                    question.NameOf(unit.Key),
                    (FormattableString.Invariant($"最近 {silentAfter} 期应报 {count} 项，一项未报：{string.Join("、", cycles.Select(cycle => cycle.Zh))}。"),
                     FormattableString.Invariant($"None of {count} reports of its last {silentAfter} cycles: {string.Join("; ", cycles.Select(cycle => cycle.En))}.")),
                    $"office/dispatch/items?plan={question.Plan.Summary.Id}&unit={Uri.EscapeDataString(unit.Key)}")
                {
                    Right = Rights.SeeWork,
                    Unit = unit.Key,
                    WithoutOwner = [.. question.Running.Where(task => task.Content.Lead == unit.Key).Select(task => task.Id)],
                };
            }
        }
    }

    private static IEnumerable<HealthFinding> OfItem(HealthQuestion question, DispatchFacts facts, ItemRow item, int checkWithin, WorkCalendar calendar)
    {
        var (today, call) = (question.Today, facts.CallOf(item));
        HealthFinding Found(HealthRule rule, Bilingual detail, string right = Rights.Dispatch) => new(
            rule, $"dispatch/{item.Id}", item.Title, ($"{call.Zh}：{detail.Zh}", $"{call.En}: {detail.En}"), $"office/work/{item.Id}")
        { Right = right, Read = $"office/work/{item.Id}", Unit = item.Unit };

        if (question.Units.TryGetValue(item.Unit, out var unit) && unit.Closed is { } last && last < today)
        {
            yield return Found(UnitClosed, ($"{unit.Name.Zh}已于 {Times.Day(last)} 撤销。", $"{unit.Name.En ?? unit.Name.Zh} was closed on {Times.Day(last)}."));
        }
        else if (item.Person is null && item.Stage is >= DispatchStage.Issued and < DispatchStage.Checked)
        {
            yield return Found(NoPerson, ($"{question.NameOf(item.Unit).Zh}承办，没有指定责任人。", $"{question.NameOf(item.Unit).En ?? question.NameOf(item.Unit).Zh} is charged; nobody is named."));
        }

        if (item.Stage is >= DispatchStage.Issued and < DispatchStage.Reported && item.Due < today)
        {
            var days = calendar.Between(item.Due, today);
            yield return Found(ReportLate, ($"期限 {Times.Day(item.Due)}，逾期 {Text(days)} 个工作日，已催办 {Text(item.Urged)} 次。", $"due {Times.Day(item.Due)}, late by {Text(days)} working days, urged {Text(item.Urged)} times."));
        }
        else if (item is { Stage: DispatchStage.Issued, SignBy: { } by } && by < today)
        {
            yield return Found(SigningLate, ($"签收期限 {Times.Day(by)}。", $"to be signed for by {Times.Day(by)}."));
        }

        if (item is { Stage: DispatchStage.Reported, ReportedAt: { } at } && calendar.Between(ChinaTime.DayOf(at), today) is var waited && waited > checkWithin)
        {
            yield return Found(CheckLate, ($"{Times.Day(ChinaTime.DayOf(at))} 报送，已等 {Text(waited)} 个工作日。", $"reported on {Times.Day(ChinaTime.DayOf(at))}, waits for {Text(waited)} working days."), Rights.ReviewProgress);
        }

        if (item.IsExtensionAsked)
        {
            yield return Found(ExtensionWaits, ($"期限 {Times.Day(item.Due)}，延期申请尚未批复。", $"due {Times.Day(item.Due)}; the request is not answered."));
        }
    }

    private static IEnumerable<HealthFinding> Uncalled(HealthQuestion question, DispatchFacts facts)
    {
        var called = facts.ByTask;
        return question.Open.Where(task => task.Content.Year == question.Today.Year && task.Content.Due <= question.Today.AddDays(CalledBefore) && !called.Contains(task.Id)).Select(task => new HealthFinding(
            NeverCalled,
            $"year-task/{task.Id}",
            new($"{task.Code} {task.Content.Title.Zh}", $"{task.Code} {task.Content.Title.En ?? task.Content.Title.Zh}"),
            ($"时限 {Times.Day(task.Content.Due)}，还没有列入任何一期调度。", $"Due {Times.Day(task.Content.Due)}; no cycle has called for it."),
            $"office/dispatch/open?plan={task.Plan}")
        { Right = Rights.Dispatch, Read = $"office/plans/{task.Plan}/tasks/{task.Code}", Unit = task.Content.Lead });
    }

    private static IEnumerable<HealthFinding> Unproven(HealthQuestion question, DispatchFacts facts)
    {
        var items = facts.ByTask;
        foreach (var task in question.Tasks.Where(task => question.Done.Contains(task.Id)))
        {
            var mine = items[task.Id].OrderBy(item => item.Due).ToList();
            var best = mine.SelectMany(item => facts.Proofs[item.Id]).Select(proof => (EvidenceClass?)proof).Min();
            var rule = task.Content.Evidence is { } asked ? best <= asked ? null : ProofMissing : best is null ? NoProof : null;
            if (rule is not null && mine is [.., var last])
            {
                yield return new(
                    rule,
                    $"year-task/{task.Id}",
                    new($"{task.Code} {task.Content.Title.Zh}", $"{task.Code} {task.Content.Title.En ?? task.Content.Title.Zh}"),
                    (task.Content.Evidence is { } weakest ? $"要求{EvidenceWords.Of(weakest).Zh}，{(best is null ? "没有佐证" : $"现有最强的是{EvidenceWords.Of(best.Value).Zh}")}。" : "报告称已完成，没有附任何材料。",
                     task.Content.Evidence is { } least ? $"Asked: {EvidenceWords.Of(least).En}; there is {(best is null ? "none" : EvidenceWords.Of(best.Value).En)}." : "The report calls it done and attaches nothing."),
                    $"office/work/{last.Id}")
                { Right = Rights.SeeWork, Read = $"office/work/{last.Id}", Unit = task.Content.Lead };
            }
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
