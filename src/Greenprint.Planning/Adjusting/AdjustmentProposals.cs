using Greenprint.Planning.KeyTasks;
using Greenprint.Planning.Targets;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>What can be asked for: old and new of each kind of subject, refused before anybody is bothered.</summary>
internal sealed class AdjustmentProposals(StoredTargets targets, StoredYearTasks tasks, StoredKeyTasks keyTasks, IRegions regions)
{
    /// <summary>Characters of a text at most.</summary>
    internal const int Longest = 2000;
    private const int LongestTitle = 300;
    private const int LongestText = 10_000;

    /// <summary>The request with what it is asked instead of; null with the reasons where it cannot be asked for.</summary>
    public async Task<(AdjustmentProposal? Proposal, IReadOnlyList<FieldFinding> Findings)> Of(
        Change change, PlanView plan, AdjustmentSubject subject, AdjustmentRequest request, CancellationToken cancellation)
    {
        var grounds = request.Grounds.Trim();
        if (grounds.Length > Longest)
        {
            return (null, [new("why", PlanningFindings.BadAdjustment(plan.Summary.Id, ("依据与理由不超过 2000 字。", "The grounds have 2,000 characters at most.")))]);
        }

        if (plan.Summary.Status != PlanStatus.InForce)
        {
            return (null, [new("", PlanningFindings.NotNow(plan.Summary.Id, ("规划不在执行期，不能调整。", "The plan is not in force; nothing of it is adjusted.")))]);
        }

        return subject.Kind switch
        {
            AdjustmentSubjectKind.Target => await OfTarget(plan, subject.Code, request, grounds, cancellation),
            AdjustmentSubjectKind.KeyTask => await OfKeyTask(change, plan, subject.Code, request, grounds, cancellation),
            _ => await OfTask(change, plan, subject.Code, request, grounds, cancellation),
        };
    }

    private async Task<(AdjustmentProposal? Proposal, IReadOnlyList<FieldFinding> Findings)> OfTarget(
        PlanView plan, string code, AdjustmentRequest request, string grounds, CancellationToken cancellation)
    {
        var versions = await targets.Versions(plan.Summary.Id, code, cancellation);
        if (plan.Indicators.FirstOrDefault(one => one.Code == code) is not { } indicator || versions is [])
        {
            return (null, [new("", PlanningFindings.NoSuchIndicator(plan.Summary.Id, code))]);
        }

        var now = versions[^1];
        Finding? refusal = now switch
        {
            { Target: { Kind: TargetKind.AssignedBySuperior, Document: null } } => PlanningFindings.BadAdjustment(code, ("目标待上级下达，请在目标页登记下达文件，不用申请调整。", "The target waits for the superior: enter what it assigns on the page of the target; nothing is to be adjusted.")),
            _ when request.Seen != now.Number => PlanningFindings.ChangedMeanwhile($"{plan.Summary.Id}/{code}"),
            _ when request.Target is not { } asked => PlanningFindings.BadAdjustment(code, ("没有填写调整后的目标。", "No new target is given.")),
            _ when request.Target.Same(new(now.Target, now.Steps)) => PlanningFindings.BadAdjustment(code, ("与现行目标相同，没有可申请的调整。", "This is the target in force already; there is nothing to ask for.")),
            _ when request.Target.Baseline is { } given && TargetRules.OfBaseline(given, indicator.Baseline, plan.Summary.Start) is { } unfit => PlanningFindings.BadAdjustment(code, unfit),
            _ => TargetRules.Fault(request.Target.Target, request.Target.Steps, indicator.Direction, request.Target.Baseline ?? indicator.Baseline) is { } why ? PlanningFindings.BadAdjustment(code, why) : null,
        };
        return refusal is not null
            ? (null, [new(refusal.Code == PlanningFindings.ChangedMeanwhile("").Code ? "" : "value", refusal)])
            : (new(grounds, now.Number) { OldTarget = new(now.Target, now.Steps), NewTarget = request.Target }, []);
    }

    private async Task<(AdjustmentProposal? Proposal, IReadOnlyList<FieldFinding> Findings)> OfTask(
        Change change, PlanView plan, string code, AdjustmentRequest request, string grounds, CancellationToken cancellation)
    {
        if (request.Task is not { } asked)
        {
            return (null, [new("", PlanningFindings.BadAdjustment(code, ("没有填写调整后的任务。", "No new content is given.")))]);
        }

        var (before, content, findings) = await tasks.Check(change, YearTask.IdOf(plan.Summary.Id, code), asked, request.Seen, cancellation);
        return before is null || findings.Count > 0 ? (null, findings) : (new(grounds, before.Revision) { OldTask = before.Content, NewTask = content }, []);
    }

    private async Task<(AdjustmentProposal? Proposal, IReadOnlyList<FieldFinding> Findings)> OfKeyTask(
        Change change, PlanView plan, string code, AdjustmentRequest request, string grounds, CancellationToken cancellation)
    {
        var versions = await keyTasks.Versions(plan.Summary.Id, code, cancellation);
        if (versions is [] || plan.KeyTasks.FirstOrDefault(one => one.Code == code) is not { } task)
        {
            return (null, [new("", PlanningFindings.BadAdjustment(code, ("规划没有这项重点任务。", "The plan has no such key task.")))]);
        }

        if (request.Seen != versions[^1].Number)
        {
            return (null, [new("", PlanningFindings.ChangedMeanwhile($"{plan.Summary.Id}/{code}"))]);
        }

        var (now, asked) = (KeyTaskContent.Of(task), request.KeyTask);
        (string Field, Bilingual Why)? refusal = asked switch
        {
            null => ("", ("没有填写调整后的任务。", "No new content is given.")),
            _ when asked.Same(now) => ("title", ("与现行内容相同，没有可申请的调整。", "This is what holds already; there is nothing to ask for.")),
            { Title.Zh: var title } when string.IsNullOrWhiteSpace(title) => ("title", ("请填写任务名称。", "Give the task a title.")),
            { Title.Zh.Length: > LongestTitle } or { Title.En.Length: > LongestTitle } => ("title", ("任务名称不超过 300 字。", "A title has 300 characters at most.")),
            { Text.Zh.Length: > LongestText } or { Text.En.Length: > LongestText } => ("text", ("任务内容不超过 10000 字。", "What it says has 10,000 characters at most.")),
            { Lead: null } when now.Lead is not null => ("lead", ("请选择牵头单位。", "Choose the lead unit.")),
            { Lead: { } lead, Support: var support } when support.Contains(lead) => ("support", ("牵头单位不再列为配合单位。", "The lead unit is not among those that support.")),
            _ => null,
        };
        if (refusal is { } found)
        {
            return (null, [new(found.Field, PlanningFindings.BadAdjustment(code, found.Why))]);
        }

        // Units that the plan names already stay nameable after they are closed.
        var named = asked!.Support.Append(asked.Lead).OfType<string>().Except(now.Support.Append(now.Lead).OfType<string>(), StringComparer.Ordinal).ToList();
        return await Strangers(plan.Summary.Region, named, ChinaTime.DayOf(change.At), cancellation) is { } stranger
            ? (null, [new("lead", PlanningFindings.BadAdjustment(code, ($"没有单位“{stranger}”，或者它已撤销。", $"There is no unit '{stranger}', or it is closed.")))])
            : (new(grounds, versions[^1].Number) { OldKeyTask = now, NewKeyTask = asked }, []);
    }

    /// <summary>The first unit that is not of the region or below it, or does not exist on the day.</summary>
    public async Task<string?> Strangers(string region, IReadOnlyList<string> units, DateOnly day, CancellationToken cancellation)
    {
        var below = await regions.WithBelow(region, cancellation);
        var known = (await regions.Organizations(null, cancellation)).Where(unit => below.Contains(unit.Region) && unit.ExistsOn(day)).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        return units.FirstOrDefault(unit => !known.Contains(unit));
    }
}
