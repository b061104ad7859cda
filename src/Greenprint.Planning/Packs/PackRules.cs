using System.Text.RegularExpressions;
using Greenprint.Planning.Targets;
using Greenprint.Quantities;

namespace Greenprint.Planning.Packs;

/// <summary>What a pack must keep to by itself, before the store is asked.</summary>
internal static partial class PackRules
{
    private const int Longest = 30;

    public static IReadOnlyList<Finding> Check(PlanPack pack)
    {
        List<Finding> findings = [.. Plan(pack), .. pack.Indicators.SelectMany(indicator => OfIndicator(pack, indicator)), .. ProjectRules.Check(pack)];
        return findings;
    }

    /// <summary>What a person should look at though it does not stop the import.</summary>
    public static IEnumerable<Finding> Remarks(PlanPack pack) =>
        from indicator in pack.Indicators
        let step = indicator.Steps.FirstOrDefault(step => step.Year == indicator.Target.Year)
        where step is not null && indicator.Target.Value is { } value && step.Value != value
        select PlanningFindings.LastStepDiffers(Place(pack, indicator), TargetText.Plain(step.Value), TargetText.Plain(indicator.Target.Value));

    /// <summary>What is wrong with a target by itself; null when it is sound.</summary>
    public static Bilingual? OfTarget(Target target, DesiredDirection? direction, Baseline? baseline)
    {
        var needsNumber = target.Kind is TargetKind.AtLeast or TargetKind.AtMost or TargetKind.Range or TargetKind.Cumulative;
        return target switch
        {
            _ when needsNumber && target.Value is null => ("这种目标需要数值 value。", "A target of this kind needs a number, value."),
            { Kind: TargetKind.Range, Upper: null } => ("区间目标需要上限 upper。", "A range needs its upper edge, upper."),
            { Upper: { } upper, Value: { } lower } when upper < lower => ("区间的上限低于下限。", "The upper edge of the range lies below the lower one."),
            { Upper: not null, Kind: not (TargetKind.Range or TargetKind.AssignedBySuperior) } => ("只有区间目标有上限 upper。", "Only a range has an upper edge, upper."),
            { Kind: TargetKind.AtLeast } when direction == DesiredDirection.Down => ("“不低于”的目标与“越低越好”的方向矛盾。", "A target of at least contradicts a direction of Down."),
            { Kind: TargetKind.AtMost } when direction == DesiredDirection.Up => ("“不高于”的目标与“越高越好”的方向矛盾。", "A target of at most contradicts a direction of Up."),
            { Kind: TargetKind.Cumulative, Value: < 0 } when direction == DesiredDirection.Up => ("累计目标为负，而方向为“越高越好”。", "The sum is negative, and the direction Up."),
            { Kind: TargetKind.Cumulative, From: { } from } when from > target.Year => ("累计的起始年晚于目标年。", "The sum begins after the target year."),
            { Kind: not TargetKind.Range, Upper: null } when direction is null or DesiredDirection.None =>
                ("请给出方向 direction：Up（越高越好）或 Down（越低越好）。", "Give a direction: Up (higher is better) or Down."),
            _ when baseline?.Year >= target.Year => ("基准年不早于目标年。", "The baseline is not earlier than the target year."),
            _ when !Fits(target.Value) || !Fits(target.Upper) => ($"数值最多 {Plans.Figure.Places} 位小数。", $"A number has at most {Plans.Figure.Places} decimals."),
            _ => null,
        };
    }

    private static IEnumerable<Finding> Plan(PlanPack pack)
    {
        if (pack.Format != PlanPack.CurrentFormat)
        {
            yield return PlanningFindings.Contradiction("format", ($"不认识格式“{pack.Format}”，应为 {PlanPack.CurrentFormat}。", $"Unknown format '{pack.Format}'; it should be {PlanPack.CurrentFormat}."));
        }

        if (!Id().IsMatch(pack.Id))
        {
            yield return PlanningFindings.Contradiction("id", ("规划 id 只能用小写字母、数字和连字符，不超过 60 个字符。", "The id of a plan is lower-case letters, digits and hyphens, 60 at most."));
        }

        if (pack.End < pack.Start || pack.End - pack.Start > Longest || pack.Start < 1949)
        {
            yield return PlanningFindings.Contradiction("start, end", (Words.Text($"规划期 {pack.Start}—{pack.End} 不成立。"), Words.Text($"{pack.Start} to {pack.End} is no period of a plan.")));
        }

        foreach (var (list, codes) in new (string, IEnumerable<string>)[]
        {
            ("clauses", pack.Clauses.Select(clause => clause.Id)),
            ("groups", pack.Groups.Select(group => group.Code)),
            ("keyTasks", pack.KeyTasks.Select(task => task.Code)),
            ("indicators", pack.Indicators.Select(indicator => indicator.Code)),
            ("projects", pack.Projects.Select(project => project.Code)),
            ("measures", pack.Measures.Select(measure => measure.Code)),
        })
        {
            foreach (var twice in codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                yield return PlanningFindings.Contradiction(list, ($"“{twice.Key}”出现了不止一次。", $"'{twice.Key}' stands there more than once."));
            }
        }
    }

    private static IEnumerable<Finding> OfIndicator(PlanPack pack, PackIndicator indicator)
    {
        var (direction, baseline) = (PackReading.DirectionOf(indicator), PackReading.BaselineOf(indicator));
        Bilingual?[] faults =
        [
            Code().IsMatch(indicator.Code) ? null : ("指标代码只能用字母、数字、点、连字符。", "The code of an indicator is letters, digits, dots and hyphens."),
            indicator.Decimals is >= 0 and <= 8 ? null : ("小数位 decimals 应为 0 到 8。", "decimals is 0 to 8."),
            pack.Groups.Any(group => group.Code == indicator.Group) ? null : ($"没有指标分组“{indicator.Group}”。", $"There is no group '{indicator.Group}'."),
            indicator.KeyTasks.Except(pack.KeyTasks.Select(task => task.Code)).FirstOrDefault() is { } task ? ($"没有重点任务“{task}”。", $"There is no key task '{task}'.") : null,
            indicator.Deciding == ValueOrigin.Computed && indicator.Method is null ? ("以计算值为准的指标需要算法 method。", "An indicator that is decided by computation needs a method.") : null,
            indicator.Decision is { State: not (IndicatorState.Suspended or IndicatorState.Cancelled or IndicatorState.Superseded) }
                ? ("决定只能是 Suspended、Cancelled 或 Superseded。", "A decision is Suspended, Cancelled or Superseded.") : null,
            Fits(baseline?.Value) && indicator.Steps.All(step => Fits(step.Value)) ? null : ($"数值最多 {Plans.Figure.Places} 位小数。", $"A number has at most {Plans.Figure.Places} decimals."),
            OfTarget(PackReading.TargetOf(pack, indicator.Target), direction, baseline),
            .. indicator.Revisions.Select(revision => OfTarget(PackReading.TargetOf(pack, revision.Target), direction, baseline)),
            .. indicator.Revisions.Select(revision => TwoSteps(revision.Steps ?? [])),
            TwoSteps(indicator.Steps),
            indicator.Revisions.Any(revision => string.IsNullOrWhiteSpace(revision.Document) || string.IsNullOrWhiteSpace(revision.Reason))
                ? ("调整目标须有文号和理由。", "A revision names its document and its reason.") : null,
        ];
        return faults.OfType<Bilingual>().Select(fault => PlanningFindings.Contradiction(Place(pack, indicator), fault));
    }

    public static Bilingual? TwoSteps(IReadOnlyList<AnnualTarget> steps) => steps.Select(step => step.Year).Distinct().Count() == steps.Count
        ? null
        : ("同一年有两个年度分解值。", "A year has two steps.");

    private static string Place(PlanPack pack, PackIndicator indicator) => $"{pack.Id}/{indicator.Code}";

    public static bool IsCode(string code) => Code().IsMatch(code);

    public static bool Fits(decimal? value) => value is not { } number || Plans.Figure.Fits(number);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$")]
    private static partial Regex Code();
}
