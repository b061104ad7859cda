using Greenprint.Planning.Allocations;
using Greenprint.Planning.Targets;
using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>What may be wrong with the indicators of a plan and their targets. Pure.</summary>
internal static class IndicatorHealth
{
    public static HealthRule NoLead { get; } = new("HLT-101", HealthSeverity.Severe, HealthGroup.Duties,
        ("指标没有责任单位", "Indicator without a unit in charge"),
        ("在工作簿“责任分工”表中填写牵头单位，再读回。", "Name the lead unit in the sheet 'Responsibilities' of the workbook and bring it back."),
        ("用工作簿填写", "Fill in the workbook"));

    public static HealthRule NoMethod { get; } = new("HLT-102", HealthSeverity.Severe, HealthGroup.Targets,
        ("指标以计算值为准，却没有算法", "Decided by computed values, and nothing computes it"),
        ("为指标绑定算法和站点，写明理由；绑定后即按监测数据计算。", "Bind a method and its stations, with the reason; from then on it is computed from the readings."),
        ("绑定算法", "Bind a method"));

    public static HealthRule NoDefinition { get; } = new("HLT-103", HealthSeverity.Warning, HealthGroup.Targets,
        ("指标没有解释", "Indicator without a definition"),
        ("在工作簿“指标”表中写明口径、范围和数据来源，再读回。", "Say in the sheet 'Indicators' of the workbook what is counted, where, and from which source; bring it back."),
        ("用工作簿填写", "Fill in the workbook"));

    public static HealthRule NoSteps { get; } = new("HLT-104", HealthSeverity.Warning, HealthGroup.Targets,
        ("目标没有年度分解", "Target without yearly steps"),
        ("按年度分解目标；没有分解的按直线推算序时进度，往往与实际安排不符。", "Set what each year asks for. Without steps the straight line is taken, which is seldom what was meant."),
        ("填写年度分解", "Set the steps"));

    public static HealthRule Awaited { get; } = new("HLT-105", HealthSeverity.Warning, HealthGroup.Targets,
        ("上级目标尚未下达", "Target still awaited from the superior"),
        ("向上级主管部门催询；收到文件后登记文号和数值。", "Ask the superior body for it; enter number and document when it arrives."),
        ("登记下达文件", "Enter the assignment"));

    public static HealthRule NoBaseline { get; } = new("HLT-106", HealthSeverity.Warning, HealthGroup.Targets,
        ("指标没有基准值", "Indicator without a baseline"),
        ("没有基准值就算不出进度。规划生效后在调整申请中填写基准年和数值，写明来源，批准后采用；草稿在工作簿中填写。", "Without it no progress can be given. In a plan in force write year and figure, with their source, into a request for an adjustment: approved, it counts. In a draft fill in the workbook."),
        ("申请调整", "Propose an adjustment"));

    public static HealthRule Unbalanced { get; } = new("HLT-107", HealthSeverity.Severe, HealthGroup.Targets,
        ("目标分解不足", "Shares do not make the target"),
        ("各地区、各部门都完成后仍达不到要求：请调增其中几个，或按程序调整目标。", "Even if all reach their shares the target is missed: raise some of them, or revise the target."),
        ("修改分解", "Change the shares"));

    public static HealthRule SharesMissing { get; } = new("HLT-108", HealthSeverity.Warning, HealthGroup.Targets,
        ("目标分解有空缺", "Shares are missing"),
        ("补齐没有数值的地区或部门；缺项不按零计。", "Fill in the areas or units without a figure; what is missing is no zero."),
        ("补齐分解", "Fill in the shares"));

    public static HealthRule NoTask { get; } = new("HLT-109", HealthSeverity.Warning, HealthGroup.Targets,
        ("约束性指标没有任务支撑", "Binding indicator that no task serves"),
        ("在工作簿“指标”表中写明对应的重点任务，或在年度任务中填写对它的预期效果。", "Name its key tasks in the sheet 'Indicators' of the workbook, or the expected effect in a year task."),
        ("用工作簿填写", "Fill in the workbook"));

    public static IReadOnlyList<HealthRule> Rules { get; } = [NoLead, NoMethod, NoDefinition, NoSteps, Awaited, NoBaseline, Unbalanced, SharesMissing, NoTask];

    public static IEnumerable<HealthFinding> Check(HealthQuestion question, IReadOnlyList<TargetAllocation> allocations)
    {
        var isDraft = question.Plan.Summary.Status == PlanStatus.Draft;
        var served = question.Tasks.SelectMany(task => task.Content.Effects).Select(effect => effect.Indicator).ToHashSet(StringComparer.Ordinal);
        var shares = allocations.ToLookup(allocation => allocation.Indicator, StringComparer.Ordinal);
        // What a decision took out of judgement needs nothing any more.
        return question.Plan.Indicators.Where(indicator => indicator.Decision is null).SelectMany(indicator => Of(indicator, question, isDraft, served).Concat(Shares(indicator, shares[indicator.Code])));
    }

    private static IEnumerable<HealthFinding> Of(IndicatorView indicator, HealthQuestion question, bool isDraft, HashSet<string> served)
    {
        var plan = $"office/plans/{indicator.Plan}";
        // What is not in force yet is corrected, not revised.
        var target = isDraft ? $"{plan}/workbook" : $"{plan}/indicators/{indicator.Code}/target";
        if (indicator.Lead is null)
        {
            yield return Found(NoLead, indicator, ("没有牵头单位。", "No unit leads it."), $"{plan}/workbook");
        }
        else if (question.Units.TryGetValue(indicator.Lead, out var lead) && !lead.ExistsOn(question.Today))
        {
            yield return Found(NoLead, indicator, ($"牵头单位{lead.Name.Zh}已撤销。", $"{lead.Name.English()}, which leads it, is closed."), $"{plan}/workbook");
        }

        if (indicator is { Deciding: ValueOrigin.Computed, Method: null })
        {
            yield return Found(NoMethod, indicator, ("以计算值为准，但没有绑定算法，永远不会有数值。", "It is decided by computed values, but no method is bound: there will never be one."), $"{plan}/indicators/{indicator.Code}/method");
        }

        if (indicator.Definition is null)
        {
            yield return Found(NoDefinition, indicator, ("没有写明指标解释。", "Nothing says what it means."), $"{plan}/workbook");
        }

        var isAwaited = indicator.Target is { Kind: TargetKind.AssignedBySuperior, Value: null };
        if (isAwaited)
        {
            yield return Found(Awaited, indicator, ($"目标写的是“{indicator.Target.Text.Zh}”，还没有登记下达文件。", $"It says '{indicator.Target.Text.English()}', and no document is entered."), target);
        }

        if (indicator.Steps.Count == 0 && !isAwaited && NeedsSteps(indicator))
        {
            yield return Found(NoSteps, indicator, ($"目标 {indicator.Target.Text.Zh}（{Words.Text($"{indicator.Target.Year}")} 年）没有分解到年度。", $"{indicator.Target.Text.English()} by {Words.Text($"{indicator.Target.Year}")} has no yearly steps."), target);
        }

        if (indicator.Baseline?.Value is null && indicator.Target is { Value: not null, Kind: TargetKind.AtLeast or TargetKind.AtMost or TargetKind.AssignedBySuperior })
        {
            yield return Found(NoBaseline, indicator, ("没有基准年的数值。", "There is no figure of a base year."), isDraft ? target : $"{plan}/adjustments/new?target={indicator.Code}");
        }

        if (indicator.Nature == IndicatorNature.Binding && indicator.KeyTasks.Count == 0 && !served.Contains(indicator.Code))
        {
            yield return Found(NoTask, indicator, ("没有对应的重点任务，也没有年度任务说明对它的效果。", "No key task serves it, and no year task says what it does for it."), $"{plan}/workbook");
        }
    }

    // Kinds whose way can be told year by year; a level that is kept asks the same every year.
    private static bool NeedsSteps(IndicatorView indicator) =>
        indicator.Target is { Value: not null, Kind: TargetKind.AtLeast or TargetKind.AtMost or TargetKind.Cumulative or TargetKind.AssignedBySuperior };

    private static IEnumerable<HealthFinding> Shares(IndicatorView indicator, IEnumerable<TargetAllocation> allocations)
    {
        foreach (var allocation in allocations)
        {
            var balance = AllocationBalance.Of(indicator, allocation);
            var rule = balance.State switch { BalanceState.NotEnough => Unbalanced, BalanceState.Partial => SharesMissing, _ => null };
            if (rule is not null)
            {
                var (made, asked, margin) = (AllocationWords.Made(indicator, allocation, balance), AllocationWords.Asked(indicator, balance.Asked), AllocationWords.Margin(indicator, balance));
                var year = Words.Text($"{allocation.Year}");
                yield return Found(rule, indicator,
                    rule == Unbalanced
                        ? ($"{year} 年：{made.Zh}，要求 {asked.Zh}，{margin?.Zh}。", $"{year}: {made.En}, asked {asked.En}, {margin?.En}.")
                        : ($"{year} 年{AllocationWords.Of(allocation.To).Zh}分解中有 {Words.Text($"{balance.Combined.Missing}")} 个没有数值。", $"{year}: {Words.Text($"{balance.Combined.Missing}")} of the {AllocationWords.Of(allocation.To).En} have no figure."),
                    $"office/plans/{indicator.Plan}/indicators/{indicator.Code}/allocation?year={year}&to={(allocation.To == AllocationTo.Areas ? "areas" : "units")}") with
                { Subject = $"indicator/{indicator.Plan}/{indicator.Code}/{year}/{(allocation.To == AllocationTo.Areas ? "areas" : "units")}" };
            }
        }
    }

    private static HealthFinding Found(HealthRule rule, IndicatorView indicator, Bilingual detail, string address) => new(rule, $"indicator/{indicator.Plan}/{indicator.Code}", indicator.Name, detail, address)
    {
        Unit = indicator.Lead,
        Read = $"plans/{indicator.Plan}/indicators/{indicator.Code}",
    };
}
