using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>What may be wrong with key tasks and measures. Pure.</summary>
internal static class DutyHealth
{
    public static HealthRule NoLead { get; } = new("HLT-121", HealthSeverity.Severe, HealthGroup.Duties,
        ("重点任务没有牵头单位", "Key task without a lead unit"),
        ("在工作簿“责任分工”表中填写牵头单位，再读回。", "Name the lead unit in the sheet 'Responsibilities' of the workbook and bring it back."),
        ("用工作簿填写", "Fill in the workbook"));

    public static HealthRule NoIndicator { get; } = new("HLT-122", HealthSeverity.Warning, HealthGroup.Targets,
        ("重点任务没有对应指标", "Key task without an indicator"),
        ("在工作簿“指标”表中把它填为有关指标的对应重点任务，或在它的年度任务中填写预期效果；确实无法量化的，在年度任务中写清完成标准。", "Enter it as a key task of an indicator in the sheet 'Indicators' of the workbook, or an expected effect in one of its year tasks; where nothing can be measured, let its year tasks say when they are done."),
        ("用工作簿填写", "Fill in the workbook"));

    public static HealthRule NoTaskThisYear { get; } = new("HLT-123", HealthSeverity.Warning, HealthGroup.Tasks,
        ("重点任务本年度没有年度任务", "Key task without a year task this year"),
        ("把它分解到本年度；本年度确无安排的，不必处理。", "Break it down into this year; where nothing is planned for it, leave it."),
        ("设年度任务", "Set a year task"));

    public static HealthRule MeasureWithoutTask { get; } = new("HLT-124", HealthSeverity.Remark, HealthGroup.Tasks,
        ("具体措施从未列入年度任务", "Measure that was never made a year task"),
        ("列入本年度或以后年度的任务。", "Make it a task of this year or a later one."),
        ("列入年度任务", "Make it a year task"));

    public static HealthRule MeasureWithoutLead { get; } = new("HLT-125", HealthSeverity.Warning, HealthGroup.Duties,
        ("具体措施没有牵头单位", "Measure without a lead unit"),
        ("在工作簿“具体措施”表中填写牵头单位，再读回。", "Name the lead unit in the sheet of measures of the workbook and bring it back."),
        ("用工作簿填写", "Fill in the workbook"));

    public static IReadOnlyList<HealthRule> Rules { get; } = [NoLead, NoIndicator, NoTaskThisYear, MeasureWithoutTask, MeasureWithoutLead];

    public static IEnumerable<HealthFinding> Check(HealthQuestion question)
    {
        var plan = question.Plan;
        var ofMeasures = plan.Measures.Where(measure => measure.KeyTask is not null).ToLookup(measure => measure.KeyTask!, measure => measure.Code, StringComparer.Ordinal);
        return plan.KeyTasks.SelectMany(keyTask => Of(question, keyTask, [.. question.Tasks.Where(task => task.Content.Source is var source
                && (source.Kind == YearTaskSourceKind.KeyTask ? source.Code == keyTask.Code : ofMeasures[keyTask.Code].Contains(source.Code)))]))
            .Concat(plan.Measures.SelectMany(measure => Of(question, measure)));
    }

    private static IEnumerable<HealthFinding> Of(HealthQuestion question, KeyTaskView keyTask, List<YearTask> tasks)
    {
        var summary = question.Plan.Summary;
        HealthFinding Found(HealthRule rule, Bilingual detail, string address) => new(rule, $"key-task/{summary.Id}/{keyTask.Code}", keyTask.Title, detail, $"office/plans/{summary.Id}/{address}") { Unit = keyTask.Lead };

        if (keyTask.Lead is null)
        {
            yield return Found(NoLead, ("没有牵头单位。", "No unit leads it."), "workbook");
        }

        if (question.Plan.Indicators.All(indicator => !indicator.KeyTasks.Contains(keyTask.Code)) && tasks.TrueForAll(task => task.Content.Effects.Count == 0))
        {
            yield return Found(NoIndicator, ("没有指标衡量它，它的年度任务也没有填写预期效果。", "No indicator measures it, and none of its year tasks states an effect."), "workbook");
        }

        var year = question.Today.Year;
        if (summary.Status == PlanStatus.InForce && year >= summary.Start && year <= summary.End && tasks.TrueForAll(task => task.Content.Year != year))
        {
            yield return Found(
                NoTaskThisYear, ($"{HealthText.Text(year)} 年没有年度任务。", $"It has no task in {HealthText.Text(year)}."), $"tasks/new?of=key-task/{keyTask.Code}&year={HealthText.Text(year)}");
        }
    }

    private static IEnumerable<HealthFinding> Of(HealthQuestion question, MeasureView measure)
    {
        var summary = question.Plan.Summary;
        HealthFinding Found(HealthRule rule, Bilingual detail, string address) =>
            new(rule, $"measure/{summary.Id}/{measure.Code}", measure.Text, detail, $"office/plans/{summary.Id}/{address}") { Unit = measure.Lead.Select(unit => unit.Unit).FirstOrDefault(unit => unit is not null) };

        if (measure.Lead.Count == 0)
        {
            yield return Found(MeasureWithoutLead, ("没有牵头单位。", "No unit leads it."), "workbook");
        }

        if (summary.Status == PlanStatus.InForce && question.Tasks.All(task => task.Content.Source is not { Kind: YearTaskSourceKind.Measure } source || source.Code != measure.Code))
        {
            var year = HealthText.Text(Math.Clamp(question.Today.Year, summary.Start, summary.End));
            yield return Found(MeasureWithoutTask, ("规划期内还没有一个年度任务落实它。", "No task of any year carries it out."), $"tasks/new?of=measure/{measure.Code}&year={year}");
        }
    }
}
